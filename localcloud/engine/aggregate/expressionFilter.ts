import type { Doc, Value } from '../types';
import { isDoc } from '../values/compare';
import { ObjectId } from '../values/objectId';
import type { Variables } from './evaluate';

/** Replaces `$$name` of an outer pipeline by its value, for the `$expr` of a `$match`. */
function bind(expression: Value, variables: Variables): Value {
  if (typeof expression === 'string') {
    const name = /^\$\$(\w+)$/.exec(expression)?.[1];
    return name && name in variables ? { $literal: variables[name] ?? null } : expression;
  }
  if (Array.isArray(expression)) return expression.map(item => bind(item, variables));
  if (!isDoc(expression) || expression instanceof ObjectId || '$literal' in expression) return expression;
  return Object.fromEntries(Object.entries(expression).map(([key, value]) => [key, bind(value, variables)]));
}

/** A filter whose `$expr` needs no variables any more. */
export function expressionFilter(filter: Doc, variables: Variables): Doc {
  if (Object.keys(variables).length === 0) return filter;
  const out: Doc = { ...filter };
  if (out['$expr'] !== undefined) out['$expr'] = bind(out['$expr'], variables);
  for (const key of ['$and', '$or', '$nor']) {
    const parts = out[key];
    if (Array.isArray(parts)) out[key] = parts.map(part => (isDoc(part) ? expressionFilter(part, variables) : part));
  }
  return out;
}
