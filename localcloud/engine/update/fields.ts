import { refused } from '../errors';
import type { Value } from '../types';
import { compare, isDoc } from '../values/compare';
import { pathParts } from '../values/paths';
import type { Apply } from './arrays';

function numberAt(operator: string, value: Value | undefined, operand: Value): number {
  if (typeof operand !== 'number') throw refused(`Cannot apply ${operator} with non-numeric argument`);
  if (value === undefined) return 0;
  if (typeof value !== 'number') throw refused(`Cannot apply ${operator} to a value of non-numeric type`);
  return value;
}

const inc: Apply = (draft, parts, operand) => draft.set(parts, numberAt('$inc', draft.get(parts), operand) + (operand as number));

const mul: Apply = (draft, parts, operand) => draft.set(parts, numberAt('$mul', draft.get(parts), operand) * (operand as number));

/** Keeps the lesser (-1) or the greater (1) of the stored and the given value. */
const extreme =
  (sign: 1 | -1): Apply =>
  (draft, parts, operand) => {
    const value = draft.get(parts);
    if (value === undefined || compare(operand, value) * sign > 0) draft.set(parts, operand);
  };

const rename: Apply = (draft, parts, operand) => {
  if (typeof operand !== 'string' || operand === '') throw refused('The target of $rename must be a string');
  const target = pathParts(operand);
  for (const path of [parts, target]) {
    for (let i = 1; i < path.length; i++) {
      if (Array.isArray(draft.get(path.slice(0, i)))) throw refused(`$rename cannot go through the array of '${path.join('.')}'`);
    }
  }
  const value = draft.get(parts);
  if (value === undefined) return;
  draft.unset(parts);
  draft.set(target, value);
};

const bitwise: { [name: string]: (a: number, b: number) => number } = {
  and: (a, b) => a & b,
  or: (a, b) => a | b,
  xor: (a, b) => a ^ b,
};

const bit: Apply = (draft, parts, operand) => {
  const entries = isDoc(operand) ? Object.entries(operand) : [];
  if (entries.length === 0) throw refused('The $bit modifier needs one of: and, or, xor');
  let value = numberAt('$bit', draft.get(parts), 0);
  for (const [name, mask] of entries) {
    const apply = bitwise[name];
    if (!apply || !Number.isInteger(mask) || !Number.isInteger(value))
      throw refused('$bit works on whole numbers with and, or, xor');
    value = apply(value, mask as number);
  }
  draft.set(parts, value);
};

/** The operators on single fields. */
export const fieldOperators: { [operator: string]: Apply } = {
  $set: (draft, parts, operand) => draft.set(parts, operand),
  $unset: (draft, parts) => draft.unset(parts),
  $inc: inc,
  $mul: mul,
  $min: extreme(-1),
  $max: extreme(1),
  $rename: rename,
  $bit: bit,
};
