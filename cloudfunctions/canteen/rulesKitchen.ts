/** Rules of the kitchen: counts of the sheet, late changes, what to buy. Sources: domain.md "Meals", settings of the kitchen. */
import type { Dish, KitchenMeal, KitchenSettings, Meal, MealGroup, MealSum, Order, Period, SheetMeal } from '../../types/canteen';
import { DISH_MARKS, WAYS } from '../../types/canteen';
import { ALLERGENS, type Resident } from '../../types/directory';
import { type CivilDate, type Instant, instantAt } from '../../types/time';
import { no, type Verdict, yes } from '../../types/verdict';
import { dishesText, portions } from './rules';
import { sampleNames } from './rulesSamples';

type Numbered = Order & { id: string };
const standing = (order: Pick<Order, 'status'>): boolean => order.status !== 'cancelled';

/** Portions of each dish by the way they are taken; menu order. */
export const countDishes = (meal: Pick<Meal, 'dishes'>, booked: readonly Order[]): SheetMeal['dishes'] =>
  meal.dishes.map(({ id, name, parts }) => {
    const of = (some: readonly Order[]) => portions(some.flatMap(order => order.lines.filter(line => line.dishId === id)));
    const ways = WAYS.map(way => ({ way, count: of(booked.filter(order => order.way === way)) }));
    return { dishId: id, name, parts, ways, total: of(booked) };
  });

type Counted = { dish: Pick<Dish, 'marks' | 'allergens'>; count: number };

/** Each ordered line with what the menu says of its dish. */
function linesOn(meal: Pick<Meal, 'dishes'>, booked: readonly Order[]): Counted[] {
  const byId = new Map(meal.dishes.map(dish => [dish.id, dish]));
  return booked.flatMap(order =>
    order.lines.flatMap(({ dishId, count }) => {
      const dish = byId.get(dishId);
      return dish ? [{ dish, count }] : [];
    }),
  );
}

const sumOf = (lines: readonly { count: number }[]): number => lines.reduce((sum, { count }) => sum + count, 0);

/** Portions by kind of meal: soft, low-salt, for diabetics … */
export function countMarks(meal: Pick<Meal, 'dishes'>, booked: readonly Order[]): SheetMeal['marks'] {
  const lines = linesOn(meal, booked);
  return DISH_MARKS.map(mark => ({ mark, count: sumOf(lines.filter(({ dish }) => dish.marks.includes(mark))) })).filter(
    ({ count }) => count > 0,
  );
}

/** Of each allergen: portions that contain it, and people eating who must not have it, children of a class among them. */
export function countAllergens(
  meal: Pick<Meal, 'dishes'>,
  booked: readonly Order[],
  diners: ReadonlyMap<string, Pick<Resident, 'allergens'>>,
  groups: readonly MealGroup[],
): SheetMeal['allergens'] {
  const lines = linesOn(meal, booked);
  return ALLERGENS.map(allergen => {
    const single = booked.filter(order => diners.get(order.dinerId)?.allergens.includes(allergen)).length;
    const inGroups = sumOf(groups.flatMap(group => group.restrictions.filter(each => each.allergen === allergen)));
    const inside = sumOf(lines.filter(({ dish }) => dish.allergens.includes(allergen)));
    return { allergen, portions: inside, people: single + inGroups };
  }).filter(each => each.portions > 0 || each.people > 0);
}

/** From when on a change is late: the sheet was printed, or booking has ended, whichever came first. */
export const lateFrom = (cutoffAt: Instant, printedAt: Instant | undefined): Instant =>
  printedAt !== undefined && printedAt < cutoffAt ? printedAt : cutoffAt;

/** What changed after that moment, latest first; a closed kitchen cancels everything, which is no news to the cook. */
export function lateChanges(
  meal: Pick<Meal, 'cutoffAt' | 'status'>,
  orders: readonly Numbered[],
  groups: readonly MealGroup[],
  printedAt: Instant | undefined,
): SheetMeal['late'] {
  if (meal.status === 'closed') return [];
  const since = lateFrom(meal.cutoffAt, printedAt);
  const ofOrders = orders.flatMap((order): SheetMeal['late'] => {
    const line = { key: order.id, number: order.number, name: order.dinerName, what: dishesText(order) };
    if (standing(order)) return order.bookedAt >= since ? [{ ...line, change: 'added', at: order.bookedAt }] : [];
    const at = order.cancelledAt;
    if (at === undefined || at < since || order.bookedAt >= since) return [];
    return [{ ...line, change: order.cancelReason ? 'waived' : 'cancelled', at }];
  });
  const ofGroups = groups
    .filter(group => group.changedAt >= since)
    .map(({ id, name, count, changedAt }) => ({
      key: id,
      change: 'group' as const,
      at: changedAt,
      number: '',
      name,
      what: `${count} 份`,
    }));
  return [...ofOrders, ...ofGroups].sort((a, b) => b.at - a.at || (a.key < b.key ? -1 : 1));
}

