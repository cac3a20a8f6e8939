/** Kept sums: worked out from the orders of some days, written only where they changed. Done twice, nothing changes. */
import type { MealSum } from '../../types/canteen';
import type { CivilDate } from '../../types/time';
import type { Context } from '../_shared/context';
import { _ } from '../_shared/database';
import { LIGHT } from '../_shared/store';
import { kitchenMeals, mealSums, meals, orders, plates, ratings } from './collections';
import { sumMeal } from './rulesNumbers';
import { inTens } from './steps';

/** What of an order no sum needs. */
const UNUSED = [...LIGHT, 'clashes', 'tellTo', 'dinerName', 'dinerPinyin', 'dinerCardNo', 'bookedByName', 'code', 'number'];
const MACHINERY = new Set(['id', '_id', 'communityId', 'version', 'history', 'outbox']);

const same = (a: MealSum, b: object | undefined): boolean => {
  if (!b) return false;
  const plain = Object.fromEntries(Object.entries(b).filter(([key]) => !MACHINERY.has(key)));
  return canonical(plain) === canonical(a);
};

/** Keys in one order, so that two writings of the same thing are the same text. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

/** One wave of six reads for all these days, then one write for each meal whose sum changed. @returns how many changed. */
export async function keepSums(ctx: Context, days: readonly CivilDate[]): Promise<number> {
  const ofDays = { day: _.in([...days]) };
  const [menu, all, books, rated, back, kept] = await Promise.all([
    ctx.store.find(meals, ofDays, { without: LIGHT }),
    ctx.store.findAll(orders, ofDays, { without: UNUSED }),
    ctx.store.find(kitchenMeals, ofDays, { without: [...LIGHT, 'samples', 'readings'] }),
    ctx.store.findAll(ratings, ofDays, { without: LIGHT }),
    ctx.store.findAll(plates, ofDays, { without: LIGHT }),
    ctx.store.find(mealSums, ofDays, { without: LIGHT }),
  ]);
  const before = new Map(kept.map(sum => [sum.id, sum]));
  const changed = menu.flatMap(meal => {
    const book = books.find(each => each.id === meal.id);
    const around = {
      groups: book?.groups ?? [],
      leftovers: book?.leftovers ?? [],
      ratings: rated.filter(rating => rating.mealId === meal.id),
      plates: back.filter(plate => plate.mealId === meal.id),
    };
    const own = all.filter(order => order.mealId === meal.id);
    const sum = sumMeal(meal, own, around, ctx.now);
    return same(sum, before.get(meal.id)) ? [] : [{ id: meal.id, sum }];
  });
  await inTens(changed, async ({ id, sum }) => {
    await ctx.store.draft(mealSums, id, { quiet: true }).save(() => ({ doc: sum }));
  });
  return changed.length;
}
