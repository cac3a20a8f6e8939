import { run, startCanteen } from './support/canteen';
import { type Cloud, refusalOf } from './support/cloud';

describe('aggregation stages through the SDK', () => {
  let cloud: Cloud;
  beforeAll(async () => {
    cloud = await startCanteen();
  });
  afterAll(() => cloud.stop());
  const orders = () => cloud.db.collection('orders').aggregate();
  const $ = () => cloud.db.command.aggregate;

  test('match and group: sums, averages, extremes, lists', async () => {
    const spec = {
      _id: '$diner',
      sum: $().sum('$fen'),
      avg: $().avg('$fen'),
      min: $().min('$fen'),
      max: $().max('$fen'),
      ids: $().push('$_id'),
      first: $().first('$_id'),
      last: $().last('$_id'),
      floors: $().addToSet('$home.floor'),
      n: $().sum(1),
    };
    const rows = await run(orders().match({ diner: 'wang' }).group(spec));
    expect(rows).toEqual([
      { _id: 'wang', sum: 1700, avg: 850, min: 500, max: 1200, ids: ['o1', 'o3'], first: 'o1', last: 'o3', floors: [3], n: 2 },
    ]);
  });

  test('group over everything, standard deviations, merged objects', async () => {
    const spec = { _id: null, pop: $().stdDevPop('$fen'), samp: $().stdDevSamp('$fen'), home: $().mergeObjects('$home') };
    const [row] = await run(orders().match({ diner: 'wang' }).group(spec));
    expect(row).toMatchObject({ _id: null, pop: 350, home: { floor: 3 } });
    expect(row?.['samp']).toBeCloseTo(494.97, 2);
  });

  test('a match at the beginning uses the index and sees conditions', async () => {
    const before = cloud.engine.stats();
    const { command } = cloud.db;
    const rows = await run(
      orders()
        .match({ diner: command.in(['li', 'zhao']), fen: command.gt(900) })
        .project({ fen: 1 }),
    );
    expect(rows).toEqual([{ _id: 'o4', fen: 2000 }]);
    expect(cloud.engine.stats().scans).toBe(before.scans);
  });

  test('sort, skip, limit and count; the count of nothing is nothing', async () => {
    expect((await run(orders().sort({ fen: -1 }).skip(1).limit(2))).map(row => row['_id'])).toEqual(['o1', 'o2']);
    expect(
      await run(
        orders()
          .match({ fen: cloud.db.command.gt(600) })
          .count('n'),
      ),
    ).toEqual([{ n: 3 }]);
    expect(await run(orders().match({ fen: 1 }).count('n'))).toEqual([]);
  });

  test('project includes, excludes and computes', async () => {
    const [row] = await run(
      orders()
        .match({ _id: 'o1' })
        .project({ _id: 0, 'home.floor': 1, yuan: $().divide(['$fen', 100]) }),
    );
    expect(row).toEqual({ home: { floor: 3 }, yuan: 12 });
    expect(await run(orders().match({ _id: 'o2' }).project({ dishes: 0, home: false }))).toEqual([
      { _id: 'o2', diner: 'li', fen: 800 },
    ]);
  });

  test('addFields sees the document as it came and merges into objects', async () => {
    const [row] = await run(
      orders()
        .match({ _id: 'o1' })
        .addFields({ fen: $().add(['$fen', 1]), before: '$fen', 'home.door': 302 }),
    );
    expect(row).toMatchObject({ fen: 1201, before: 1200, home: { floor: 3, door: 302 } });
    expect(cloud.engine.peek('orders', { _id: 'o1' })).toMatchObject([{ fen: 1200, home: { floor: 3 } }]);
  });

  test('unwind drops the empty unless told to keep them', async () => {
    const plain = await run(orders().unwind('$dishes'));
    expect(plain.map(row => [row['_id'], row['dishes']])).toEqual([
      ['o1', 'rice'],
      ['o1', 'fish'],
      ['o2', 'rice'],
    ]);
    const kept = await run(orders().unwind({ path: '$dishes', includeArrayIndex: 'i', preserveNullAndEmptyArrays: true }));
    expect(kept.map(row => [row['_id'], row['dishes'], row['i']])).toEqual([
      ['o1', 'rice', 0],
      ['o1', 'fish', 1],
      ['o2', 'rice', 0],
      ['o3', undefined, null],
      ['o4', undefined, null],
    ]);
  });

  test('lookup by field and by pipeline with let', async () => {
    const joined = await run(
      orders().match({ _id: 'o1' }).lookup({ from: 'diners', localField: 'diner', foreignField: '_id', as: 'who' }),
    );
    expect(joined[0]?.['who']).toEqual([{ _id: 'wang', name: '王' }]);
    const pipeline = $()
      .pipeline()
      .match(cloud.db.command.expr($().and([$().eq(['$diner', '$$id']), $().gte(['$fen', 1000])])))
      .project({ fen: 1 })
      .done();
    const rows = await run(
      cloud.db
        .collection('diners')
        .aggregate()
        .lookup({ from: 'orders', let: { id: '$_id' }, pipeline, as: 'big' }),
    );
    expect(rows).toEqual([
      { _id: 'wang', name: '王', big: [{ _id: 'o1', fen: 1200 }] },
      { _id: 'li', name: '李', big: [] },
    ]);
  });

  test('bucket, bucketAuto, sortByCount', async () => {
    const spec = {
      groupBy: '$fen',
      boundaries: [500, 1000, 2000],
      default: 'more',
      output: { n: $().sum(1), ids: $().push('$_id') },
    };
    expect(await run(orders().bucket(spec))).toEqual([
      { _id: 500, n: 2, ids: ['o2', 'o3'] },
      { _id: 1000, n: 1, ids: ['o1'] },
      { _id: 'more', n: 1, ids: ['o4'] },
    ]);
    expect(
      (
        await refusalOf(
          orders()
            .bucket({ groupBy: '$fen', boundaries: [0, 10] })
            .end(),
        )
      ).message,
    ).toContain('no default');
    expect(await run(orders().bucketAuto({ groupBy: '$fen', buckets: 2 }))).toEqual([
      { _id: { min: 500, max: 1200 }, count: 2 },
      { _id: { min: 1200, max: 2000 }, count: 2 },
    ]);
    expect((await run(orders().sortByCount('$diner')))[0]).toEqual({ _id: 'wang', count: 2 });
  });

  test('replaceRoot and sample', async () => {
    expect(await run(orders().match({ _id: 'o1' }).replaceRoot({ newRoot: '$home' }))).toEqual([{ floor: 3 }]);
    const drawn = await run(orders().sample({ size: 3 }));
    expect(new Set(drawn.map(row => row['_id'])).size).toBe(3);
  });
});
