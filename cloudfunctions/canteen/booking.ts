/** What every way of booking has in common: a person's tap, staff on behalf, a standing order. */
import { randomBytes } from 'node:crypto';
import type { Line, Meal, Order, Settings, Way } from '../../types/canteen';
import type { Resident } from '../../types/directory';
import type { Instant } from '../../types/time';
import type { Stored } from '../_shared/collection';
import type { Context } from '../_shared/context';
import type { Session } from '../_shared/session';
import { clashesOf, linesOf, priceOf } from './rules';

/** Who books, as it is frozen on the order. */
export type Booker = Pick<Order, 'bookedBy' | 'bookedByName' | 'onBehalf' | 'tellTo'>;

export const bookerOf = (session: Session, diner: Pick<Stored<Resident>, 'id' | 'accountId'>): Booker => ({
  bookedBy: session.accountId,
  bookedByName: session.name,
  onBehalf: diner.id !== session.residentId,
  tellTo: [...new Set([session.accountId, ...(diner.accountId ? [diner.accountId] : [])])],
});

/** Lines as the menu knows them, or the rule's no. */
export function linesFor(
  ctx: Context<'UNKNOWN_DISH' | 'TOO_MANY_PORTIONS'>,
  meal: Meal,
  wanted: { dishId: string; count: number }[],
  settings: Settings,
): Line[] {
  const found = linesOf(meal.dishes, wanted, settings.maxPortions);
  return found.ok ? found.lines : ctx.refuse(found.code, found.details);
}

/** What depends on the dishes: lines, way, price, clashes. */
export function servingOf(meal: Meal, diner: Resident, lines: Line[], way: Way, settings: Settings) {
  const dishes = meal.dishes.filter(dish => lines.some(line => line.dishId === dish.id));
  return {
    way,
    lines,
    price: priceOf(lines, diner, meal.day, meal.period, settings),
    clashes: [...new Set(dishes.flatMap(dish => clashesOf(dish, diner)))],
  };
}

/** The order as it shall stand when this diner books these lines now. */
export function newOrder(
  meal: Stored<Meal>,
  diner: Stored<Resident>,
  lines: Line[],
  way: Way,
  settings: Settings,
  booker: Booker,
  now: Instant,
): Omit<Order, 'number' | 'round'> {
  return {
    mealId: meal.id,
    day: meal.day,
    period: meal.period,
    dinerId: diner.id,
    dinerName: diner.name,
    dinerCardNo: diner.cardNo,
    dinerPinyin: diner.pinyin,
    ...booker,
    bookedAt: now,
    ...servingOf(meal, diner, lines, way, settings),
    code: randomBytes(9).toString('base64url'),
    status: 'booked',
  };
}

/** From now on the order is the person's alone: no standing order makes, changes or cancels it again. */
export const touchedBy = (order: Pick<Order, 'standing'> | undefined): Pick<Order, 'standing'> =>
  order?.standing ? { standing: { ...order.standing, touched: true, pausedBy: undefined } } : {};
