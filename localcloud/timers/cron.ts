/**
 * Seven-field cron in UTC+8: second minute hour day month weekday year. A field is `*`, a number, a list, a range, or a step (`0/5`,
 * a star with `/5`, `10-40/5`); months and weekdays may be named. When both day and weekday are given, either one suffices.
 */
const SHANGHAI_MS = 8 * 3600_000;
const DAY_MS = 86_400_000;
/** A calendar repeats after 28 years; nothing further away ever comes. */
const FURTHEST_DAYS = 366 * 28;

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

const FIELDS = [
  { name: 'second', low: 0, high: 59 },
  { name: 'minute', low: 0, high: 59 },
  { name: 'hour', low: 0, high: 23 },
  { name: 'day', low: 1, high: 31 },
  { name: 'month', low: 1, high: 12, words: MONTHS, first: 1 },
  { name: 'weekday', low: 0, high: 6, words: WEEKDAYS, first: 0 },
  { name: 'year', low: 1970, high: 2099 },
] as const;

type Field = { name: string; low: number; high: number; words?: readonly string[]; first?: number };

function readNumber(text: string, field: Field): number {
  const word = field.words?.indexOf(text.toUpperCase()) ?? -1;
  const value = word >= 0 ? word + (field.first ?? 0) : /^\d+$/.test(text) ? Number(text) : Number.NaN;
  // Seven is a common way to say Sunday.
  const meant = field.name === 'weekday' && value === 7 ? 0 : value;
  if (!(meant >= field.low && meant <= field.high)) throw new Error(`cron: "${text}" is not a ${field.name}`);
  return meant;
}

function readField(text: string, field: Field): number[] {
  const found = new Set<number>();
  for (const part of text.split(',')) {
    const [span = '', stepText] = part.split('/');
    const step = stepText === undefined ? 1 : Number(stepText);
    if (!(Number.isInteger(step) && step > 0)) throw new Error(`cron: "${part}" is not a step`);
    const [from, to] = span === '*' || span === '?' ? [field.low, field.high] : readSpan(span, stepText !== undefined, field);
    for (let value = from; value <= to; value += step) found.add(value);
  }
  return [...found].sort((a, b) => a - b);
}

function readSpan(span: string, hasStep: boolean, field: Field): [number, number] {
  const [first = '', last] = span.split('-');
  const from = readNumber(first, field);
  const to = last === undefined ? (hasStep ? field.high : from) : readNumber(last, field);
  if (to < from) throw new Error(`cron: "${span}" runs backwards`);
  return [from, to];
}

const isFree = (text: string): boolean => text === '*' || text === '?';

export class Cron {
  private readonly fields: number[][];
  private readonly matchesDay: (date: Date) => boolean;

  /** @throws Error that names the field it cannot read. */
  constructor(text: string) {
    const parts = text.trim().split(/\s+/);
    if (parts.length !== 7) throw new Error(`cron: "${text}" has ${parts.length} fields, 7 are needed (second first)`);
    this.fields = parts.map((part, i) => readField(part, FIELDS[i]!));
    const [, , , days, months, weekdays, years] = this.fields as [
      number[],
      number[],
      number[],
      number[],
      number[],
      number[],
      number[],
    ];
    const either = !isFree(parts[3]!) && !isFree(parts[5]!);
    this.matchesDay = date => {
      if (!years.includes(date.getUTCFullYear()) || !months.includes(date.getUTCMonth() + 1)) return false;
      const [isDay, isWeekday] = [days.includes(date.getUTCDate()), weekdays.includes(date.getUTCDay())];
      return either ? isDay || isWeekday : isDay && isWeekday;
    };
  }

  /** The first time after `at` (epoch ms), or undefined when there is none. */
  next(at: number): number | undefined {
    return this.search(Math.floor(at / 1000) * 1000 + 1000, 1);
  }

  /** The last time up to and including `at`. */
  previous(at: number): number | undefined {
    return this.search(Math.floor(at / 1000) * 1000, -1);
  }

  private search(from: number, direction: 1 | -1): number | undefined {
    const local = from + SHANGHAI_MS;
    let day = Math.floor(local / DAY_MS) * DAY_MS;
    let bound = (local - day) / 1000;
    for (let i = 0; i < FURTHEST_DAYS; i++) {
      const second = this.matchesDay(new Date(day)) ? this.secondOfDay(bound, direction) : undefined;
      if (second !== undefined) return day + second * 1000 - SHANGHAI_MS;
      day += direction * DAY_MS;
      bound = direction > 0 ? 0 : 86_399;
    }
    return undefined;
  }

  /** The nearest fitting second of a day at or beyond `bound` in this direction. */
  private secondOfDay(bound: number, direction: 1 | -1): number | undefined {
    const inOrder = (values: number[]): number[] => (direction > 0 ? values : [...values].reverse());
    const isBeyond = (low: number, high: number): boolean => (direction > 0 ? high < bound : low > bound);
    for (const hour of inOrder(this.fields[2]!)) {
      if (isBeyond(hour * 3600, hour * 3600 + 3599)) continue;
      for (const minute of inOrder(this.fields[1]!)) {
        const start = hour * 3600 + minute * 60;
        if (isBeyond(start, start + 59)) continue;
        const found = inOrder(this.fields[0]!).find(second => !isBeyond(start + second, start + second));
        if (found !== undefined) return start + found;
      }
    }
    return undefined;
  }
}
