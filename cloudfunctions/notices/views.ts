/** How documents of notices look from outside. */
import type { Community, Resident } from '../../types/directory';
import type { MyNotice, Notice, NoticeRow, NoticeSettings, NoticeView, OpenNotice, Receipt } from '../../types/notices';
import type { Instant } from '../../types/time';
import type { Stored } from '../_shared/collection';
import { files } from '../_shared/files';
import {
  type Actor,
  eyesReasons,
  isBusy,
  isExpired,
  mayApprove,
  mayConfirm,
  mayEdit,
  mayHandle,
  mayManage,
  mayRemind,
  maySend,
  mayTakeBack,
  noBlanks,
  summaryOf,
} from './rules';

/** Everything a view of the desk needs beside the notice. */
export type Eye = { actor: Actor; settings: NoticeSettings; community: Pick<Community, 'buildings'> | undefined; now: Instant };
export type Addresses = Record<string, string>;

/** Addresses of the pictures and the attachment; one call, none without files. */
export const addressesOf = (notice: Pick<Notice, 'pictures' | 'attachment'>): Promise<Addresses> =>
  files.addresses([...notice.pictures, ...(notice.attachment ? [notice.attachment.fileId] : [])]);

const shown = (fileId: string, name: string, at: Addresses) => ({ fileId, name, url: at[fileId] ?? '' });
const filesOf = ({ pictures, attachment }: Pick<Notice, 'pictures' | 'attachment'>, at: Addresses) => ({
  pictures: pictures.map(fileId => shown(fileId, '', at)),
  attachment: attachment && shown(attachment.fileId, attachment.name, at),
});

const buildingName = (id: string, community: Eye['community']): string =>
  id === '' ? '工作人员' : (community?.buildings.find(building => building.id === id)?.name ?? '');

export function noticeView(notice: Stored<Notice>, at: Addresses, eye: Eye): NoticeView {
  const { actor, now, settings, community } = eye;
  const frozen = notice.frozen && {
    ...notice.frozen,
    buildings: notice.frozen.buildings.map(row => ({ ...row, name: buildingName(row.buildingId, community) })),
  };
  return {
    ...notice,
    ...filesOf(notice, at),
    now,
    mine: notice.by === actor.accountId,
    frozen,
    eyesNeeded: notice.frozen ? eyesReasons(notice, settings) : [],
    expired: isExpired(notice, now),
    busy: isBusy(notice),
    may: mayOf(notice, eye),
  };
}

/** The very verdicts that the commands enforce. */
function mayOf(notice: Notice, { actor, settings, now }: Eye): NoticeView['may'] {
  const { senders } = settings;
  const edit = mayEdit(notice, actor, senders);
  const handle = mayHandle(notice, actor, senders);
  return {
    edit,
    preview: edit.ok ? noBlanks(notice) : edit,
    send: maySend(notice, actor, senders, now),
    approve: mayApprove(notice, actor),
    takeBack: mayTakeBack(notice, actor, senders),
    recall: handle,
    remind: mayRemind(notice, 'unread', actor, settings, now),
    pin: handle,
    openDoors: handle,
    export: mayManage(notice, actor, senders),
    drop: edit,
  };
}

export const noticeRow = (notice: Stored<Notice>, accountId: string, now: Instant): NoticeRow => ({
  id: notice.id,
  title: notice.title,
  category: notice.category,
  status: notice.status,
  emergency: notice.emergency,
  pinned: notice.pinned,
  byName: notice.byName,
  mine: notice.by === accountId,
  at: notice.at,
  scheduledAt: notice.scheduledAt,
  sentAt: notice.sentAt,
  total: notice.frozen?.total ?? 0,
  expired: isExpired(notice, now),
});

/** `elder`: whose notice it is, when a relative looks. */
export const myNotice = (
  notice: Stored<Notice>,
  receipt: Receipt,
  elder: { id: string; name: string } | undefined,
  now: Instant,
): MyNotice => ({
  id: notice.id,
  ...(elder ? { forId: elder.id, forName: elder.name } : {}),
  title: notice.title,
  summary: notice.status === 'recalled' ? '' : summaryOf(notice.body),
  category: notice.category,
  emergency: notice.emergency,
  pinned: notice.pinned && notice.status !== 'recalled',
  sentAt: receipt.sentAt,
  expiresAt: notice.expiresAt,
  expired: isExpired(notice, now),
  recalled: notice.status === 'recalled',
  progress: receipt.progress,
  needsConfirmation: notice.needsConfirmation,
});

/** What is recalled is not read any more: the correction stands in its place. */
export function openNotice(
  notice: Stored<Notice>,
  receipt: Receipt,
  elder: { id: string; name: string } | undefined,
  about: { at: Addresses; community: Community | undefined; resident: Pick<Resident, 'family'> | undefined; now: Instant },
): OpenNotice {
  const recalled = notice.status === 'recalled';
  const { recall, place, startsAt, endsAt } = notice;
  const reader = receipt.byFamily && about.resident?.family.find(({ accountId }) => accountId === receipt.readBy);
  return {
    ...myNotice(notice, receipt, elder, about.now),
    body: recalled ? '' : notice.body,
    ...(recalled ? { pictures: [] } : filesOf(notice, about.at)),
    ...(recalled ? { correction: recall?.correction } : { place, startsAt, endsAt }),
    publisher: notice.byName,
    public: notice.public,
    phone: about.community?.phone ?? '',
    handed: receipt.handed,
    readAt: receipt.readAt,
    confirmedAt: receipt.confirmedAt,
    readFor: receipt.byFamily ? `${reader ? reader.relation : '家人'}代看` : undefined,
    may: { confirm: mayConfirm(notice, receipt) },
  };
}

export { buildingName };
