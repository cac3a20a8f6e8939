import { type Cloud, geoOf, refusalOf, startCloud } from './support/cloud';

type Doc = { _id: string };

describe('geographic queries', () => {
  let cloud: Cloud;
  beforeAll(async () => {
    cloud = await startCloud({ places: [{ name: 'at', fields: [{ field: 'at', direction: '2dsphere' }] }], plain: [] });
    const Geo = geoOf(cloud.db);
    const square = new Geo.Polygon([
      new Geo.LineString([
        new Geo.Point(0, 0),
        new Geo.Point(0, 2),
        new Geo.Point(2, 2),
        new Geo.Point(2, 0),
        new Geo.Point(0, 0),
      ]),
    ]);
    await cloud.db.collection('places').add([
      { _id: 'far', at: new Geo.Point(1.5, 1) },
      { _id: 'near', at: new Geo.Point(1, 1) },
      { _id: 'out', at: new Geo.Point(9, 9) },
      { _id: 'square', at: square },
    ]);
  });
  afterAll(() => cloud.stop());
  const ids = async (filter: object): Promise<string[]> =>
    ((await cloud.db.collection('places').where(filter).get()).data as Doc[]).map(doc => doc._id);

  test('near sorts by distance, within and intersects select', async () => {
    const { command: _ } = cloud.db;
    const Geo = geoOf(cloud.db);
    const point = new Geo.Point(1.01, 1);
    expect(await ids({ at: _.geoNear({ geometry: point, minDistance: 1, maxDistance: 200000 }) })).toEqual(['near', 'far']);
    expect(await ids({ at: _.geoWithin({ centerSphere: [[1, 1], 0.001] }) })).toEqual(['near', 'square']);
    const box = new Geo.Polygon([
      new Geo.LineString([
        new Geo.Point(0, 0),
        new Geo.Point(0, 3),
        new Geo.Point(3, 3),
        new Geo.Point(3, 0),
        new Geo.Point(0, 0),
      ]),
    ]);
    expect((await ids({ at: _.geoWithin({ geometry: box as never }) })).sort()).toEqual(['far', 'near', 'square']);
    const line = new Geo.LineString([new Geo.Point(-1, 1), new Geo.Point(3, 1)]);
    expect((await ids({ at: _.geoIntersects({ geometry: line as never }) })).sort()).toEqual(['far', 'near', 'square']);
  });

  test('a point comes back as a point, and without an index the query is refused', async () => {
    const { command: _ } = cloud.db;
    const Geo = geoOf(cloud.db);
    const [near] = (await cloud.db.collection('places').doc('near').get()).data as { at: object }[];
    expect(near?.at).toBeInstanceOf(Geo.Point);
    const query = cloud.db.collection('plain').where({ at: _.geoNear({ geometry: new Geo.Point(1, 1), maxDistance: 1 }) });
    expect((await refusalOf(query.get())).message).toContain('unable to find index');
  });
});
