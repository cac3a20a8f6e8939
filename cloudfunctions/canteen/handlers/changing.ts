/** Other dishes or another way for an order that stands. The person's own from then on, even if a standing order made it. */
import type { CanteenContract, Order } from '../../../types/canteen';
import type { Stored } from '../../_shared/collection';
import type { HandlersOf } from '../../_shared/context';
import { residents } from '../../_shared/directory';
import { linesFor, servingOf, touchedBy } from '../booking';
import { meals, orders, recipients } from '../collections';
import { keepCaps, pricingOf } from '../pricing';
import { dayIn, dinerIdIn, holderOfOrder, mayChange, mayOrderFor, mealIdIn, placesIdOf, portions } from '../rules';
import { mayHave } from '../rulesOfDelivery';
import { Seat } from '../seat';
import { mealEvent } from '../tell';
import { orderView } from '../views';

export const changingHandlers: Pick<HandlersOf<CanteenContract>, 'changeOrder'> = {
  /** As many portions keep their seat. More or fewer are a new round: its seats are claimed first and the old ones given back after. */
  async changeOrder({ id, way, lines: wanted }, ctx) {
    const draft = ctx.store.draft(orders, id);
    const [meal, diner, pricing, recipient] = await Promise.all([
      ctx.store.need(meals, mealIdIn(id)),
      ctx.store.need(residents, dinerIdIn(id)),
      pricingOf(ctx.store, [dinerIdIn(id)], dayIn(id)),
      way === 'delivery' ? ctx.store.read(recipients, dinerIdIn(id)) : undefined,
    ]);
    if (!mayOrderFor(diner, ctx.session).ok) ctx.refuse('NOT_FOUND');
    ctx.insist(mayHave(way, recipient, meal.day));
    const settings = pricing.of(diner.id, meal.day, id);
    const lines = linesFor(ctx, meal, wanted, settings);
    const seat = new Seat(ctx, meal.id, diner.id, portions(lines));
    let last: Order | undefined;
    const was: { order?: Order } = {};
    try {
      last = await draft.save(async current => {
        if (!current) return ctx.refuse('NOT_FOUND');
        last = current;
        ctx.insist(mayChange(current, meal, ctx.now));
        was.order = current;
        const moves = portions(current.lines) !== portions(lines);
        const round = current.round + (moves ? 1 : 0);
        if (moves) await seat.take(round);
        const doc: Order = { ...current, ...servingOf(meal, diner, lines, way, settings), ...touchedBy(current), round };
        return { doc, tell: moves ? [mealEvent('meal.booked', doc, id)] : [], onBehalfOf: diner.id };
      });
    } finally {
      await seat.settle(last);
    }
    const { order: before } = was;
    if (before && before.round < last.round)
      await ctx.places.release(placesIdOf(meal.id), holderOfOrder(before), portions(before.lines));
    const [lowered] = (await keepCaps(ctx, [diner.id], meal.day)).filter(order => order.id === id);
    return orderView(lowered ?? (last as Stored<Order>), meal, ctx.now);
  },
};
