import { refused } from '../errors';
import type { Value } from '../types';
import type { Plain } from './dates';

type Args = (Value | undefined)[];

function text(value: Value | undefined, operator: string): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (value instanceof Date) return value.toISOString();
  throw refused(`can't convert from BSON type ${typeof value} to String for ${operator}`);
}

function whole(value: Value | undefined, operator: string): number {
  if (typeof value === 'number' && Number.isInteger(value)) return value;
  throw refused(`${operator}: starting index and length must be whole numbers`);
}

/** Bytes from a start; a negative length means to the end. Cutting a character in two is refused. */
function substrBytes(operand: Value | undefined, operator: string): string {
  const [value, start, length] = operand as Args;
  const bytes = Buffer.from(text(value, operator));
  const from = whole(start, operator);
  const size = whole(length, operator);
  if (from < 0) throw refused(`${operator}: starting index must be non-negative`);
  const to = size < 0 ? bytes.length : Math.min(bytes.length, from + size);
  const inside = (at: number): boolean => at < bytes.length && (bytes[at]! & 0xc0) === 0x80;
  if (inside(from) || inside(to)) throw refused(`${operator}: Invalid range, the index is in the middle of a UTF-8 character.`);
  return bytes.toString('utf8', from, to);
}

/** Position of a part within units (bytes or code points), between optional bounds; -1 if it is not there. */
function indexOf(operand: Value | undefined, operator: string, units: (value: string) => string): Value {
  const [value, part, start = 0, end] = operand as Args;
  if (value === null || value === undefined) return null;
  if (typeof value !== 'string' || typeof part !== 'string')
    throw refused(`${operator} requires strings as its first and second argument`);
  const all = units(value);
  const from = whole(start, operator);
  const to = end === undefined ? all.length : whole(end, operator);
  if (from < 0 || to < 0) throw refused(`${operator} requires non-negative indexes`);
  const found = all.slice(0, to).indexOf(units(part), from);
  return from > to ? -1 : found;
}

/** One UTF-16 unit for each byte. */
const bytes = (value: string): string => Buffer.from(value).toString('latin1');

/** One private character for each code point beyond the first plane, so that positions count code points. */
const codePoints = (value: string): string =>
  [...value].map(point => (point.length === 1 ? point : String.fromCharCode(0xe000 + (point.codePointAt(0)! % 0x1000)))).join('');

/** MongoDB takes a list of one for an operand. */
const single = (operand: Value | undefined): Value | undefined =>
  Array.isArray(operand) && operand.length === 1 ? operand[0] : operand;

/** The operators on strings that the library lacks or has otherwise. */
export const stringOperators: { [operator: string]: Plain } = {
  $substr: operand => substrBytes(operand, '$substr'),
  $substrBytes: operand => substrBytes(operand, '$substrBytes'),
  $indexOfBytes: operand => indexOf(operand, '$indexOfBytes', bytes),
  $indexOfCP: operand => indexOf(operand, '$indexOfCP', codePoints),
  $toLower: operand => text(single(operand), '$toLower').toLowerCase(),
  $toUpper: operand => text(single(operand), '$toUpper').toUpperCase(),
  $strLenCP: operand => {
    if (typeof operand !== 'string') throw refused('$strLenCP requires a string argument');
    return [...operand].length;
  },
};
