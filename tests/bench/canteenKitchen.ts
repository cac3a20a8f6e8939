/** The kitchen, the counter and the numbers: what a page costs, and two hundred check-offs that come late. */
import { addDays, type Instant } from '../../types/time';
import { gesture, openWorld, type Person, type World } from '../world';
import { mealWith, plate } from '../world/canteen';
import type { Figure } from './table';

const CHECK_OFFS = 200;
/** As many calls at once as the phone's outbox has lanes. */
const LANES = 6;

async function inLanes<T>(items: readonly T[], work: (item: T) => Promise<unknown>): Promise<void> {
  const waiting = [...items];
  const lane = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}

/** Sends each check-off, and every tenth twice, as a phone does that lost the answer. @returns milliseconds, how many were written twice */
async function replay(world: World, cook: Person, ids: readonly string[]): Promise<{ ms: number; twice: number }> {
  const at = (world.now() - 60_000) as Instant;
  const deeds = ids.map(id => ({ id, requestId: gesture() }));
  const sent = [...deeds, ...deeds.filter((_deed, i) => i % 10 === 0)];
  const started = performance.now();
  await inLanes(sent, ({ id, requestId }) => cook.canteen('redeem', { id, at, where: '1 号窗口' }, requestId));
  const ms = performance.now() - started;
  const rows = world.engine.peek('orders', { mealId: ids[0]!.slice(0, 16), status: 'redeemed' }, 1000) as {
    _id: string;
    history: { action: string }[];
  }[];
  const written = new Map(
    rows.map(row => [row._id.slice('xingfuli:'.length), row.history.filter(deed => deed.action === 'redeem').length]),
  );
  return { ms, twice: ids.filter(id => written.get(id) !== 1).length };
}

/** Three hundred meals a day for a month are some nine thousand orders; the numbers of the month are read from their sums. */
export async function canteenKitchen(): Promise<Figure[]> {
  const world = await openWorld({ residents: 1200, past: 30, fill: 1, notices: false, safety: false }, { workers: 1 });
  try {
    // The demo has nobody booked in three days: that day is this bench's own.
    await world.at('08:00', 3);
    const now = await world.as('wx-liushifu');
    const today = await mealWith(world, now, 400, 3);
    const day = addDays(world.today, 3);
    const diners = (world.engine.peek('residents', {}, 1200) as { _id: string; status: string }[])
      .filter(row => row.status === 'living')
      .map(row => row._id.slice('xingfuli:'.length));
    const ids = diners.slice(0, CHECK_OFFS).map(id => `${today}:${id}`);
    await inLanes(diners.slice(0, CHECK_OFFS), id => now.canteen('bookMeal', plate(today, id)).catch(() => undefined));
    const month = world.today.slice(0, 7);
    await now.canteen('settings', {});
    world.resetStats();
    await now.canteen('kitchenSheet', { days: [day] });
    await now.canteen('counter', { mealId: today });
    await now.canteen('numbers', { month });
    await now.canteen('purchaseHint', { day });
    await now.canteen('samples', {});
    await world.advance(600_000);
    await world.fire('canteen');
    const { ms, twice } = await replay(world, await world.as(now.openid), ids);
    const stats = world.stats();
    const page = (what: string, action: string, limit: number): Figure[] => [
      { what, value: stats[`canteen.${action}`]!.roundTrips.max, unit: 'round trips', limit },
      { what: `${what}: database calls`, value: stats[`canteen.${action}`]!.databaseCalls.max, unit: 'calls' },
    ];
    return [
      ...page('kitchen sheet of a day', 'kitchenSheet', 2),
      ...page('counter', 'counter', 2),
      ...page('numbers of a month', 'numbers', 2),
      ...page('purchase hint', 'purchaseHint', 2),
      ...page('food samples', 'samples', 2),
      { what: `${CHECK_OFFS} check-offs sent later, ${LANES} at a time`, value: ms / 1000, unit: 's', limit: 5 },
      { what: 'of them written twice or not at all', value: twice, unit: 'orders', limit: 0, sense: 'exactly' },
    ];
  } finally {
    await world.stop();
  }
}
