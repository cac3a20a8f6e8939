/** On which days a class meets. Pure: what the nation decided comes in as a function. */
import type { CareClass, CareSettings, Term } from '../../../types/care';
import { type CivilDate, type Instant, instantAt, MINUTE_MS, weekdayOf } from '../../../types/time';

/** The national calendar: a holiday (`off`) or a make-up working day; undefined for an ordinary day. */
export type National = (day: CivilDate) => { off: boolean; name: string } | undefined;
export type Calendar = { settings: Pick<CareSettings, 'days'>; national: National };
export type DayKind = { open: boolean; name?: string; makeUp: boolean };

/** Corrections of the community come first, then the nation, then the week. */
export function dayKind(day: CivilDate, { settings, national }: Calendar): DayKind {
  const correction = settings.days.find(each => each.day === day);
  if (correction) return { open: correction.open, name: correction.name, makeUp: correction.open };
  const known = national(day);
  if (known) return { open: !known.off, name: known.name, makeUp: !known.off };
  return { open: weekdayOf(day) <= 5, makeUp: false };
}

/** Why a term has no care on this day, or undefined. */
export const termHoliday = (term: Pick<Term, 'holidays'>, day: CivilDate): string | undefined =>
  term.holidays.find(({ from, to }) => from <= day && day <= to)?.name;

type Meets = Pick<CareClass, 'term' | 'weekdays' | 'status'>;

/**
 * Does the class meet on this day? On a make-up day every class of working days meets, whatever weekday it falls on; a class on Saturdays
 * meets on its own day unless the nation or the community made it a holiday.
 */
export function meetsOn(cls: Meets, day: CivilDate, calendar: Calendar): boolean {
  if (cls.status !== 'open' || day < cls.term.first || day > cls.term.last || termHoliday(cls.term, day)) return false;
  const kind = dayKind(day, calendar);
  if (kind.makeUp) return cls.weekdays.includes(weekdayOf(day)) || cls.weekdays.some(weekday => weekday <= 5);
  const off = !kind.open && (kind.name !== undefined || weekdayOf(day) <= 5);
  return !off && cls.weekdays.includes(weekdayOf(day));
}

export const startsAt = (cls: Pick<CareClass, 'from'>, day: CivilDate): Instant => instantAt(day, cls.from);
export const endsAt = (cls: Pick<CareClass, 'to'>, day: CivilDate): Instant => instantAt(day, cls.to);
export const plusMinutes = (at: Instant, minutes: number): Instant => (at + minutes * MINUTE_MS) as Instant;

/** Two classes that take place at the same time on the same weekdays, of terms that overlap. */
export function overlap(a: Pick<CareClass, 'weekdays' | 'from' | 'to' | 'term'>, b: typeof a): boolean {
  const terms = a.term.first <= b.term.last && b.term.first <= a.term.last;
  return terms && a.from < b.to && b.from < a.to && a.weekdays.some(weekday => b.weekdays.includes(weekday));
}
