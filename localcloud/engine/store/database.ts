import { invalid, noCollection, refused } from '../errors';
import type { Doc, EngineStats, IndexSpec } from '../types';
import { decode, encode } from '../values/ejson';
import { deepFreeze } from '../values/freeze';
import { Collection } from './collection';
import type { Log } from './log';
import type { Seen, Slot, Version } from './slot';

/** A commit that an open snapshot must not see. */
type Change = { collection: Collection; slot: Slot; version: Version };

const LARGEST = 16 * 1024 * 1024;

/** The EJSON text of a document; over 16 MB is refused. */
export function bodyOf(doc: Doc): string {
  const body = encode(doc);
  if (body.length * 3 > LARGEST && Buffer.byteLength(body) > LARGEST) {
    throw refused(`object to insert too large. size in bytes: ${Buffer.byteLength(body)}, max size: ${LARGEST}`);
  }
  return body;
}

/** All collections in memory, and the one way by which a document changes. */
export class Database {
  readonly collections = new Map<string, Collection>();
  readonly stats: EngineStats = { queries: 0, scans: 0, writes: 0, commits: 0, conflicts: 0 };
  /** Number of the newest commit. */
  seq = 0;
  private readonly snapshots: number[] = [];
  private changes: Change[] = [];

  constructor(
    readonly log: Log,
    readonly now: () => number,
  ) {
    const saved = log.savedCollections();
    for (const { name } of saved) this.collections.set(name, new Collection(name));
    for (const { coll, id, body } of log.savedDocuments()) {
      this.collections.get(coll)?.restore(id, deepFreeze(decode(body, 0) as Doc), body);
    }
    for (const { name, indexes } of saved) this.collections.get(name)!.buildIndexes(indexes);
  }

  /** The collection; a missing one is refused. */
  collection(name: unknown): Collection {
    if (typeof name !== 'string' || name === '') throw invalid('collectionName is required');
    const collection = this.collections.get(name);
    if (!collection) throw noCollection(name);
    return collection;
  }

  /** Creates a collection or changes its indexes. */
  ensure(name: string, indexes?: IndexSpec[]): void {
    const existing = this.collections.get(name);
    const specs = indexes ?? existing?.trees.map(tree => tree.spec) ?? [];
    if (existing && JSON.stringify(existing.trees.map(tree => tree.spec)) === JSON.stringify(specs)) return;
    const collection = existing ?? new Collection(name);
    collection.buildIndexes(specs);
    this.collections.set(name, collection);
    this.log.saveCollection(name, specs);
  }

  /** Makes a version the newest: in memory at once, durable with the next group commit. A null document removes. */
  commit(collection: Collection, slot: Slot, next: Seen | null): void {
    const before = slot.current.doc;
    const doc = next ? deepFreeze(next.doc) : null;
    const kept = this.snapshots.length > 0;
    const version: Version = { doc, body: next?.body ?? null, seq: ++this.seq, prev: kept ? slot.current : null };
    for (const tree of collection.trees) tree.replace(slot, before, doc);
    if (!before || !doc) collection.ids.replace(slot, before, doc);
    slot.current = version;
    collection.count += Number(doc !== null) - Number(before !== null);
    if (kept) this.changes.push({ collection, slot, version });
    else this.forget(collection, slot);
    this.stats.writes++;
    this.log.write(collection.name, slot.key, version.body);
  }

  /** Takes a snapshot: nothing is copied, from now on older versions are kept. Give it back with `release`. */
  snapshot(): number {
    this.snapshots.push(this.seq);
    return this.seq;
  }

  /** Ends a snapshot and drops the versions that no other one needs. */
  release(snapshot: number): void {
    this.snapshots.splice(this.snapshots.indexOf(snapshot), 1);
    const oldest = this.snapshots[0] ?? Number.POSITIVE_INFINITY;
    let done = 0;
    for (const { collection, slot, version } of this.changes) {
      if (version.seq > oldest) break;
      version.prev = null;
      this.forget(collection, slot);
      done++;
    }
    if (done > 0) this.changes = this.changes.slice(done);
  }

  /** Documents of a collection that have changed since a snapshot. */
  *changedSince(collection: Collection, snapshot: number): Iterable<Slot> {
    for (const change of this.changes) {
      if (change.version.seq > snapshot && change.collection === collection) yield change.slot;
    }
  }

  /** Drops the place of a removed document that nobody looks at any more. */
  forget(collection: Collection, slot: Slot): void {
    if (!slot.current.doc && !slot.lock && !slot.current.prev && collection.slots.get(slot.key) === slot)
      collection.slots.delete(slot.key);
  }
}
