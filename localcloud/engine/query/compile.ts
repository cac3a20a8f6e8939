import { refused } from '../errors';
import type { Doc, Value } from '../types';
import { isDoc } from '../values/compare';
import { pathParts, someAt } from '../values/paths';
import { expressionTest } from './expression';
import { geoTest, isGeo } from './geo';
import { schemaTest } from './jsonSchema';
import { equalityTest, type FieldTest, operators } from './operators';
import type { Test, ValueTest } from './types';

const every = (tests: Test[]): Test => {
  if (tests.length === 1) return tests[0]!;
  if (tests.length === 2) return doc => tests[0]!(doc) && tests[1]!(doc);
  return doc => {
    for (const test of tests) if (!test(doc)) return false;
    return true;
  };
};

/** True for `{$gt: …}`; an object whose first key is no operator is a value to be equal to. */
export const isOperatorObject = (value: Value | undefined): value is Doc => isDoc(value) && Object.keys(value)[0]?.[0] === '$';

/** The parts of `$and`, `$or` or `$nor`. */
export function clauses(operator: string, operand: Value): Doc[] {
  if (!Array.isArray(operand) || operand.length === 0) throw refused(`${operator} must be a nonempty array`);
  if (!operand.every(isDoc)) throw refused(`${operator} entries need to be full objects`);
  return operand as Doc[];
}

const logical: { [operator: string]: (operand: Value) => Test } = {
  $and: operand => every(clauses('$and', operand).map(compileFilter)),
  $or: operand => {
    const tests = clauses('$or', operand).map(compileFilter);
    return doc => tests.some(test => test(doc));
  },
  $nor: operand => {
    const tests = clauses('$nor', operand).map(compileFilter);
    return doc => !tests.some(test => test(doc));
  },
  $expr: operand => expressionTest(operand),
  $jsonSchema: operand => schemaTest(operand),
  $comment: () => () => true,
};

/** Compiles a filter. Unknown operators and wrong operands are refused here, before any document is looked at. */
export function compileFilter(filter: Doc): Test {
  const tests: Test[] = [];
  for (const key in filter) {
    const operand = filter[key] as Value;
    if (key[0] === '$') {
      const make = logical[key];
      if (!make) throw refused(`unknown top level operator: ${key}`);
      tests.push(make(operand));
    } else {
      tests.push(fieldTest(pathParts(key), operand));
    }
  }
  return tests.length === 0 ? () => true : every(tests);
}

function fieldTest(parts: readonly string[], operand: Value): Test {
  if (!isOperatorObject(operand)) return onPath(parts, { test: equalityTest(operand), expand: true });
  return every(operatorTests(operand, test => onPath(parts, test)));
}

function onPath(parts: readonly string[], { test, expand, negate }: FieldTest): Test {
  if (parts.length === 1) {
    const field = parts[0]!;
    const direct: Test = doc => {
      const value = Object.hasOwn(doc, field) ? doc[field] : undefined;
      return (expand && Array.isArray(value) && value.some(test)) || test(value);
    };
    return negate ? doc => !direct(doc) : direct;
  }
  const found: Test = doc => someAt(doc, parts, 0, expand, test);
  return negate ? doc => !found(doc) : found;
}

type Predicate<T> = (subject: T) => boolean;

/** The tests of an operator object such as `{$gte: 3, $lt: 9}`, each bound to what it is applied to. */
function operatorTests<T>(object: Doc, bind: (test: FieldTest) => Predicate<T>): Predicate<T>[] {
  const tests: Predicate<T>[] = [];
  for (const key in object) {
    const operand = object[key] as Value;
    if (key === '$not') tests.push(notTest(operand, bind));
    else if (key === '$all') tests.push(...allTests(operand).map(bind));
    else if (key === '$elemMatch') tests.push(bind({ test: elementTest(operand), expand: false }));
    else if (isGeo(key)) tests.push(bind(geoTest(key, operand)));
    else {
      const make = operators[key];
      if (!make) throw refused(`unknown operator: ${key}`);
      const test = make(operand, object);
      if (test) tests.push(bind(test));
    }
  }
  return tests;
}

function notTest<T>(operand: Value, bind: (test: FieldTest) => Predicate<T>): Predicate<T> {
  if (operand instanceof RegExp) return bind({ test: equalityTest(operand), expand: true, negate: true });
  if (!isOperatorObject(operand)) throw refused('$not needs a regex or a document');
  const inner = operatorTests(operand, bind);
  return subject => !inner.every(test => test(subject));
}

/** `$elemMatch`: operators test each element itself, a filter tests the elements that are objects. */
export function elementTest(operand: Value): ValueTest {
  if (!isDoc(operand)) throw refused('$elemMatch needs an Object');
  const passes = itemTest(operand);
  return value => Array.isArray(value) && value.some(passes);
}

/** The test of one array element: operators apply to the element itself, a filter to an element that is an object. */
export function itemTest(operand: Doc): ValueTest {
  const first = Object.keys(operand)[0] ?? '';
  if (first[0] === '$' && !(first in logical)) {
    const tests = operatorTests<Value | undefined>(
      operand,
      ({ test, negate }) =>
        item =>
          test(item) !== (negate ?? false),
    );
    return item => tests.every(test => test(item));
  }
  const filter = compileFilter(operand);
  return item => isDoc(item) && filter(item);
}

function allTests(operand: Value): FieldTest[] {
  if (!Array.isArray(operand)) throw refused('$all needs an array');
  if (operand.length === 0) return [{ test: () => false, expand: false }];
  return operand.map(item => {
    if (isOperatorObject(item) && '$elemMatch' in item) return { test: elementTest(item['$elemMatch'] as Value), expand: false };
    if (isOperatorObject(item)) throw refused('no $ expressions in $all');
    return { test: equalityTest(item), expand: true };
  });
}
