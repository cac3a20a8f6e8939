import type { View } from '../query/find';
import { newest } from '../query/find';
import type { Doc } from '../types';
import type { Collection } from './collection';
import { bodyOf, type Database } from './database';
import type { Slot } from './slot';

/** Thrown when a write meets a document that an open transaction has written: wait for its end, then run again. */
export class Busy extends Error {
  constructor(readonly lock: { ended: Promise<void> }) {
    super('waiting for a transaction');
  }
}

/** What an action reads from and writes to: the database itself or a transaction. */
export type Session = View & {
  /** Called with all documents that are about to be written, before the first is. */
  claim(slots: Slot[]): void;
  /** Writes a new version, or removes with null. Unique keys are checked. */
  write(collection: Collection, slot: Slot, doc: Doc | null): void;
};

/** Writes at once, each document by itself, as outside any transaction. */
export function directSession(database: Database): Session {
  return {
    ...newest,
    claim: slots => {
      for (const { lock } of slots) if (lock) throw new Busy(lock as { ended: Promise<void> });
    },
    write: (collection, slot, doc) => {
      if (doc === null) {
        database.commit(collection, slot, null);
        return;
      }
      try {
        collection.check(slot, doc);
        database.commit(collection, slot, { doc, body: bodyOf(doc) });
      } catch (error) {
        database.forget(collection, slot);
        throw error;
      }
    },
  };
}
