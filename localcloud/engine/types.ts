import type { ObjectId } from './values/objectId';

/** A value as stored: EJSON with its special forms already made into objects. */
export type Value = null | boolean | number | string | Date | RegExp | ObjectId | Value[] | Doc;

/** A stored document or an object inside one. Never changed after it is stored. */
export type Doc = { [field: string]: Value };

/** Direction of an indexed field; `2dsphere` permits geographic queries on it. */
export type Direction = 1 | -1 | '2dsphere';

/** A secondary index. A missing field counts as null, also under `unique`, as in MongoDB. */
export type IndexSpec = { name: string; fields: { field: string; direction?: Direction }[]; unique?: boolean };

/** One reply of the admin wire protocol: `data`, or a non-empty `code` and `message`. */
export type AdminReply = { requestId: string; data?: unknown; code?: string; message?: string; transactionId?: string };

/**
 * Counters since the engine was opened. `scans` are the queries that named neither `_id` nor an index;
 * `commits` are durable commits (each may carry many writes); `conflicts` are refused transactions.
 */
export type EngineStats = { queries: number; scans: number; writes: number; commits: number; conflicts: number };

/** The database of the local cloud. */
export type Engine = {
  /**
   * Answers one `database.*` call of the admin wire protocol (body as the SDK sent it, JSON-parsed).
   * Never throws: errors are replies with a code. Resolves only after the durable commit.
   */
  handle(body: { action: string; [key: string]: unknown }): Promise<AdminReply>;
  /** Creates a collection (idempotent); when indexes are given they replace those it had. */
  ensureCollection(name: string, indexes?: IndexSpec[]): Promise<void>;
  /** Names, counts and indexes of all collections, by name. */
  collections(): { name: string; count: number; indexes: IndexSpec[] }[];
  /** Documents that match a MongoDB filter, at most `limit` (default 1000). The caller must not change them; a missing collection throws. */
  peek(name: string, filter?: object, limit?: number): unknown[];
  /** Counters for tests, benchmarks and the console. */
  stats(): EngineStats;
  /** Writes what is pending and releases the file. */
  close(): Promise<void>;
};
