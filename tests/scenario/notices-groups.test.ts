/** Lists from Excel, WeChat groups, the page for everybody, what other domains tell, and who is erased. */

import { ERASE_WORDS } from '../../types/people';
import { addDays } from '../../types/time';
import { gesture, openWorld, type Person, refusalOf, type World } from '../world';
import { mealWith, plate } from '../world/canteen';
import { building, finished, lettersOf, previewed, receiptsOf, sent } from '../world/notices';
import { rowsAt, sheetOf } from '../world/people';

let world: World;
let zhou: Person;
let wang: Person;
let limin: Person;

beforeEach(async () => {
  world = await openWorld({ residents: 120, past: 0, notices: false });
  [zhou, wang, limin] = (await Promise.all(['wx-zhouzhuren', 'wx-wangguilan', 'wx-limin'].map(openid => world.as(openid)))) as [
    Person,
    Person,
    Person,
  ];
});
afterEach(() => world.stop());

async function uploadList(rows: string[][]): Promise<string> {
  const { fileId, url, fields } = await zhou.notices('listTicket', {});
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new Blob([new Uint8Array(await sheetOf(rows))]), 'list.xlsx');
  expect((await fetch(url, { method: 'POST', body: form })).ok).toBe(true);
  return fileId;
}

test('ten thousand rows, most of them junk: who is found is a group, what is wrong is said row by row', async () => {
  const junk = Array.from({ length: 10_000 }, (_row, i) => [
    `查无此人${i}`,
    `1${i}`,
    i % 7 ? '' : '=1+1',
    '\u2603'.repeat(i % 5),
  ]);
  const fileId = await uploadList([['姓名', '手机号', '卡号', '住址'], ['王桂兰', '', '', ''], ...junk, ['', '', '0038', '']]);
  const group = await zhou.notices('readList', { fileId, name: '体检名单' });
  expect(group).toMatchObject({ kind: 'list', members: 2, reading: { rows: 10_002, leftOut: 10_000 } });
  expect(group.reading!.problems).toHaveLength(200);
  expect(group.reading!.problems[0]).toEqual({ row: 3, text: '居民名单里没有找到“查无此人0”。' });
  const out = await sent(zhou, { kind: 'group', ids: [group.id] });
  expect(
    receiptsOf(world, out.id)
      .map(({ ref }) => ref)
      .sort(),
  ).toEqual(['r-wangguilan', 'r-zhaodefu']);
  expect((await zhou.notices('groups', {})).groups).toMatchObject([
    { id: group.id, name: '体检名单', may: { change: { ok: true } } },
  ]);
  expect(await refusalOf(zhou.notices('readList', { fileId: 'cloud://env/lists/linjia/a.xlsx', name: '别人的' }))).toBe(
    'NOT_FOUND',
  );
  expect((await rowsAt((await zhou.notices('listTemplate', {})).url))[0]).toEqual(['姓名', '手机号', '卡号', '住址']);
});

