/** The settings by which a diner's meals are priced: the canteen's, with what is left of subsidies that have a cap. */
import type { Order, Settings } from '../../types/canteen';
import { type CivilDate, MINUTE_MS, monthRange } from '../../types/time';
import type { Stored } from '../_shared/collection';
import type { Context } from '../_shared/context';
import { _ } from '../_shared/database';
import { between, LIGHT, type Store } from '../_shared/store';
import { orders } from './collections';
import { hasCaps, overCaps, type Taken, withinCaps } from './rulesCaps';
import { settingsOf } from './settings';
import { inTens } from './steps';

/** Settings for one diner's meal; `orderId` is the order it belongs to. */
export type Pricing = { settings: Settings; of: (dinerId: string, day: CivilDate, orderId: string) => Settings };

const monthsOf = (first: CivilDate, last: CivilDate) =>
  between(monthRange(first.slice(0, 7)).first, monthRange(last.slice(0, 7)).last);
const HEAVY = [...LIGHT, 'lines', 'clashes', 'tellTo', 'code'];

const takenBy = (store: Store, dinerIds: readonly string[], first: CivilDate, last: CivilDate) =>
  store.findAll(orders, { dinerId: _.in([...dinerIds]), day: monthsOf(first, last) }, { without: HEAVY });

/** One call more, and only where a rule has a cap. The days are those to be priced. */
export async function pricingOf(
  store: Store,
  dinerIds: readonly string[],
  first: CivilDate,
  last: CivilDate = first,
): Promise<Pricing> {
  const settings = await settingsOf(store);
  if (!hasCaps(settings) || dinerIds.length === 0) return { settings, of: () => settings };
  const byDiner = new Map<string, Taken[]>();
  for (const order of await takenBy(store, dinerIds, first, last))
    byDiner.set(order.dinerId, [...(byDiner.get(order.dinerId) ?? []), order]);
  return { settings, of: (dinerId, day, orderId) => withinCaps(settings, byDiner.get(dinerId) ?? [], day, orderId) };
}

/** Longer than two bookings of one diner can overlap. */
const MOMENT_MS = 10 * MINUTE_MS;

/**
 * After a booking: when two meals of one diner were booked in the same moment, a cap holds all the same. Whoever wrote last sees both, so it
 * is enough that everybody looks after writing; looking again changes nothing. Free where no rule has a cap.
 * @returns the orders whose price it lowered the subsidy of
 */
export async function keepCaps(ctx: Context, dinerIds: readonly string[], day: CivilDate): Promise<Stored<Order>[]> {
  const settings = await settingsOf(ctx.store);
  if (!hasCaps(settings) || dinerIds.length === 0) return [];
  const taken = await takenBy(ctx.store, dinerIds, day, day);
  const over = dinerIds.flatMap(id =>
    overCaps(
      settings,
      taken.filter(order => order.dinerId === id),
      ctx.now - MOMENT_MS,
    ),
  );
  const changed: Stored<Order>[] = [];
  await inTens(over, async ({ id, price }) => {
    const saved = await ctx.store
      .at('keepCaps')
      .draft(orders, id, { quiet: true })
      .save(order => {
        if (order?.status !== 'booked' || order.price.subsidy <= price.subsidy) return undefined;
        return { doc: { ...order, price } };
      });
    changed.push(saved);
  });
  return changed;
}
