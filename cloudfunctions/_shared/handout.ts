import * as z from 'zod';
import { zInstant } from '../../types/schemas';
import { collection } from './collection';
import type { Context } from './context';
import { newId } from './draft';
import { files } from './files';

/** Files handed to somebody; taken out of the storage the next day. */
export const handouts = collection('handouts', {
  schema: z.object({ fileId: z.string(), at: zInstant, by: z.string() }),
  indexes: [{ fields: ['at'] }],
  retention: '一天',
});

/** What a file is, by the end of its name. */
export type Ending = 'xlsx' | 'json' | 'pdf' | 'docx' | 'png';

/** Puts a file into the storage under a name nobody guesses and remembers it, so that it is gone tomorrow. @returns an address good for ten minutes. */
export async function handOut(ctx: Context, ending: Ending, content: Uint8Array): Promise<string> {
  await ctx.store.author.guard;
  const fileId = await files.put(`exports/${ctx.session.communityId}/${newId('file')}.${ending}`, Buffer.from(content));
  const entry = { fileId, at: ctx.now, by: ctx.session.accountId };
  const [address] = await Promise.all([
    files.address(fileId),
    ctx.store.draft(handouts, newId('h'), { quiet: true, fresh: true }).save(() => ({ doc: entry })),
  ]);
  return address;
}
