import type { CourierContract } from '../../types/courier';
import { messageForms } from '../../types/messages';
import type { Outgoing } from '../_shared/collection';
import type { HandlersOf } from '../_shared/context';
import { templateIds } from '../_shared/credits';
import { _, db } from '../_shared/database';
import { LIGHT, type Store } from '../_shared/store';
import { creditId } from './channels';
import { credits, deadLetters, letters } from './collections';
import { sweepMarks } from './sweep';
import { deadLetterView } from './words';

const PAGE = 20;
const MOST_DEAD = 50;

/** As on the first day: its tries are counted anew. */
function freshOf(item: Outgoing & { tries?: number }): Outgoing {
  const { tries: _before, ...fresh } = item;
  return fresh;
}

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

  async deadLetters(_input, ctx) {
    const given = { communityId: ctx.session.communityId, retriedAt: _.exists(false) };
    const rows = await ctx.store.find(deadLetters, given, { order: ['-at'], limit: MOST_DEAD, without: LIGHT });
    return { now: ctx.now, letters: rows.map(({ id, item, reason, at }) => deadLetterView(id, item as Outgoing, reason, at)) };
  },

  /** Into the outbox of the dead letter itself, so that one write does it; a second press finds it on its way. */
  async retryDeadLetter({ id }, ctx) {
    await ctx.store.draft(deadLetters, id).save(current => {
      if (!current || current.communityId !== ctx.session.communityId) return ctx.refuse('NOT_FOUND');
      if (current.retriedAt) return undefined;
      const { item, reason, at } = current;
      return { doc: { item, reason, at, retriedAt: ctx.now }, tell: [{ again: freshOf(item as Outgoing) }] };
    });
    return { done: true as const };
  },

  sweep: (_input, ctx) => sweepMarks(ctx.now),
};
