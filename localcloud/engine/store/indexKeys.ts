import { refused } from '../errors';
import type { Doc, Value } from '../types';
import { isDoc } from '../values/compare';
import { isPosition, own } from '../values/paths';
import { EMPTY_ARRAY_KEY, sortKey } from '../values/sortKey';

/**
 * Adds the keys of one field of a document; true if an array was met. Missing fields count as null. An element of an array that
 * lacks the field counts as null too, so that a search for null finds a superset: every candidate is tested again.
 */
function collect(value: Value | undefined, parts: readonly string[], from: number, keys: Set<string>): boolean {
  if (Array.isArray(value)) {
    if (value.length === 0) keys.add(EMPTY_ARRAY_KEY);
    if (from === parts.length) {
      for (const item of value) keys.add(sortKey(item));
    } else {
      for (const item of value) collect(isDoc(item) ? item : undefined, parts, from, keys);
      if (isPosition(parts[from]!)) collect(value[Number(parts[from])], parts, from + 1, keys);
    }
    return true;
  }
  if (from === parts.length) {
    keys.add(sortKey(value));
    return false;
  }
  if (isDoc(value)) return collect(own(value, parts[from]!), parts, from + 1, keys);
  keys.add(sortKey(undefined));
  return false;
}

/** Told what the keys of an index cannot say: a field with an array, a value whose key does not sort as the value does. */
export type Notes = { array(field: number): void; unordered(): void };

/** True for the keys of objects, arrays in arrays and regular expressions: they serve equality only. */
const isUnordered = (key: string): boolean => key[0] === 'E' || key[0] === 'F' || key[0] === 'L';

/** The root that is an array with elements and that several fields go through: their keys belong together element by element. */
function sharedArray(doc: Doc, fields: readonly (readonly string[])[]): string | null {
  const roots = fields.filter(parts => parts.length > 1).map(parts => parts[0]!);
  const shared = roots.find((root, i) => roots.indexOf(root) < i && Array.isArray(doc[root]) && doc[root].length > 0);
  return shared ?? null;
}

/**
 * The keys of a document in a compound index. Arrays in two different fields at once are refused, as in MongoDB; `within` is the
 * array whose elements are being indexed one by one.
 */
export function indexKeys(
  doc: Doc,
  fields: readonly (readonly string[])[],
  notes: Notes,
  within: string | null = null,
): string[] {
  const shared = fields.length > 1 ? sharedArray(doc, fields) : null;
  if (shared !== null) {
    if (within !== null && within !== shared) throw refused('cannot index parallel arrays');
    for (const [i, parts] of fields.entries()) if (parts[0] === shared) notes.array(i);
    return [...new Set((doc[shared] as Value[]).flatMap(item => indexKeys({ ...doc, [shared]: item }, fields, notes, shared)))];
  }
  let prefixes = [''];
  let array = within;
  fields.forEach((parts, i) => {
    const keys = fieldKeys(doc, parts, notes, () => {
      if (array !== null && array !== parts[0]) throw refused('cannot index parallel arrays');
      array = parts[0]!;
      notes.array(i);
    });
    prefixes = prefixes.flatMap(prefix => keys.map(key => prefix + key));
  });
  return prefixes;
}

/** The keys of one field. */
function fieldKeys(doc: Doc, parts: readonly string[], notes: Notes, onArray: () => void): string[] {
  const plain = parts.length === 1 ? own(doc, parts[0]!) : undefined;
  if (parts.length === 1 && !Array.isArray(plain)) {
    const key = sortKey(plain);
    if (isUnordered(key)) notes.unordered();
    return [key];
  }
  const keys = new Set<string>();
  if (collect(doc, parts, 0, keys)) onArray();
  const list = [...keys];
  if (list.some(isUnordered)) notes.unordered();
  return list;
}
