import { type Cloud, startCloud } from './cloud';

export type Row = { [field: string]: unknown };

/** Orders of three diners, two of whom are known, and two places with a geographic index. */
export async function startCanteen(): Promise<Cloud> {
  const cloud = await startCloud({
    orders: [{ name: 'diner', fields: [{ field: 'diner' }] }],
    diners: [],
    places: [{ name: 'at', fields: [{ field: 'at', direction: '2dsphere' }] }],
  });
  const { db } = cloud;
  await db.collection('orders').add([
    { _id: 'o1', diner: 'wang', fen: 1200, dishes: ['rice', 'fish'], home: { floor: 3 } },
    { _id: 'o2', diner: 'li', fen: 800, dishes: ['rice'], home: { floor: 1 } },
    { _id: 'o3', diner: 'wang', fen: 500, dishes: [], home: { floor: 3 } },
    { _id: 'o4', diner: 'zhao', fen: 2000 },
  ]);
  await db.collection('diners').add([
    { _id: 'wang', name: '王' },
    { _id: 'li', name: '李' },
  ]);
  await db.collection('places').add([
    { _id: 'near', at: new db.Geo.Point(121.47, 31.23) },
    { _id: 'far', at: new db.Geo.Point(121.6, 31.3) },
  ]);
  return cloud;
}

/** The documents that a pipeline ends with. */
export const run = async (pipeline: { end(): Promise<unknown> }): Promise<Row[]> =>
  ((await pipeline.end()) as { data: Row[] }).data;
