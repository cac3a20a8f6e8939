import { refused } from '../errors';
import type { Doc, Value } from '../types';
import { equal, isDoc } from '../values/compare';
import { pathParts } from '../values/paths';
import { type Apply, arrayOperators } from './arrays';
import { Draft } from './draft';
import { fieldOperators } from './fields';
import { resolvePositions } from './positional';

type Step = { apply: Apply; parts: readonly string[]; operand: Value; positional: boolean };

/** A compiled update: gives the new version, or null if nothing changes. `filter` is what found the document. */
export type Update = (stored: Doc, filter: Doc) => Doc | null;

const operators: { [operator: string]: Apply } = { ...fieldOperators, ...arrayOperators };

/**
 * Compiles `{$set: …, $inc: …}`. Refuses unknown operators, empty paths and two changes of one path. With `inserting`,
 * `$setOnInsert` counts. `now` is epoch ms.
 */
export function compileUpdate(data: Doc, now: number, inserting = false): Update {
  const steps: Step[] = [];
  for (const operator in data) {
    if (operator[0] !== '$') throw refused('the update operation document must contain atomic operators');
    const fields = data[operator];
    if (!isDoc(fields)) throw refused(`Modifiers operate on fields but we found a value for ${operator}`);
    for (const path in fields) steps.push(...stepsOf(operator, path, fields[path] as Value, now, inserting));
  }
  if (steps.length === 0 && Object.keys(data).length === 0)
    throw refused('the update operation document must contain atomic operators');
  refuseConflicts(steps);
  return (stored, filter) => apply(steps, stored, filter);
}

function stepsOf(operator: string, path: string, operand: Value, now: number, inserting: boolean): Step[] {
  if (path === '' || path.split('.').some(part => part === '' || part === '__proto__')) {
    throw refused(`The update path '${path}' contains an empty field name, which is not allowed.`);
  }
  const parts = pathParts(path);
  const positional = parts.some(part => part[0] === '$');
  if (parts[0]![0] === '$') throw refused(`The dollar ($) prefixed field '${path}' is not allowed in the context of an update.`);
  if (operator === '$setOnInsert') return inserting ? [{ apply: operators['$set']!, parts, operand, positional }] : [];
  if (operator === '$currentDate') return [{ apply: operators['$set']!, parts, operand: new Date(now), positional }];
  const found = operators[operator];
  if (!found) throw refused(`Unknown modifier: ${operator}`);
  return [{ apply: found, parts, operand, positional }];
}

/** Two changes of one path, or of a path and what lies in it, are refused. */
function refuseConflicts(steps: Step[]): void {
  if (steps.length < 2) return;
  const paths = steps.flatMap(({ parts, apply, operand }) =>
    apply === operators['$rename'] ? [parts.join('.'), String(operand)] : [parts.join('.')],
  );
  const sorted = paths.map(path => `${path}.`).sort();
  for (let i = 1; i < sorted.length; i++) {
    if (sorted[i]!.startsWith(sorted[i - 1]!)) {
      throw refused(`Updating the path '${sorted[i]!.slice(0, -1)}' would create a conflict at '${sorted[i - 1]!.slice(0, -1)}'`);
    }
  }
}

function apply(steps: Step[], stored: Doc, filter: Doc): Doc | null {
  const draft = new Draft(stored);
  for (const { apply: change, parts, operand, positional } of steps) {
    if (!positional) change(draft, parts, operand);
    else for (const resolved of resolvePositions(parts, filter, stored)) change(draft, resolved, operand);
  }
  if (!draft.changed) return null;
  if (!equal(draft.root['_id'], stored['_id'])) {
    throw refused(`Performing an update on the path '_id' would modify the immutable field '_id'`);
  }
  return draft.root;
}

/** The replacement of `doc().set`: all fields but `_id` are new. Null if nothing changes. */
export function replacement(data: Doc, stored: Doc): Doc | null {
  const operator = Object.keys(data).find(key => key[0] === '$');
  if (operator) throw refused(`The replacement document must not contain the operator ${operator}`);
  if ('_id' in data && !equal(data['_id'], stored['_id']))
    throw refused(`the (immutable) field '_id' was found to have been altered`);
  const fresh: Doc = { _id: stored['_id'] as Value, ...data };
  return equal(fresh, stored) ? null : fresh;
}
