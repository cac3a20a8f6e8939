/** A month of one class as a family reads it. Pure. */
import { addDays, type CivilDate, civilDate, weekdayOf } from '../../../../types/time';
import type { Month } from '../queries';
import { ATTENDANCE } from '../words';

export type CalendarDay = Month['days'][number];

/** One letter in a cell, the word for the ear and for the list. */
export interface Mark {
  letter: string;
  word: string;
  /** There is care, and nothing against it. */
  open: boolean;
}

export function markOf({ open, name, status }: CalendarDay): Mark {
  if (!open) return { letter: name ? '休' : '', word: name ? `没有托管，${name}` : '没有托管', open: false };
  if (status === 'leave') return { letter: '假', word: ATTENDANCE.leave.word, open: false };
  if (status === 'absent') return { letter: '缺', word: '没有来', open: false };
  if (status && status !== 'expected') return { letter: '到', word: '来过', open: true };
  return name ? { letter: '补', word: `有托管，${name}`, open: true } : { letter: '', word: '有托管', open: true };
}

/** Weeks from Monday to Sunday; undefined outside the month. */
export function weeksOf(days: readonly CalendarDay[]): (CalendarDay | undefined)[][] {
  const first = days[0];
  if (!first) return [];
  const before = Array.from({ length: weekdayOf(first.day) - 1 }, () => undefined);
  const cells = [...before, ...days];
  while (cells.length % 7 > 0) cells.push(undefined);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

export const monthOf = (day: CivilDate): string => day.slice(0, 7);

/** The month before (−1) or after (1). */
export function monthBeside(month: string, step: -1 | 1): string {
  const first = civilDate(`${month}-01`);
  return monthOf(step < 0 ? addDays(first, -1) : addDays(first, 31));
}

/** 2026年11月 */
export const monthText = (month: string): string => `${Number(month.slice(0, 4))}年${Number(month.slice(5))}月`;

/** How often there is care, and how often the child was or will be away. */
export function sumText(days: readonly CalendarDay[]): string {
  const open = days.filter(day => day.open).length;
  const leave = days.filter(({ status }) => status === 'leave').length;
  return `这个月有托管 ${open} 天${leave > 0 ? `，请假 ${leave} 天` : ''}`;
}

/** From today on; a month that is over as a whole. */
export function toCome(days: readonly CalendarDay[], today: CivilDate): readonly CalendarDay[] {
  const ahead = days.filter(({ day }) => day >= today);
  return ahead.length > 0 ? ahead : days;
}
