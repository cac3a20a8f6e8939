import { Context } from 'mingo';
import * as library from 'mingo/operators/expression';
import * as queries from 'mingo/operators/query';
import { refused } from '../errors';
import type { Value } from '../types';
import { compare } from '../values/compare';
import { accumulators, sameValue } from './accumulators';
import { dateOperators, type Plain } from './dates';
import { stringOperators } from './strings';

type Parts = NonNullable<Parameters<typeof Context.init>[0]>;
type Library = { [operator: string]: (subject: unknown, expression: unknown, options: unknown) => unknown };

const evaluate = (library as unknown as Library)['$let']!;

/** Makes a library operator of a function of the evaluated operand. */
const lifted =
  (plain: Plain): Library[string] =>
  (subject, expression, options) =>
    plain(evaluate(subject, { vars: {}, in: expression }, options) as Value | undefined);

function pair(operand: Value | undefined): [Value | undefined, Value | undefined] {
  if (Array.isArray(operand) && operand.length === 2) return [operand[0], operand[1]];
  throw refused('Expression takes exactly 2 arguments.');
}

/** BSON order in which a missing value comes before null. */
const order = (a: Value | undefined, b: Value | undefined): number =>
  a === undefined || b === undefined ? Number(a !== undefined) - Number(b !== undefined) : compare(a, b);

const comparison =
  (passes: (order: number) => boolean): Plain =>
  operand =>
    passes(order(...pair(operand)));

/** Comparisons in BSON order: the library compares arrays by content and objects without their order. */
const comparisons: { [operator: string]: Plain } = {
  $cmp: operand => Math.sign(order(...pair(operand))),
  $eq: operand => sameValue(...pair(operand)),
  $ne: operand => !sameValue(...pair(operand)),
  $gt: comparison(result => result > 0),
  $gte: comparison(result => result >= 0),
  $lt: comparison(result => result < 0),
  $lte: comparison(result => result <= 0),
  $in: operand => {
    const [item, list] = pair(operand);
    if (!Array.isArray(list)) throw refused('$in requires an array as a second argument');
    return list.some(other => sameValue(item, other));
  },
};

/** Accumulators used as expressions: over the elements of an array, or over one value. */
const folded = Object.fromEntries(
  ['$sum', '$avg', '$min', '$max', '$stdDevPop', '$stdDevSamp', '$mergeObjects'].map(name => {
    const plain: Plain = operand => accumulators[name]!(Array.isArray(operand) ? operand : [operand]);
    return [name, plain];
  }),
);

/** Operators of one operand, which MongoDB also takes as a list of one. */
const UNARY = [
  '$abs',
  '$ceil',
  '$exp',
  '$floor',
  '$ln',
  '$log10',
  '$sqrt',
  '$arrayToObject',
  '$objectToArray',
  '$reverseArray',
  '$size',
  '$strLenBytes',
];

const unwrapped = Object.fromEntries(
  UNARY.map(name => {
    const operator = (library as unknown as Library)[name]!;
    const unary: Library[string] = (subject, expression, options) =>
      operator(subject, Array.isArray(expression) && expression.length === 1 ? expression[0] : expression, options);
    return [name, unary];
  }),
);

/** Cuts towards zero, at an optional decimal place. */
const trunc: Plain = operand => {
  const [value, place = 0] = Array.isArray(operand) ? operand : [operand];
  if (value === null || value === undefined) return null;
  if (typeof value !== 'number' || typeof place !== 'number') throw refused('$trunc only supports numeric types');
  return Math.trunc(value * 10 ** place) / 10 ** place;
};

const ours = { $trunc: trunc, ...comparisons, ...folded, ...stringOperators, ...dateOperators };

/** The expression operators: the library's, with our own where it differs from MongoDB. */
export const context = Context.init({
  expression: {
    ...library,
    ...unwrapped,
    ...Object.fromEntries(Object.entries(ours).map(([name, plain]) => [name, lifted(plain)])),
  },
  query: queries,
} as unknown as Parts);
