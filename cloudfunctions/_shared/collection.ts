import type * as z from 'zod';
import type { Instant } from '../../types/time';

/** `field` or `-field` for descending; dots reach into objects and arrays. */
export type Index = { readonly fields: readonly string[]; readonly unique?: boolean };

/**
 * A collection as code declares it: the deploy script and the local cloud create it from this, with its indexes.
 * `scope: 'community'`: the store puts the actor's community into every id and every filter, so that a document of another
 * community cannot even be named. `environment`: accounts and the machinery.
 */
export type Collection<T> = {
  readonly name: string;
  readonly schema: z.ZodType<T>;
  readonly scope: 'community' | 'environment';
  readonly indexes: readonly Index[];
  /** How long a document is kept and why; a sentence for the data-protection register. */
  readonly retention: string;
};

export const collection = <T>(
  name: string,
  spec: { schema: z.ZodType<T>; indexes?: readonly Index[]; retention: string; scope?: Collection<T>['scope'] },
): Collection<T> => ({
  name,
  scope: spec.scope ?? 'community',
  indexes: spec.indexes ?? [],
  schema: spec.schema,
  retention: spec.retention,
});

/** One line of a document's history: who did what, when, on whose behalf, by which gesture. No content. */
export type Deed = { at: Instant; by: string; action: string; requestId: string; onBehalfOf?: string };

/** What a document gains in the store. */
export type Stored<T> = T & { id: string; communityId: string; version: number; history: Deed[]; outbox: Outgoing[] };

/** Something a deed causes and that nobody has taken yet. `id` is the same for the same cause, so a second delivery is recognised. */
export type Outgoing =
  | { id: string; kind: 'event'; name: string; payload: Record<string, unknown>; communityId: string; at: Instant }
  | { id: string; kind: 'message'; message: string; to: string; data: Record<string, string>; communityId: string; at: Instant };
