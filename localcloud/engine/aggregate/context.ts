import { Context } from 'mingo';
import * as accumulators from 'mingo/operators/accumulator';
import * as expressions from 'mingo/operators/expression';
import * as queries from 'mingo/operators/query';

/** The operators that aggregation knows. */
export const context = Context.init({
  accumulator: accumulators,
  expression: expressions,
  query: queries,
} as Parameters<typeof Context.init>[0]);
