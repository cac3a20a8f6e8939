import type { Context } from '../_shared/context';
import { newId } from '../_shared/draft';
import { files } from '../_shared/files';
import { handouts } from './collections';

/** Puts a file into the storage under a name nobody guesses and remembers it, so that it is gone tomorrow. @returns an address good for ten minutes. */
export async function handOut(ctx: Context<never>, ending: 'xlsx' | 'json', content: Buffer): Promise<string> {
  await ctx.store.author.guard;
  const fileId = await files.put(`exports/${ctx.session.communityId}/${newId('people')}.${ending}`, content);
  const entry = { fileId, at: ctx.now, by: ctx.session.accountId };
  const [address] = await Promise.all([
    files.address(fileId),
    ctx.store.draft(handouts, newId('h'), { quiet: true, fresh: true }).save(() => ({ doc: entry })),
  ]);
  return address;
}