/** The settings make sense. */
export function kitchenSettingsAgree(
  settings: KitchenSettings,
): Verdict<'FRIDGE_UPSIDE_DOWN' | 'BANDS_NOT_RISING' | 'DOUBLE_FUNDER'> {
  if (settings.fridgeFrom >= settings.fridgeTo) return no('FRIDGE_UPSIDE_DOWN');
  if (settings.ageBands.some((from, i, all) => i > 0 && from <= all[i - 1]!)) return no('BANDS_NOT_RISING');
  const funders = settings.budgets.map(budget => budget.funder);
  return new Set(funders).size === funders.length ? yes : no('DOUBLE_FUNDER');
}

/** Weeks that a purchase hint looks back. */
export const HINT_WEEKS = 4;

export type Hint = { name: string; mean: number; weeks: number; ordered: number };

function hintOf(name: string, past: readonly number[], ordered: number): Hint {
  const mean = past.length ? Math.ceil(past.reduce((sum, count) => sum + count, 0) / past.length) : 0;
  return { name, mean, weeks: past.length, ordered };
}

/**
 * What to buy for a meal: means over the weeks in which the meal, the dish or the part was served. Groups count in the whole alone:
 * nobody knows which dish they had.
 */
export function hintsFor(
  meal: Pick<Meal, 'dishes' | 'period'>,
  sums: readonly Pick<MealSum, 'period' | 'portions' | 'groupPortions' | 'dishes'>[],
  booked: readonly Order[],
): { all: Hint; dishes: Hint[]; parts: Hint[] } {
  const past = sums.filter(sum => sum.period === meal.period && sum.portions + sum.groupPortions > 0);
  const ordered = countDishes(meal, booked);
  const served = (has: (dish: MealSum['dishes'][number]) => boolean): number[] =>
    past
      .map(sum => sum.dishes.filter(has))
      .filter(found => found.length > 0)
      .map(found => found.reduce((sum, dish) => sum + dish.portions, 0));
  const orderedOf = (has: (dish: { parts: readonly string[]; name: string }) => boolean) =>
    ordered.filter(has).reduce((sum, dish) => sum + dish.total, 0);
  return {
    all: hintOf(
      '合计',
      past.map(sum => sum.portions + sum.groupPortions),
      portions(booked.flatMap(order => order.lines)),
    ),
    dishes: meal.dishes.map(({ name }) =>
      hintOf(
        name,
        served(dish => dish.name === name),
        orderedOf(dish => dish.name === name),
      ),
    ),
    parts: sampleNames(meal).map(part => {
      const has = (dish: { parts: readonly string[]; name: string }) => dish.parts.includes(part) || dish.name === part;
      return hintOf(part, served(has), orderedOf(has));
    }),
  };
}

/** Leftovers are of a meal that is being served or was. */
export const mayLogLeftovers = (meal: { day: CivilDate; servedFrom: number }, now: Instant): Verdict<'NOT_YET_SERVED'> =>
  now >= instantAt(meal.day, meal.servedFrom) ? yes : no('NOT_YET_SERVED');

/** Changed groups of a meal; one that became empty goes. The order of ids keeps two tellings apart from nothing. */
export function withGroup(groups: readonly MealGroup[], group: MealGroup): MealGroup[] {
  const before = groups.find(each => each.id === group.id);
  const same = before && before.count === group.count && before.name === group.name && sameRestrictions(before, group);
  const others = groups.filter(each => each.id !== group.id);
  return [...others, same ? before : group].sort((a, b) => (a.id < b.id ? -1 : 1));
}

const sameRestrictions = (a: MealGroup, b: MealGroup): boolean => {
  const text = (group: MealGroup) => JSON.stringify(group.restrictions.map(each => [each.allergen, each.count]).sort());
  return text(a) === text(b);
};

export const emptyBook = (day: CivilDate, period: Period): KitchenMeal => ({
  day,
  period,
  groups: [],
  samples: [],
  readings: [],
  leftovers: [],
});
