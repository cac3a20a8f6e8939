import type { Doc } from '../types';

/** One committed state of a document; `doc` and `body` are null when it was removed. `seq` orders all commits. */
export type Version = { doc: Doc | null; body: string | null; seq: number; prev: Version | null };

/** What a reader sees of a document: the object and its EJSON text. */
export type Seen = { doc: Doc; body: string };

/** The place of one document in its collection. `current` is the newest commit; older ones only while a snapshot needs them. */
export type Slot = {
  readonly key: string;
  /** Order of creation, which is the natural order of a query without sort. */
  readonly ordinal: number;
  current: Version;
  /** The open transaction that has written here, if any. */
  lock: object | null;
};

const NEVER: Version = { doc: null, body: null, seq: 0, prev: null };

/** A place without a document. */
export const emptySlot = (key: string, ordinal: number): Slot => ({ key, ordinal, current: NEVER, lock: null });

/** The state of a document for a reader whose snapshot was taken at `seq`. */
export function versionAt(slot: Slot, seq: number): Version | null {
  let version: Version | null = slot.current;
  while (version && version.seq > seq) version = version.prev;
  return version;
}
