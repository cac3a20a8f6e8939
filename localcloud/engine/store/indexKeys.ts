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

/** The keys of a document in a compound index. Two array fields at once are refused, as in MongoDB. */
export function indexKeys(doc: Doc, fields: readonly (readonly string[])[], notes: Notes): string[] {
  let prefixes = [''];
  let arrays = 0;
  for (let i = 0; i < fields.length; i++) {
    const parts = fields[i]!;
    const plain = parts.length === 1 ? own(doc, parts[0]!) : undefined;
    if (parts.length === 1 && !Array.isArray(plain)) {
      const key = sortKey(plain);
      if (isUnordered(key)) notes.unordered();
      for (let j = 0; j < prefixes.length; j++) prefixes[j] += key;
      continue;
    }
    const keys = new Set<string>();
    const hasArray = collect(doc, parts, 0, keys);
    for (const key of keys) if (isUnordered(key)) notes.unordered();
    if (hasArray) {
      notes.array(i);
      if (keys.size > 1 && ++arrays > 1 && prefixes.length > 1) throw refused('cannot index parallel arrays');
    }
    prefixes =
      prefixes.length === 1 && keys.size === 1
        ? [prefixes[0] + [...keys][0]!]
        : prefixes.flatMap(prefix => [...keys].map(key => prefix + key));
  }
  return prefixes;
}
