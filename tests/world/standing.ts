/** Standing orders in tests: a person who sets them, the ring that makes orders of them, and what lies in the database. */
import { makeToken } from '../../cloudfunctions/_shared/token';
import type { Order, Pattern } from '../../types/canteen';
import { type CivilDate, type Instant, instantAt } from '../../types/time';
import { gesture, type Person, type World } from '.';

/** With which `openWorld` must be opened, so that a test can run a job by itself. */
export const JOB_SECRET = { envVariables: { JINLIN_SECRET: 'a-secret-of-this-test-only' } };

export type OrderRow = Order & { _id: string };

export const ordersOf = (world: World, filter: object): OrderRow[] => world.engine.peek('orders', filter, 1000) as OrderRow[];

/** The order of a diner for lunch of a day, as it lies there. */
export const lunchOrder = (world: World, day: CivilDate, dinerId: string): OrderRow | undefined =>
  ordersOf(world, { _id: `xingfuli:${day}:lunch:${dinerId}` })[0];

/** A job of the canteen, run as the platform would. */
export async function job(world: World, action: string, input: object = {}): Promise<Record<string, number>> {
  process.env.JINLIN_SECRET = JOB_SECRET.envVariables.JINLIN_SECRET;
  const systemToken = makeToken('test', 'system', (world.now() + 600_000) as Instant);
  const reply = await world.invoke('canteen', { action, input, requestId: gesture(), systemToken });
  const { ok, data } = reply as { ok: boolean; data: Record<string, number> };
  if (!ok) throw new Error(JSON.stringify(reply));
  return data;
}

export const make = (world: World): Promise<Record<string, number>> => job(world, 'makeStanding');

/** What safety tells of an absence, at least once. */
export const hear = (world: World, name: string, payload: object): Promise<unknown> =>
  job(world, 'hear', { id: gesture(), name, communityId: 'xingfuli', payload });

type Wish = Partial<Pick<Pattern, 'weekdays' | 'want' | 'way' | 'from' | 'to'>>;

export const setLunch = (world: World, person: Person, dinerId: string, wish: Wish = {}, requestId = gesture()) =>
  person.canteen(
    'saveStanding',
    { dinerId, period: 'lunch', weekdays: [1, 2, 3, 4, 5, 6, 7], want: 'first', way: 'dineIn', from: world.today, ...wish },
    requestId,
  );

/** Messages of a kind that reached the message centre. */
export const lettersOf = (world: World, kind: string): { to: string; text: string }[] =>
  world.engine.peek('letters', { kind }, 1000) as { to: string; text: string }[];

export const atNoon = (day: CivilDate): Instant => instantAt(day, 12 * 60);
