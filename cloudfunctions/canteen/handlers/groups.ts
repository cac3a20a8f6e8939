/** One kitchen for all: the care class tells how many eat, the kitchen writes down its staff. */
import type { CanteenContract, MealGroup, Period } from '../../../types/canteen';
import type { EventOf } from '../../../types/events';
import type { CivilDate } from '../../../types/time';
import type { Context, HandlersOf } from '../../_shared/context';
import { kitchenMeals, meals } from '../collections';
import { mealIdOf } from '../rules';
import { emptyBook, withGroup } from '../rulesKitchen';

/** Writes one group into the kitchen's notes of a meal; the same group again replaces it. */
async function writeGroup(ctx: Context, day: CivilDate, period: Period, group: MealGroup): Promise<MealGroup> {
  const saved = await ctx.store.draft(kitchenMeals, mealIdOf(day, period), { quiet: true }).save(current => {
    const book = current ?? emptyBook(day, period);
    return { doc: { ...book, groups: withGroup(book.groups, group) } };
  });
  return saved.groups.find(each => each.id === group.id) ?? group;
}

/** `care.meals`: the number of a class, as it is now. */
export async function hearCareMeals(told: EventOf<'care.meals'>, ctx: Context): Promise<{ done: true }> {
  await writeGroup(ctx, told.day, told.period as Period, {
    id: `care-${told.classId}`,
    kind: 'care',
    name: told.className,
    count: told.count,
    restrictions: told.restrictions,
    changedAt: ctx.now,
  });
  return { done: true };
}

export const groupHandlers: Pick<HandlersOf<CanteenContract>, 'saveStaffMeals'> = {
  async saveStaffMeals({ mealId, count, restrictions }, ctx) {
    const meal = await ctx.store.need(meals, mealId);
    if (meal.day < ctx.today) ctx.refuse('PAST_DAY');
    const staff = { id: 'staff', kind: 'staff' as const, name: '工作人员', count, restrictions, changedAt: ctx.now };
    return writeGroup(ctx, meal.day, meal.period, staff);
  },
};
