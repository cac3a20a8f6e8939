import type { CareRead } from '../../types/care';
import { insertAll } from '../_shared/bulk';
import type { Context } from '../_shared/context';
import { newId } from '../_shared/draft';
import { careReads } from './collections';

/** Writes down who looked at which children; awaited before anything leaves. */
export async function logRead(ctx: Context, childIds: readonly string[], what: CareRead): Promise<void> {
  const { accountId: by, name: byName } = ctx.session;
  const rows = childIds.map(childId => ({ id: newId('read'), doc: { childId, at: ctx.now, by, byName, what } }));
  if (rows.length > 0) await insertAll(ctx.store, careReads, rows);
}
