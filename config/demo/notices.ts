/** Notices of the demo community: one that is out and read by half, one with doors to knock at, a draft, and two groups. */
import { dispatchId, receiptId } from '../../cloudfunctions/notices/rules';
import type { Resident } from '../../types/directory';
import type { Frozen, Group, Notice, Receipt } from '../../types/notices';
import { addDays, DAY_MS, dayOf, type Instant, instantAt } from '../../types/time';
import { COMMUNITY } from './cast';
import { here, type Row, row } from './community';
import { dice } from './names';

type Person = Resident & { id: string };
export type NoticeRows = { notices: Row[]; dispatches: Row[]; receipts: Row[]; groups: Row[]; memberships: Row[] };

const A_CHUNK = 200;
const NOBODY = { push: 0, account: 0, family: 0, phone: 0, none: 0 };

const wayOf = ({ accountId, family, phone }: Person): Receipt['way'] =>
  accountId ? 'account' : family.length ? 'family' : phone ? 'phone' : 'none';

const base = (at: Instant): Notice => ({
  title: '3栋停水通知',
  body: '因水管检修，后天 9:00 至 17:00，3栋停水。请提前备好用水。有事请打社区电话。',
  category: 'utilities',
  pictures: [],
  place: '3栋全楼',
  needsConfirmation: false,
  emergency: false,
  public: true,
  audience: { kind: 'building', ids: ['b3'] },
  robots: [],
  status: 'draft',
  by: 'wx-chenshegong',
  byName: '陈社工',
  at,
  edition: 1,
  pinned: false,
  reminders: [],
});

type Recipient = Pick<Receipt, 'ref' | 'gridId' | 'buildingId' | 'unitId' | 'way' | 'accounts'> & { name: string };

const recipientOf = (person: Person): Recipient => ({
  ref: person.id,
  name: wayOf(person) === 'family' ? person.name : '',
  gridId: person.address.gridId,
  buildingId: person.address.buildingId,
  unitId: person.address.unitId,
  way: wayOf(person),
  accounts: person.accountId ? [person.accountId] : person.family.map(binding => binding.accountId),
});

/** Half of those who can have read it; 王桂兰 has not, so that her daughter can. */
function receiptOf(
  { name: _name, ...place }: Recipient,
  noticeId: string,
  sentAt: Instant,
  roll: (sides: number) => number,
): Receipt {
  const read = place.ref !== 'r-wangguilan' && place.way !== 'none' && roll(2) === 0;
  return {
    ...place,
    noticeId,
    sentAt,
    handed: place.accounts.length ? 'letter' : 'waiting',
    progress: read ? 'read' : 'new',
    byFamily: read && place.way === 'family',
    door: 'none',
    ...(read ? { readAt: (sentAt + roll(DAY_MS / 4)) as Instant } : {}),
  };
}

function frozenOf(list: string, people: readonly Person[], chunks: number, at: Instant): Frozen {
  const reach = { ...NOBODY };
  for (const person of people) reach[wayOf(person)] += 1;
  return {
    id: list,
    at,
    total: people.length,
    chunks,
    reach,
    buildings: [{ buildingId: 'b3', count: people.length }],
    sample: ['王*兰', '赵*福'],
    leftOut: 0,
    check: { suggest: 'pass', why: '' },
  };
}

/** A notice that went to these people at that time, with its list and receipts; `roll` decides who has read it. */
function addSent(
  rows: NoticeRows,
  id: string,
  notice: Notice,
  people: readonly Person[],
  sentAt: Instant,
  roll: (sides: number) => number,
): void {
  const list = `f-${id}`;
  const recipients = people.map(recipientOf);
  const chunks = Math.ceil(recipients.length / A_CHUNK);
  for (let n = 0; n < chunks; n++) {
    const part = recipients.slice(n * A_CHUNK, (n + 1) * A_CHUNK);
    const doc = { noticeId: id, list, n, status: 'out', at: sentAt, size: part.length, people: part };
    rows.dispatches.push(row(COMMUNITY, here(dispatchId(id, list, n)), doc));
  }
  for (const each of recipients)
    rows.receipts.push(row(COMMUNITY, here(receiptId(id, each.ref)), receiptOf(each, id, sentAt, roll)));
  const frozen = frozenOf(list, people, chunks, sentAt);
  const out = { ...notice, status: 'sent', frozen, sentAt, doneAt: sentAt, expiresAt: (sentAt + 14 * DAY_MS) as Instant };
  rows.notices.push(row(COMMUNITY, here(id), out));
}

function addGroups(rows: NoticeRows, at: Instant): void {
  const common = { members: 0, revision: 0, by: 'wx-zhouzhuren', byName: '周主任', at, gone: false };
  const alone: Group = { ...common, name: '独居老人', kind: 'saved', audience: { kind: 'category', categories: ['livesAlone'] } };
  const residentIds = ['r-wangguilan', 'r-zhaodefu', 'r-sunyumei'];
  const list: Group = {
    ...common,
    name: '体检名单',
    kind: 'list',
    edition: 'e-demo',
    members: 3,
    reading: { rows: 3, leftOut: 0, problems: [] },
  };
  rows.groups.push(row(COMMUNITY, here('gr-alone'), alone), row(COMMUNITY, here('gr-checkup'), list));
  rows.memberships.push(
    row(COMMUNITY, here('gr-checkup:e-demo:0'), { groupId: 'gr-checkup', edition: 'e-demo', residentIds, at }),
  );
}

export function noticeRows(residents: readonly Row[], now: Instant): NoticeRows {
  const rows: NoticeRows = { notices: [], dispatches: [], receipts: [], groups: [], memberships: [] };
  const roll = dice(11);
  const people = residents.map(({ _id, ...fields }) => ({ ...(fields as unknown as Resident), id: _id.split(':')[1]! }));
  const third = people.filter(person => person.address.buildingId === 'b3');
  const yesterday = instantAt(addDays(dayOf(now), -1), 15 * 60);
  addSent(rows, 'n-water', { ...base(yesterday), pinned: true }, third, yesterday, roll);
  const before = instantAt(addDays(dayOf(now), -2), 10 * 60);
  const gas: Notice = {
    ...base(before),
    title: '燃气入户安检',
    body: '燃气公司本周六上午到 3栋 逐户安检，请家里留人。不方便的请打社区电话改时间。',
    category: 'safety',
    needsConfirmation: true,
    doors: { openedAt: yesterday, by: 'wx-chenshegong' },
  };
  addSent(rows, 'n-gas', gas, third, before, roll);
  const checkup: Notice = {
    ...base(now),
    title: '老年人免费体检',
    body: '下周三上午 8 点，在社区服务中心二楼为 65 岁以上的居民免费体检。请带身份证，不要吃早饭。',
    category: 'health',
    place: '社区服务中心二楼',
    needsConfirmation: true,
    audience: { kind: 'age', from: 65 },
    by: 'wx-zhouzhuren',
    byName: '周主任',
  };
  rows.notices.push(row(COMMUNITY, here('n-checkup'), checkup));
  addGroups(rows, before);
  return rows;
}
