/** The board's counts, from what the database counted. Pure. */
import type { Community } from '../../types/directory';
import type { Board, Counts, Notice, NoticeSettings, Receipt } from '../../types/notices';
import type { Instant } from '../../types/time';
import type { Stored } from '../_shared/collection';
import { type Actor, isBusy, mayHandle, mayManage, mayRemind } from './rules';
import { buildingName } from './views';

/** The fields whose combinations are counted: a few hundred rows, whatever the number of people. */
export const COUNTED = ['buildingId', 'way', 'handed', 'progress', 'byFamily', 'door'] as const;
export type Counted = Pick<Receipt, (typeof COUNTED)[number]> & { count: number };

const NOBODY: Counts = {
  total: 0,
  letter: 0,
  channel: 0,
  failed: 0,
  read: 0,
  byFamily: 0,
  confirmed: 0,
  unread: 0,
  phoneOnly: 0,
  unreachable: 0,
  doorTold: 0,
  doorNotHome: 0,
};

export function countsOf(rows: readonly Counted[]): Counts {
  const sum = (where: (row: Counted) => boolean): number => rows.reduce((count, row) => count + (where(row) ? row.count : 0), 0);
  return rows.length === 0
    ? NOBODY
    : {
        total: sum(() => true),
        letter: sum(row => row.way === 'account' || row.way === 'family'),
        channel: sum(row => row.handed === 'channel'),
        failed: sum(row => row.handed === 'failed'),
        read: sum(row => row.progress !== 'new'),
        byFamily: sum(row => row.progress !== 'new' && row.byFamily),
        confirmed: sum(row => row.progress === 'confirmed'),
        unread: sum(row => row.progress === 'new'),
        phoneOnly: sum(row => row.way === 'phone'),
        unreachable: sum(row => row.way === 'none'),
        doorTold: sum(row => row.door === 'told'),
        doorNotHome: sum(row => row.door === 'notHome'),
      };
}

/** In the order of the tree; staff who do not live here last. */
function byBuilding(rows: readonly Counted[], community: Community | undefined): Board['buildings'] {
  const order = [...(community?.buildings.map(building => building.id) ?? []), ''];
  const known = new Set(order);
  const parts = new Map<string, Counted[]>();
  for (const row of rows) {
    const building = known.has(row.buildingId) ? row.buildingId : '';
    parts.set(building, [...(parts.get(building) ?? []), row]);
  }
  return order.flatMap(buildingId => {
    const part = parts.get(buildingId);
    return part ? [{ buildingId, name: buildingName(buildingId, community), counts: countsOf(part) }] : [];
  });
}

/** Doors still to knock at: unread, lives here, not told in person. */
const isLeft = (row: Counted): boolean => row.buildingId !== '' && row.progress === 'new' && row.door !== 'told';

export function boardOf(
  notice: Stored<Notice>,
  rows: readonly Counted[],
  about: { actor: Actor; settings: NoticeSettings; community: Community | undefined; now: Instant },
): Board {
  const { actor, settings, community, now } = about;
  const counts = countsOf(rows);
  const handle = mayHandle(notice, actor, settings.senders);
  const left = countsOf(rows.filter(isLeft)).total;
  return {
    id: notice.id,
    now,
    title: notice.title,
    status: notice.status,
    emergency: notice.emergency,
    needsConfirmation: notice.needsConfirmation,
    sentAt: notice.sentAt,
    sent: counts.total,
    total: notice.frozen?.total ?? counts.total,
    counts,
    buildings: byBuilding(rows, community),
    reminders: notice.reminders,
    doors: notice.doors && { openedAt: notice.doors.openedAt, left, told: counts.doorTold, notHome: counts.doorNotHome },
    recall: notice.recall,
    busy: isBusy(notice),
    may: {
      remind: mayRemind(notice, 'unread', actor, settings, now),
      openDoors: handle,
      export: mayManage(notice, actor, settings.senders),
      recall: handle,
    },
  };
}
