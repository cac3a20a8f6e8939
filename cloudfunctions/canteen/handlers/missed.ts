/**
 * Meals that nobody came for, told once serving is over; whether somebody has to look is for the domain of safety to say. What is brought
 * is not fetched: its carrier tells how it ended.
 */
import type { CanteenContract, Meal } from '../../../types/canteen';
import { instantAt } from '../../../types/time';
import type { Stored } from '../../_shared/collection';
import type { Context, HandlersOf } from '../../_shared/context';
import { _ } from '../../_shared/database';
import { LIGHT } from '../../_shared/store';
import { event } from '../../_shared/tell';
import { meals, missedMeals, orders } from '../collections';

const ORDERS_A_STEP = 150;

/** One step of one meal: the next orders still booked, told by the outbox of the meal's own record, so a crash repeats nothing. */
async function missedOf(ctx: Context, meal: Stored<Meal>): Promise<number> {
  const draft = ctx.store.draft(missedMeals, meal.id);
  const so = await draft.current();
  if (so?.done) return 0;
  const after = so?.after ? { _id: _.gt(ctx.store.fullId(orders, so.after)) } : {};
  const left = await ctx.store.find(
    orders,
    { mealId: meal.id, status: 'booked', way: _.neq('delivery'), ...after },
    { limit: ORDERS_A_STEP, without: LIGHT },
  );
  const { day, period } = meal;
  const tell = left.map(({ id, dinerId }) => event('meal.missed', { orderId: id, dinerId, day, period }));
  const doc = { day, after: left[left.length - 1]?.id ?? so?.after ?? '', done: left.length < ORDERS_A_STEP };
  await draft.save(() => ({ doc, tell }));
  return left.length;
}

export const missedHandlers: Pick<HandlersOf<CanteenContract>, 'tellMissed'> = {
  async tellMissed(_input, ctx) {
    const served = await ctx.store.across(meals, { status: 'open', day: ctx.today }, { without: [...LIGHT, 'dishes'] });
    const over = served.filter(({ day, servedTo }) => ctx.now >= instantAt(day, servedTo));
    let told = 0;
    for (const meal of over) told += await missedOf(ctx.within(meal.communityId), meal);
    return { told };
  },
};
