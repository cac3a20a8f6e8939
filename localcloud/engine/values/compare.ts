import type { Doc, Value } from '../types';
import { ObjectId } from './objectId';

/** Rank of a type in BSON order; values of different ranks are ordered by it. Missing ranks with null. */
export function rank(value: Value | undefined): number {
  switch (typeof value) {
    case 'number':
      return 2;
    case 'string':
      return 3;
    case 'boolean':
      return 8;
    case 'undefined':
      return 1;
  }
  if (value === null) return 1;
  if (Array.isArray(value)) return 5;
  if (value instanceof Date) return 9;
  if (value instanceof ObjectId) return 7;
  return value instanceof RegExp ? 11 : 4;
}

/** True for an object with fields, as opposed to a scalar, a date or an array. */
export const isDoc = (value: unknown): value is Doc =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof Date) &&
  !(value instanceof ObjectId) &&
  !(value instanceof RegExp);

const order = (a: number | string | boolean, b: number | string | boolean): number => (a < b ? -1 : a > b ? 1 : 0);

function compareArrays(a: Value[], b: Value[]): number {
  const size = Math.min(a.length, b.length);
  for (let i = 0; i < size; i++) {
    const result = compare(a[i], b[i]);
    if (result !== 0) return result;
  }
  return a.length - b.length;
}

/** Field by field in stored order: type, then name, then value, as BSON does. */
function compareDocs(a: Doc, b: Doc): number {
  const left = Object.keys(a);
  const right = Object.keys(b);
  const size = Math.min(left.length, right.length);
  for (let i = 0; i < size; i++) {
    const x = a[left[i]!];
    const y = b[right[i]!];
    const result = rank(x) - rank(y) || order(left[i]!, right[i]!) || compare(x, y);
    if (result !== 0) return result;
  }
  return left.length - right.length;
}

function compareNumbers(a: number, b: number): number {
  if (a < b) return -1;
  if (a > b) return 1;
  if (a === b) return 0;
  return Number(Number.isNaN(b)) - Number(Number.isNaN(a));
}

/** Total BSON order: negative, zero or positive. Strings by UTF-16 code unit; NaN below every number. */
export function compare(a: Value | undefined, b: Value | undefined): number {
  if (a === b) return 0;
  const left = rank(a);
  const right = rank(b);
  if (left !== right) return left - right;
  switch (left) {
    case 1:
      return 0;
    case 2:
      return compareNumbers(a as number, b as number);
    case 3:
    case 8:
      return order(a as string | boolean, b as string | boolean);
    case 4:
      return compareDocs(a as Doc, b as Doc);
    case 5:
      return compareArrays(a as Value[], b as Value[]);
    case 9:
      return compareNumbers((a as Date).getTime(), (b as Date).getTime());
    case 7:
      return order((a as ObjectId).hex, (b as ObjectId).hex);
    default:
      return order(String(a), String(b));
  }
}

/** Equality of BSON values: the order of an object's fields counts. */
export const equal = (a: Value | undefined, b: Value | undefined): boolean => a === b || compare(a, b) === 0;
