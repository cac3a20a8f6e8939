/** Sequential database round trips of an action, in a small community and in a large one. */
import { openWorld, type World } from '../world';
import { mealWith, plate } from '../world/canteen';
import type { Figure } from './table';

/** What a person does, and the bound of the issue it came from; `warm`: the session is in the instance's memory. */
const BOUNDS: readonly [what: string, action: string, most: number][] = [
  ['home: my orders', 'canteen.myOrders', 2],
  ['home: who am I', 'people.me', 2],
  ['week menu', 'canteen.weekMenu', 2],
  ['book', 'canteen.bookMeal', 3],
  ['cancel', 'canteen.cancelOrder', 3],
  ['check off', 'canteen.redeem', 2],
];

/** On the day of the clock, so many days after the first; `before` each step, to let sessions grow old where they should. */
async function walk(world: World, day: number, before: () => Promise<void> = async () => undefined): Promise<void> {
  const cook = await world.as('wx-liushifu');
  const daughter = await world.as('wx-limin');
  const mealId = await mealWith(world, cook, 50, day);
  const steps: (() => Promise<unknown>)[] = [
    () => daughter.canteen('myOrders', {}),
    () => daughter.people('me', {}),
    () => daughter.canteen('weekMenu', {}),
    () => daughter.canteen('bookMeal', plate(mealId, 'r-wangguilan')),
    () => daughter.canteen('cancelOrder', { id: `${mealId}:r-wangguilan` }),
    () => cook.canteen('bookMeal', plate(mealId, 'r-zhaodefu')),
    () => cook.canteen('redeem', { id: `${mealId}:r-zhaodefu` }),
  ];
  for (const step of steps) {
    await before();
    await step();
  }
}

/** One worker, so that the second walk finds every session in memory. */
async function measure(
  residents: number,
): Promise<{ cold: World['stats'] extends () => infer S ? S : never; warm: ReturnType<World['stats']> }> {
  const world = await openWorld({ residents, past: 1, fill: 0 }, { workers: 1 });
  try {
    await world.at('08:00');
    // A session is remembered for half a minute.
    await walk(world, 0, () => world.advance(31_000));
    const cold = world.stats();
    await world.at('08:00', 7);
    await walk(world, 7);
    await world.at('08:00', 8);
    const daughter = await world.as('wx-limin');
    const cook = await world.as('wx-liushifu');
    await Promise.all([
      daughter.courier('templates', {}),
      cook.courier('templates', {}),
      daughter.canteen('myOrders', {}),
      daughter.people('communities', {}),
      cook.canteen('settings', {}),
    ]);
    world.resetStats();
    await walk(world, 8);
    return { cold, warm: world.stats() };
  } finally {
    await world.stop();
  }
}

export async function roundTrips(): Promise<Figure[]> {
  const [small, large] = [await measure(100), await measure(12_000)];
  return BOUNDS.flatMap(([what, action, limit]) => [
    { what: `${what}, 12,000 residents`, value: large.warm[action]!.roundTrips.max, unit: 'round trips', limit },
    {
      what: `${what}, 100 residents`,
      value: small.warm[action]!.roundTrips.max,
      unit: 'round trips',
      limit: large.warm[action]!.roundTrips.max,
      sense: 'exactly' as const,
    },
    { what: `${what}, of somebody the instance does not know`, value: large.cold[action]!.roundTrips.max, unit: 'round trips' },
    {
      what: `${what}: database calls, the dearest caller`,
      value: large.warm[action]!.databaseCalls.max,
      unit: 'calls',
    },
  ]);
}
