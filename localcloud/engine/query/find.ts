import type { Collection } from '../store/collection';
import { idKey } from '../store/collection';
import type { Seen, Slot } from '../store/slot';
import type { Entry } from '../store/sortedEntries';
import type { Doc, EngineStats } from '../types';
import { pathParts, valueAt } from '../values/paths';
import { analyse } from './analyse';
import { compileFilter } from './compile';
import { metres, nearSpec } from './geo';
import { type Plan, plan, type Sort, type Walk } from './plan';
import { type ByDistance, sortSlots } from './sort';
import type { Test } from './types';

/** What a reader sees: the newest commit, or the snapshot of a transaction with its own writes. */
export type View = {
  see(slot: Slot): Seen | null;
  /** Documents whose older version may match although the indexes know only the newest. */
  extra(collection: Collection): Iterable<Slot> | null;
};

/** Sees the newest commits. */
export const newest: View = {
  see: slot => (slot.current.doc ? (slot.current as Seen) : null),
  extra: () => null,
};

export type FindOptions = { sort: Sort; skip: number; limit: number };

const ALL: FindOptions = { sort: [], skip: 0, limit: Number.POSITIVE_INFINITY };

/** The places of the documents that match, sorted and paged. Counts the query, and the scan if there was one. */
export function find(collection: Collection, filter: Doc, view: View, stats: EngineStats, options = ALL): Slot[] {
  stats.queries++;
  const byId = findById(collection, filter, view);
  if (byId) return options.skip > 0 ? byId.slice(options.skip) : byId;
  const test = compileFilter(filter);
  const chosen = plan(collection, filter, options.sort);
  const extra = view.extra(collection);
  if (chosen === null) stats.scans++;
  const sort = sortOrNear(filter, options.sort);
  const gatherer = new Gatherer(
    view,
    test,
    sort,
    options.skip + options.limit,
    chosen?.length === 1 && !extra ? chosen[0]! : null,
  );
  gather(collection, chosen, extra, gatherer);
  const found = gatherer.sorted ? gatherer.found : sortSlots(gatherer.found, sort, view);
  return found.slice(options.skip, options.skip + options.limit);
}

/** The common case: `{_id: x}`, with or without further conditions. */
function findById(collection: Collection, filter: Doc, view: View): Slot[] | null {
  const id = filter['_id'];
  if (typeof id !== 'string' && typeof id !== 'number') return null;
  const slot = collection.slots.get(idKey(id));
  const seen = slot && view.see(slot);
  for (const key in filter) {
    if (key !== '_id') return seen && compileFilter(filter)(seen.doc) ? [slot] : [];
  }
  return seen ? [slot] : [];
}

function gather(collection: Collection, chosen: Plan, extra: Iterable<Slot> | null, gatherer: Gatherer): void {
  if (chosen === null) {
    for (const slot of collection.slots.values()) if (!gatherer.take(slot)) return;
    return;
  }
  for (const walk of chosen) {
    const visit = (entry: Entry): boolean => gatherer.takeEntry(entry);
    for (const { from, to } of walk.ranges) {
      if (walk.reverse) walk.tree.entries.descend(from, to, visit);
      else walk.tree.entries.ascend(from, to, visit);
    }
  }
  if (extra) for (const slot of extra) gatherer.take(slot);
}

/** Tests candidates and stops as soon as the page is full. */
class Gatherer {
  readonly found: Slot[] = [];
  /** The matches come in the wanted order. */
  readonly sorted: boolean;
  private readonly taken: Set<Slot> | null;
  private readonly enough: number;
  private readonly ties: boolean;
  private lastKey = '';

  constructor(
    private readonly view: View,
    private readonly test: Test,
    sort: Sort | ByDistance,
    wanted: number,
    walk: Walk | null,
  ) {
    const byDistance = typeof sort === 'function';
    const order = byDistance ? 'none' : sort.length === 0 ? 'full' : (walk?.order ?? 'none');
    this.sorted = order === 'full';
    this.ties = order === 'ties';
    this.enough = order === 'none' ? Number.POSITIVE_INFINITY : wanted;
    this.taken = walk && !walk.tree.multi ? null : new Set();
  }

  takeEntry(entry: Entry): boolean {
    if (this.ties && this.found.length >= this.enough && entry.key !== this.lastKey) return false;
    this.lastKey = entry.key;
    return this.take(entry.slot) || this.ties;
  }

  /** False when enough is found. */
  take(slot: Slot): boolean {
    const seen = this.view.see(slot);
    if (!seen || this.taken?.has(slot) || !this.test(seen.doc)) return true;
    this.taken?.add(slot);
    this.found.push(slot);
    return this.found.length < this.enough;
  }
}

/** The wanted sort, or the distance if the filter asks for what is near. */
function sortOrNear(filter: Doc, sort: Sort): Sort | ByDistance {
  if (sort.length > 0) return sort;
  const near = analyse(filter).geo.find(({ operator }) => operator === '$nearSphere' || operator === '$near');
  if (!near) return sort;
  const { point } = nearSpec(near.operand);
  const parts = pathParts(near.path);
  return doc => metres(point, valueAt(doc, parts)) ?? Number.POSITIVE_INFINITY;
}
