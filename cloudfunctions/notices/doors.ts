/** The doors of an emergency open by themselves, and whoever keeps a part of the tree is told how many are in it. */
import type { Notice } from '../../types/notices';
import type { Stored } from '../_shared/collection';
import type { Context } from '../_shared/context';
import { _ } from '../_shared/database';
import { accounts } from '../_shared/directory';
import { LIGHT } from '../_shared/store';
import { message } from '../_shared/tell';
import { notices, receipts } from './collections';
import { timeText } from './letters';
import { isInPart, partsKept } from './rulesOfAudience';

const LEADS = ['gridWorker', 'gridLead', 'buildingLead', 'unitLead'] as const;

/** @returns 1 when the doors were opened here */
export async function openDoorsOf(notice: Stored<Notice>, ctx: Context): Promise<number> {
  const draft = ctx.store.at('openDoors').draft(notices, notice.id);
  const [unread, leads] = await Promise.all([
    ctx.store.tally(receipts, { noticeId: notice.id, progress: 'new', gridId: _.neq('') }, ['gridId', 'buildingId', 'unitId']),
    ctx.store.find(
      accounts,
      { communityId: ctx.store.communityId, status: 'member', 'grants.role': _.in([...LEADS]) },
      { without: LIGHT },
    ),
  ]);
  const doors = leads.map(lead => {
    const parts = partsKept(lead.grants);
    return { to: lead.id, count: unread.filter(place => isInPart(parts, place)).reduce((sum, place) => sum + place.count, 0) };
  });
  const words = { noticeId: notice.id, title: notice.title, time: timeText(ctx.now) };
  const tell = doors
    .filter(({ count }) => count > 0)
    .map(({ to, count }) => message('noticeDoors', to, { ...words, count: String(count) }));
  const saved = await draft.save(current => {
    if (!current || current.doors || current.status === 'recalled') return undefined;
    return { doc: { ...current, doors: { openedAt: ctx.now, by: 'system' } }, tell };
  });
  return saved.doors?.openedAt === ctx.now ? 1 : 0;
}
