import { jitter } from './clock';
import type { Collection, Stored } from './collection';
import { leaveMark, markId } from './courier';
import { db, isConflict, isDuplicate } from './database';
import type { Keeper, Row } from './keeper';
import { Refusal } from './refusal';
import { hurries, outgoingOf, type Tell } from './tell';

/** What may be done inside a transaction: documents by id, nothing else. */
export type Together = {
  read<T>(from: Collection<T>, id: string): Promise<Stored<T> | undefined>;
  /** Replaces or creates the document; its version and history go on. `tell` leaves with the courier once all is committed. */
  write<T>(to: Collection<T>, id: string, doc: T, before: Stored<T> | undefined, tell?: readonly Tell[]): Promise<void>;
  remove<T>(from: Collection<T>, id: string): Promise<void>;
};

type Transaction = Awaited<ReturnType<ReturnType<typeof db>['startTransaction']>>;
const TRIES = 5;

/** @throws Refusal BUSY after several conflicts. */
export async function together<R>(store: Keeper, work: (tx: Together) => Promise<R>): Promise<R> {
  await store.author.guard;
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const transaction = await db().startTransaction();
    try {
      const result = await work(inside(store, transaction));
      await transaction.commit();
      return result;
    } catch (error) {
      await transaction.rollback('').catch(() => undefined);
      // Two that create the same document meet as a duplicate key; the one that comes again finds the other's.
      if (!isConflict(error) && !isDuplicate(error)) throw error;
      await jitter(5, 30 * attempt);
    }
  }
  throw new Refusal('BUSY');
}

function inside(store: Keeper, transaction: Transaction): Together {
  const { by, action, requestId, now } = store.author;
  const common = { communityId: store.communityId, at: now };
  const at = <T>(of: Collection<T>, id: string) => transaction.collection(of.name).doc(store.fullId(of, id));
  return {
    async read(from, id) {
      const { data } = await at(from, id).get();
      const row = (Array.isArray(data) ? data[0] : data) as Row | null | undefined;
      return row ? store.fromRow(from, row) : undefined;
    },
    async write(to, id, doc, before, tell = []) {
      // The mark stands outside the transaction: should this one fail, a mark without a deed costs nothing.
      if (tell.length) await leaveMark(to.name, store.fullId(to, id), now);
      const version = (before?.version ?? 0) + 1;
      const communityId = to.scope === 'community' ? store.communityId : ((doc as { communityId?: string }).communityId ?? '');
      const cause = `${to.name}:${store.fullId(to, id)}:${version}`;
      const outbox = tell.map((item, position) => outgoingOf(item, `${cause}:${position}`, common));
      await at(to, id).set({
        ...JSON.parse(JSON.stringify(to.schema.parse(doc))),
        communityId,
        version,
        history: [...(before?.history ?? []), { at: now, by, action, requestId }],
        outbox: [...(before?.outbox ?? []), ...outbox],
      });
      if (outbox.some(hurries)) store.author.errands?.add(markId(to.name, store.fullId(to, id)));
    },
    async remove(from, id) {
      await at(from, id).remove();
    },
  };
}
