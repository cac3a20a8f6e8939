/** The administrators of a community: never none. */
import type { Store } from '../_shared/store';
import type { Together } from '../_shared/together';
import { accounts, adminLocks } from './collections';

/**
 * Changes who is administrator. Every change writes the community's lock in the same transaction, so of two administrators who
 * withdraw each other at the same moment one meets a conflict, looks again and finds itself the last.
 */
export function changeAdmins<R>(store: Store, communityId: string, work: (tx: Together) => Promise<R>): Promise<R> {
  return store.together(async tx => {
    const lock = await tx.read(adminLocks, communityId);
    const result = await work(tx);
    await tx.write(adminLocks, communityId, { communityId, changedAt: store.author.now }, lock);
    return result;
  });
}

/** Read outside the transaction: the lock makes it as good as inside. */
export const countAdmins = async (store: Store, communityId: string): Promise<number> =>
  (await store.across(accounts, { communityId, status: 'member', 'grants.role': 'admin' }, { limit: 2 })).length;
