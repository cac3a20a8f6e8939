import { type Cloud, refusalOf, startCloud } from './support/cloud';

type Doc = { [field: string]: unknown };

describe('update commands through the SDK', () => {
  let cloud: Cloud;
  beforeAll(async () => {
    cloud = await startCloud({ docs: [] });
  });
  afterAll(() => cloud.stop());

  const fresh = {
    _id: 'd',
    n: 2,
    s: 'text',
    z: null,
    list: [3, 1, 2],
    rows: [
      { k: 1, v: 1 },
      { k: 2, v: 2 },
    ],
    home: { floor: 1 },
  };
  beforeEach(async () => {
    const { _id, ...rest } = fresh;
    await cloud.db.collection('docs').doc(_id).set(rest);
  });
  const changed = async (data: object, raw = false): Promise<Doc> => {
    const collection = raw ? cloud.db.collection('docs').options({ raw: true }) : cloud.db.collection('docs');
    await collection.doc('d').update(data);
    const [doc] = (await cloud.db.collection('docs').doc('d').get()).data as Doc[];
    return doc!;
  };
  const refusal = async (data: object, raw = false): Promise<string> => {
    const { code, message } = await refusalOf(changed(data, raw));
    expect(code).toBe('DATABASE_REQUEST_FAILED');
    expect(cloud.engine.peek('docs', { _id: 'd' })).toEqual([fresh]);
    return message;
  };

  test('set by path, set a whole object, remove', async () => {
    const { command: _ } = cloud.db;
    expect(await changed({ home: { door: 2 }, 'deep.er.est': 1 })).toMatchObject({
      home: { floor: 1, door: 2 },
      deep: { er: { est: 1 } },
    });
    expect(await changed({ home: _.set({ door: 3 }), s: _.remove() })).toMatchObject({ home: { door: 3 } });
    expect(await changed({ 'list.1': 9, 'list.4': 7 })).toMatchObject({ list: [3, 9, 2, null, 7] });
    expect(await changed({ 'list.0': _.remove() })).toMatchObject({ list: [null, 9, 2, null, 7] });
    expect(await changed({ s: _.remove(), missing: _.remove() })).not.toHaveProperty('s');
  });

  test('inc, mul, min, max, bit, rename', async () => {
    const { command: _ } = cloud.db;
    expect(await changed({ n: _.inc(3), m: _.inc(1), p: _.mul(5) })).toMatchObject({ n: 5, m: 1, p: 0 });
    expect(await changed({ n: _.mul(2) })).toMatchObject({ n: 10 });
    expect(await changed({ n: _.min(4), q: _.max(8) })).toMatchObject({ n: 4, q: 8 });
    expect(await changed({ n: _.max(6), q: _.min(9) })).toMatchObject({ n: 6, q: 8 });
    expect(await changed({ n: _.bit({ and: 3, or: 8 } as never) })).toMatchObject({ n: 10 });
    const renamed = await changed({ s: _.rename('title') });
    expect(renamed).toMatchObject({ title: 'text' });
    expect(renamed).not.toHaveProperty('s');
  });

  test('push, with position, sort and slice; unshift, pop, shift', async () => {
    const { command: _ } = cloud.db;
    expect(await changed({ list: _.push([7, 8]), born: _.push([1]) })).toMatchObject({ list: [3, 1, 2, 7, 8], born: [1] });
    expect(await changed({ list: _.push({ each: [5], position: 1 }) })).toMatchObject({ list: [3, 5, 1, 2, 7, 8] });
    expect(await changed({ list: _.push({ each: [6], sort: -1, slice: 3 }) })).toMatchObject({ list: [8, 7, 6] });
    expect(await changed({ list: _.push({ each: [], slice: -1 }) })).toMatchObject({ list: [6] });
    expect(await changed({ rows: _.push({ each: [{ k: 0, v: 9 }], sort: { k: 1 }, slice: 2 }) })).toMatchObject({
      rows: [{ k: 0 }, { k: 1 }],
    });
    expect(await changed({ list: _.unshift([1, 2]) })).toMatchObject({ list: [1, 2, 6] });
    expect(await changed({ list: _.pop() })).toMatchObject({ list: [1, 2] });
    expect(await changed({ list: _.shift() })).toMatchObject({ list: [2] });
  });

  test('pull by value and by condition, pullAll, addToSet', async () => {
    const { command: _ } = cloud.db;
    expect(await changed({ list: _.pull(1) })).toMatchObject({ list: [3, 2] });
    expect(await changed({ list: _.pull(_.gt(2)) })).toMatchObject({ list: [2] });
    expect(await changed({ rows: _.pull({ k: _.gte(2) }) })).toMatchObject({ rows: [{ k: 1, v: 1 }] });
    expect(await changed({ list: _.addToSet(2) })).toMatchObject({ list: [2] });
    expect(await changed({ list: _.addToSet(5) })).toMatchObject({ list: [2, 5] });
    expect(await changed({ list: _.pullAll([5, 9]) })).toMatchObject({ list: [2] });
    expect(await changed({ $addToSet: { list: { $each: [1, 2] } } }, true)).toMatchObject({ list: [2, 1] });
  });

  test('the positional operator changes the element that the filter found', async () => {
    const { command: _ } = cloud.db;
    await cloud.db
      .collection('docs')
      .where({ _id: 'd', 'rows.k': 2 })
      .update({ 'rows.$.v': _.inc(10) });
    await cloud.db
      .collection('docs')
      .where({ list: _.elemMatch(_.lt(2) as never) })
      .update({ 'list.$': 100 });
    expect(cloud.engine.peek('docs', { _id: 'd' })).toMatchObject([{ list: [3, 100, 2], rows: [{ v: 1 }, { v: 12 }] }]);
    expect(await changed({ $inc: { 'rows.$[].v': 1 } }, true)).toMatchObject({ rows: [{ v: 2 }, { v: 13 }] });
    expect((await refusalOf(cloud.db.collection('docs').where({ _id: 'd' }).update({ 'rows.$.v': 1 }))).message).toContain(
      'positional',
    );
  });

  test('what MongoDB refuses is refused, and nothing changes', async () => {
    const { command: _ } = cloud.db;
    expect(await refusal({ s: _.inc(1) })).toContain('non-numeric');
    expect(await refusal({ z: _.inc(1) })).toContain('non-numeric');
    expect(await refusal({ n: _.inc('1' as never) })).toContain('non-numeric');
    expect(await refusal({ s: _.mul(2) })).toContain('non-numeric');
    expect(await refusal({ s: _.push([1]) })).toContain('must be an array');
    expect(await refusal({ s: _.addToSet(1) })).toContain('must be an array');
    expect(await refusal({ n: _.pull(1) })).toContain('must be an array');
    expect(await refusal({ n: _.pop() })).toContain('must be an array');
    expect(await refusal({ 's.x': 1 })).toContain('Cannot create field');
    expect(await refusal({ 'z.x': 1 })).toContain('Cannot create field');
    expect(await refusal({ 'list.x': 1 })).toContain('Cannot create field');
    expect(await refusal({ s: _.bit({ and: 1 } as never) })).toContain('$bit');
    expect(await refusal({ $set: { home: { a: 1 }, 'home.floor': 2 } }, true)).toContain('conflict');
    expect(await refusal({ $set: { _id: 'other' } }, true)).toContain('immutable');
    expect(await refusal({ $nothing: { a: 1 } }, true)).toContain('Unknown modifier');
    expect(await refusal({ a: 1 }, true)).toContain('atomic operators');
    expect(await refusal({ $push: { list: { $each: 1 } } }, true)).toContain('$each');
    expect(await refusal({ $pop: { list: 2 } }, true)).toContain('$pop');
    expect(await refusal({ $rename: { 'list.0': 'x' } }, true)).toContain('array');
    expect(await refusal({ $set: { 'a..b': 1 } }, true)).toContain('empty field name');
  });

  test('a refusal in the middle of many leaves the earlier changed, as in MongoDB', async () => {
    await cloud.db.collection('docs').add([
      { _id: 'm1', g: 1, x: 1 },
      { _id: 'm2', g: 1, x: 'no' },
      { _id: 'm3', g: 1, x: 1 },
    ]);
    await refusalOf(
      cloud.db
        .collection('docs')
        .where({ g: 1 })
        .update({ x: cloud.db.command.inc(1) }),
    );
    expect(cloud.engine.peek('docs', { g: 1 }).map(doc => (doc as Doc)['x'])).toEqual([2, 'no', 1]);
  });

  test('doc().set refuses commands on its own, an update without fields is refused', async () => {
    await expect(
      cloud.db
        .collection('docs')
        .doc('d')
        .set({ n: cloud.db.command.inc(1) }),
    ).rejects.toThrow('complicit');
    expect(await refusal({})).toContain('atomic operators');
  });
});
