import { refused } from '../errors';
import type { Seen, Slot } from '../store/slot';
import type { Doc, Value } from '../types';
import { compare } from '../values/compare';
import { pathParts, someAt } from '../values/paths';
import type { Sort } from './plan';

/** What a document sorts by: of an array the least element upwards and the greatest downwards. */
export function sortValue(doc: Doc, path: string, direction: number): Value | undefined {
  const parts = pathParts(path);
  const plain = parts.length === 1 ? doc[parts[0]!] : undefined;
  if (parts.length === 1 && !Array.isArray(plain)) return plain;
  let chosen: Value | undefined;
  let any = false;
  someAt(doc, parts, 0, true, value => {
    if (Array.isArray(value) && any) return false;
    const candidate = Array.isArray(value) && value.length === 0 ? undefined : value;
    if (!any || compare(candidate, chosen) * direction < 0) chosen = candidate;
    any = true;
    return false;
  });
  return chosen;
}

/** Compares two rows of sort values. */
export function compareRows(a: (Value | undefined)[], b: (Value | undefined)[], sort: Sort): number {
  for (let i = 0; i < sort.length; i++) {
    const order = compare(a[i], b[i]);
    if (order !== 0) return order * sort[i]![1];
  }
  return 0;
}

/** Sorts anything by documents; equal ones keep their order. */
export function sortBy<T>(items: T[], docOf: (item: T) => Doc, sort: Sort): T[] {
  const rows = items.map(item => ({ item, row: sort.map(([path, direction]) => sortValue(docOf(item), path, direction)) }));
  return rows.sort((a, b) => compareRows(a.row, b.row, sort)).map(({ item }) => item);
}

/** The distance of a document, least first. */
export type ByDistance = (doc: Doc) => number;

/** Sorts documents by fields, or by a distance. */
export function sortSlots(slots: Slot[], sort: Sort | ByDistance, view: { see(slot: Slot): Seen | null }): Slot[] {
  const docOf = (slot: Slot): Doc => view.see(slot)!.doc;
  if (typeof sort !== 'function') return sort.length === 0 ? slots : sortBy(slots, docOf, sort);
  const rows = slots.map(slot => ({ slot, distance: sort(docOf(slot)) }));
  return rows.sort((a, b) => a.distance - b.distance).map(({ slot }) => slot);
}

/** Reads `{field: 1 | -1, …}`. */
export function readSort(spec: Doc): Sort {
  return Object.entries(spec).map(([path, direction]) => {
    if (direction !== 1 && direction !== -1) throw refused('$sort key ordering must be 1 (for ascending) or -1 (for descending)');
    return [path, direction];
  });
}