test('a card in a WeChat group: opens are counted by group and by person, once each, and strangers see the public part alone', async () => {
  const out = await sent(zhou, building('b3'), { public: true, place: '3栋全楼' });
  const passerby = await world.as('wx-passerby');
  const card = { community: 'xingfuli', id: out.id };
  const opened = (person: Person, group: string) =>
    person.raw('notices', {
      action: 'noteGroupOpen',
      input: card,
      requestId: `open-${person.openid}-${group}-${Math.random()}`,
      openData: { cloudID: 'x', data: { openGId: group, watermark: {} } },
    });
  for (const [person, group] of [
    [wang, 'tGroup3'],
    [wang, 'tGroup3'],
    [passerby, 'tGroup3'],
    [limin, 'tFamily'],
  ] as const)
    expect((await opened(person, group)).reply.ok).toBe(true);
  expect(await refusalOf(wang.notices('noteGroupOpen', card))).toBe('NO_GROUP');
  const { people, groups } = await zhou.notices('shares', { id: out.id });
  expect([people, groups.map(group => [group.people, group.members])]).toEqual([
    3,
    [
      [2, 1],
      [1, 1],
    ],
  ]);
  await zhou.notices('nameShareGroup', { group: groups[0]!.group, name: '3栋邻里群' });
  expect((await zhou.notices('shares', { id: out.id })).groups[0]!.name).toBe('3栋邻里群');
  expect(await zhou.notices('shareReaders', { id: out.id, group: groups[0]!.group })).toMatchObject({
    readers: [{ name: '王桂兰' }],
    strangers: 1,
  });

  const shown = await world.stranger.notices('publicNotice', card);
  expect(shown).toMatchObject({ community: '幸福里社区', title: '停水通知', place: '3栋全楼', state: 'current' });
  expect(JSON.stringify(shown)).not.toMatch(/王桂兰|r-wangguilan|frozen|audience/);
  const secret = await sent(zhou, building('b3'));
  expect(await refusalOf(world.stranger.notices('publicNotice', { community: 'xingfuli', id: secret.id }))).toBe('NOT_FOUND');
  await zhou.notices('recallNotice', { id: out.id, correction: '不停水了。' });
  expect(await world.stranger.notices('publicNotice', card)).toMatchObject({
    state: 'recalled',
    body: '',
    correction: '不停水了。',
  });
});

/** As the courier tells it: left in an outbox, brought by the next ring. */
async function told(name: string, payload: object, id: string): Promise<void> {
  const item = { id, kind: 'event', name, payload, communityId: 'xingfuli', at: world.now() };
  const mark = { _id: `marks-${gesture()}`, collection: 'canteens', docId: 'xingfuli:main', stamp: world.now(), leasedUntil: 0 };
  await world.engine.handle({
    action: 'database.modifyDocument',
    collectionName: 'canteens',
    query: JSON.stringify({ _id: 'xingfuli:main' }),
    data: JSON.stringify({ $push: { outbox: item } }),
    merge: true,
  });
  await world.engine.handle({ action: 'database.insertDocument', collectionName: 'marks', data: [JSON.stringify(mark)] });
  await world.settle();
}

test('what the courier reports lifts a person from waiting to letter to channel, and never down; a pressed key is a reading', async () => {
  const out = await sent(zhou, building('b3'), { needsConfirmation: true });
  const report = (channel: string, outcome: string, refs: string[]) => ({
    about: `notice:${out.id}`,
    postId: 'p-1',
    done: true,
    outcomes: [{ channel, outcome, refs }],
  });
  const state = (ref: string) => receiptsOf(world, out.id).find(receipt => receipt.ref === ref);
  await told('post.handed', report('sms', 'sent', ['r-wangguilan']), 'e-1');
  expect(state('r-wangguilan')!.handed).toBe('channel');
  await told('post.handed', report('inside', 'inside', ['r-wangguilan', 'r-zhaodefu~1']), 'e-2');
  expect([state('r-wangguilan')!.handed, state('r-zhaodefu')!.handed]).toEqual(['channel', 'letter']);
  await told('message.acknowledged', { letterId: 'l', about: `notice:${out.id}`, ref: 'r-zhaodefu', how: 'key' }, 'e-3');
  expect(state('r-zhaodefu')).toMatchObject({ progress: 'confirmed', byFamily: false });
  expect((await zhou.notices('board', { id: out.id })).counts).toMatchObject({ channel: 1, confirmed: 1 });
});

test('a team that volunteers keep is a group: events in the wrong order leave the newest, a dissolved one is no audience', async () => {
  const team = (revision: number, residentIds: string[], gone = false) => ({
    groupId: 'gr-team-1',
    kind: 'team',
    name: '红马甲一队',
    revision,
    residentIds,
    gone,
  });
  await told('group.changed', team(2, ['r-wangguilan', 'r-sunyumei']), 'e-1');
  await told('group.changed', team(1, ['r-zhaodefu']), 'e-2');
  const audience = { kind: 'group' as const, ids: ['gr-team-1'] };
  expect((await previewed(zhou, audience)).frozen!.total).toBe(2);
  expect(await refusalOf(zhou.notices('dropGroup', { id: 'gr-team-1' }))).toBe('GROUP_KEPT_ELSEWHERE');
  await told('group.changed', team(3, [], true), 'e-3');
  expect(await refusalOf(previewed(zhou, audience))).toBe('UNKNOWN_GROUP');
});

