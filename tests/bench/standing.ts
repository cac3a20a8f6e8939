/** Three hundred orders made from standing orders in one ring, and what a quiet ring costs. */

import { addDays } from '../../types/time';
import { openWorld, type World } from '../world';
import { soup } from '../world/canteen';
import { insert } from '../world/courier';
import { JOB_SECRET, make, ordersOf } from '../world/standing';
import type { Figure } from './table';

const PATTERNS = 300;

async function patterns(world: World): Promise<void> {
  const common = { weekdays: [1, 2, 3, 4, 5, 6, 7], want: 'first', way: 'dineIn', status: 'active', skips: [], revision: 1 };
  const by = { setBy: 'wx-liushifu', setByName: '刘师傅', onBehalf: true, tellTo: [], from: world.today };
  const rows = Array.from({ length: PATTERNS }, (_each, i) => ({
    _id: `xingfuli:r-${i + 1}~breakfast`,
    ...common,
    ...by,
    dinerId: `r-${i + 1}`,
    period: 'breakfast',
    setAt: i,
  }));
  await insert(world, 'standingOrders', rows);
}

/** A community with breakfast, which the demo does not serve, so that nothing but these orders is made. */
async function breakfast(world: World): Promise<void> {
  const office = await world.as('wx-zhouzhuren');
  const settings = await office.canteen('settings', {});
  const [lunch] = settings.periods;
  const early = { ...lunch!, period: 'breakfast' as const, cutoffDaysBefore: 1, capacity: 400 };
  await office.canteen('saveSettings', { ...settings, periods: [...settings.periods, early] });
  await office.canteen('publishMeal', { day: addDays(world.today, 3), period: 'breakfast', dishes: [soup], capacity: 400 });
}

export async function standingFigures(): Promise<Figure[]> {
  const world = await openWorld({ residents: PATTERNS + 60, past: 0, fill: 0 }, { workers: 1, ...JOB_SECRET });
  try {
    await world.at('08:00');
    await make(world);
    await patterns(world);
    await breakfast(world);
    world.resetStats();
    const began = performance.now();
    await make(world);
    const seconds = (performance.now() - began) / 1000;
    const first = world.stats()['canteen.makeStanding']!;
    const made = ordersOf(world, { period: 'breakfast' }).length;
    world.resetStats();
    await make(world);
    const quiet = world.stats()['canteen.makeStanding']!;
    return [
      { what: 'orders made in one ring', value: made, unit: 'orders', limit: PATTERNS, sense: 'exactly' },
      { what: 'time', value: seconds, unit: 's', limit: 2 },
      { what: 'database calls', value: first.databaseCalls.max, unit: 'calls', limit: 40 },
      { what: 'database calls of a ring with nothing to do', value: quiet.databaseCalls.max, unit: 'calls', limit: 10 },
    ];
  } finally {
    await world.stop();
  }
}
