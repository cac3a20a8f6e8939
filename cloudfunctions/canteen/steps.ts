/** Long work in bounded steps: community after community, ten documents side by side. */
import type { Context } from '../_shared/context';
import { communities } from '../_shared/directory';

/** @returns the sum of what `work` did in each community. */
export async function eachCommunity(ctx: Context, work: (ctx: Context) => Promise<number>): Promise<number> {
  let sum = 0;
  for (const community of await ctx.store.across(communities, {}, { without: ['buildings'] }))
    sum += await work(ctx.within(community.id));
  return sum;
}

/** Ten side by side: enough to hide the network, few enough for one instance. */
export async function inTens<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  for (let i = 0; i < items.length; i += 10) await Promise.all(items.slice(i, i + 10).map(work));
}
