import type { Instant } from '../../types/time';
import type { Collection, Deed, Outgoing, Stored } from './collection';

/**
 * Who writes and by which gesture; comes from the door. `errands`: marks of documents whose outbox hurries, for the door to call the
 * courier when all is written.
 */
export type Author = Pick<Deed, 'by' | 'action' | 'requestId' | 'onBehalfOf'> & {
  now: Instant;
  guard?: Promise<void>;
  errands?: Set<string>;
};

/** A document as it lies in the database. */
export type Row = {
  _id: string;
  communityId: string;
  version: number;
  history: Deed[];
  outbox: Outgoing[];
  [field: string]: unknown;
};

/** What a draft and a transaction need of the store that opened them. */
export type Keeper = {
  readonly communityId: string;
  readonly author: Author;
  read<T>(from: Collection<T>, id: string): Promise<Stored<T> | undefined>;
  /** The `_id` as it stands in the database. */
  fullId<T>(of: Collection<T>, id: string): string;
  /** A row as handlers see it: with its local `id`. */
  fromRow<T>(from: Collection<T>, row: Row): Stored<T>;
};
