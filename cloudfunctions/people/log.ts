import type { Context } from '../_shared/context';
import { newId } from '../_shared/draft';
import { accessLog } from './collections';

/** Writes down that somebody looked at a record or took data out; awaited before the data leaves. */
export async function logAccess(
  ctx: Context<never>,
  what: 'resident' | 'exportRoster' | 'exportMine',
  of?: string,
): Promise<void> {
  const entry = { at: ctx.now, by: ctx.session.accountId, what, of };
  await ctx.store.draft(accessLog, newId('a'), { quiet: true, fresh: true }).save(() => ({ doc: entry }));
}
