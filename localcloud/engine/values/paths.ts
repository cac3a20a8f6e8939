import type { Doc, Value } from '../types';
import { isDoc } from './compare';

const cache = new Map<string, readonly string[]>();

/** The components of a dotted path. Paths come from code, so the few that exist are kept. */
export function pathParts(path: string): readonly string[] {
  let parts = cache.get(path);
  if (!parts) {
    parts = path.split('.');
    if (cache.size < 5000) cache.set(path, parts);
  }
  return parts;
}

/** A field of an object, never one of its prototype. */
export const own = (doc: Doc, field: string): Value | undefined => (Object.hasOwn(doc, field) ? doc[field] : undefined);

/** True for a path component that can address an array element. */
export const isPosition = (part: string): boolean => /^(0|[1-9]\d*)$/.test(part);

/**
 * Whether some value at the path passes, by MongoDB's rules: arrays on the way are entered, a missing field is tested as
 * undefined, and with `expand` the elements of an array at the end are tested before the array itself.
 */
export function someAt(
  value: Value | undefined,
  parts: readonly string[],
  from: number,
  expand: boolean,
  test: (value: Value | undefined) => boolean,
): boolean {
  if (from === parts.length) {
    if (expand && Array.isArray(value)) {
      for (const item of value) if (test(item)) return true;
    }
    return test(value);
  }
  const part = parts[from]!;
  if (Array.isArray(value)) {
    for (const item of value) if (isDoc(item) && someAt(item, parts, from, expand, test)) return true;
    const item = isPosition(part) ? value[Number(part)] : undefined;
    return item !== undefined && someAt(item, parts, from + 1, expand, test);
  }
  if (isDoc(value)) return someAt(own(value, part), parts, from + 1, expand, test);
  return test(undefined);
}

/** The plain value at a path: objects by field, arrays by position only. */
export function valueAt(value: Value | undefined, parts: readonly string[]): Value | undefined {
  let at = value;
  for (const part of parts) {
    if (Array.isArray(at)) at = isPosition(part) ? at[Number(part)] : undefined;
    else if (isDoc(at)) at = own(at, part);
    else return undefined;
  }
  return at;
}
