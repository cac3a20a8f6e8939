import { refused } from '../errors';
import { compileFilter } from '../query/compile';
import { readSort, sortBy } from '../query/sort';
import type { Doc, Value } from '../types';
import { isDoc } from '../values/compare';
import { expressionFilter } from './expressionFilter';
import { bucket, bucketAuto, group, sortByCount } from './group';
import { lookup } from './lookup';
import { addFields, project, replaceRoot, unset, unwind } from './reshape';
import type { Environment, Stage } from './stage';

function count(operand: Value, stage: string): number {
  if (typeof operand === 'number' && Number.isInteger(operand) && operand >= 0) return operand;
  throw refused(`invalid argument to ${stage} stage: Expected a non-negative number`);
}

function name(operand: Value): string {
  if (typeof operand === 'string' && operand !== '' && !operand.startsWith('$') && !operand.includes('.')) return operand;
  throw refused('the count field must be a non-empty string without $ and without a dot');
}

const match: Stage = (docs, operand, { variables }) => {
  if (!isDoc(operand)) throw refused('the match filter must be an expression in an object');
  return docs.filter(compileFilter(expressionFilter(operand, variables)));
};

const sort: Stage = (docs, operand) => {
  if (!isDoc(operand) || Object.keys(operand).length === 0) throw refused('$sort stage must have at least one sort key');
  return sortBy(docs, doc => doc, readSort(operand));
};

/** Documents drawn without repetition. */
const sample: Stage = (docs, operand) => {
  const size = Math.min(docs.length, count(isDoc(operand) ? (operand['size'] ?? null) : null, '$sample'));
  const pool = [...docs];
  for (let i = 0; i < size; i++) {
    const other = i + Math.floor(Math.random() * (pool.length - i));
    [pool[i], pool[other]] = [pool[other]!, pool[i]!];
  }
  return pool.slice(0, size);
};

const limit: Stage = (docs, operand) => {
  const size = count(operand, '$limit');
  if (size === 0) throw refused('the limit must be positive');
  return docs.slice(0, size);
};

const facet: Stage = (docs, operand, environment) => {
  if (!isDoc(operand)) throw refused('the $facet specification must be a non-empty object');
  return [
    Object.fromEntries(
      Object.entries(operand).map(([field, pipeline]) => [field, runStages(docs, pipeline as unknown as Doc[], environment)]),
    ),
  ];
};

const stages: { [stage: string]: Stage } = {
  $match: match,
  $sort: sort,
  $limit: limit,
  $skip: (docs, operand) => docs.slice(count(operand, '$skip')),
  $count: (docs, operand) => (docs.length === 0 ? [] : [{ [name(operand)]: docs.length }]),
  $sample: sample,
  $group: group,
  $sortByCount: sortByCount,
  $bucket: bucket,
  $bucketAuto: bucketAuto,
  $project: project,
  $addFields: addFields,
  $set: addFields,
  $unset: unset,
  $unwind: unwind,
  $replaceRoot: replaceRoot(operand => (isDoc(operand) ? (operand['newRoot'] ?? null) : null)),
  $replaceWith: replaceRoot(operand => operand),
  $lookup: lookup,
  $facet: facet,
};

/** Runs stages in turn: `[{$match: …}, {$group: …}]`. */
export function runStages(docs: Doc[], pipeline: Doc[], environment: Environment): Doc[] {
  let out = docs;
  for (const step of pipeline) {
    const [key, ...others] = isDoc(step) ? Object.keys(step) : [];
    if (!key || others.length > 0) throw refused('A pipeline stage specification object must contain exactly one field.');
    const stage = stages[key];
    if (!stage) throw refused(`Unrecognized pipeline stage name: '${key}'`);
    out = stage(out, step[key] as Value, environment);
  }
  return out;
}
