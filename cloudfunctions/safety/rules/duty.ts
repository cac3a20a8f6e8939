/** 值班: whose shift it is, and which shifts nobody would come for. Pure. */
import { addDays, type CivilDate, DAY_MS, type Instant, instantAt } from '../../../types/time';
import { no, type Verdict, yes } from '../../../types/verdict';
import type { Duty, Shift } from '../../../types/watch';

const start = (day: CivilDate, shift: Shift): Instant => instantAt(day, shift.from);
/** A shift that ends at or before its beginning ends on the next day. */
const end = (day: CivilDate, { from, to }: Shift): Instant => (instantAt(day, to) + (to <= from ? DAY_MS : 0)) as Instant;

export const isOn = (day: CivilDate, shift: Shift, now: Instant): boolean => start(day, shift) <= now && now < end(day, shift);

/** The one who comes: the person, or the substitute for who is away. */
export const whoComes = (shift: Shift): Shift['person'] => (shift.away ? shift.substitute : (shift.person ?? shift.substitute));
export const isEmpty = (shift: Shift): boolean => whoComes(shift) === undefined;

/** Shifts that are on, of yesterday and today, the latest beginning first. */
export const shiftsOn = (duties: readonly Duty[], now: Instant): Shift[] =>
  duties
    .flatMap(({ day, shifts }) => shifts.map(shift => ({ day, shift })))
    .filter(({ day, shift }) => isOn(day, shift, now))
    .sort((a, b) => start(b.day, b.shift) - start(a.day, a.shift))
    .map(({ shift }) => shift);

export function rosterAgrees(shifts: readonly Shift[]): Verdict<'DOUBLE_SHIFT'> {
  const double = shifts.find((shift, i) => shifts.findIndex(other => other.id === shift.id || other.name === shift.name) !== i);
  return double ? no('DOUBLE_SHIFT', { name: double.name }) : yes;
}

/** A community that has no roster at all has chosen to live without; one that has, is told of gaps. */
export function gapsOf(duty: Duty | undefined, before: readonly Duty[]): string[] {
  if (duty && duty.shifts.length > 0) return duty.shifts.filter(isEmpty).map(({ name }) => name);
  return before.some(({ shifts }) => shifts.length > 0) ? ['全天'] : [];
}

export const weekAfter = (from: CivilDate): CivilDate[] => Array.from({ length: 7 }, (_unused, i) => addDays(from, 7 + i));
