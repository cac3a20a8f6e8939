/** A menu while it is being written: what was typed, as it was typed. Read into the contract's form only when it is published. */
import type { CanteenContract, Dish, DishMark, Meal, Period } from '../../../../types/canteen';
import type { InputOf, OutputOf } from '../../../../types/contract';
import type { Allergen } from '../../../../types/directory';
import { readYuan, yuanText } from '../../../../types/money';
import { addDays, type CivilDate, clockText, DAY_MS, dayOf, instantAt, minuteOf, readClock } from '../../../../types/time';
import { systemNow } from '../../../services/platform';

export type Menus = OutputOf<CanteenContract, 'menus'>;
export type MenuMeal = Menus['meals'][number];
type Publish = InputOf<CanteenContract, 'publishMeal'>;

export interface DishDraft {
  id: string;
  name: string;
  parts: string;
  price: string;
  photo?: string;
  allergens: Allergen[];
  marks: DishMark[];
}

export interface MealDraft {
  day: CivilDate;
  period: Period;
  dishes: DishDraft[];
  capacity: string;
  /** As the settings say, or a moment of its own. */
  cutoff: 'usual' | 'own';
  daysBefore: string;
  time: string;
}

/** What is wrong, by the name of the line: `capacity`, `time`, `dishes`, `<dish id>.price`. */
export type Wrong = Record<string, string>;

export const newDish = (): DishDraft => ({
  id: `d${systemNow().toString(36)}${Math.floor(Math.random() * 1296).toString(36)}`,
  name: '',
  parts: '',
  price: '',
  allergens: [],
  marks: [],
});

export const dishDraft = (dish: Dish): DishDraft => ({
  ...dish,
  parts: dish.parts.join('、'),
  price: yuanText(dish.price).slice(1),
});

/** The draft of a meal that stands, or an empty one as the settings of its period suggest. */
export function draftOf(day: CivilDate, period: Period, meal: Meal | undefined, settings: Menus['settings']): MealDraft {
  const usual = settings.periods.find(each => each.period === period);
  const before = meal
    ? Math.round((Date.parse(day) - Date.parse(dayOf(meal.cutoffAt))) / DAY_MS)
    : (usual?.cutoffDaysBefore ?? 0);
  return {
    day,
    period,
    dishes: meal?.dishes.map(dishDraft) ?? [],
    capacity: String(meal?.capacity ?? usual?.capacity ?? ''),
    cutoff: meal ? 'own' : 'usual',
    daysBefore: String(before),
    time: clockText(meal ? minuteOf(meal.cutoffAt) : (usual?.cutoffAt ?? 0)),
  };
}

export const partsOf = (text: string): string[] =>
  text
    .split(/[、，,\s]+/)
    .map(part => part.trim())
    .filter(Boolean);

function readDishes(dishes: readonly DishDraft[], wrong: Wrong): Publish['dishes'] {
  if (dishes.length === 0) wrong.dishes = '请至少写一道菜';
  return dishes.map(dish => {
    const price = readYuan(dish.price);
    const parts = partsOf(dish.parts);
    if (dish.name.trim() === '') wrong[`${dish.id}.name`] = '请写菜名';
    if (price === undefined) wrong[`${dish.id}.price`] = '请写价格，比如 12 或 12.5';
    if (parts.length > 8) wrong[`${dish.id}.parts`] = '最多写八样';
    return { ...dish, name: dish.name.trim(), parts, price: price! };
  });
}

/** @returns what to publish, or what is wrong with each line */
export function readDraft(draft: MealDraft): { input: Publish; wrong?: undefined } | { wrong: Wrong; input?: undefined } {
  const wrong: Wrong = {};
  const dishes = readDishes(draft.dishes, wrong);
  const capacity = /^\d{1,4}$/.test(draft.capacity.trim()) ? Number(draft.capacity) : undefined;
  if (capacity === undefined) wrong.capacity = '请写份数，比如 120';
  const minute = readClock(draft.time);
  if (draft.cutoff === 'own' && minute === undefined) wrong.time = '请写几点几分，比如 09:00';
  if (Object.keys(wrong).length > 0) return { wrong };
  const own = draft.cutoff === 'own' ? { cutoffAt: instantAt(addDays(draft.day, -Number(draft.daysBefore)), minute) } : {};
  return { input: { day: draft.day, period: draft.period, dishes, capacity: capacity!, ...own } };
}