test('who eats is who has an order standing: booked, booked again after cancelling, and nobody once the kitchen closes', async () => {
  const cook = await world.as('wx-liushifu');
  const mealId = await mealWith(world, cook, 10, 3);
  const eats = { kind: 'bookedMeal' as const, day: addDays(world.today, 3) };
  const eaters = () =>
    (world.engine.peek('diners', { day: eats.day, standing: true }, 100) as { residentId: string }[])
      .map(row => row.residentId)
      .sort();
  const order = await limin.canteen('bookMeal', plate(mealId, 'r-wangguilan'));
  await cook.canteen('bookMeal', plate(mealId, 'r-zhaodefu'));
  await cook.canteen('bookMeal', plate(mealId, 'r-sunyumei'));
  await limin.canteen('cancelOrder', { id: order.id });
  await limin.canteen('bookMeal', plate(mealId, 'r-wangguilan'));
  await cook.canteen('waiveOrder', { id: `${mealId}:r-sunyumei`, reason: '住院' });
  await world.settle();
  expect(eaters()).toEqual(['r-wangguilan', 'r-zhaodefu']);
  expect((await previewed(zhou, { all: [eats, { kind: 'people', ids: ['r-zhaodefu'] }] })).frozen!.total).toBe(1);
  await told(
    'meal.cancelled',
    { orderId: order.id, dinerId: 'r-wangguilan', day: eats.day, period: 'lunch', round: 1 },
    'e-late',
  );
  expect(eaters()).toContain('r-wangguilan');
  await cook.canteen('closeKitchen', { mealId, reason: '停气' });
  await world.settle();
  await world.settle();
  expect(eaters()).toEqual([]);
});

test('at night lists that nobody sent, meals long eaten and members of dropped groups go; what is out stays', async () => {
  const out = await sent(zhou, building('b3'));
  const twice = await previewed(zhou, building('b3'), { title: '还没有发' });
  const again = await zhou.notices('previewNotice', { id: twice.id });
  await world.at('04:00', 9);
  await world.settle();
  const lists = new Set((world.engine.peek('dispatches', {}, 1000) as { list: string }[]).map(({ list }) => list));
  expect([lists.has(out.frozen!.id), lists.has(twice.frozen!.id), lists.has(again.frozen!.id)]).toEqual([true, false, true]);
});

test('who erases the account is gone from receipts, lists and groups; the counts stay', async () => {
  const out = await sent(zhou, building('b3'));
  const waiting = await previewed(zhou, building('b3'), { title: '还没有发' });
  await wang.notices('openNotice', { id: out.id });
  await wang.people('eraseMe', { words: ERASE_WORDS });
  await world.settle();
  const [receipt] = world.engine.peek('receipts', { ref: 'r-wangguilan' }, 10) as {
    accounts: string[];
    readBy?: string;
    progress: string;
  }[];
  expect(receipt).toMatchObject({ accounts: [], progress: 'read' });
  expect(receipt!.readBy).toBeUndefined();
  expect((await zhou.notices('board', { id: out.id })).counts.read).toBe(1);
  await zhou.notices('sendNotice', { id: waiting.id, frozenId: waiting.frozen!.id });
  await finished(zhou, waiting.id);
  await world.settle();
  expect(receiptsOf(world, waiting.id).map(({ ref }) => ref)).not.toContain('r-wangguilan');
  expect(lettersOf(world, { to: 'wx-wangguilan' }).filter(({ page }) => page.includes(waiting.id))).toEqual([]);
});
