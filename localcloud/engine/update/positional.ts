import { refused } from '../errors';
import { compileFilter, isOperatorObject, itemTest } from '../query/compile';
import { equalityTest } from '../query/operators';
import type { ValueTest } from '../query/types';
import type { Doc, Value } from '../types';
import { isDoc } from '../values/compare';
import { valueAt } from '../values/paths';

/** The conditions of a filter on the elements of one array, `$and` included. */
function elementTests(filter: Doc, array: string): ValueTest[] {
  const tests: ValueTest[] = [];
  for (const key in filter) {
    const operand = filter[key] as Value;
    if (key === '$and' || key === '$or') for (const part of operand as Doc[]) tests.push(...elementTests(part, array));
    else if (key === array) tests.push(elementTestOf(operand));
    else if (key.startsWith(`${array}.`)) {
      const inner = compileFilter({ [key.slice(array.length + 1)]: operand });
      tests.push(item => isDoc(item) && inner(item));
    }
  }
  return tests;
}

function elementTestOf(operand: Value): ValueTest {
  if (!isOperatorObject(operand)) return equalityTest(operand);
  const match = operand['$elemMatch'];
  return itemTest(isDoc(match) ? match : operand);
}

/** The element that `$` stands for: the first that meets what the filter asks of that array. */
function matchedIndex(filter: Doc, doc: Doc, parts: readonly string[]): string {
  const list = valueAt(doc, parts);
  const tests = elementTests(filter, parts.join('.'));
  const index = Array.isArray(list) ? list.findIndex(item => tests.length > 0 && tests.every(test => test(item))) : -1;
  if (index < 0) throw refused('The positional operator did not find the match needed from the query.');
  return String(index);
}

/** Replaces `$` by the matched element and `$[]` by every element: one path may become many. */
export function resolvePositions(parts: readonly string[], filter: Doc, doc: Doc): (readonly string[])[] {
  const at = parts.findIndex(part => part[0] === '$');
  if (at < 0) return [parts];
  const before = parts.slice(0, at);
  const after = parts.slice(at + 1);
  if (parts[at] === '$') return resolvePositions([...before, matchedIndex(filter, doc, before), ...after], filter, doc);
  if (parts[at] !== '$[]') throw refused(`No array filter found for identifier in path '${parts.join('.')}'`);
  const list = valueAt(doc, before);
  if (!Array.isArray(list))
    throw refused(`The path '${before.join('.')}' must exist in the document in order to apply array updates.`);
  return list.flatMap((_, index) => resolvePositions([...before, String(index), ...after], filter, doc));
}
