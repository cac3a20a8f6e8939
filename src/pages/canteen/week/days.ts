/** A week's meals as a person looks at them: by day, with the state of each day in a word. Every yes and no is the server's. */
import type { MealView, Period } from '../../../../types/canteen';
import { type CivilDate, daysFrom } from '../../../../types/time';
import type { StripDay } from '../../../components/DateStrip';
import type { Week } from '../queries';

export interface WeekDay extends StripDay {
  meals: MealView[];
}

export const isBooked = (meal: MealView): boolean => meal.order !== undefined && meal.order.status !== 'cancelled';

/** Why this meal cannot be booked; undefined when it can. */
export const whyNot = (meal: MealView): string | undefined => (meal.may.book.ok ? undefined : meal.may.book.code);

function stateOf(meals: readonly MealView[]): Pick<StripDay, 'note' | 'faint'> {
  if (meals.length === 0) return { note: '没菜单', faint: true };
  if (meals.some(isBooked)) return { note: '已订' };
  const reasons = meals.map(whyNot);
  if (reasons.includes(undefined)) return {};
  if (reasons.every(reason => reason === 'KITCHEN_CLOSED')) return { note: '休', faint: true };
  return { note: reasons.includes('SOLD_OUT') ? '订满' : '已截止', faint: true };
}

export const daysOf = ({ today, meals }: Pick<Week, 'today' | 'meals'>): WeekDay[] =>
  daysFrom(today, 7).map(day => {
    const ofDay = meals.filter(meal => meal.day === day);
    return { day, meals: ofDay, ...stateOf(ofDay) };
  });

/** What a link or an earlier tap asked for; either may be missing. */
export interface Wish {
  day?: CivilDate;
  period?: Period;
}

/** The day to show: the wished one, else the first on which something can be booked, else the first. */
export function dayFor(days: readonly WeekDay[], wish: Wish): WeekDay | undefined {
  const open = (day: WeekDay) => day.meals.some(meal => meal.may.book.ok);
  return days.find(({ day }) => day === wish.day) ?? days.find(open) ?? days[0];
}

/** The meal to show of a day: the wished period, else the first that can be booked, else the first. */
export const mealFor = ({ meals }: WeekDay, wish: Wish): MealView | undefined =>
  meals.find(({ period }) => period === wish.period) ?? meals.find(meal => meal.may.book.ok) ?? meals[0];

/** The elder view goes from meal to meal: those that can be booked and those that are. */
export const stopsOf = (days: readonly WeekDay[]): MealView[] =>
  days.flatMap(({ meals }) => meals.filter(meal => meal.may.book.ok || isBooked(meal)));

/** Where the elder view begins: the wished meal, else the first that is not booked yet. */
export function firstStop(stops: readonly MealView[], wish: Wish): number {
  const wished = stops.findIndex(meal => meal.day === wish.day && (!wish.period || meal.period === wish.period));
  return Math.max(0, wished >= 0 ? wished : stops.findIndex(meal => !isBooked(meal)));
}
