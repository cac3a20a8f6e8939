import type { CourierContract } from '../../types/courier';
import { messageForms } from '../../types/messages';
import type { HandlersOf } from '../_shared/context';
import { _, db } from '../_shared/database';
import { LIGHT, type Store } from '../_shared/store';
import { creditId, templateIds } from './channels';
import { credits, letters } from './collections';
import { sweepMarks } from './sweep';

const PAGE = 20;

/** One credit more for a template; the same gesture again is no further credit. */
async function addCredit(store: Store, openid: string, template: string): Promise<void> {
  const draft = store.draft(credits, creditId(openid, template), { quiet: true });
  await draft.save(current => ({ doc: { to: openid, template, count: (current?.count ?? 0) + 1 } }));
}

export const handlers: HandlersOf<CourierContract> = {
  async letters({ before }, ctx) {
    const mine = { to: ctx.session.accountId };
    const [page, unread] = await Promise.all([
      ctx.store.find(letters, before ? { ...mine, at: _.lt(before) } : mine, { order: ['-at'], limit: PAGE, without: LIGHT }),
      ctx.store.count(letters, { ...mine, readAt: _.exists(false) }),
    ]);
    return { unread, letters: page };
  },

  async markRead({ ids }, ctx) {
    await db()
      .collection('letters')
      .where({ _id: _.in(ids), to: ctx.session.accountId, readAt: _.exists(false) })
      .update({ readAt: ctx.now, version: _.inc(1) });
    return { done: true as const };
  },

  async templates() {
    const known = Object.entries(templateIds()).filter(([kind]) => kind in messageForms);
    return { templates: Object.fromEntries(known) };
  },

  /** Only templates of ours count. Several accepts at once are several credits, each on its own line. */
  async addCredits({ accepted }, ctx) {
    const ours = new Set(Object.values(templateIds()));
    const openid = ctx.session.accountId;
    await Promise.all(accepted.filter(id => ours.has(id)).map(template => addCredit(ctx.store, openid, template)));
    const rows = await ctx.store.find(credits, { to: openid });
    return { credits: Object.fromEntries(rows.map(row => [row.template, row.count])) };
  },

  sweep: (_input, ctx) => sweepMarks(ctx.now),
};
