import { refused } from '../errors';
import type { Collection } from '../store/collection';
import type { Tree } from '../store/tree';
import type { Doc } from '../types';
import { type Analysis, analyse, LAST, type Range } from './analyse';

/** A sort: paths with 1 or -1, most significant first. */
export type Sort = [path: string, direction: number][];

/**
 * A walk over one index. `order` tells what its sequence is worth for the wanted sort: nothing, all of it, or all but the order
 * within one key (`ties`).
 */
export type Walk = { tree: Tree; ranges: Range[]; order: 'none' | 'full' | 'ties'; reverse: boolean };

/** Walks whose documents together hold every match; null if only a scan would. */
export type Plan = Walk[] | null;

const MOST_RANGES = 5000;

/** Chooses how to find candidates: the index with the longest known beginning, else one that gives the sort. */
export function plan(collection: Collection, filter: Doc, sort: Sort): Plan {
  const analysis = analyse(filter);
  refuseUnindexedGeo(collection, analysis);
  let best: Walk | null = null;
  let bestScore = 0;
  for (const tree of [collection.ids, ...collection.trees]) {
    const candidate = walkOf(tree, analysis, sort);
    if (candidate && candidate.score > bestScore) {
      best = candidate.walk;
      bestScore = candidate.score;
    }
  }
  if (best && bestScore >= NARROWS) return [best];
  return planAlternatives(collection, analysis) ?? (best && [best]);
}

/** The least score of a walk that does not pass over the whole index. */
const NARROWS = 2;

function planAlternatives(collection: Collection, analysis: Analysis): Plan {
  for (const branches of analysis.alternatives) {
    const plans = branches.map(branch => plan(collection, branch, []));
    if (plans.every(found => found !== null)) return plans.flat() as Walk[];
  }
  return null;
}

function walkOf(tree: Tree, analysis: Analysis, sort: Sort): { walk: Walk; score: number } | null {
  let prefixes = [''];
  let known = 0;
  for (; known < tree.fields.length && !sharesArray(tree, known); known++) {
    const keys = analysis.demands.get(tree.names[known]!)?.keys;
    if (!keys || keys.length * prefixes.length > MOST_RANGES) break;
    prefixes = prefixes.flatMap(prefix => keys.map(key => prefix + key));
  }
  const field = tree.spec.fields[known];
  const range =
    field && known < tree.fields.length ? rangeOf(analysis.demands.get(field.field)?.ranges ?? [], tree.multikey[known]!) : null;
  const ranges = prefixes.map(prefix => ({ from: prefix + (range?.from ?? ''), to: prefix + (range?.to ?? LAST) }));
  const { order, reverse } = orderOf(tree, prefixes.length === 1 ? known : -1, sort);
  const score = known * 4 + (range ? 2 : 0) + (order === 'none' ? 0 : 1);
  return score === 0 ? null : { walk: { tree, ranges, order, reverse }, score };
}

/** A field in the same array as an earlier one: the filter may mean two elements, the index knows them one by one. */
const sharesArray = (tree: Tree, at: number): boolean =>
  tree.multikey[at]! && tree.fields.some((parts, i) => i < at && tree.multikey[i] && parts[0] === tree.fields[at]![0]);

/** All bounds together; with arrays each bound may be met by another element, so only one of them counts. */
function rangeOf(ranges: Range[], multikey: boolean): Range | null {
  const first = ranges[0];
  if (!first || multikey) return first ?? null;
  const bounds = { ...first };
  for (const { from, to } of ranges) {
    if (from > bounds.from) bounds.from = from;
    if (to < bounds.to) bounds.to = to;
  }
  return bounds;
}

/** Whether an index, once its first `known` fields are fixed, gives the sort. Fields that are fixed need no sorting. */
function orderOf(tree: Tree, known: number, sort: Sort): Pick<Walk, 'order' | 'reverse'> {
  const none = { order: 'none', reverse: false } as const;
  if (sort.length === 0 || known < 0 || !tree.ordered) return none;
  const { names } = tree;
  const fixed = new Set(names.slice(0, known));
  const wanted = sort.filter(([path]) => !fixed.has(path));
  if (wanted.length === 0) return { order: 'full', reverse: false };
  const free = names.slice(known);
  let given = 0;
  while (given < wanted.length && given < free.length) {
    const [path, direction] = wanted[given]!;
    if (path !== free[given] || direction !== wanted[0]![1]) break;
    given++;
  }
  const reverse = wanted[0]![1] === -1;
  if (given === wanted.length || names[known + given - 1] === '_id') return { order: given === 0 ? 'none' : 'full', reverse };
  return given > 0 && given === free.length ? { order: 'ties', reverse } : none;
}

function refuseUnindexedGeo(collection: Collection, analysis: Analysis): void {
  for (const { path, operator } of analysis.geo) {
    const indexed = collection.trees.some(tree =>
      tree.spec.fields.some(field => field.field === path && field.direction === '2dsphere'),
    );
    if (!indexed) throw refused(`unable to find index for ${operator} query on ${path}`);
  }
}
