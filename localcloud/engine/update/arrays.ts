import { refused } from '../errors';
import { itemTest } from '../query/compile';
import { equalityTest } from '../query/operators';
import { readSort, sortBy } from '../query/sort';
import type { Value } from '../types';
import { compare, equal, isDoc } from '../values/compare';
import type { Draft } from './draft';

/** Applies one operator to one path. */
export type Apply = (draft: Draft, parts: readonly string[], operand: Value) => void;

const typeName = (value: Value): string => (value === null ? 'null' : typeof value);

/** The array at the path; undefined if the field is missing; anything else is refused. */
function arrayAt(draft: Draft, parts: readonly string[], operator: string): Value[] | undefined {
  const value = draft.get(parts);
  if (value === undefined || Array.isArray(value)) return value;
  throw refused(`${operator}: the field '${parts.join('.')}' must be an array but is of type ${typeName(value)}`);
}

function whole(operand: Value | undefined, modifier: string): number | undefined {
  if (operand === undefined || Number.isInteger(operand)) return operand as number | undefined;
  throw refused(`The value for ${modifier} must be an integer value`);
}

const MODIFIERS = new Set(['$each', '$position', '$sort', '$slice']);

function sorted(list: Value[], order: Value | undefined): Value[] {
  if (order === undefined) return list;
  if (order === 1 || order === -1) return [...list].sort((a, b) => compare(a, b) * order);
  if (!isDoc(order) || Object.keys(order).length === 0)
    throw refused('The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1}');
  return sortBy(list, item => (isDoc(item) ? item : {}), readSort(order));
}

function sliced(list: Value[], slice: number | undefined): Value[] {
  if (slice === undefined) return list;
  return slice < 0 ? list.slice(slice) : list.slice(0, slice);
}

const push: Apply = (draft, parts, operand) => {
  const list = arrayAt(draft, parts, '$push') ?? [];
  if (!isDoc(operand) || !('$each' in operand)) {
    draft.set(parts, [...list, operand]);
    return;
  }
  const unknown = Object.keys(operand).find(key => !MODIFIERS.has(key));
  if (unknown) throw refused(`Unrecognized clause in $push: ${unknown}`);
  const each = operand['$each'];
  if (!Array.isArray(each)) throw refused('The argument to $each in $push must be an array');
  const position = whole(operand['$position'], '$position') ?? list.length;
  const at = position < 0 ? Math.max(0, list.length + position) : position;
  const joined = [...list.slice(0, at), ...each, ...list.slice(at)];
  draft.set(parts, sliced(sorted(joined, operand['$sort']), whole(operand['$slice'], '$slice')));
};

const addToSet: Apply = (draft, parts, operand) => {
  const list = arrayAt(draft, parts, '$addToSet') ?? [];
  const each = isDoc(operand) && '$each' in operand ? operand['$each'] : [operand];
  if (!Array.isArray(each)) throw refused('The argument to $each in $addToSet must be an array');
  const out = [...list];
  for (const item of each) if (!out.some(existing => equal(existing, item))) out.push(item);
  draft.set(parts, out);
};

const pop: Apply = (draft, parts, operand) => {
  if (operand !== 1 && operand !== -1) throw refused('$pop expects 1 or -1');
  const list = arrayAt(draft, parts, '$pop');
  if (list && list.length > 0) draft.set(parts, operand === 1 ? list.slice(0, -1) : list.slice(1));
};

const pull: Apply = (draft, parts, operand) => {
  const list = arrayAt(draft, parts, '$pull');
  const matches = isDoc(operand) ? itemTest(operand) : equalityTest(operand);
  const kept = list?.filter(item => !matches(item));
  if (kept && kept.length < list!.length) draft.set(parts, kept);
};

const pullAll: Apply = (draft, parts, operand) => {
  if (!Array.isArray(operand)) throw refused('$pullAll requires an array argument');
  const list = arrayAt(draft, parts, '$pullAll');
  const kept = list?.filter(item => !operand.some(gone => equal(gone, item)));
  if (kept && kept.length < list!.length) draft.set(parts, kept);
};

/** The operators on arrays. */
export const arrayOperators: { [operator: string]: Apply } = {
  $push: push,
  $addToSet: addToSet,
  $pop: pop,
  $pull: pull,
  $pullAll: pullAll,
};
