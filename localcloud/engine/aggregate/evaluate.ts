import { Context } from 'mingo';
import { Aggregator } from 'mingo/aggregator';
import * as pipeline from 'mingo/operators/pipeline';
import type { Doc, Value } from '../types';
import { own } from '../values/paths';
import { context } from './context';
import { guarded } from './guard';

/** Variables that an outer pipeline has bound, without their `$$`. */
export type Variables = { [name: string]: Value | undefined };

const stages = Context.from(
  context,
  Context.init({ pipeline: { $replaceRoot: pipeline.$replaceRoot } } as unknown as Parameters<typeof Context.init>[0]),
);

/** The value of an expression for each document; undefined where it is missing. Nothing is copied. */
export function evaluateAll(docs: Doc[], expression: Value, variables: Variables): (Value | undefined)[] {
  const field = typeof expression === 'string' ? /^\$([A-Za-z_]\w*)$/.exec(expression)?.[1] : undefined;
  if (field) return docs.map(doc => own(doc, field));
  if (typeof expression !== 'object' && typeof expression !== 'string') return docs.map(() => expression);
  const aggregator = new Aggregator([{ $replaceRoot: { newRoot: { value: expression } } }], { context: stages, variables });
  return guarded(() => aggregator.run(docs).map(row => row['value'] as Value | undefined));
}
