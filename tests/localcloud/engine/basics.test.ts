import { type Cloud, codeOf, MORNING, refusalOf, startCloud } from './support/cloud';

describe('documents through the SDK', () => {
  let cloud: Cloud;
  beforeAll(async () => {
    cloud = await startCloud({ people: [] });
  });
  afterAll(() => cloud.stop());
  const people = () => cloud.db.collection('people');

  test('add gives an id of 32 hexadecimal digits and get gives the document back', async () => {
    const { id } = (await people().add({ name: '王阿姨', age: 71, tags: ['a', 'b'], home: { floor: 3 } })) as { id: string };
    expect(id).toMatch(/^[0-9a-f]{32}$/);
    const { data } = await people().doc(id).get();
    expect(data).toEqual([{ _id: id, name: '王阿姨', age: 71, tags: ['a', 'b'], home: { floor: 3 } }]);
  });

  test('several documents at once, with ids of our own, in order', async () => {
    const reply = (await people().add([{ _id: 'p1' }, { _id: 'p2' }])) as unknown as { ids: string[] };
    expect(reply.ids).toEqual(['p1', 'p2']);
  });

  test('a missing document is an empty list', async () => {
    expect((await people().doc('nobody').get()).data).toEqual([]);
  });

  test('set makes or replaces, update merges, remove removes', async () => {
    const doc = people().doc('s1');
    expect(await doc.set({ a: 1, b: 2 })).toMatchObject({ updated: 0, upsertedId: 's1' });
    expect(await doc.set({ a: 3 })).toMatchObject({ updated: 1 });
    expect(await doc.update({ c: { d: 4 } })).toMatchObject({ updated: 1 });
    expect(await doc.update({ c: { e: 5 } })).toMatchObject({ updated: 1 });
    expect((await doc.get()).data).toEqual([{ _id: 's1', a: 3, c: { d: 4, e: 5 } }]);
    expect(await doc.remove()).toMatchObject({ deleted: 1 });
    expect(await doc.remove()).toMatchObject({ deleted: 0 });
  });

  test('an update that changes nothing is not counted', async () => {
    await people().doc('same').set({ a: 1 });
    expect(await people().doc('same').update({ a: 1 })).toMatchObject({ updated: 0 });
  });

  test('where updates and removes many, count counts', async () => {
    await people().add([
      { group: 'g', n: 1 },
      { group: 'g', n: 2 },
      { group: 'g', n: 3 },
    ]);
    const group = people().where({ group: 'g' });
    expect(await group.update({ seen: true })).toMatchObject({ updated: 3 });
    expect(await people().where({ group: 'g', seen: true }).count()).toMatchObject({ total: 3 });
    expect(await group.options({ multiple: false }).update({ first: true })).toMatchObject({ updated: 1 });
    expect(await group.remove()).toMatchObject({ deleted: 3 });
    expect(await group.count()).toMatchObject({ total: 0 });
  });

  test('updateAndReturn gives the document as it is afterwards', async () => {
    await people().doc('r1').set({ n: 1 });
    const reply = await people()
      .where({ _id: 'r1' })
      .updateAndReturn({ n: cloud.db.command.inc(4) });
    expect(reply).toMatchObject({ updated: 1, doc: { _id: 'r1', n: 5 } });
    expect(await people().where({ _id: 'r0' }).updateAndReturn({ n: 1 })).toMatchObject({ updated: 0, doc: null });
  });

  test('a numeric id and a string id are different documents', async () => {
    await people().doc(7).set({ kind: 'number' });
    await people().doc('7').set({ kind: 'string' });
    expect((await people().doc(7).get()).data).toEqual([{ _id: 7, kind: 'number' }]);
    expect((await people().doc('7').get()).data).toEqual([{ _id: '7', kind: 'string' }]);
  });

  test('server dates are the clock of the cloud', async () => {
    await people()
      .doc('d')
      .set({ at: cloud.db.serverDate(), later: cloud.db.serverDate({ offset: 60000 }) });
    expect((await people().doc('d').get()).data).toEqual([{ _id: 'd', at: new Date(MORNING), later: new Date(MORNING + 60000) }]);
  });

  test('a missing collection, a second document with one id, and a new _id are refused', async () => {
    expect(await codeOf(cloud.db.collection('nowhere').get())).toBe('DATABASE_COLLECTION_NOT_EXIST');
    await people().add({ _id: 'once' });
    const again = await refusalOf(people().add({ _id: 'once' }) as Promise<unknown>);
    expect(again.code).toBe('DATABASE_REQUEST_FAILED');
    expect(again.message).toContain('E11000 duplicate key error');
  });

  test('createCollection makes a collection once', async () => {
    await cloud.db.createCollection('fresh');
    expect((await cloud.db.collection('fresh').get()).data).toEqual([]);
    expect(await codeOf(cloud.db.createCollection('fresh'))).toBe('DATABASE_COLLECTION_ALREADY_EXIST');
  });
});
