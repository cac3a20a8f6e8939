/** The kitchen's sheet: one query for the glass, for paper and for labels. */
import type { KitchenMeal, Meal, Order, SheetMeal } from '../../types/canteen';
import { DIETS, type Diet, type Resident } from '../../types/directory';
import type { CivilDate } from '../../types/time';
import type { Stored } from '../_shared/collection';
import { _ } from '../_shared/database';
import { residents } from '../_shared/directory';
import { LIGHT, type Store } from '../_shared/store';
import { kitchenMeals, meals, orders } from './collections';
import { clashesOf, portions } from './rules';
import { countAllergens, countDishes, countMarks, lateChanges } from './rulesKitchen';

type Diners = ReadonlyMap<string, Stored<Resident>>;

/** From the diners' records as they are now, not as they were when the order was made. */
export function clashesIn(meal: Meal, booked: readonly Order[], diners: Diners): SheetMeal['clashes'] {
  return booked.flatMap(order =>
    order.lines.flatMap(line => {
      const dish = meal.dishes.find(candidate => candidate.id === line.dishId);
      const diner = diners.get(order.dinerId);
      const clash = dish && diner ? clashesOf(dish, diner) : [];
      return clash.length ? [{ number: order.number, dinerName: order.dinerName, dish: line.name, clash }] : [];
    }),
  );
}

function countDiets(booked: readonly Order[], diners: Diners): { diet: Diet; count: number }[] {
  return DIETS.map(diet => ({
    diet,
    count: booked.filter(order => diners.get(order.dinerId)?.diets.includes(diet)).length,
  })).filter(({ count }) => count > 0);
}

function sheetOf(meal: Stored<Meal>, all: readonly Stored<Order>[], book: KitchenMeal | undefined, diners: Diners): SheetMeal {
  const booked = all.filter(order => order.status !== 'cancelled');
  const groups = book?.groups.filter(group => group.count > 0) ?? [];
  return {
    mealId: meal.id,
    day: meal.day,
    period: meal.period,
    status: meal.status,
    cutoffAt: meal.cutoffAt,
    portions: portions(booked.flatMap(order => order.lines)),
    groupPortions: groups.reduce((sum, group) => sum + group.count, 0),
    capacity: meal.capacity,
    dishes: countDishes(meal, booked),
    marks: countMarks(meal, booked),
    allergens: countAllergens(meal, booked, diners, groups),
    clashes: clashesIn(meal, booked, diners),
    diets: countDiets(booked, diners),
    groups,
    printedAt: book?.printedAt,
    late: lateChanges(meal, all, book?.groups ?? [], book?.printedAt),
  };
}

/** The people behind ids, a thousand a call. */
export async function dinersBy(store: Store, ids: readonly string[]): Promise<Diners> {
  const who = [...new Set(ids)];
  const parts = Array.from({ length: Math.ceil(who.length / 1000) }, (_part, i) => who.slice(i * 1000, (i + 1) * 1000));
  const found = await Promise.all(parts.map(some => store.readAll(residents, some, { without: [...LIGHT, 'family'] })));
  return new Map(found.flat().map(diner => [diner.id, diner]));
}

const byTime = (a: Meal, b: Meal): number => (a.day === b.day ? a.servedFrom - b.servedFrom : a.day < b.day ? -1 : 1);

export type Sheets = { meal: Stored<Meal>; orders: Stored<Order>[]; sheet: SheetMeal }[];

/** Two waves: meals, orders and the kitchen's own notes side by side, then the records of those who eat. */
export async function sheetsOf(store: Store, days: readonly CivilDate[]): Promise<{ sheets: Sheets; diners: Diners }> {
  const ofDays = { day: _.in([...days]) };
  const [menu, all, books] = await Promise.all([
    store.find(meals, ofDays, { order: ['day'], without: LIGHT }),
    store.findAll(orders, ofDays, { without: LIGHT }),
    store.find(kitchenMeals, ofDays, { without: LIGHT }),
  ]);
  const diners = await dinersBy(
    store,
    all.filter(order => order.status !== 'cancelled').map(order => order.dinerId),
  );
  const sheets = menu.sort(byTime).map(meal => {
    const own = all.filter(order => order.mealId === meal.id);
    const book = books.find(candidate => candidate.id === meal.id);
    return { meal, orders: own, sheet: sheetOf(meal, own, book, diners) };
  });
  return { sheets, diners };
}
