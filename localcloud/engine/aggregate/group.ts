import { refused } from '../errors';
import type { Doc, Value } from '../types';
import { compare, isDoc, rank } from '../values/compare';
import { encode } from '../values/ejson';
import { accumulators } from './accumulators';
import { evaluateAll, type Variables } from './evaluate';
import type { Stage } from './stage';

type Field = { name: string; make: (values: (Value | undefined)[]) => Value; values: (Value | undefined)[] };

/** The accumulated fields of a specification, each with the value of its expression for every document. */
function fieldsOf(spec: Doc, docs: Doc[], variables: Variables): Field[] {
  return Object.entries(spec).map(([name, expression]) => {
    const [operator, ...others] = isDoc(expression) ? Object.keys(expression) : [];
    const make = accumulators[operator ?? ''];
    if (!operator || others.length > 0) throw refused(`The field '${name}' must be an accumulator object`);
    if (!make) throw refused(`unknown group operator '${operator}'`);
    return { name, make, values: evaluateAll(docs, (expression as Doc)[operator] as Value, variables) };
  });
}

const collect = (fields: Field[], members: number[]): Doc =>
  Object.fromEntries(fields.map(({ name, make, values }) => [name, make(members.map(i => values[i]))]));

/** `$group`: groups come in the order of their first document; a missing key is null. */
export const group: Stage = (docs, operand, { variables }) => {
  if (!isDoc(operand) || !('_id' in operand)) throw refused('a group specification must include an _id');
  const { _id: key, ...spec } = operand;
  const fields = fieldsOf(spec, docs, variables);
  const groups = new Map<string, { id: Value; members: number[] }>();
  evaluateAll(docs, key as Value, variables).forEach((value, i) => {
    const id = value ?? null;
    const text = encode(id);
    const found = groups.get(text);
    if (found) found.members.push(i);
    else groups.set(text, { id, members: [i] });
  });
  return [...groups.values()].map(({ id, members }) => ({ _id: id, ...collect(fields, members) }));
};

/** `$sortByCount`. */
export const sortByCount: Stage = (docs, operand, environment) =>
  group(docs, { _id: operand, count: { $sum: 1 } }, environment).sort((a, b) => (b['count'] as number) - (a['count'] as number));

const COUNT: Doc = { count: { $sum: 1 } };

const outputOf = (spec: Doc): Doc => (isDoc(spec['output']) ? spec['output'] : COUNT);

/** `$bucket`: `[low, high)` by the boundaries; empty buckets are left out. */
export const bucket: Stage = (docs, operand, { variables }) => {
  const spec = operand as Doc;
  const bounds = spec['boundaries'];
  if (!Array.isArray(bounds) || bounds.length < 2) throw refused(`The $bucket 'boundaries' field must have at least 2 values`);
  if (bounds.some((bound, i) => i > 0 && (rank(bound) !== rank(bounds[i - 1]) || compare(bounds[i - 1], bound) >= 0))) {
    throw refused(`The 'boundaries' option to $bucket must be sorted and of one type`);
  }
  const members: number[][] = bounds.map(() => []);
  evaluateAll(docs, spec['groupBy'] as Value, variables).forEach((value, i) => {
    const above = bounds.findIndex(bound => compare(value, bound) < 0);
    if (above < 1 && !('default' in spec))
      throw refused('$bucket could not find a matching branch for an input, and no default was specified.');
    members[above < 1 ? bounds.length - 1 : above - 1]!.push(i);
  });
  const fields = fieldsOf(outputOf(spec), docs, variables);
  return members.flatMap((list, i) => {
    const id = i === bounds.length - 1 ? (spec['default'] as Value) : bounds[i]!;
    return list.length === 0 ? [] : [{ _id: id, ...collect(fields, list) }];
  });
};

/** `$bucketAuto` without granularity: about equal numbers; equal keys stay together. */
export const bucketAuto: Stage = (docs, operand, { variables }) => {
  const spec = operand as Doc;
  const wanted = spec['buckets'];
  if (!Number.isInteger(wanted) || (wanted as number) < 1)
    throw refused(`The $bucketAuto 'buckets' field must be a positive integer`);
  if ('granularity' in spec) throw refused('the local cloud knows no granularity of $bucketAuto');
  const keys = evaluateAll(docs, spec['groupBy'] as Value, variables).map(value => value ?? null);
  const fields = fieldsOf(outputOf(spec), docs, variables);
  const sorted = docs.map((_, i) => i).sort((a, b) => compare(keys[a], keys[b]));
  const size = Math.max(1, Math.round(sorted.length / (wanted as number)));
  const out: Doc[] = [];
  for (let at = 0; at < sorted.length; ) {
    let end = out.length === (wanted as number) - 1 ? sorted.length : Math.min(sorted.length, at + size);
    while (end < sorted.length && compare(keys[sorted[end]!], keys[sorted[end - 1]!]) === 0) end++;
    const max = keys[sorted[Math.min(end, sorted.length - 1)]!]!;
    out.push({ _id: { min: keys[sorted[at]!] ?? null, max: max ?? null }, ...collect(fields, sorted.slice(at, end)) });
    at = end;
  }
  return out;
};
