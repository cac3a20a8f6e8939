import { refused } from '../errors';
import type { Doc, Value } from '../types';
import { compare, equal, isDoc, rank } from '../values/compare';
import { toRegExp } from '../values/ejson';
import { typeTest } from './bsonTypes';
import type { ValueTest } from './types';

/** How an operator looks at a field: the test, whether arrays at the end of the path are entered, and whether it is negated. */
export type FieldTest = { test: ValueTest; expand: boolean; negate?: boolean };

/** Equality as filters mean it: null matches a missing field, a regular expression matches strings. */
export function equalityTest(operand: Value): ValueTest {
  if (operand === null) return value => value === undefined || value === null;
  if (operand instanceof RegExp)
    return value => (typeof value === 'string' ? operand.test(value) : value instanceof RegExp && equal(value, operand));
  if (Number.isNaN(operand)) return value => Number.isNaN(value);
  if (typeof operand !== 'object') return value => value === operand;
  return value => value !== undefined && equal(value, operand);
}

const comparisons: { [operator: string]: (order: number) => boolean } = {
  $gt: order => order > 0,
  $gte: order => order >= 0,
  $lt: order => order < 0,
  $lte: order => order <= 0,
};

/** A comparison within one BSON type; other types never match. */
function comparisonTest(operator: string, operand: Value): ValueTest {
  if (operand instanceof RegExp) throw refused(`Can't have RegEx as arg to predicate over field '${operator}'.`);
  const passes = comparisons[operator]!;
  const orEqual = operator === '$gte' || operator === '$lte';
  if (typeof operand === 'number' && Number.isNaN(operand)) return value => orEqual && Number.isNaN(value);
  const type = rank(operand);
  return value => rank(value) === type && !Number.isNaN(value) && passes(compare(value, operand));
}

function list(operator: string, operand: Value): Value[] {
  if (Array.isArray(operand)) return operand;
  throw refused(`${operator} needs an array`);
}

function inTest(operator: string, operand: Value): ValueTest {
  const items = list(operator, operand);
  if (items.some(item => isDoc(item) && Object.keys(item)[0]?.startsWith('$'))) throw refused(`cannot nest $ under ${operator}`);
  const simple = new Set(items.filter(item => typeof item === 'string' || typeof item === 'number'));
  const others = items.filter(item => typeof item !== 'string' && typeof item !== 'number').map(equalityTest);
  return value => simple.has(value as string) || others.some(test => test(value));
}

function sizeTest(operand: Value): ValueTest {
  if (typeof operand !== 'number' || !Number.isInteger(operand) || operand < 0)
    throw refused('$size may not be negative and must be an integer');
  return value => Array.isArray(value) && value.length === operand;
}

function modTest(operand: Value): ValueTest {
  const [divisor, remainder] = list('$mod', operand).map(item => Math.trunc(Number(item)));
  if ((operand as Value[]).length !== 2) throw refused('malformed mod, needs to be an array of two numbers');
  if (!divisor) throw refused('divisor cannot be 0');
  return value => typeof value === 'number' && Math.trunc(value) % divisor === remainder;
}

function regexTest(operand: Value, siblings: Doc): ValueTest {
  const options = siblings['$options'];
  if (typeof operand !== 'string' && !(operand instanceof RegExp)) throw refused('$regex has to be a string');
  const source = typeof operand === 'string' ? operand : operand.source;
  const flags = typeof options === 'string' ? options : operand instanceof RegExp ? operand.flags : '';
  return equalityTest(toRegExp(source, flags));
}

type Factory = (operand: Value, siblings: Doc) => FieldTest | null;

/** The operators that need no compiled filter inside: each makes the test of one field. Null means nothing to test. */
export const operators: { [operator: string]: Factory } = {
  $eq: operand => ({ test: equalityTest(operand), expand: true }),
  $ne: operand => ({ test: equalityTest(operand), expand: true, negate: true }),
  $gt: operand => ({ test: comparisonTest('$gt', operand), expand: true }),
  $gte: operand => ({ test: comparisonTest('$gte', operand), expand: true }),
  $lt: operand => ({ test: comparisonTest('$lt', operand), expand: true }),
  $lte: operand => ({ test: comparisonTest('$lte', operand), expand: true }),
  $in: operand => ({ test: inTest('$in', operand), expand: true }),
  $nin: operand => ({ test: inTest('$nin', operand), expand: true, negate: true }),
  $exists: operand => ({
    test: value => value !== undefined,
    expand: false,
    negate: operand === false || operand === 0 || operand === null,
  }),
  $size: operand => ({ test: sizeTest(operand), expand: false }),
  $mod: operand => ({ test: modTest(operand), expand: true }),
  $type: operand => ({ test: typeTest(operand), expand: true }),
  $regex: (operand, siblings) => ({ test: regexTest(operand, siblings), expand: true }),
  $options: () => null,
  $comment: () => null,
};
