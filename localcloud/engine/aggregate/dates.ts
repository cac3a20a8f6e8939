import { refused } from '../errors';
import type { Doc, Value } from '../types';
import { isDoc } from '../values/compare';
import { ObjectId } from '../values/objectId';
import { dateParts } from './calendar';
import { fromWall, toWall, zoneOffset } from './zones';

/** An expression operator that sees its evaluated operand only. */
export type Plain = (operand: Value | undefined) => Value | undefined;

/** A date or an object id as an instant; undefined for a missing or null value. */
function instant(value: Value | undefined): Date | undefined {
  if (value === null || value === undefined) return undefined;
  if (value instanceof Date) return value;
  if (value instanceof ObjectId) return new Date(Number.parseInt(value.hex.slice(0, 8), 16) * 1000);
  throw refused(`can't convert from BSON type ${typeof value} to Date`);
}

/** `$year: date` or `$year: {date, timezone}`. */
const partOperator =
  (part: (date: Date) => number): Plain =>
  operand => {
    const first = Array.isArray(operand) && operand.length === 1 ? operand[0] : operand;
    const zoned = isDoc(first);
    const at = instant(zoned ? first['date'] : first);
    return at ? part(toWall(at, zoned ? first['timezone'] : undefined)) : null;
  };

const pad = (value: number, size: number): string => String(value).padStart(size, '0');

const zoneText = (minutes: number): string =>
  `${minutes < 0 ? '-' : '+'}${pad(Math.floor(Math.abs(minutes) / 60), 2)}${pad(Math.abs(minutes) % 60, 2)}`;

/** The format specifiers of `$dateToString`: the part that is shown and its width. */
const specifiers: { [letter: string]: [part: string, width: number] } = {
  Y: ['year', 4],
  m: ['month', 2],
  d: ['dayOfMonth', 2],
  H: ['hour', 2],
  M: ['minute', 2],
  S: ['second', 2],
  L: ['millisecond', 3],
  j: ['dayOfYear', 3],
  w: ['dayOfWeek', 1],
  u: ['isoDayOfWeek', 1],
  G: ['isoWeekYear', 4],
  V: ['isoWeek', 2],
  U: ['week', 2],
};

const dateToString: Plain = operand => {
  const spec = operand as Doc;
  const at = instant(spec['date']);
  if (!at) return spec['onNull'] ?? null;
  const offset = zoneOffset(spec['timezone'], at);
  const wall = toWall(at, spec['timezone']);
  const format =
    typeof spec['format'] === 'string' ? spec['format'] : spec['timezone'] ? '%Y-%m-%dT%H:%M:%S.%L' : '%Y-%m-%dT%H:%M:%S.%LZ';
  return format.replace(/%(.)/g, (_, letter: string) => {
    if (letter === '%') return '%';
    if (letter === 'z') return zoneText(offset);
    if (letter === 'Z') return String(offset);
    const known = specifiers[letter];
    if (!known) throw refused(`Invalid format character '%${letter}' in format string`);
    return pad(dateParts[known[0]]!(wall), known[1]);
  });
};

const ISO_WEEK_FIELDS = ['isoWeekYear', 'isoWeek', 'isoDayOfWeek'];
const FIELDS = ['year', 'month', 'day', 'hour', 'minute', 'second', 'millisecond'];

/** The UTC fields of an ISO year, week and day. */
function isoStart(year: number, week: number, day: number): number {
  const fourth = new Date(Date.UTC(year, 0, 4));
  return Date.UTC(year, 0, 4 - ((fourth.getUTCDay() || 7) - 1) + (week - 1) * 7 + day - 1);
}

const dateFromParts: Plain = operand => {
  const spec = operand as Doc;
  const given = (name: string, otherwise: number): number => {
    const value = spec[name] ?? otherwise;
    if (!Number.isInteger(value)) throw refused(`'${name}' must evaluate to an integer`);
    return value as number;
  };
  if ([...FIELDS, ...ISO_WEEK_FIELDS, 'timezone'].some(name => name in spec && (spec[name] === null || spec[name] === undefined)))
    return null;
  const iso = 'isoWeekYear' in spec;
  if (!iso && !('year' in spec)) throw refused(`$dateFromParts requires either 'year' or 'isoWeekYear' to be present`);
  const start = iso
    ? isoStart(given('isoWeekYear', 0), given('isoWeek', 1), given('isoDayOfWeek', 1))
    : Date.UTC(given('year', 0), given('month', 1) - 1, given('day', 1));
  const time = given('hour', 0) * 3_600_000 + given('minute', 0) * 60_000 + given('second', 0) * 1000 + given('millisecond', 0);
  return fromWall(start + time, spec['timezone']);
};

const ISO_TEXT = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/;

function parseDate(text: string, format: Value | undefined, zone: Value | undefined): Date | null {
  if (typeof format === 'string') return parseFormatted(text, format, zone);
  const match = ISO_TEXT.exec(text);
  if (!match) return null;
  const [, year, month, day, hour, minute, second, fraction, offset] = match;
  const wall = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour ?? 0),
    Number(minute ?? 0),
    Number(second ?? 0),
  );
  const at = fromWall(wall + Number((fraction ?? '').padEnd(3, '0')), offset ?? zone);
  return new Date(wall).getUTCDate() === Number(day) ? at : null;
}

function parseFormatted(text: string, format: string, zone: Value | undefined): Date | null {
  const letters: string[] = [];
  const pattern = format.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/%([YmdHMSLz])/g, (_, letter: string) => {
    letters.push(letter);
    return letter === 'z' ? '(Z|[+-]\\d{2}:?\\d{2})' : `(\\d{${letter === 'Y' ? 4 : letter === 'L' ? 3 : 2}})`;
  });
  const match = new RegExp(`^${pattern}$`).exec(text);
  if (!match) return null;
  const found = Object.fromEntries(letters.map((letter, i) => [letter, match[i + 1]]));
  const at = (letter: string, otherwise: number): number => Number(found[letter] ?? otherwise);
  const wall = Date.UTC(at('Y', 1970), at('m', 1) - 1, at('d', 1), at('H', 0), at('M', 0), at('S', 0), at('L', 0));
  return fromWall(wall, found['z'] ?? zone);
}

const dateFromString: Plain = operand => {
  const spec = operand as Doc;
  const text = spec['dateString'];
  if (text === null || text === undefined) return spec['onNull'] ?? null;
  const at = typeof text === 'string' ? parseDate(text, spec['format'], spec['timezone']) : null;
  if (at) return at;
  if ('onError' in spec) return spec['onError'];
  throw refused(`Error parsing date string '${String(text)}'`);
};

/** The operators on dates; all know time zones. */
export const dateOperators: { [operator: string]: Plain } = {
  ...Object.fromEntries(Object.entries(dateParts).map(([name, part]) => [`$${name}`, partOperator(part)])),
  $dateToString: dateToString,
  $dateFromParts: dateFromParts,
  $dateFromString: dateFromString,
};
