import { conflict } from '../errors';
import type { Doc } from '../types';
import type { Collection } from './collection';
import { bodyOf, type Database } from './database';
import type { Session } from './session';
import { type Seen, type Slot, versionAt } from './slot';
import type { Tree } from './tree';

type Write = { collection: Collection; seen: Seen | null };

/**
 * A transaction: a snapshot taken at its first operation and a set of writes that nobody else sees. The first to write a document
 * wins; the other gets a conflict at once.
 */
export class Transaction implements Session {
  /** Fulfilled when the transaction has ended, whichever way. */
  readonly ended: Promise<void>;
  private snapshot: number | null = null;
  private readonly writes = new Map<Slot, Write>();
  private end: () => void = () => undefined;

  /** `startedAt` is epoch ms by the engine's clock. */
  constructor(
    private readonly database: Database,
    readonly startedAt: number,
  ) {
    this.ended = new Promise(resolve => {
      this.end = resolve;
    });
  }

  see(slot: Slot): Seen | null {
    const written = this.writes.get(slot);
    if (written) return written.seen;
    const version = versionAt(slot, this.seq());
    return version?.doc ? (version as Seen) : null;
  }

  *extra(collection: Collection): Iterable<Slot> {
    yield* this.database.changedSince(collection, this.seq());
    for (const [slot, write] of this.writes) if (write.collection === collection) yield slot;
  }

  claim(slots: Slot[]): void {
    for (const slot of slots) {
      if ((slot.lock && slot.lock !== this) || slot.current.seq > this.seq()) throw conflict();
    }
  }

  write(collection: Collection, slot: Slot, doc: Doc | null): void {
    this.claim([slot]);
    slot.lock = this;
    const seen = doc && { doc, body: bodyOf(doc) };
    this.writes.set(slot, { collection, seen });
    if (doc) this.refuseTaken(collection, slot, doc);
  }

  /** Makes all writes the newest versions at once. If a unique key was taken meanwhile nothing is written. */
  commit(): void {
    for (const [slot, { collection, seen }] of this.writes) {
      if (seen && this.takenKey(collection, slot, seen.doc)) throw conflict();
    }
    this.unlock();
    for (const [slot, { seen }] of this.writes) if (!seen) this.apply(slot);
    for (const [slot, { seen }] of this.writes) if (seen) this.apply(slot);
    this.finish();
  }

  /** Drops all writes. */
  abort(): void {
    this.unlock();
    this.finish();
  }

  private apply(slot: Slot): void {
    const { collection, seen } = this.writes.get(slot)!;
    if (seen || slot.current.doc) this.database.commit(collection, slot, seen);
  }

  private unlock(): void {
    for (const slot of this.writes.keys()) slot.lock = null;
  }

  private finish(): void {
    for (const [slot, { collection }] of this.writes) this.database.forget(collection, slot);
    if (this.snapshot !== null) this.database.release(this.snapshot);
    this.snapshot = null;
    this.end();
  }

  private seq(): number {
    this.snapshot ??= this.database.snapshot();
    return this.snapshot;
  }

  /** E11000 if the key was taken when the snapshot was made, a conflict if it was taken since. */
  private refuseTaken(collection: Collection, slot: Slot, doc: Doc): void {
    const taken = this.takenKey(collection, slot, doc);
    if (!taken) return;
    throw taken.holder.current.seq > this.seq() ? conflict() : collection.duplicate(taken.tree, doc);
  }

  /** Another document with a unique key of this one: committed and not written here, or written here. */
  private takenKey(collection: Collection, slot: Slot, doc: Doc): { tree: Tree; holder: Slot } | null {
    for (const tree of collection.trees) {
      if (!tree.mayRefuse(doc)) continue;
      const keys = tree.keys(doc);
      if (!tree.spec.unique) continue;
      for (const key of keys) {
        const holder = tree.holder(key, other => this.writes.has(other));
        if (holder) return { tree, holder };
      }
      for (const [other, write] of this.writes) {
        if (other === slot || write.collection !== collection || !write.seen) continue;
        if (tree.keys(write.seen.doc).some(key => keys.includes(key))) return { tree, holder: other };
      }
    }
    return null;
  }
}
