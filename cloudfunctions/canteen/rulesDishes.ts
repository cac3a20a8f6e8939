/** Rules of menu craft: who may rate what, and how popular dishes are added up. */
import type { DishSum, MealSum, Order, Rating } from '../../types/canteen';
import { addDays, type CivilDate } from '../../types/time';
import { no, type Verdict, yes } from '../../types/verdict';

/** A meal that was eaten, within so many days, once. */
export function mayRate(
  order: Pick<Order, 'status' | 'day'>,
  rating: Rating | undefined,
  ratingDays: number,
  today: CivilDate,
): Verdict<'NOT_EATEN' | 'ALREADY_RATED' | 'RATING_CLOSED'> {
  if (rating) return no('ALREADY_RATED');
  if (order.status !== 'redeemed') return no('NOT_EATEN');
  return today <= addDays(order.day, ratingDays) ? yes : no('RATING_CLOSED', { days: ratingDays });
}

const added = (a: DishSum, b: DishSum): DishSum => ({
  ...a,
  portions: a.portions + b.portions,
  good: a.good + b.good,
  fair: a.fair + b.fair,
  poor: a.poor + b.poor,
  half: a.half + b.half,
  most: a.most + b.most,
});

/** Dishes of many meals by name, the most eaten first. */
export function popularOf(sums: readonly Pick<MealSum, 'dishes'>[]): DishSum[] {
  const byName = new Map<string, DishSum>();
  for (const dish of sums.flatMap(sum => sum.dishes)) {
    const before = byName.get(dish.name);
    byName.set(dish.name, before ? added(before, dish) : dish);
  }
  return [...byName.values()]
    .filter(dish => dish.portions > 0)
    .sort((a, b) => b.portions - a.portions || (a.name < b.name ? -1 : 1));
}
