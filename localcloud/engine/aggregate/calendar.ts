const DAY = 86_400_000;

/** Whole days since the first of January, read from UTC fields. */
const daysInto = (date: Date): number =>
  Math.floor(
    (Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()) - Date.UTC(date.getUTCFullYear(), 0, 1)) / DAY,
  );

/** 1 for Monday to 7 for Sunday. */
const isoDay = (date: Date): number => date.getUTCDay() || 7;

/** The Thursday of the same ISO week, which decides its year and number. */
const thursday = (date: Date): Date => new Date(date.getTime() + (4 - isoDay(date)) * DAY);

/** The parts of a date that expressions can ask for, read from UTC fields; named as the operators are. */
export const dateParts: { [name: string]: (date: Date) => number } = {
  year: date => date.getUTCFullYear(),
  month: date => date.getUTCMonth() + 1,
  dayOfMonth: date => date.getUTCDate(),
  hour: date => date.getUTCHours(),
  minute: date => date.getUTCMinutes(),
  second: date => date.getUTCSeconds(),
  millisecond: date => date.getUTCMilliseconds(),
  dayOfYear: date => daysInto(date) + 1,
  dayOfWeek: date => date.getUTCDay() + 1,
  isoDayOfWeek: isoDay,
  isoWeekYear: date => thursday(date).getUTCFullYear(),
  isoWeek: date => Math.floor(daysInto(thursday(date)) / 7) + 1,
  /** Weeks begin on Sunday; the days before the first Sunday are week 0. */
  week: date => Math.floor((daysInto(date) + 7 - date.getUTCDay()) / 7),
};
