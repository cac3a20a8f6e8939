import { Query } from 'mingo/query';
import { context } from '../aggregate/context';
import { guarded } from '../aggregate/guard';
import type { Value } from '../types';
import type { Test } from './types';

/** The test of `$expr`: an aggregation expression that must come out true. */
export function expressionTest(expression: Value): Test {
  const query = guarded(() => new Query({ $expr: expression }, { context }));
  return doc => guarded(() => query.test(doc));
}
