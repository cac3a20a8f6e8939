import type { CourierContract } from '../../types/courier';
import { messageForms } from '../../types/messages';
import type { HandlersOf } from '../_shared/context';
import { _, db, isDuplicate } from '../_shared/database';
import { LIGHT } from '../_shared/store';
import { creditId, templateIds } from './channels';
import { credits, letters } from './collections';
import { sweepMarks } from './sweep';

const PAGE = 20;

/** One credit more for a template; the first accept makes the ledger's line. */
async function addCredit(openid: string, template: string): Promise<void> {
  const _id = creditId(openid, template);
  const { updated } = await db()
    .collection('credits')
    .where({ _id })
    .update({ count: _.inc(1), version: _.inc(1) });
  if (updated) return;
  try {
    await db().collection('credits').add({ _id, to: openid, template, count: 1, version: 1, history: [], outbox: [] });
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    await addCredit(openid, template);
  }
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
    for (const template of accepted.filter(id => ours.has(id))) await addCredit(openid, template);
    const rows = await ctx.store.find(credits, { to: openid });
    return { credits: Object.fromEntries(rows.map(row => [row.template, row.count])) };
  },

  sweep: (_input, ctx) => sweepMarks(ctx.now),
};
