/** Three faces after the meal: by whoever ate it, or the family. */
import type { CanteenContract, KitchenSettings, Order, Ratable, Rating } from '../../../types/canteen';
import { addDays } from '../../../types/time';
import type { Stored } from '../../_shared/collection';
import type { Context, HandlersOf } from '../../_shared/context';
import { _ } from '../../_shared/database';
import { residents } from '../../_shared/directory';
import { between, LIGHT } from '../../_shared/store';
import { orders, ratings } from '../collections';
import { kitchenOf } from '../kitchenSettings';
import { dinerIdIn, dishesText, mayOrderFor } from '../rules';
import { mayRate } from '../rulesDishes';

const ratable = (
  order: Stored<Order>,
  rating: Rating | undefined,
  settings: KitchenSettings,
  ctx: Pick<Context, 'today'>,
): Ratable => ({
  orderId: order.id,
  day: order.day,
  period: order.period,
  dinerName: order.dinerName,
  dishes: dishesText(order),
  face: rating?.face,
  may: { rate: mayRate(order, rating, settings.ratingDays, ctx.today) },
});

/** One order, of somebody for whom this person may order. */
async function oneOrder(ctx: Context, orderId: string): Promise<Stored<Order>[]> {
  const [order, diner] = await Promise.all([ctx.store.need(orders, orderId), ctx.store.need(residents, dinerIdIn(orderId))]);
  if (!mayOrderFor(diner, ctx.session).ok) ctx.refuse('NOT_FOUND');
  return [order];
}

/** What oneself and one's elders ate in the last days. */
async function lastEaten(ctx: Context, days: number): Promise<Stored<Order>[]> {
  const { session, store, today } = ctx;
  const mine = [...(session.residentId ? [session.residentId] : []), ...session.elders.map(elder => elder.id)];
  if (mine.length === 0) return [];
  const eaten = { dinerId: _.in(mine), day: between(addDays(today, -days), today), status: 'redeemed' };
  return store.find(orders, eaten, { order: ['-day'], limit: 60, without: LIGHT });
}

export const ratingHandlers: Pick<HandlersOf<CanteenContract>, 'toRate' | 'rateMeal'> = {
  /** Two waves: what was eaten, then how it was rated. */
  async toRate({ orderId }, ctx) {
    const asked = orderId
      ? await Promise.all([oneOrder(ctx, orderId), kitchenOf(ctx.store)])
      : await kitchenOf(ctx.store).then(async settings => [await lastEaten(ctx, settings.ratingDays), settings] as const);
    const [eaten, settings] = asked;
    const rated = await ctx.store.readAll(
      ratings,
      eaten.map(order => order.id),
      { without: LIGHT },
    );
    const byId = new Map(rated.map(rating => [rating.id, rating]));
    return { today: ctx.today, meals: eaten.map(order => ratable(order, byId.get(order.id), settings, ctx)) };
  },

  async rateMeal({ orderId, face }, ctx) {
    const draft = ctx.store.draft(ratings, orderId, { quiet: true, fresh: true });
    const [order, diner, settings] = await Promise.all([
      ctx.store.need(orders, orderId),
      ctx.store.need(residents, dinerIdIn(orderId)),
      kitchenOf(ctx.store),
    ]);
    ctx.insist(mayOrderFor(diner, ctx.session));
    const dishIds = order.lines.map(line => line.dishId);
    const saved = await draft.save(current => {
      ctx.insist(mayRate(order, current, settings.ratingDays, ctx.today));
      return { doc: { mealId: order.mealId, day: order.day, dinerId: order.dinerId, dishIds, face, at: ctx.now } };
    });
    return ratable(order, saved, settings, ctx);
  },
};
