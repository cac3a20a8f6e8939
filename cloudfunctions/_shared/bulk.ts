import type { Collection } from './collection';
import { db, isDuplicate } from './database';
import type { Store } from './store';

const TRIES = 4;
/** Documents in one call: some hundred small ones, or ten large ones, stay far below what the platform takes. */
const MOST = 500;

/**
 * Inserts many documents with their ids in one call, for steps that may be done twice: those that are there already stay as they are.
 * Nothing is told and nothing hurries; the deed stands in each history.
 */
export async function insertAll<T>(
  store: Store,
  to: Collection<T>,
  rows: readonly { id: string; doc: T }[],
  atOnce = MOST,
): Promise<void> {
  for (let i = 0; i < rows.length; i += atOnce) await insertPart(store, to, rows.slice(i, i + atOnce));
}

async function insertPart<T>(store: Store, to: Collection<T>, rows: readonly { id: string; doc: T }[]): Promise<void> {
  const { by, action, requestId, now } = store.author;
  const machinery = { communityId: store.communityId, version: 1, history: [{ at: now, by, action, requestId }], outbox: [] };
  let missing = rows.map(({ id, doc }) => ({ _id: store.fullId(to, id), ...plain(to.schema.parse(doc)), ...machinery }));
  for (let attempt = 1; missing.length > 0; attempt++) {
    try {
      await db().collection(to.name).add(missing);
      return;
    } catch (error) {
      if (!isDuplicate(error) || attempt === TRIES) throw error;
      missing = await without(to, missing);
    }
  }
}

/** An insert of many stops at the first one that is there; the rest is asked for and tried again. */
async function without<T, R extends { _id: string }>(to: Collection<T>, rows: readonly R[]): Promise<R[]> {
  const { data } = await db()
    .collection(to.name)
    .where({ _id: db().command.in(rows.map(row => row._id)) })
    .field({ _id: true })
    .limit(1000)
    .get();
  const there = new Set((data as { _id: string }[]).map(row => row._id));
  return rows.filter(row => !there.has(row._id));
}

/** Without what is undefined: the database would keep it as null. */
const plain = (doc: unknown): object =>
  Object.fromEntries(Object.entries(doc as object).filter(([, value]) => value !== undefined));
