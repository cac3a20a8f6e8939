/** How the desk says what the contracts name. */
import type { Period } from '../../../types/canteen';
import {
  addDays,
  type CivilDate,
  clockText,
  dateText,
  dayOf,
  dayText,
  type Instant,
  minuteOf,
  monthRange,
  weekdayText,
} from '../../../types/time';
import { PERIOD_TEXT } from '../../../types/words';

export { GRANTED_TEXT, MARK_TEXT, PERIOD_TEXT, WAY_TEXT } from '../../../types/words';

export const optionsOf = <V extends string>(texts: Record<V, string>): { value: V; text: string }[] =>
  (Object.entries(texts) as [V, string][]).map(([value, text]) => ({ value, text }));

/** 明天午餐 */
export const mealText = (meal: { day: CivilDate; period: Period }, today: CivilDate): string =>
  `${dayText(meal.day, today)}${PERIOD_TEXT[meal.period]}`;

/** 11月22日 周日 */
export const longDay = (day: CivilDate): string => `${dateText(day)} ${weekdayText(day)}`;

/** 今天 09:00 */
export const momentText = (at: Instant, today: CivilDate): string => `${dayText(dayOf(at), today)} ${clockText(minuteOf(at))}`;

export const timeText = (at: Instant): string => clockText(minuteOf(at));

/** 2026年11月 of `YYYY-MM`. */
export const monthText = (month: string): string => `${Number(month.slice(0, 4))}年${Number(month.slice(5))}月`;
export const monthBefore = (month: string): string => addDays(monthRange(month).first, -1).slice(0, 7);
export const monthAfter = (month: string): string => addDays(monthRange(month).last, 1).slice(0, 7);
