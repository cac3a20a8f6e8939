/** After sending: live counts, reminders, the workbook. */
import type { Board, Notice, NoticesContract } from '../../../types/notices';
import type { Stored } from '../../_shared/collection';
import type { Context, HandlersOf } from '../../_shared/context';
import { communities } from '../../_shared/directory';
import { handOut } from '../../_shared/handout';
import { boardOf, COUNTED } from '../board';
import { notices, receipts } from '../collections';
import { mayHandle, mayManage, mayRemind } from '../rules';
import { settingsOf } from '../settings';
import { boardWorkbook } from '../workbook';

type Boards = Pick<HandlersOf<NoticesContract>, 'board' | 'remind' | 'openDoors' | 'exportBoard'>;

/** Settings, tree and counts, side by side. */
async function surroundings(id: string, ctx: Context) {
  const [settings, community, rows] = await Promise.all([
    settingsOf(ctx.store),
    ctx.store.read(communities, ctx.session.communityId),
    ctx.store.tally(receipts, { noticeId: id }, COUNTED),
  ]);
  return { rows, about: { actor: ctx.session, settings, community, now: ctx.now } };
}

const wasOut = (notice: Pick<Notice, 'sentAt'>): boolean => notice.sentAt !== undefined;

export const boardHandlers: Boards = {
  async board({ id }, ctx) {
    const [notice, { rows, about }] = await Promise.all([ctx.store.need(notices, id), surroundings(id, ctx)]);
    return wasOut(notice) ? boardOf(notice, rows, about) : ctx.refuse('NOT_OUT');
  },

  /** Written down here; the letters follow in steps. */
  async remind({ id, whom }, ctx) {
    const draft = ctx.store.draft(notices, id, { quiet: true });
    const { rows, about } = await surroundings(id, ctx);
    const { accountId, name } = ctx.session;
    const saved: Stored<Notice> = await draft.save(current => {
      if (!current) return ctx.refuse('NOT_FOUND');
      ctx.insist(mayRemind(current, whom, ctx.session, about.settings, ctx.now));
      const reminder = { at: ctx.now, by: accountId, byName: name, whom, count: 0, done: false };
      return { doc: { ...current, reminders: [...current.reminders, reminder] } };
    });
    return boardOf(saved, rows, about);
  },

  async openDoors({ id }, ctx): Promise<Board> {
    const draft = ctx.store.draft(notices, id, { quiet: true });
    const { rows, about } = await surroundings(id, ctx);
    const saved = await draft.save(current => {
      if (!current) return ctx.refuse('NOT_FOUND');
      ctx.insist(mayHandle(current, ctx.session, about.settings.senders));
      return current.doors ? undefined : { doc: { ...current, doors: { openedAt: ctx.now, by: ctx.session.accountId } } };
    });
    return boardOf(saved, rows, about);
  },

  async exportBoard({ id }, ctx) {
    const [notice, settings, community] = await Promise.all([
      ctx.store.need(notices, id),
      settingsOf(ctx.store),
      ctx.store.read(communities, ctx.session.communityId),
    ]);
    ctx.insist(mayManage(notice, ctx.session, settings.senders));
    if (!wasOut(notice)) ctx.refuse('NOT_OUT');
    const content = await boardWorkbook(notice, community, ctx.store);
    return { url: await handOut(ctx, 'xlsx', content), name: `${notice.title}-${ctx.today}.xlsx` };
  },
};
