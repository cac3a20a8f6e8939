/** The message centre and what a person decides about it. */
import type { CourierContract, LetterView } from '../../../types/courier';
import type { Letter } from '../../../types/letters';
import { messageForms } from '../../../types/messages';
import type { HandlersOf } from '../../_shared/context';
import { _, db } from '../../_shared/database';
import { LIGHT, type Store } from '../../_shared/store';
import { event } from '../../_shared/tell';
import { credits, letters, pushChoices } from '../collections';
import { creditId, templateIds } from '../send/credits';

const PAGE = 20;
/** What a reader does not see of a letter. */
const HEAVY = [...LIGHT, 'attempts', 'words'];

const viewOf = ({
  id,
  kind,
  urgency,
  title,
  text,
  page,
  at,
  readAt,
  acknowledgedAt,
  confirm,
}: Letter & { id: string }): LetterView => ({
  id,
  kind,
  urgency,
  title,
  text,
  page,
  at,
  readAt,
  acknowledgedAt,
  asks: confirm === true && acknowledgedAt === undefined,
});

/** One credit more for a template; the same gesture again is no further credit. */
async function addCredit(store: Store, openid: string, template: string): Promise<void> {
  const draft = store.draft(credits, creditId(openid, template), { quiet: true });
  await draft.save(current => ({ doc: { to: openid, template, count: (current?.count ?? 0) + 1 } }));
}

export const inbox = {
  /** One wave: the newest page, the unread ones (which may be older), and their number. */
  async letters({ before }, ctx) {
    const mine = { to: ctx.session.accountId };
    const unread = { ...mine, readAt: _.exists(false) };
    const [page, fresh, count] = await Promise.all([
      ctx.store.find(letters, before ? { ...mine, at: _.lt(before) } : mine, { order: ['-at'], limit: PAGE, without: HEAVY }),
      before ? [] : ctx.store.find(letters, unread, { order: ['-at'], limit: PAGE, without: HEAVY }),
      ctx.store.count(letters, unread),
    ]);
    const shown = new Set(page.map(({ id }) => id));
    return { unread: count, letters: page.map(viewOf), older: fresh.filter(({ id }) => !shown.has(id)).map(viewOf) };
  },

  async markRead({ ids }, ctx) {
    await db()
      .collection(letters.name)
      .where({ _id: _.in(ids), to: ctx.session.accountId, readAt: _.exists(false) })
      .update({ readAt: ctx.now, version: _.inc(1) });
    return { done: true as const };
  },

  async acknowledge({ id }, ctx) {
    await ctx.store.draft(letters, id).save(current => {
      if (!current || current.to !== ctx.session.accountId || !current.confirm) return ctx.refuse('NOT_FOUND');
      if (current.acknowledgedAt !== undefined) return undefined;
      const { about = '', ref = '' } = current;
      return {
        doc: { ...current, readAt: current.readAt ?? ctx.now, acknowledgedAt: ctx.now },
        tell: [event('message.acknowledged', { letterId: id, about, ref, how: 'tap' })],
      };
    });
    return { done: true as const };
  },

  async pushChoices(_input, ctx) {
    const known = await ctx.store.read(pushChoices, ctx.session.accountId);
    return { off: known?.off ?? [] };
  },

  async savePushChoices({ off }, ctx) {
    const draft = ctx.store.draft(pushChoices, ctx.session.accountId, { quiet: true });
    await draft.save(() => ({ doc: { off: [...new Set(off)] } }));
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
} satisfies Partial<HandlersOf<CourierContract>>;
