/** How documents of the canteen look from outside. */
import type { Meal, MealView, Order, OrderView, Settings } from '../../types/canteen';
import type { Resident } from '../../types/directory';
import type { Instant } from '../../types/time';
import type { Stored } from '../_shared/collection';
import { clashesOf, mayBook, mayCancel, mayChange, priceOf } from './rules';

export function orderView(order: Stored<Order>, meal: Meal | undefined, now: Instant): OrderView {
  const cutoffAt = meal?.cutoffAt ?? (0 as Instant);
  return {
    ...order,
    servedFrom: meal?.servedFrom ?? (0 as OrderView['servedFrom']),
    servedTo: meal?.servedTo ?? (0 as OrderView['servedTo']),
    cutoffAt,
    standing: order.standing !== undefined,
    may: { cancel: mayCancel(order, cutoffAt, now), change: mayChange(order, meal, now) },
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
