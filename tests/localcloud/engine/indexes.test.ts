import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEngine } from '../../../localcloud/engine';
import { type Cloud, startCloud } from './support/cloud';

type Row = { _id: string };

describe('a filter that names _id or an index never scans', () => {
  let cloud: Cloud;
  beforeAll(async () => {
    cloud = await startCloud({
      orders: [
        { name: 'day', fields: [{ field: 'community' }, { field: 'day', direction: -1 }] },
        { name: 'member', fields: [{ field: 'family.accountId' }] },
      ],
    });
    const docs = Array.from({ length: 300 }, (_, i) => ({
      _id: `c${i % 3}:${String(i).padStart(3, '0')}`,
      community: `c${i % 3}`,
      day: Math.floor(i / 30),
      family: [{ accountId: `acc${i}`, role: i % 2 ? 'child' : 'parent' }, { accountId: `acc${i + 1000}` }],
      free: i,
    }));
    await cloud.db.collection('orders').add(docs);
  });
  afterAll(() => cloud.stop());
  const orders = () => cloud.db.collection('orders');
  const unscanned = async (query: { get(): Promise<{ data: unknown[] }> }): Promise<string[]> => {
    const before = cloud.engine.stats().scans;
    const { data } = await query.get();
    expect(cloud.engine.stats().scans).toBe(before);
    return (data as Row[]).map(row => row._id);
  };

  test('by id: equal, in, range, beginning; with further conditions', async () => {
    const { db } = cloud;
    const { command: _ } = db;
    expect(await unscanned(orders().where({ _id: 'c0:003', free: 3 }))).toEqual(['c0:003']);
    expect(await unscanned(orders().where({ _id: _.in(['c1:001', 'c0:000', 'nobody']) }))).toHaveLength(2);
    expect(
      await unscanned(
        orders()
          .where({ _id: _.gt('c2:290') })
          .orderBy('_id', 'asc'),
      ),
    ).toEqual(['c2:293', 'c2:296', 'c2:299']);
    expect(await unscanned(orders().where({ _id: db.RegExp({ regexp: '^c2:29' }) }))).toEqual([
      'c2:290',
      'c2:293',
      'c2:296',
      'c2:299',
    ]);
  });

  test('by the beginning of a compound index, with a range on the next field', async () => {
    const { command: _ } = cloud.db;
    expect(await unscanned(orders().where({ community: 'c1' }).limit(1000))).toHaveLength(100);
    expect(await unscanned(orders().where({ community: 'c1', day: _.gte(8).and(_.lt(9)) }))).toHaveLength(10);
    expect(await unscanned(orders().where({ community: _.in(['c0', 'c2']), day: 3, free: _.lt(95) }))).toEqual([
      'c0:090',
      'c0:093',
      'c2:092',
    ]);
  });

  test('by an element of an array, also through elemMatch', async () => {
    const { command: _ } = cloud.db;
    expect(await unscanned(orders().where({ 'family.accountId': 'acc7' }))).toEqual(['c1:007']);
    expect(await unscanned(orders().where({ family: _.elemMatch({ accountId: 'acc7', role: 'child' }) }))).toEqual(['c1:007']);
    expect(await unscanned(orders().where({ 'family.accountId': _.in(['acc7', 'acc1007']) }))).toEqual(['c1:007']);
  });

  test('alternatives that all name an index', async () => {
    const { command: _ } = cloud.db;
    expect(
      await unscanned(orders().where(_.or([{ _id: 'c0:000' }, { 'family.accountId': 'acc5' }, { 'family.accountId': 'acc0' }]))),
    ).toHaveLength(2);
  });

  test('pages in the order of an index', async () => {
    const { command: _ } = cloud.db;
    const page = orders()
      .where({ community: 'c1', day: _.lt(9) })
      .orderBy('day', 'desc')
      .orderBy('_id', 'desc')
      .limit(3);
    expect(await unscanned(page)).toEqual(['c1:268', 'c1:265', 'c1:262']);
    expect(await unscanned(orders().where({ community: 'c1' }).orderBy('day', 'asc').skip(98).limit(9))).toEqual([
      'c1:295',
      'c1:298',
    ]);
  });

  test('only what names neither is counted as a scan', async () => {
    const before = cloud.engine.stats().scans;
    await orders().where({ free: 5 }).get();
    await orders().where({ day: 5 }).get();
    expect(cloud.engine.stats().scans).toBe(before + 2);
  });

  test('indexes follow updates and removals', async () => {
    await orders().doc('c0:000').update({ 'family.0.accountId': 'moved', community: 'c9' });
    expect(await unscanned(orders().where({ 'family.accountId': 'acc0' }))).toEqual([]);
    expect(await unscanned(orders().where({ 'family.accountId': 'moved' }))).toEqual(['c0:000']);
    await orders().where({ community: 'c9' }).remove();
    expect(await unscanned(orders().where({ 'family.accountId': 'moved' }))).toEqual([]);
  });
});

test('what was written is there after opening again, with its indexes', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'engine-'));
  const index = { name: 'k', fields: [{ field: 'k' }], unique: true };
  const cloud = await startCloud({ docs: [index] }, dir);
  await cloud.db.collection('docs').add([
    { _id: 'a', k: 1, at: new Date(7) },
    { _id: 'b', k: 2 },
    { _id: 'c', k: 3 },
  ]);
  await cloud.db.collection('docs').doc('b').update({ k: 5 });
  await cloud.db.collection('docs').doc('c').remove();
  await cloud.db.collection('docs').doc(8).set({ k: 8 });
  await expect(openEngine({ dir })).rejects.toThrow('in use');
  await cloud.stop();
  const engine = await openEngine({ dir });
  expect(engine.collections()).toEqual([{ name: 'docs', count: 3, indexes: [index] }]);
  expect(engine.peek('docs', { k: { $in: [1, 2, 3, 5, 8] } })).toEqual([
    { _id: 'a', k: 1, at: new Date(7) },
    { _id: 'b', k: 5 },
    { _id: 8, k: 8 },
  ]);
  expect(engine.stats().scans).toBe(0);
  await engine.close();
  rmSync(dir, { recursive: true });
});
