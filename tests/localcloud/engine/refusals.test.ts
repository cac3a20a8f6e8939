import { type Cloud, codeOf, MORNING, refusalOf, startCloud } from './support/cloud';

describe('limits and faithful refusals', () => {
  let cloud: Cloud;
  beforeAll(async () => {
    const compound = { name: 'room', fields: [{ field: 'building' }, { field: 'room' }], unique: true };
    const members = { name: 'account', fields: [{ field: 'family.accountId' }], unique: true };
    cloud = await startCloud({
      many: [],
      rooms: [compound],
      people: [members],
      pairs: [{ name: 'ab', fields: [{ field: 'a' }, { field: 'b' }] }],
    });
  });
  afterAll(() => cloud.stop());

  test('get gives 100 documents unless asked for more, and 1000 at most', async () => {
    await cloud.db.collection('many').add(Array.from({ length: 1100 }, (_, i) => ({ _id: `m${i}`, i })));
    expect((await cloud.db.collection('many').get()).data).toHaveLength(100);
    expect((await cloud.db.collection('many').limit(1000).get()).data).toHaveLength(1000);
    expect((await cloud.db.collection('many').limit(5000).get()).data).toHaveLength(1000);
    expect((await cloud.db.collection('many').skip(1050).limit(100).get()).data).toHaveLength(50);
    const direct = await cloud.engine.handle({ action: 'database.getDocument', collectionName: 'many', limit: 9999 });
    expect((direct.data as { list: string[] }).list).toHaveLength(1000);
    expect(await cloud.db.collection('many').count()).toMatchObject({ total: 1100 });
  });

  test('every action on a missing collection is refused', async () => {
    const nowhere = cloud.db.collection('nowhere');
    const calls = [
      nowhere.add({ a: 1 }),
      nowhere.doc('x').get(),
      nowhere.doc('x').set({ a: 1 }),
      nowhere.where({ a: 1 }).count(),
    ];
    const more = [nowhere.where({ a: 1 }).remove(), nowhere.where({ a: 1 }).update({ a: 2 }), nowhere.aggregate().limit(1).end()];
    for (const call of [...calls, ...more]) expect(await codeOf(call as Promise<unknown>)).toBe('DATABASE_COLLECTION_NOT_EXIST');
  });

  test('unique keys: compound, of array elements, by insert, update and set; missing counts as null', async () => {
    const rooms = cloud.db.collection('rooms');
    await rooms.add([
      { _id: '1', building: 'A', room: 1 },
      { _id: '2', building: 'A', room: 2 },
      { _id: '3', building: 'B' },
    ]);
    const taken = [
      rooms.add({ building: 'A', room: 1 }),
      rooms.doc('2').update({ room: 1 }),
      rooms.doc('9').set({ building: 'B', room: null }),
    ];
    for (const call of taken) expect((await refusalOf(call as Promise<unknown>)).message).toContain('E11000');
    await rooms.doc('1').update({ room: 1, note: 'the same key again' });
    const people = cloud.db.collection('people');
    await people.add({ _id: 'p', family: [{ accountId: 'x' }, { accountId: 'y' }] });
    expect(
      (await refusalOf(people.add({ family: [{ accountId: 'z' }, { accountId: 'y' }] }) as Promise<unknown>)).message,
    ).toContain('E11000');
    await people.doc('p').update({ family: [] });
    await people.add({ family: [{ accountId: 'z' }, { accountId: 'y' }] });
  });

  test('fields of one array are indexed together, element by element', async () => {
    const fields = [{ field: 'family.accountId' }, { field: 'family.role' }];
    await cloud.engine.ensureCollection('families', [{ name: 'member', fields, unique: true }]);
    const families = cloud.db.collection('families');
    const member = (accountId: string, role: string): object => ({ accountId, role });
    await families.add({ _id: 'f1', family: [member('x', 'child'), member('y', 'parent')] });
    await families.add({ _id: 'f2', family: [member('x', 'parent')] });
    expect((await refusalOf(families.add({ family: [member('y', 'parent')] }) as Promise<unknown>)).message).toContain('E11000');
    const anywhere = await families.where({ 'family.accountId': 'x', 'family.role': 'parent' }).get();
    expect((anywhere.data as { _id: string }[]).map(({ _id }) => _id)).toEqual(['f1', 'f2']);
  });

  test('after a refused insert the id is free, and earlier documents of the list stay', async () => {
    const rooms = cloud.db.collection('rooms');
    const list = [
      { _id: '10', building: 'C', room: 1 },
      { _id: '11', building: 'C', room: 1 },
      { _id: '12', building: 'C', room: 2 },
    ];
    await refusalOf(rooms.add(list) as Promise<unknown>);
    expect(cloud.engine.peek('rooms', { building: 'C' })).toEqual([list[0]]);
    await rooms.add({ _id: '11', building: 'C', room: 3 });
  });

  test('a document over 16 MB, two arrays in one index, a field with $, an array as id', async () => {
    const half = 'x'.repeat(9 * 1024 * 1024);
    const engineRefusal = async (doc: object): Promise<string> => {
      const reply = await cloud.engine.handle({
        action: 'database.insertDocument',
        collectionName: 'pairs',
        data: [JSON.stringify(doc)],
      });
      return `${reply.code}: ${reply.message}`;
    };
    expect(await engineRefusal({ half, other: half })).toContain('too large');
    expect(await engineRefusal({ a: [1, 2], b: [3, 4] })).toContain('parallel arrays');
    expect(await engineRefusal({ $a: 1 })).toContain('not valid for storage');
    expect(await engineRefusal({ _id: [1] })).toContain('array');
    expect(await engineRefusal({ n: { $numberDecimal: '1.5' } })).toContain('$numberDecimal');
    expect(cloud.engine.peek('pairs')).toEqual([]);
  });

  test('remove without a filter, an unknown action and broken EJSON are refused', async () => {
    const collection = cloud.db.collection('many');
    expect(await codeOf(collection.remove())).toBe('INVALID_PARAM');
    expect((await cloud.engine.handle({ action: 'database.dropEverything' })).code).toBe('INVALID_PARAM');
    expect((await cloud.engine.handle({ action: 'functions.invokeFunction' })).code).toBe('INVALID_PARAM');
    const broken = { action: 'database.getDocument', collectionName: 'many', query: '{' };
    expect((await cloud.engine.handle(broken)).code).toBe('INVALID_PARAM');
    expect((await cloud.engine.handle({ action: 'database.addCollection', collectionName: '' })).code).toBe('INVALID_PARAM');
  });

  test('an index over duplicates is refused and the old indexes stay', async () => {
    await cloud.engine.ensureCollection('dup', [{ name: 'k', fields: [{ field: 'k' }] }]);
    await cloud.db.collection('dup').add([{ k: 1 }, { k: 1 }]);
    await expect(cloud.engine.ensureCollection('dup', [{ name: 'k', fields: [{ field: 'k' }], unique: true }])).rejects.toThrow(
      'E11000',
    );
    expect(cloud.engine.collections().find(({ name }) => name === 'dup')?.indexes).toEqual([
      { name: 'k', fields: [{ field: 'k' }] },
    ]);
  });
});

