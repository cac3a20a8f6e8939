/**
 * Time as a community in China lives it: civil days and clock times in Asia/Shanghai, instants for the machine.
 * Asia/Shanghai has kept UTC+8 without summer time since 1991, so plain arithmetic is exact and needs no time-zone data.
 * `Date` is used in this file alone (and in the clock port), so no rule can depend on where the code happens to run.
 */

/** Milliseconds since 1970-01-01T00:00Z. */
export type Instant = number & { readonly __brand: 'Instant' };

/** A day in Asia/Shanghai, `YYYY-MM-DD`; compares correctly as text. */
export type CivilDate = string & { readonly __brand: 'CivilDate' };

/** Minutes since midnight in Asia/Shanghai, 0…1440: 24 hours, so that half past nine in the evening can never be mistaken for morning. */
export type MinuteOfDay = number & { readonly __brand: 'MinuteOfDay' };

const SHANGHAI_OFFSET_MS = 8 * 3_600_000;
export const MINUTE_MS = 60_000;
export const DAY_MS = 86_400_000;

/** The machine's clock. Handlers take the time from their context; only ports and the screen call this. */
export const systemNow = (): Instant => Date.now() as Instant;

export const isInstant = (value: unknown): value is Instant => Number.isSafeInteger(value) && (value as number) >= 0;

/** True for a day that exists: 2026-02-30 does not. */
export function isCivilDate(value: unknown): value is CivilDate {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const at = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === value;
}

export const isMinuteOfDay = (value: unknown): value is MinuteOfDay =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 1440;

/** @throws RangeError when the text is not an existing day. */
export function civilDate(text: string): CivilDate {
  if (!isCivilDate(text)) throw new RangeError(`not a day: ${text}`);
  return text;
}

/** The day in Shanghai on which this instant falls. */
export const dayOf = (at: Instant): CivilDate => new Date(at + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10) as CivilDate;

/** The clock in Shanghai at this instant, in minutes since midnight. */
export const minuteOf = (at: Instant): MinuteOfDay => Math.floor(((at + SHANGHAI_OFFSET_MS) % DAY_MS) / MINUTE_MS) as MinuteOfDay;

/** The instant at which the clock in Shanghai shows this minute of this day. */
export const instantAt = (day: CivilDate, minute: number = 0): Instant =>
  (Date.parse(`${day}T00:00:00Z`) - SHANGHAI_OFFSET_MS + minute * MINUTE_MS) as Instant;

export const addDays = (day: CivilDate, days: number): CivilDate =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10) as CivilDate;

/** 1 Monday … 7 Sunday, as the week is counted in China. */
export const weekdayOf = (day: CivilDate): number => ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;

export const mondayOf = (day: CivilDate): CivilDate => addDays(day, 1 - weekdayOf(day));

/** `count` days from `first`, in order. */
export const daysFrom = (first: CivilDate, count: number): CivilDate[] =>
  Array.from({ length: count }, (_, i) => addDays(first, i));

/** First and last day of a month written `YYYY-MM`. */
export function monthRange(month: string): { first: CivilDate; last: CivilDate } {
  const first = civilDate(`${month}-01`);
  const next = addDays(first, 31).slice(0, 7);
  return { first, last: addDays(civilDate(`${next}-01`), -1) };
}

/**
 * Completed years on a day. Who is born on 29 February turns a year older on 1 March of a common year
 * (民法典 第二百零四条: a missing corresponding day counts at the end of the month; the year is complete the day after).
 */
export function ageOn(birthDate: CivilDate, day: CivilDate): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) >= birthDate.slice(5) ? years : years - 1;
}

/** `09:05`; 24 hours. */
export const clockText = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** Reads `9:05` or `09:05`; undefined when it is no time of day. */
export function readClock(text: string): MinuteOfDay | undefined {
  const match = /^(\d{1,2}):(\d{2})$/.exec(text.trim());
  if (!match) return undefined;
  const [hour, minute] = [Number(match[1]), Number(match[2])];
  return hour <= 23 && minute <= 59 ? ((hour * 60 + minute) as MinuteOfDay) : undefined;
}

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'];

/** A day as people say it: 今天, 明天, 后天, 周三 within a week, else 11月22日. */
export function dayText(day: CivilDate, today: CivilDate): string {
  const ahead = Math.round((Date.parse(day) - Date.parse(today)) / DAY_MS);
  if (ahead === 0) return '今天';
  if (ahead === 1) return '明天';
  if (ahead === 2) return '后天';
  if (ahead === -1) return '昨天';
  return ahead > 2 && ahead < 7 ? weekdayText(day) : dateText(day);
}

export const weekdayText = (day: CivilDate): string => `周${WEEKDAYS[weekdayOf(day) - 1]}`;

/** 11月22日 */
export const dateText = (day: CivilDate): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;
