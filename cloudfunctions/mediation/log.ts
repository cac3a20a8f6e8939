import type { Standing } from '../../types/mediation';
import type { Context } from '../_shared/context';
import { newId } from '../_shared/draft';
import { caseReads } from './collections';

type What = 'view' | 'list' | 'file' | 'agreement' | 'caseFile';

/**
 * Writes down who read which kinds of parts of which cases (a list of one's own is one line); awaited before they leave. Nothing read,
 * nothing written.
 */
export async function logRead(
  ctx: Context,
  of: string | string[],
  as: Standing,
  what: What,
  kinds: readonly string[],
): Promise<void> {
  const ids = typeof of === 'string' ? [of] : of;
  if (kinds.length === 0 || ids.length === 0) return;
  const { accountId: by, name } = ctx.session;
  const entry = { of: ids, at: ctx.now, by, name, as, kinds: [...new Set(kinds)].sort(), what };
  await ctx.store.draft(caseReads, newId('read'), { quiet: true, fresh: true }).save(() => ({ doc: entry }));
}
