/** What was sent to me, and to the elders I read for. */
import type { Notice, NoticesContract, OpenNotice, Receipt } from '../../../types/notices';
import type { Stored } from '../../_shared/collection';
import type { Context, HandlersOf } from '../../_shared/context';
import { _ } from '../../_shared/database';
import { communities, residents } from '../../_shared/directory';
import type { Session } from '../../_shared/session';
import { LIGHT } from '../../_shared/store';
import { notices, receipts } from '../collections';
import { accountRef, mayConfirm, mayReadFor, receiptId } from '../rules';
import { addressesOf, myNotice, openNotice } from '../views';

type Mine = Pick<HandlersOf<NoticesContract>, 'myNotices' | 'openNotice' | 'confirmNotice'>;

const ROWS = 50;
/** Of a notice in a list. */
const BULKY = [...LIGHT, 'audience', 'frozen', 'reminders', 'pictures'] as const;

const ownRef = (session: Session): string => session.residentId ?? accountRef(session.accountId);

export const mineHandlers: Mine = {
  /** Two waves: receipts of mine and of my elders, then their notices. */
  async myNotices({ forId, before }, ctx) {
    const { session, store, now } = ctx;
    const elders = session.elders.filter(elder => !forId || elder.id === forId);
    if (forId && elders.length === 0) ctx.refuse('NOT_YOUR_ELDER');
    const refs = [...(forId ? [] : [ownRef(session)]), ...elders.map(elder => elder.id)];
    const when = before ? { sentAt: _.lt(before) } : {};
    const found = await store.find(receipts, { ref: _.in(refs), ...when }, { order: ['-sentAt'], limit: ROWS, without: LIGHT });
    const about = await store.readAll(notices, [...new Set(found.map(receipt => receipt.noticeId))], { without: BULKY });
    const byId = new Map(about.map(notice => [notice.id, notice]));
    const rows = found.flatMap(receipt => {
      const notice = byId.get(receipt.noticeId);
      const elder = elders.find(({ id }) => id === receipt.ref && id !== session.residentId);
      return notice ? [myNotice({ ...notice, pictures: [] }, receipt, elder, now)] : [];
    });
    rows.sort((a, b) => rank(a) - rank(b) || b.sentAt - a.sentAt);
    const unread = rows.filter(row => row.progress === 'new' && !row.expired && !row.recalled).length;
    return { now, notices: rows, unread, next: found.length === ROWS ? found.at(-1)?.sentAt : undefined };
  },

  openNotice: ({ id, forId }, ctx) =>
    write(id, forId, ctx, (_notice, receipt, family) =>
      receipt.progress === 'new' ? { ...receipt, ...readNow(ctx, family), progress: 'read' } : undefined,
    ),

  confirmNotice: ({ id, forId }, ctx) =>
    write(id, forId, ctx, (notice, receipt, family) => {
      ctx.insist(mayConfirm(notice, receipt));
      const confirmed = { confirmedAt: ctx.now, confirmedBy: ctx.session.accountId, progress: 'confirmed' as const };
      return { ...receipt, ...(receipt.progress === 'new' ? readNow(ctx, family) : {}), ...confirmed };
    }),
};

/** Pinned and unread first, what is over or recalled last. */
const rank = (row: { pinned: boolean; expired: boolean; recalled: boolean; progress: Receipt['progress'] }): number =>
  row.expired || row.recalled ? 3 : row.pinned ? 0 : row.progress === 'new' ? 1 : 2;

const readNow = (ctx: Context, byFamily: boolean) => ({ readAt: ctx.now, readBy: ctx.session.accountId, byFamily });

/** One receipt, mine or of an elder whose binding is confirmed now. */
async function write(
  id: string,
  forId: string | undefined,
  ctx: Context<'NOT_YOUR_ELDER' | 'NOT_SENT_TO_YOU'>,
  change: (notice: Notice, receipt: Receipt, family: boolean) => Receipt | undefined,
): Promise<OpenNotice> {
  const { session, store, now } = ctx;
  const ref = forId ?? ownRef(session);
  const family = ref !== session.residentId && forId !== undefined;
  const draft = store.draft(receipts, receiptId(id, ref), { quiet: true });
  const [notice, community, resident] = await Promise.all([
    store.read(notices, id),
    store.read(communities, session.communityId),
    session.residentId === ref || family ? store.read(residents, ref) : undefined,
  ]);
  if (family) ctx.insist(mayReadFor(resident, session.accountId));
  if (!notice) return ctx.refuse('NOT_SENT_TO_YOU');
  const at = addressesOf(notice);
  at.catch(() => undefined);
  const receipt = await draft.save(current => {
    if (!current) return ctx.refuse('NOT_SENT_TO_YOU');
    const doc = change(notice, current, family);
    return doc && { doc, onBehalfOf: family ? ref : undefined };
  });
  const elder = family && resident ? { id: ref, name: resident.name } : undefined;
  return openNotice(notice as Stored<Notice>, receipt, elder, { at: await at, community, resident, now });
}