describe('values survive the way in and out', () => {
  let cloud: Cloud;
  beforeAll(async () => {
    cloud = await startCloud({ values: [] });
  });
  afterAll(() => cloud.stop());
  const again = async (value: unknown): Promise<unknown> => {
    await cloud.db.collection('values').doc('v').set({ value });
    return (cloud.db.collection('values').doc('v').get() as Promise<{ data: { value: unknown }[] }>).then(
      ({ data }) => data[0]?.value,
    );
  };

  test.each([
    [0],
    [-0.5],
    [2 ** 31],
    [2 ** 53 - 1],
    [-(2 ** 40)],
    [1e300],
    [Number.POSITIVE_INFINITY],
    [''],
    ['"引号"\u0000\u2028'],
    [true],
    [false],
    [null],
    [[]],
    [{}],
    [[1, [2, [3]]]],
    [{ a: { b: [{ c: null }] } }],
    [new Date(0)],
    [new Date(-1)],
    [new Date('2026-03-01T00:00:00.123Z')],
    [[new Date(5)]],
  ])('value %#', async value => {
    expect(await again(value)).toEqual(value);
  });

  test('NaN, regular expressions, object ids, points', async () => {
    expect(await again(Number.NaN)).toBeNaN();
    expect(await again(/a.b/i)).toMatchObject({ pattern: 'a.b', options: 'i' });
    const id = cloud.db.ObjectId({ id: '5f0a1b2c3d4e5f6071829304' });
    await again(id);
    expect(await cloud.db.collection('values').where({ value: id }).count()).toMatchObject({ total: 1 });
    const point = (await again(new cloud.db.Geo.Point(121.5, 31.2))) as { longitude: number };
    expect(point.longitude).toBe(121.5);
  });

  test('undefined fields vanish, server dates take an offset, in lists and queries too', async () => {
    const values = cloud.db.collection('values');
    await values.doc('u').set({ a: undefined, b: 1, list: [{ at: cloud.db.serverDate({ offset: -1000 }) }] });
    expect((await values.doc('u').get()).data).toEqual([{ _id: 'u', b: 1, list: [{ at: new Date(MORNING - 1000) }] }]);
    await values.doc('u').update({ at: cloud.db.serverDate() });
    cloud.clock.now += 5000;
    expect(await values.where({ at: cloud.db.command.lt(cloud.db.serverDate() as never) }).count()).toMatchObject({ total: 1 });
  });
});
