/** Subscription credits: the courier keeps them; other domains may ask who has one, to say whom a message would reach. */
import * as z from 'zod';
import { collection } from './collection';
import { _ } from './database';
import { LIGHT, type Store } from './store';

/** `openid:template`: how many one-time subscription messages this person has allowed and not yet received. */
export const credits = collection('credits', {
  scope: 'environment',
  schema: z.object({ to: z.string(), template: z.string(), count: z.number().int() }),
  indexes: [{ fields: ['to'] }, { fields: ['template', 'count'] }],
  retention: '注销后即删除',
});

/** `WECHAT_TEMPLATES={"mealBooked":"template id",…}`, from the mini-program's console. */
export function templateIds(): Record<string, string> {
  try {
    return JSON.parse(process.env.WECHAT_TEMPLATES ?? '{}') as Record<string, string>;
  } catch {
    return {};
  }
}

/** Accounts that have a credit for this kind of message; nobody where it has no template. */
export async function creditHolders(store: Store, kind: string): Promise<Set<string>> {
  const template = templateIds()[kind];
  if (!template) return new Set();
  const rows = await store.findAll(credits, { template, count: _.gt(0) }, { without: LIGHT });
  return new Set(rows.map(row => row.to));
}
