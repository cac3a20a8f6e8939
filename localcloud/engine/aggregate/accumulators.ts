import type { Doc, Value } from '../types';
import { compare, equal, isDoc } from '../values/compare';
import { encode } from '../values/ejson';

type Given = (Value | undefined)[];

/** Makes one value of many; undefined stands for a missing field. */
export type Accumulate = (values: Given) => Value;

const isNumber = (value: Value | undefined): value is number => typeof value === 'number';
const present = (value: Value | undefined): value is Value => value !== undefined;
const total = (numbers: number[]): number => numbers.reduce((sum, value) => sum + value, 0);

/** The least (-1) or the greatest (1) value; null and missing do not count. */
const extreme =
  (sign: 1 | -1): Accumulate =>
  values => {
    let best: Value = null;
    for (const value of values) {
      if (value !== null && value !== undefined && (best === null || compare(value, best) * sign > 0)) best = value;
    }
    return best;
  };

/** Standard deviation with `n - less` in the denominator; null where that is not positive. */
const deviation =
  (less: 0 | 1): Accumulate =>
  values => {
    const numbers = values.filter(isNumber);
    if (numbers.length <= less) return null;
    const mean = total(numbers) / numbers.length;
    return Math.sqrt(total(numbers.map(value => (value - mean) ** 2)) / (numbers.length - less));
  };

/** Values without repetition, in the order of their first appearance. */
export function distinct(values: Value[]): Value[] {
  const seen = new Set<string>();
  return values.filter(value => {
    const key = encode(value);
    return !seen.has(key) && seen.add(key);
  });
}

/** The accumulators of `$group`, `$bucket` and `$bucketAuto`. */
export const accumulators: { [operator: string]: Accumulate } = {
  $sum: values => total(values.filter(isNumber)),
  $avg: values => {
    const numbers = values.filter(isNumber);
    return numbers.length === 0 ? null : total(numbers) / numbers.length;
  },
  $min: extreme(-1),
  $max: extreme(1),
  $first: values => values[0] ?? null,
  $last: values => values[values.length - 1] ?? null,
  $push: values => values.filter(present),
  $addToSet: values => distinct(values.filter(present)),
  $stdDevPop: deviation(0),
  $stdDevSamp: deviation(1),
  $mergeObjects: values => Object.assign({}, ...values.filter(isDoc)) as Doc,
  $count: values => values.length,
};

/** Equality in expressions: a missing field is not null. */
export const sameValue = (a: Value | undefined, b: Value | undefined): boolean =>
  a === undefined || b === undefined ? a === b : equal(a, b);
