import { jitter } from './clock';
import type { Collection, Stored } from './collection';
import { db, isConflict } from './database';
import { Refusal } from './refusal';
import type { Row, Store } from './store';

/** What may be done inside a transaction: documents by id, nothing else. */
export type Together = {
  read<T>(from: Collection<T>, id: string): Promise<Stored<T> | undefined>;
  /** Replaces or creates the document; its version and history go on. */
  write<T>(to: Collection<T>, id: string, doc: T, before: Stored<T> | undefined): Promise<void>;
  remove<T>(from: Collection<T>, id: string): Promise<void>;
};

type Transaction = Awaited<ReturnType<ReturnType<typeof db>['startTransaction']>>;
const TRIES = 5;

/** @throws Refusal BUSY after several conflicts. */
export async function together<R>(store: Store, work: (tx: Together) => Promise<R>): Promise<R> {
  await store.author.guard;
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const transaction = await db().startTransaction();
    try {
      const result = await work(inside(store, transaction));
      await transaction.commit();
      return result;
    } catch (error) {
      await transaction.rollback('').catch(() => undefined);
      if (!isConflict(error)) throw error;
      await jitter(5, 30 * attempt);
    }
  }
  throw new Refusal('BUSY');
}

function inside(store: Store, transaction: Transaction): Together {
  const { by, action, requestId, now } = store.author;
  const at = <T>(of: Collection<T>, id: string) => transaction.collection(of.name).doc(store.fullId(of, id));
  return {
    async read(from, id) {
      const { data } = await at(from, id).get();
      const row = (Array.isArray(data) ? data[0] : data) as Row | null | undefined;
      return row ? store.fromRow(from, row) : undefined;
    },
    async write(to, id, doc, before) {
      const communityId = to.scope === 'community' ? store.communityId : ((doc as { communityId?: string }).communityId ?? '');
      await at(to, id).set({
        ...JSON.parse(JSON.stringify(to.schema.parse(doc))),
        communityId,
        version: (before?.version ?? 0) + 1,
        history: [...(before?.history ?? []), { at: now, by, action, requestId }],
        outbox: before?.outbox ?? [],
      });
    },
    async remove(from, id) {
      await at(from, id).remove();
    },
  };
}
