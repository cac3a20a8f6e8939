/** How documents of the canteen look from outside. */
import type { Meal, MealView, Order, OrderView, Settings } from '../../types/canteen';
import type { Resident } from '../../types/directory';
import type { CivilDate, Instant } from '../../types/time';
import type { Stored } from '../_shared/collection';
import { clashesOf, mayBook, mayCancel, mayRedeem, mayWaive, priceOf } from './rules';

export function orderView(order: Stored<Order>, meal: Meal | undefined, now: Instant): OrderView {
  const cutoffAt = meal?.cutoffAt ?? (0 as Instant);
  return {
    ...order,
    servedFrom: meal?.servedFrom ?? (0 as OrderView['servedFrom']),
    servedTo: meal?.servedTo ?? (0 as OrderView['servedTo']),
    cutoffAt,
    may: { cancel: mayCancel(order, cutoffAt, now) },
  };
}

/** A meal as one diner sees it; without a diner, at full price. */
export function mealView(
  meal: Stored<Meal>,
  left: number,
  diner: Stored<Resident> | undefined,
  order: Stored<Order> | undefined,
  settings: Settings,
  now: Instant,
): MealView {
  const dishes = meal.dishes.map(dish => {
    const line = { dishId: dish.id, name: dish.name, price: dish.price, count: 1 };
    const selfPay = diner ? priceOf([line], diner, meal.day, meal.period, settings).selfPay : dish.price;
    return { ...dish, selfPay, clashes: diner ? clashesOf(dish, diner) : [] };
  });
  return {
    ...meal,
    left: Math.max(0, left),
    dishes,
    order: order && { id: order.id, status: order.status, number: order.number },
    may: { book: mayBook(meal, order, left, now) },
  };
}

/** An order at the counter, with what may be done with it today. */
export const counterRow = (order: Stored<Order>, today: CivilDate) => ({
  id: order.id,
  number: order.number,
  dinerName: order.dinerName,
  pinyin: order.dinerPinyin ?? '',
  cardNo: order.dinerCardNo,
  dishes: dishesText(order),
  way: order.way,
  selfPay: order.price.selfPay,
  status: order.status,
  redeemedAt: order.redeemedAt,
  clashes: order.clashes,
  may: { redeem: mayRedeem(order, undefined, today), waive: mayWaive(order, today) },
});

export const dishesText = (order: Pick<Order, 'lines'>): string =>
  order.lines.map(line => (line.count > 1 ? `${line.name}×${line.count}` : line.name)).join('、');
