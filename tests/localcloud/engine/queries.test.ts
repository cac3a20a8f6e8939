import { type Cloud, codeOf, refusalOf, startCloud } from './support/cloud';

type Doc = { _id: string; [field: string]: unknown };

const docs: Doc[] = [
  {
    _id: 'a',
    n: 1,
    s: 'apple',
    tags: ['x', 'y'],
    home: { floor: 1, door: 2 },
    list: [
      { k: 1, v: 5 },
      { k: 2, v: 9 },
    ],
    ok: true,
  },
  { _id: 'b', n: 5, s: 'Banana', tags: ['y'], home: { floor: 2 }, list: [{ k: 1, v: 9 }], ok: false },
  { _id: 'c', n: 9, s: 'cherry', tags: [], home: { door: 2, floor: 1 }, list: [4, 8], at: new Date(1000) },
  { _id: 'd', n: null, s: null, tags: 'x' },
  { _id: 'e' },
];

describe('filters through the SDK', () => {
  let cloud: Cloud;
  beforeAll(async () => {
    cloud = await startCloud({ docs: [] });
    await cloud.db.collection('docs').add(docs);
  });
  afterAll(() => cloud.stop());
  const found = async (filter: object): Promise<string> => {
    const { data } = await cloud.db.collection('docs').where(filter).get();
    return (data as Doc[]).map(doc => doc._id).join('');
  };
  const raw = async (filter: object): Promise<string> => {
    const { data } = await cloud.db.collection('docs').options({ raw: true }).where(filter).get();
    return (data as Doc[]).map(doc => doc._id).join('');
  };

  test('equality: scalars, null and missing, elements, whole objects with their order', async () => {
    const { command: _ } = cloud.db;
    expect(await found({ n: 5 })).toBe('b');
    expect(await found({ n: null })).toBe('de');
    expect(await found({ tags: 'x' })).toBe('ad');
    expect(await found({ tags: _.eq(['y']) })).toBe('b');
    expect(await found({ home: { floor: 1 } })).toBe('ac');
    expect(await found({ home: _.eq({ floor: 1, door: 2 }) })).toBe('a');
    expect(await found({ 'list.k': 1 })).toBe('ab');
    expect(await found({ 'list.0.v': 5 })).toBe('a');
    expect(await found({ at: new Date(1000) })).toBe('c');
    expect(await found({ ok: true })).toBe('a');
  });

  test('comparisons stay within one type', async () => {
    const { command: _ } = cloud.db;
    expect(await found({ n: _.gt(1) })).toBe('bc');
    expect(await found({ n: _.gte(1).lt(9) })).toBe('ab');
    expect(await found({ n: _.lte(5).and(_.neq(1)) })).toBe('b');
    expect(await found({ s: _.gt('B') })).toBe('abc');
    expect(await found({ at: _.lt(new Date(2000)) })).toBe('c');
    expect(await found({ n: _.lte(null as never) })).toBe('de');
    expect(await found({ n: _.lt('z') })).toBe('');
  });

  test('neq, nin and not match missing fields; in takes null', async () => {
    const { command: _ } = cloud.db;
    expect(await found({ n: _.neq(5) })).toBe('acde');
    expect(await found({ n: _.in([1, 9]) })).toBe('ac');
    expect(await found({ n: _.in([1, null]) })).toBe('ade');
    expect(await found({ n: _.nin([1, 9]) })).toBe('bde');
    expect(await found({ n: _.not(_.gt(1)) })).toBe('ade');
  });

  test('and, or, nor', async () => {
    const { command: _ } = cloud.db;
    expect(await found(_.or([{ n: 1 }, { s: 'cherry' }]))).toBe('ac');
    expect(await found(_.and([{ n: _.gt(0) }, { tags: 'y' }]))).toBe('ab');
    expect(await found({ n: _.or(_.eq(1), _.eq(9)) })).toBe('ac');
    expect(await found(_.nor([{ n: 1 }, { tags: 'y' }]))).toBe('cde');
  });

  test('exists, size, mod, all, elemMatch', async () => {
    const { command: _ } = cloud.db;
    expect(await found({ n: _.exists(false) })).toBe('e');
    expect(await found({ n: _.exists(true) })).toBe('abcd');
    expect(await found({ tags: _.size(1) })).toBe('b');
    expect(await found({ n: (_.mod as unknown as (divisor: number, remainder: number) => object)(4, 1) })).toBe('abc');
    expect(await found({ tags: _.all(['x', 'y']) })).toBe('a');
    expect(await found({ list: _.elemMatch({ k: 1, v: _.gt(6) }) })).toBe('b');
    expect(await found({ list: _.elemMatch(_.gt(7) as never) })).toBe('c');
    expect(await raw({ list: { $elemMatch: { k: { $exists: false } } } })).toBe('');
    expect(await raw({ list: { $all: [{ $elemMatch: { k: 1 } }, { $elemMatch: { k: 2 } }] } })).toBe('a');
  });

  test('regular expressions, of JavaScript and of the database', async () => {
    const { db } = cloud;
    expect(await found({ s: /an/ })).toBe('b');
    expect(await found({ s: db.RegExp({ regexp: '^b', options: 'i' }) })).toBe('b');
    expect(await raw({ s: { $regex: '^A', $options: 'i' } })).toBe('a');
    expect(await raw({ s: { $not: { $regex: 'a' } } })).toBe('cde');
  });

  test('type, expr, jsonSchema', async () => {
    const { command: _ } = cloud.db;
    expect(await raw({ tags: { $type: 'string' } })).toBe('abd');
    expect(await raw({ n: { $type: ['null', 'date'] } })).toBe('d');
    expect(await found(_.expr(_.aggregate.gt(['$n', 4])))).toBe('bc');
    expect(await found(_.jsonSchema({ required: ['at'], properties: { n: { bsonType: 'number', minimum: 5 } } }))).toBe('c');
  });

  test('order, skip, limit; arrays by their least and greatest element; null first', async () => {
    const ids = async (field: string, direction: 'asc' | 'desc'): Promise<string> => {
      const { data } = await cloud.db.collection('docs').orderBy(field, direction).get();
      return (data as Doc[]).map(doc => doc._id).join('');
    };
    expect(await ids('n', 'asc')).toBe('deabc');
    expect(await ids('n', 'desc')).toBe('cbade');
    expect(await ids('tags', 'asc')).toBe('ceadb');
    expect(await ids('tags', 'desc')).toBe('abdce');
    const page = await cloud.db.collection('docs').orderBy('n', 'desc').orderBy('_id', 'desc').skip(1).limit(3).get();
    expect((page.data as Doc[]).map(doc => doc._id)).toEqual(['b', 'a', 'e']);
  });

  test('projection keeps, drops, slices and picks', async () => {
    const { command: _ } = cloud.db;
    const one = async (projection: object): Promise<unknown> =>
      (await cloud.db.collection('docs').where({ _id: 'a' }).field(projection).get()).data[0];
    expect(await one({ n: true, 'home.floor': true })).toEqual({ _id: 'a', n: 1, home: { floor: 1 } });
    expect(await one({ _id: 0, 'list.k': 1 })).toEqual({ list: [{ k: 1 }, { k: 2 }] });
    expect(await one({ tags: false, list: false, home: false, ok: false })).toEqual({ _id: 'a', n: 1, s: 'apple' });
    expect(await one({ tags: _.project.slice(1) })).toMatchObject({ n: 1, tags: ['x'] });
    expect(await one({ n: 1, tags: _.project.slice([1, 5]) })).toEqual({ _id: 'a', n: 1, tags: ['y'] });
    expect(await one({ list: _.project.elemMatch({ k: 2 }) })).toEqual({ _id: 'a', list: [{ k: 2, v: 9 }] });
    expect((await cloud.db.collection('docs').doc('b').field({ n: true }).get()).data).toEqual([{ _id: 'b', n: 5 }]);
  });

  test('wrong filters are refused before any document is looked at', async () => {
    const filters = [
      { n: { $near: 1, $foo: 1 } },
      { n: { $foo: 1 } },
      { $foo: [] },
      { $or: [] },
      { n: { $in: 3 } },
      { n: { $mod: [0, 1] } },
    ];
    for (const filter of filters) expect(await codeOf(raw(filter))).toBe('DATABASE_REQUEST_FAILED');
    expect((await refusalOf(raw({ s: { $regex: '(' } }))).message).toContain('Regular expression');
    expect(await codeOf(raw({ $text: { $search: 'x' } }))).toBe('DATABASE_REQUEST_FAILED');
    expect(await codeOf(raw({ $where: 'true' }))).toBe('DATABASE_REQUEST_FAILED');
  });
});
