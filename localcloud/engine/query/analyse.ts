import type { Doc, Value } from '../types';
import { isDoc, rank } from '../values/compare';
import { afterType, sortKey, startOfType, textPrefix } from '../values/sortKey';
import { isOperatorObject } from './compile';

/** Keys with `from <= key < to` of one field. */
export type Range = { from: string; to: string };

/** What a filter demands of one field: one of some keys, or keys in ranges (each of which must hold). */
export type Demand = { keys: string[] | null; ranges: Range[] };

/** What must hold for a document to match: demands by path, alternatives of `$or`, and the paths of geographic operators. */
export type Analysis = {
  demands: Map<string, Demand>;
  alternatives: Doc[][];
  geo: { path: string; operator: string; operand: Value }[];
};

/** Sorts after every key that has the same beginning: all type tags are smaller. */
export const LAST = 'Z';

const demandOf = (analysis: Analysis, path: string): Demand => {
  let demand = analysis.demands.get(path);
  if (!demand) {
    demand = { keys: null, ranges: [] };
    analysis.demands.set(path, demand);
  }
  return demand;
};

/** Reads a filter. Only what narrows the search is taken up: every candidate is tested with the whole filter anyway. */
export function analyse(filter: Doc): Analysis {
  const analysis: Analysis = { demands: new Map(), alternatives: [], geo: [] };
  visit(filter, '', analysis);
  return analysis;
}

function visit(filter: Doc, prefix: string, analysis: Analysis): void {
  for (const key in filter) {
    const operand = filter[key] as Value;
    if (key === '$and') for (const part of operand as Doc[]) visit(part, prefix, analysis);
    else if (key === '$or' && prefix === '') analysis.alternatives.push(operand as Doc[]);
    else if (key[0] !== '$') visitField(prefix + key, operand, analysis);
  }
}

function visitField(path: string, operand: Value, analysis: Analysis): void {
  if (!isOperatorObject(operand)) demandKeys(analysis, path, [operand]);
  else for (const operator in operand) readers[operator]?.(analysis, path, operand[operator] as Value, operand);
}

type Reader = (analysis: Analysis, path: string, operand: Value, siblings: Doc) => void;

const range =
  (operator: string): Reader =>
  (analysis, path, operand) =>
    demandRange(analysis, path, operator, operand);

const geo =
  (operator: string): Reader =>
  (analysis, path, operand) =>
    analysis.geo.push({ path, operator, operand });

/** What an operator says about a field. Operators that do not narrow are not here. */
const readers: { [operator: string]: Reader } = {
  $eq: (analysis, path, operand) => demandKeys(analysis, path, [operand]),
  $in: (analysis, path, operand) => demandKeys(analysis, path, operand as Value[]),
  $all: (analysis, path, operand) => demandKeys(analysis, path, (operand as Value[]).slice(0, 1)),
  $elemMatch: (analysis, path, operand) => {
    if (isOperatorObject(operand)) visitField(path, operand, analysis);
    else visit(operand as unknown as Doc, `${path}.`, analysis);
  },
  $regex: (analysis, path, operand, siblings) => {
    if (!('$options' in siblings)) demandText(analysis, path, operand instanceof RegExp ? operand : new RegExp(String(operand)));
  },
  $gt: range('$gt'),
  $gte: range('$gte'),
  $lt: range('$lt'),
  $lte: range('$lte'),
  $near: geo('$near'),
  $nearSphere: geo('$nearSphere'),
  $geoWithin: geo('$geoWithin'),
  $geoIntersects: geo('$geoIntersects'),
};

function demandKeys(analysis: Analysis, path: string, values: Value[]): void {
  if (values.length === 1 && values[0] instanceof RegExp) demandText(analysis, path, values[0]);
  if (values.some(value => Array.isArray(value) || value instanceof RegExp || isOperatorObject(value))) return;
  const demand = demandOf(analysis, path);
  if (demand.keys === null || values.length < demand.keys.length) demand.keys = [...new Set(values.map(sortKey))];
}

/** `^literal` narrows to the strings with that beginning. */
function demandText(analysis: Analysis, path: string, pattern: RegExp): void {
  const literal = pattern.flags === '' ? /^\^([\w\-:/ \u0080-\uffff]+)(?![*?{])/.exec(pattern.source)?.[1] : undefined;
  if (!literal || pattern.source.includes('|')) return;
  const stem = /[*?{]/.test(pattern.source[literal.length + 1] ?? '') ? literal.slice(0, -1) : literal;
  if (stem) demandOf(analysis, path).ranges.push({ from: textPrefix(stem), to: textPrefix(`${stem}\uffff`) });
}

function demandRange(analysis: Analysis, path: string, operator: string, operand: Value): void {
  if (operand === null) {
    if (operator === '$gte' || operator === '$lte') demandKeys(analysis, path, [null]);
    return;
  }
  if (isDoc(operand) || Array.isArray(operand) || rank(operand) === 11) return;
  const key = sortKey(operand);
  const bounds: Range = { from: startOfType(operand), to: afterType(operand) };
  if (operator === '$gt') bounds.from = key + LAST;
  else if (operator === '$gte') bounds.from = key;
  else bounds.to = operator === '$lt' ? key : key + LAST;
  demandOf(analysis, path).ranges.push(bounds);
}
