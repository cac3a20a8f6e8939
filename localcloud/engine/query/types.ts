import type { Doc, Value } from '../types';

/** A compiled filter. */
export type Test = (doc: Doc) => boolean;

/** A predicate on the value at a path; undefined stands for a missing field. */
export type ValueTest = (value: Value | undefined) => boolean;

/** Order of a query by distance, from `$nearSphere`. */
export type Near = { path: string; distance: (value: Value | undefined) => number | null };
