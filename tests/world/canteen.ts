/** Meals and seats for race and property tests: a small meal, many elders, and staff who book for them. */
import type { Dish } from '../../types/canteen';
import { fen } from '../../types/money';
import { addDays } from '../../types/time';
import { gesture, type Person, type World } from '.';

export const soup: Dish = { id: 'S1', name: '冬瓜汤套餐', parts: [], price: fen(1000), allergens: [], marks: [] };

/** Publishes a lunch so many days ahead; @returns its id. */
export async function mealWith(world: World, cook: Person, capacity: number, daysAhead: number): Promise<string> {
  const day = addDays(world.today, daysAhead);
  await cook.canteen('publishMeal', { day, period: 'lunch', dishes: [soup], capacity });
  return `${day}:lunch`;
}

export const plate = (mealId: string, dinerId: string, count = 1) => ({
  mealId,
  dinerId,
  way: 'dineIn' as const,
  lines: [{ dishId: soup.id, count }],
});

/** What happened to one attempt: `ok` or the code of the refusal. */
export async function outcome(
  person: Person,
  action: string,
  input: unknown,
  requestId = gesture(),
): Promise<{ code: string; status: number }> {
  const { status, reply } = await person.raw('canteen', { action, input, requestId });
  // A function that died leaves the platform's own words instead of an envelope.
  return { status, code: reply.ok ? 'ok' : (reply.error?.code ?? 'none') };
}

type Seats = { capacity: number; left: number; holders: Record<string, string> };
type OrderRow = { dinerId: string; status: string; round: number; lines: { count: number }[] };

/** Seats and standing orders of a meal, as they lie in the database. */
export function stateOf(world: World, mealId: string): { seats: Seats; standing: OrderRow[]; portions: number; held: number } {
  const [seats] = world.engine.peek('places', { _id: `xingfuli:meal:${mealId}` }) as Seats[];
  const standing = (world.engine.peek('orders', { mealId }, 1000) as OrderRow[]).filter(order => order.status !== 'cancelled');
  const portions = standing.flatMap(order => order.lines).reduce((sum, line) => sum + line.count, 0);
  return {
    seats: seats!,
    standing,
    portions,
    held: Object.values(seats!.holders).reduce((sum, hold) => sum + Number(hold.split('@')[0]), 0),
  };
}
