import { refused } from '../errors';
import type { Value } from '../types';
import { isDoc } from '../values/compare';
import { ObjectId } from '../values/objectId';
import type { ValueTest } from './types';

const isInt = (value: Value | undefined): boolean => Number.isInteger(value) && Math.abs(value as number) <= 0x7fffffff;

/** JavaScript has one kind of number: whole ones pass as int or long by size, and every number that is not whole as double. */
const byName: { [name: string]: ValueTest } = {
  double: value => typeof value === 'number' && !Number.isInteger(value),
  string: value => typeof value === 'string',
  object: value => isDoc(value),
  array: value => Array.isArray(value),
  objectId: value => value instanceof ObjectId,
  bool: value => typeof value === 'boolean',
  date: value => value instanceof Date,
  null: value => value === null,
  regex: value => value instanceof RegExp,
  int: isInt,
  long: value => Number.isInteger(value) && !isInt(value),
  number: value => typeof value === 'number',
};

const byNumber: { [code: number]: string } = {
  1: 'double',
  2: 'string',
  3: 'object',
  4: 'array',
  7: 'objectId',
  8: 'bool',
  9: 'date',
  10: 'null',
  11: 'regex',
  16: 'int',
  18: 'long',
};

/** The test of `$type` for one type or a list of them, by name or by number. */
export function typeTest(operand: Value): ValueTest {
  const tests = (Array.isArray(operand) ? operand : [operand]).map(type => {
    const test = byName[typeof type === 'number' ? (byNumber[type] ?? '') : String(type)];
    if (!test) throw refused(`Unknown type name alias: ${String(type)}`);
    return test;
  });
  return value => tests.some(test => test(value));
}
