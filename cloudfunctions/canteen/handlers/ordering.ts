/** Booking a meal, for oneself, for a bound elder, or as staff for anyone. */
import type { CanteenContract, Meal, Order } from '../../../types/canteen';
import type { Resident } from '../../../types/directory';
import { addDays } from '../../../types/time';
import type { Stored } from '../../_shared/collection';
import type { Context, HandlersOf } from '../../_shared/context';
import { _ } from '../../_shared/database';
import { residents } from '../../_shared/directory';
import type { Draft } from '../../_shared/draft';
import { LIGHT } from '../../_shared/store';
import { bookerOf, linesFor, newOrder, touchedBy } from '../booking';
import { meals, orders, recipients } from '../collections';
import { keepCaps, pricingOf } from '../pricing';
import {
  actsForOthers,
  dayIn,
  dinerIdIn,
  holderOfOrder,
  mayBook,
  mayCancel,
  mayOrderFor,
  mayWaive,
  mealIdIn,
  numberOf,
  orderIdOf,
  placesIdOf,
  portions,
  priceOf,
} from '../rules';
import { mayHave } from '../rulesOfDelivery';
import { Seat } from '../seat';
import { mealEvent, tellOf } from '../tell';
import { orderView } from '../views';

type Ordering = Pick<HandlersOf<CanteenContract>, 'quote' | 'bookMeal' | 'cancelOrder' | 'waiveOrder' | 'order' | 'myOrders'>;

