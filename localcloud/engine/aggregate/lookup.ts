import { refused } from '../errors';
import { find, newest } from '../query/find';
import type { Collection } from '../store/collection';
import type { Doc, EngineStats, Value } from '../types';
import { isDoc } from '../values/compare';
import { evaluateAll, type Variables } from './evaluate';
import type { Environment, Stage } from './stage';

function text(spec: Doc, field: string): string {
  const value = spec[field];
  if (typeof value !== 'string') throw refused(`$lookup argument '${field}' must be a string`);
  return value;
}

/** Documents of the other collection whose field equals the value, or one of its elements; found by index where there is one. */
function joined(collection: Collection, field: string, value: Value | undefined, stats: EngineStats): Doc[] {
  const filter: Doc = { [field]: Array.isArray(value) ? { $in: value } : { $eq: value ?? null } };
  return find(collection, filter, newest, stats).map(slot => slot.current.doc as Doc);
}

const variablesOf = (spec: Doc, docs: Doc[], outer: Variables): Variables[] => {
  const names = isDoc(spec['let']) ? Object.entries(spec['let']) : [];
  const values = names.map(([name, expression]) => [name, evaluateAll(docs, expression, outer)] as const);
  return docs.map((_, i) => ({ ...outer, ...Object.fromEntries(values.map(([name, list]) => [name, list[i]])) }));
};

/** `$lookup` by equal fields, or by a pipeline with `let`. A collection that is missing is empty, as in MongoDB. */
export const lookup: Stage = (docs, operand, environment: Environment) => {
  if (!isDoc(operand)) throw refused('the $lookup specification must be an object');
  const as = text(operand, 'as');
  const { database, run } = environment;
  const from = database.collections.get(text(operand, 'from'));
  const pipeline = operand['pipeline'];
  const byField = 'localField' in operand;
  const locals = byField ? evaluateAll(docs, `$${text(operand, 'localField')}`, environment.variables) : [];
  const variables = variablesOf(operand, docs, environment.variables);
  return docs.map((doc, i) => {
    let found: Doc[] = [];
    if (from && byField) found = joined(from, text(operand, 'foreignField'), locals[i], database.stats);
    if (from && Array.isArray(pipeline)) {
      found = run(from, byField ? found : null, pipeline as Doc[], { database, run, variables: variables[i]! });
    }
    return { ...doc, [as]: found };
  });
};
