/** Booking a meal, for oneself, for a bound elder, or as staff for anyone. */
import { randomBytes } from 'node:crypto';
import type { CanteenContract, Line, Meal, Order, Settings, Way } from '../../../types/canteen';
import type { Resident } from '../../../types/directory';
import { addDays } from '../../../types/time';
import type { Stored } from '../../_shared/collection';
import type { Context, HandlersOf } from '../../_shared/context';
import { _ } from '../../_shared/database';
import { residents } from '../../_shared/directory';
import type { Draft } from '../../_shared/draft';
import { LIGHT } from '../../_shared/store';
import { meals, orders } from '../collections';
import {
  actsForOthers,
  clashesOf,
  holderOfOrder,
  linesOf,
  mayBook,
  mayCancel,
  mayOrderFor,
  mayWaive,
  numberOf,
  orderIdOf,
  placesIdOf,
  portions,
  priceOf,
} from '../rules';
import { Seat } from '../seat';
import { settingsOf } from '../settings';
import { mealEvent, tellOf } from '../tell';
import { orderView } from '../views';

type Ordering = Pick<HandlersOf<CanteenContract>, 'quote' | 'bookMeal' | 'cancelOrder' | 'waiveOrder' | 'order' | 'myOrders'>;

/** Lines as the menu knows them, or the rule's no. */
function linesFor(
  ctx: Context<'UNKNOWN_DISH' | 'TOO_MANY_PORTIONS'>,
  meal: Meal,
  wanted: { dishId: string; count: number }[],
  settings: Settings,
): Line[] {
  const found = linesOf(meal.dishes, wanted, settings.maxPortions);
  return found.ok ? found.lines : ctx.refuse(found.code, found.details);
}

/** The order as it shall stand when this diner books these lines now. */
function newOrder(
  ctx: Context,
  meal: Stored<Meal>,
  diner: Stored<Resident>,
  lines: Line[],
  way: Way,
  settings: Settings,
): Omit<Order, 'number' | 'round'> {
  const { session, now } = ctx;
  const dishes = meal.dishes.filter(dish => lines.some(line => line.dishId === dish.id));
  return {
    mealId: meal.id,
    day: meal.day,
    period: meal.period,
    dinerId: diner.id,
    dinerName: diner.name,
    dinerCardNo: diner.cardNo,
    dinerPinyin: diner.pinyin,
    bookedBy: session.accountId,
    bookedByName: session.name,
    onBehalf: diner.id !== session.residentId,
    bookedAt: now,
    way,
    lines,
    price: priceOf(lines, diner, meal.day, meal.period, settings),
    clashes: [...new Set(dishes.flatMap(dish => clashesOf(dish, diner)))],
    tellTo: [...new Set([session.accountId, ...(diner.accountId ? [diner.accountId] : [])])],
    code: randomBytes(9).toString('base64url'),
    status: 'booked',
  };
}

/** `day:period` of `day:period:diner`. */
const mealIdIn = (orderId: string): string => orderId.split(':').slice(0, 2).join(':');

export const orderingHandlers: Ordering = {
  async quote({ mealId, dinerId, lines }, ctx) {
    const [meal, diner, settings] = await Promise.all([
      ctx.store.need(meals, mealId),
      ctx.store.need(residents, dinerId),
      settingsOf(ctx.store),
    ]);
    ctx.insist(mayOrderFor(diner, ctx.session));
    return priceOf(linesFor(ctx, meal, lines, settings), diner, meal.day, meal.period, settings);
  },

  /**
   * One wave of reads beside the courier's mark, one claim of the seat, one write. The order is assumed new; when it turns out
   * to exist, it is read and the rules are asked again (a retry, a second tap, or a booking after a cancellation).
   */
  async bookMeal({ mealId, dinerId, way, lines: wanted }, ctx) {
    const draft = ctx.store.draft(orders, orderIdOf(mealId, dinerId), { fresh: true });
    const [meal, diner, settings] = await Promise.all([
      ctx.store.need(meals, mealId),
      ctx.store.need(residents, dinerId),
      settingsOf(ctx.store),
    ]);
    ctx.insist(mayOrderFor(diner, ctx.session));
    if (diner.status !== 'living') ctx.refuse('DINER_LEFT');
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
        const doc: Order = { ...newOrder(ctx, meal, diner, lines, way, settings), number, round };
        const booked = mealEvent('meal.booked', doc, draft.id);
        return {
          doc,
          tell: [...tellOf('mealBooked', doc, draft.id, diner, meal), booked],
          onBehalfOf: doc.onBehalf ? dinerId : undefined,
        };
      });
      return orderView(last as Stored<Order>, meal, ctx.now);
    } finally {
      await seat.settle(last);
    }
  },

  async cancelOrder({ id }, ctx) {
    const draft = ctx.store.draft(orders, id);
    const [meal, diner] = await Promise.all([
      ctx.store.need(meals, mealIdIn(id)),
      ctx.store.need(residents, id.split(':')[2] ?? ''),
    ]);
    if (!mayOrderFor(diner, ctx.session).ok) ctx.refuse('NOT_FOUND');
    return cancel(ctx, draft, { meal, diner }, order => ctx.insist(mayCancel(order, meal.cutoffAt, ctx.now)));
  },

  async waiveOrder({ id, reason }, ctx) {
    const draft = ctx.store.draft(orders, id);
    const [meal, diner] = await Promise.all([
      ctx.store.need(meals, mealIdIn(id)),
      ctx.store.read(residents, id.split(':')[2] ?? ''),
    ]);
    return cancel(ctx, draft, { meal, diner }, order => ctx.insist(mayWaive(order, ctx.today)), reason);
  },

  async order({ id }, ctx) {
    const [order, meal, diner] = await Promise.all([
      ctx.store.need(orders, id),
      ctx.store.read(meals, mealIdIn(id)),
      ctx.store.need(residents, id.split(':')[2] ?? ''),
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
