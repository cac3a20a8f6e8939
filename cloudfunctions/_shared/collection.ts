import type * as z from 'zod';
import type { Urgency } from '../../types/messages';
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

/**
 * To whom one of many copies of a message goes: `ref` names the person for whoever sent it (a resident's id), `account` has the
 * message centre and WeChat, `phone` is for those whom only a text or a call reaches. `data` is laid over the words of the post for this
 * one person: a daughter reads for whom it is.
 */
export type Addressee = { ref: string; account?: string; phone?: string; data?: Record<string, string> };

/** Of everything in an outbox. `id` is the same for the same cause, so a second delivery is recognised; `tries` and `dueAt` are the courier's. */
type Caused = { id: string; communityId: string; at: Instant; tries?: number; dueAt?: Instant };

/** How a message goes: more hurriedly than its kind, and what comes back with `message.acknowledged`. */
export type How = { urgency?: Urgency; about?: string; ref?: string; phone?: string };

/** Something a deed causes and that nobody has taken yet. */
export type Outgoing = Caused &
  (
    | { kind: 'event'; name: string; payload: Record<string, unknown> }
    /** `to`: an account, or `robot:<key>` for a staff group. */
    | ({ kind: 'message'; message: string; to: string; data: Record<string, string> } & How)
    /** The same words to many people, at most `POST_MOST` in one item; `about` comes back with the report of how it went. */
    | {
        kind: 'post';
        message: string;
        to: Addressee[];
        data: Record<string, string>;
        about: string;
        urgency?: Urgency;
      }
  );

/** Addressees of one post: what the courier writes in one call. */
export const POST_MOST = 200;
