import type { Context } from '../_shared/context';
import { communities } from '../_shared/directory';

/** A job's work in every community, one after the other. @returns the sum of what was done. */
export async function eachCommunity(ctx: Context, work: (ctx: Context) => Promise<number>): Promise<number> {
  let sum = 0;
  for (const community of await ctx.store.across(communities, {}, { without: ['buildings', 'history', 'outbox'] }))
    sum += await work(ctx.within(community.id));
  return sum;
}
