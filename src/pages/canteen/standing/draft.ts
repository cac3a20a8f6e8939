/** A standing order as it is being filled in. */
import type { PatternView, Period, Want, Way } from '../../../../types/canteen';
import type { CivilDate } from '../../../../types/time';

export interface PatternDraft {
  period: Period;
  weekdays: number[];
  want: Want;
  way: Way;
  from: CivilDate;
  to?: CivilDate;
}

/** Most eat here on working days. */
export const freshDraft = (period: Period, today: CivilDate): PatternDraft => ({
  period,
  weekdays: [1, 2, 3, 4, 5],
  want: 'first',
  way: 'dineIn',
  from: today,
});

export const draftOf = ({ period, weekdays, want, way, from, to }: PatternView): PatternDraft => ({
  period,
  weekdays: [...weekdays],
  want,
  way,
  from,
  ...(to ? { to } : {}),
});

export const withWeekday = (weekdays: readonly number[], day: number): number[] =>
  (weekdays.includes(day) ? weekdays.filter(each => each !== day) : [...weekdays, day]).sort((a, b) => a - b);