export const orderingHandlers: Ordering = {
  async quote({ mealId, dinerId, lines }, ctx) {
    const [meal, diner, pricing] = await Promise.all([
      ctx.store.need(meals, mealId),
      ctx.store.need(residents, dinerId),
      pricingOf(ctx.store, [dinerId], dayIn(mealId)),
    ]);
    ctx.insist(mayOrderFor(diner, ctx.session));
    const settings = pricing.of(dinerId, meal.day, orderIdOf(mealId, dinerId));
    return priceOf(linesFor(ctx, meal, lines, settings), diner, meal.day, meal.period, settings);
  },

  /**
   * One wave of reads beside the courier's mark, one claim of the seat, one write. The order is assumed new; when it turns out
   * to exist, it is read and the rules are asked again (a retry, a second tap, or a booking after a cancellation).
   */
  async bookMeal({ mealId, dinerId, way, lines: wanted }, ctx) {
    const draft = ctx.store.draft(orders, orderIdOf(mealId, dinerId), { fresh: true });
    const [meal, diner, pricing, recipient] = await Promise.all([
      ctx.store.need(meals, mealId),
      ctx.store.need(residents, dinerId),
      pricingOf(ctx.store, [dinerId], dayIn(mealId)),
      way === 'delivery' ? ctx.store.read(recipients, dinerId) : undefined,
    ]);
    ctx.insist(mayOrderFor(diner, ctx.session));
    if (diner.status !== 'living') ctx.refuse('DINER_LEFT');
    ctx.insist(mayHave(way, recipient, meal.day));
    const settings = pricing.of(dinerId, meal.day, draft.id);
    const lines = linesFor(ctx, meal, wanted, settings);
    const seat = new Seat(ctx, mealId, dinerId, portions(lines));
    let last: Order | undefined;
    try {
      last = await draft.save(async current => {
        last = current;
        ctx.insist(mayBook(meal, current, 1, ctx.now));
        const round = (current?.round ?? 0) + 1;
        const issued = await seat.take(round);
        // Held already and not read yet: most likely this very order exists, and what it says counts. A cancelled one is about to
        // give its seat back; writing then meets it, and the next round is taken.
        if (!issued && !current) ctx.insist(mayBook(meal, await ctx.store.read(orders, draft.id), 1, ctx.now));
        const number = numberOf(meal.period, issued ?? (await seat.renumber()));
        const order = newOrder(meal, diner, lines, way, settings, bookerOf(ctx.session, diner), ctx.now);
        const doc: Order = { ...order, ...touchedBy(current), number, round };
        const booked = mealEvent('meal.booked', doc, draft.id);
        return {
          doc,
          tell: [...tellOf('mealBooked', doc, draft.id, diner, meal), booked],
          onBehalfOf: doc.onBehalf ? dinerId : undefined,
        };
      });
      const [lowered] = (await keepCaps(ctx, [dinerId], meal.day)).filter(order => order.id === draft.id);
      return orderView(lowered ?? (last as Stored<Order>), meal, ctx.now);
    } finally {
      await seat.settle(last);
    }
  },

  async cancelOrder({ id }, ctx) {
    const draft = ctx.store.draft(orders, id);
    const [meal, diner] = await Promise.all([ctx.store.need(meals, mealIdIn(id)), ctx.store.need(residents, dinerIdIn(id))]);
    if (!mayOrderFor(diner, ctx.session).ok) ctx.refuse('NOT_FOUND');
    return cancel(ctx, draft, { meal, diner }, order => ctx.insist(mayCancel(order, meal.cutoffAt, ctx.now)));
  },

  async waiveOrder({ id, reason }, ctx) {
    const draft = ctx.store.draft(orders, id);
    const [meal, diner] = await Promise.all([ctx.store.need(meals, mealIdIn(id)), ctx.store.read(residents, dinerIdIn(id))]);
    return cancel(ctx, draft, { meal, diner }, order => ctx.insist(mayWaive(order, ctx.today)), reason);
  },

  async order({ id }, ctx) {
    const [order, meal, diner] = await Promise.all([
      ctx.store.need(orders, id),
      ctx.store.read(meals, mealIdIn(id)),
      ctx.store.need(residents, dinerIdIn(id)),
    ]);
    // Having booked it is no right of its own: it ends with the binding.
    if (!mayOrderFor(diner, ctx.session).ok) ctx.refuse('NOT_FOUND');
    return orderView(order, meal, ctx.now);
  },

  /** Today's and the coming fortnight's, of oneself and of bound elders; one wave. */
  async myOrders({ dinerId }, ctx) {
    const { session, store, today } = ctx;
    const mine = [...(session.residentId ? [session.residentId] : []), ...session.elders.map(elder => elder.id)];
    if (dinerId && !mine.includes(dinerId) && !actsForOthers(session)) ctx.refuse('NOT_YOUR_ELDER');
    const diners = dinerId ? [dinerId] : mine;
    const days = { day: _.gte(today).and(_.lte(addDays(today, 14))) };
    const [found, menu] = await Promise.all([
      diners.length ? store.find(orders, { dinerId: _.in(diners), ...days }, { order: ['day'], limit: 100, without: LIGHT }) : [],
      store.find(meals, days, { without: [...LIGHT, 'dishes'] }),
    ]);
    const byId = new Map(menu.map(meal => [meal.id, meal]));
    return { today, orders: found.map(order => orderView(order, byId.get(order.mealId), ctx.now)) };
  },
};

/** Writes the cancellation, then gives the seat back. A crash in between is made good by the sweep. */
async function cancel(
  ctx: Context,
  draft: Draft<Order>,
  { meal, diner }: { meal: Stored<Meal>; diner: Stored<Resident> | undefined },
  check: (order: Order) => void,
  reason?: string,
) {
  const order = await draft.save(current => {
    if (!current) return ctx.refuse('NOT_FOUND');
    check(current);
    const doc: Order = {
      ...current,
      status: 'cancelled',
      cancelledAt: ctx.now,
      cancelledBy: ctx.session.accountId,
      cancelReason: reason,
      ...touchedBy(current),
    };
    return {
      doc,
      tell: [
        ...tellOf('mealCancelled', doc, current.id, diner, {
          reason: reason ? `原因：${reason}` : '',
          servedFrom: meal.servedFrom,
        }),
        mealEvent('meal.cancelled', doc, current.id),
      ],
    };
  });
  // A late replay of this gesture may find the meal booked again; that seat is not ours to give.
  if (order.status === 'cancelled')
    await ctx.places.release(placesIdOf(order.mealId), holderOfOrder(order), portions(order.lines));
  return orderView(order, meal, ctx.now);
}
