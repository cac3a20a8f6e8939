import { run, startCanteen } from './support/canteen';
import { type Cloud, refusalOf } from './support/cloud';

describe('geoNear, raw pipelines and refusals of aggregation', () => {
  let cloud: Cloud;
  beforeAll(async () => {
    cloud = await startCanteen();
  });
  afterAll(() => cloud.stop());
  const orders = () => cloud.db.collection('orders').aggregate();

  test('geoNear sorts by distance in metres', async () => {
    const spec = { near: new cloud.db.Geo.Point(121.47, 31.23), distanceField: 'metres', spherical: true, maxDistance: 50000 };
    const rows = await run(cloud.db.collection('places').aggregate().geoNear(spec));
    expect(rows.map(row => row['_id'])).toEqual(['near', 'far']);
    expect(rows[0]?.['metres']).toBe(0);
    expect(Math.round((rows[1]?.['metres'] as number) / 100)).toBe(146);
    const elsewhere = orders().geoNear({ ...spec, near: new cloud.db.Geo.Point(121.47, 31.23) });
    expect((await refusalOf(elsewhere.end())).message).toContain('2dsphere');
  });

  test('raw pipelines: facet, set, unset', async () => {
    const raw = [{ $facet: { cheap: [{ $match: { fen: { $lt: 900 } } }, { $count: 'n' }], all: [{ $count: 'n' }] } }];
    const collection = cloud.db.collection('orders').options({ raw: true });
    expect(await run(collection.aggregate(raw as never))).toEqual([{ cheap: [{ n: 2 }], all: [{ n: 4 }] }]);
    const steps = [{ $match: { _id: 'o2' } }, { $set: { x: '$fen' } }, { $unset: ['dishes', 'home'] }];
    expect(await run(collection.aggregate(steps as never))).toEqual([{ _id: 'o2', diner: 'li', fen: 800, x: 800 }]);
  });

  test('an unknown stage, operator or wrong operand is refused', async () => {
    const collection = cloud.db.collection('orders').options({ raw: true });
    expect((await refusalOf(collection.aggregate([{ $out: 'x' }] as never).end())).message).toContain('$out');
    expect(
      (
        await refusalOf(
          orders()
            .group({ _id: null, n: { $nothing: 1 } })
            .end(),
        )
      ).code,
    ).toBe('DATABASE_REQUEST_FAILED');
    expect((await refusalOf(orders().limit(0).end())).code).toBe('DATABASE_REQUEST_FAILED');
    expect(
      (
        await refusalOf(
          orders()
            .project({ x: { $add: ['$diner', 1] } })
            .end(),
        )
      ).code,
    ).toBe('DATABASE_REQUEST_FAILED');
    expect((await refusalOf(orders().project({ a: 1, b: 0 }).end())).code).toBe('DATABASE_REQUEST_FAILED');
  });
});
