/**
 * Holidays and make-up working days as the State Council announced them, from `chinese-days`: a table by day, so that no time zone comes
 * in. A year that is not announced yet (and a version of the library that does not know it) counts by weekdays; the office corrects days
 * in the settings.
 */
import table from 'chinese-days/dist/chinese-days.json';
import type { CivilDate } from '../../types/time';
import type { National } from './rules/calendar';

/** `Spring Festival,春节,4`: the Chinese name is the second. */
const nameOf = (entry: string): string => entry.split(',')[1] ?? '';
const holidays: Readonly<Record<string, string>> = table.holidays;
const workdays: Readonly<Record<string, string>> = table.workdays;

export const national: National = (day: CivilDate) => {
  const work = workdays[day];
  if (work) return { off: false, name: `${nameOf(work)}调休上班` };
  const off = holidays[day];
  return off ? { off: true, name: nameOf(off) } : undefined;
};
