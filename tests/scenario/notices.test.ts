/** Notices among named people: water is cut in building 3, a typhoon comes, a daughter reads for her mother. */
import { openWorld, type Person, refusalOf, type World } from '../world';
import { building, finished, lettersOf, previewed, receiptsOf, sent, words } from '../world/notices';
import { rowsAt } from '../world/people';

const EVERYONE = { kind: 'everyone' } as const;

let world: World;
let chen: Person;
let zhou: Person;
let limin: Person;
let wang: Person;
let cook: Person;

/** 周主任 is the only one in the office, so a second pair of eyes joins her. */
async function secondPair(): Promise<Person> {
  await zhou.people('grantRole', { accountId: 'wx-sunyumei', role: 'office' });
  return world.as('wx-sunyumei');
}

beforeEach(async () => {
  world = await openWorld({ residents: 120, past: 0, notices: false });
  [chen, zhou, limin, wang, cook] = (await Promise.all(
    ['wx-chenshegong', 'wx-zhouzhuren', 'wx-limin', 'wx-wangguilan', 'wx-liushifu'].map(openid => world.as(openid)),
  )) as [Person, Person, Person, Person, Person];
});
afterEach(() => world.stop());

test('陈社工 tells building 3 that the water is cut: preview, letters, read, board', async () => {
  const preview = await previewed(chen, building('b3'));
  const living = world.engine.peek('residents', { 'address.buildingId': 'b3' }, 1000).length;
  expect(preview.frozen).toMatchObject({
    total: living,
    leftOut: 0,
    buildings: [{ buildingId: 'b3', name: '3栋', count: living }],
  });
  expect(preview.frozen!.sample).toHaveLength(10);
  expect(preview.frozen!.sample[0]).toMatch(/\*/);
  expect(preview.frozen!.reach).toMatchObject({ account: 1, none: 1 });
  expect(preview.frozen!.check.suggest).toBe('pass');
  expect(preview.eyesNeeded).toEqual([]);
  expect(preview.may.send).toEqual({ ok: true });

  const out = await chen.notices('sendNotice', { id: preview.id, frozenId: preview.frozen!.id });
  expect(out.status).toBe('sent');
  await world.settle();
  expect(lettersOf(world).map(({ to, text }) => [to, text])).toEqual([
    ['wx-wangguilan', '停水通知。因水管检修，明天 9:00 至 17:00 停水。请提前备好用水。'],
  ]);

  const mine = await wang.notices('myNotices', {});
  expect(mine).toMatchObject({ unread: 1, notices: [{ id: out.id, title: '停水通知', progress: 'new', recalled: false }] });
  const opened = await wang.notices('openNotice', { id: out.id });
  expect(opened).toMatchObject({ progress: 'read', publisher: '陈社工', phone: '02885550000', may: { confirm: { ok: false } } });
  expect(opened.readFor).toBeUndefined();

  const board = await chen.notices('board', { id: out.id });
  expect(board).toMatchObject({
    sent: living,
    total: living,
    counts: { read: 1, unread: living - 1, letter: 1, unreachable: 1, byFamily: 0 },
  });
  expect(board.buildings).toHaveLength(1);
  const rows = await rowsAt((await chen.notices('exportBoard', { id: out.id })).url);
  expect(rows).toHaveLength(living + 1);
  expect(rows.find(row => row[0] === '王桂兰')).toEqual(expect.arrayContaining(['3栋2单元501', '本人微信', '已读', '本人']));
});

test('words or audience changed after the preview want a new one, and the frozen list counts though people move', async () => {
  const preview = await previewed(chen, building('b3'));
  const changed = await chen.notices('saveNotice', { ...words(building('b3')), id: preview.id, title: '停水通知（改）' });
  expect(changed.frozen).toBeUndefined();
  expect(await refusalOf(chen.notices('sendNotice', { id: preview.id, frozenId: preview.frozen!.id }))).toBe('PREVIEW_FIRST');
  const again = await chen.notices('previewNotice', { id: preview.id });
  expect(await refusalOf(chen.notices('sendNotice', { id: preview.id, frozenId: preview.frozen!.id }))).toBe('PREVIEW_FIRST');

  await zhou.people('residentLeft', { id: 'r-zhaodefu', why: 'moved' });
  await chen.notices('sendNotice', { id: again.id, frozenId: again.frozen!.id });
  await finished(chen, again.id);
  const receipts = receiptsOf(world, again.id);
  expect(receipts).toHaveLength(again.frozen!.total);
  expect(receipts.map(({ ref }) => ref)).toContain('r-zhaodefu');
});

test('a grid lead reaches the own grid alone, sends no emergency, and the cook sends nothing', async () => {
  const preview = await previewed(chen, EVERYONE);
  const { total, leftOut, buildings } = preview.frozen!;
  expect(buildings.map(row => row.buildingId).sort()).toEqual(['b1', 'b2', 'b3']);
  expect(total + leftOut).toBe(120);
  expect(await refusalOf(chen.notices('saveNotice', words(EVERYONE, { emergency: true })))).toBe('EMERGENCY_BY_OFFICE');
  expect(await refusalOf(previewed(chen, building('b9')))).toBe('NOBODY_MEANT');
  expect(await refusalOf(cook.notices('saveNotice', words(EVERYONE)))).toBe('NOT_YOURS_TO_SEND');
  expect(await refusalOf(cook.notices('notice', { id: preview.id }))).toBe('NOT_FOUND');
});

test('李敏 reads for her mother, who uses no phone: it counts as read by family, and says so', async () => {
  await world.engine.handle({
    action: 'database.modifyDocument',
    collectionName: 'residents',
    query: JSON.stringify({ _id: 'xingfuli:r-wangguilan' }),
    data: JSON.stringify({ $unset: { accountId: '' } }),
    merge: true,
  });
  const out = await sent(chen, building('b3'), { needsConfirmation: true });
  await world.settle();
  expect(lettersOf(world).map(({ to, text, page }) => [to, text.slice(0, 11), page])).toEqual([
    ['wx-limin', '替王桂兰看：停水通知。', `pages/notices/notice/index?id=${out.id}&forId=r-wangguilan`],
  ]);
  expect(await refusalOf(limin.notices('openNotice', { id: out.id }))).toBe('NOT_SENT_TO_YOU');
  expect(await refusalOf(limin.notices('openNotice', { id: out.id, forId: 'r-zhaodefu' }))).toBe('NOT_YOUR_ELDER');
  const opened = await limin.notices('openNotice', { id: out.id, forId: 'r-wangguilan' });
  expect(opened).toMatchObject({ forName: '王桂兰', readFor: '女儿代看', may: { confirm: { ok: true } } });
  const confirmed = await limin.notices('confirmNotice', { id: out.id, forId: 'r-wangguilan' });
  expect(confirmed.progress).toBe('confirmed');
  expect(await refusalOf(limin.notices('confirmNotice', { id: out.id, forId: 'r-wangguilan' }))).toBe('ALREADY_CONFIRMED');
  const { counts } = await chen.notices('board', { id: out.id });
  expect(counts).toMatchObject({ read: 1, byFamily: 1, confirmed: 1 });
});

test('a typhoon: another pair of eyes approves, doors open after half an hour, the lead ticks them off', async () => {
  const typhoon = { title: '台风橙色预警', category: 'weather' as const, emergency: true, needsConfirmation: true };
  const draft = await previewed(zhou, building('b3'), typhoon);
  expect(draft.eyesNeeded).toEqual(['emergency']);
  const eyes = await secondPair();
  await world.advance(31_000);
  const waiting = await zhou.notices('sendNotice', { id: draft.id, frozenId: draft.frozen!.id });
  expect(waiting.status).toBe('waitingForEyes');
  expect(await refusalOf(zhou.notices('approveNotice', { id: draft.id, frozenId: draft.frozen!.id }))).toBe('OTHER_EYES_NEEDED');
  await world.settle();
  expect(lettersOf(world, { to: 'wx-sunyumei' }).map(({ kind }) => kind)).toEqual(['noticeForEyes']);
  expect((await eyes.notices('desk', { list: 'waiting' })).waiting).toBe(1);
  const out = await eyes.notices('approveNotice', { id: draft.id, frozenId: draft.frozen!.id });
  expect(out).toMatchObject({ status: 'sent', approvedByName: '孙玉梅' });
  await world.settle();
  expect(await refusalOf(chen.notices('doorList', { id: out.id }))).toBe('NO_DOOR_LIST');

  await wang.notices('confirmNotice', { id: out.id });
  await world.advance(31 * 60_000);
  await world.settle();
  const total = draft.frozen!.total;
  expect(lettersOf(world, { to: 'wx-chenshegong' })[0]).toMatchObject({
    kind: 'noticeDoors',
    text: `“台风橙色预警”还有${total - 1}人没有看到，请上门告知。`,
  });
  expect((await chen.notices('myDoors', {})).notices).toMatchObject([{ id: out.id, left: total - 1 }]);
  const { doors } = await chen.notices('doorList', { id: out.id });
  expect(doors).toHaveLength(total - 1);
  expect(doors.find(door => door.ref === 'r-zhaodefu')).toMatchObject({
    name: '赵德福',
    address: '3栋1单元102',
    livesAlone: true,
    way: 'none',
    door: 'none',
  });
  await chen.notices('tickDoor', { id: out.id, ref: 'r-zhaodefu', outcome: 'told', note: '已帮忙关窗' });
  expect(await refusalOf(cook.notices('tickDoor', { id: out.id, ref: 'r-zhaodefu', outcome: 'none' }))).toBe('OUTSIDE_YOUR_PART');
  const board = await zhou.notices('board', { id: out.id });
  expect(board.doors).toMatchObject({ left: total - 2, told: 1, notHome: 0 });
  const after = await chen.notices('doorList', { id: out.id });
  expect(after.doors.at(-1)).toMatchObject({ ref: 'r-zhaodefu', door: 'told', doorNote: '已帮忙关窗', doorByName: '陈社工' });
});

test('returned with a reason, it is a draft again; and a scheduled one goes at its time', async () => {
  const eyes = await secondPair();
  await zhou.notices('saveSettings', { ...(await zhou.notices('settings', {})), eyesAbove: 5 });
  const draft = await previewed(zhou, building('b3'));
  expect(draft.eyesNeeded).toEqual(['many']);
  const at = (draft.now + 2 * 3_600_000) as typeof draft.now;
  await zhou.notices('sendNotice', { id: draft.id, frozenId: draft.frozen!.id, at });
  const back = await eyes.notices('returnNotice', { id: draft.id, reason: '日期写错了' });
  expect(back).toMatchObject({ status: 'draft', returned: { reason: '日期写错了' } });
  await world.settle();
  expect(lettersOf(world, { to: 'wx-zhouzhuren' }).map(({ text }) => text)).toEqual(['孙玉梅退回了“停水通知”：日期写错了']);
  await zhou.notices('sendNotice', { id: draft.id, frozenId: draft.frozen!.id, at });
  expect((await eyes.notices('approveNotice', { id: draft.id, frozenId: draft.frozen!.id })).status).toBe('scheduled');
  await world.settle();
  expect(receiptsOf(world, draft.id)).toHaveLength(0);
  await world.at('10:30');
  await world.settle();
  expect((await zhou.notices('notice', { id: draft.id })).status).toBe('sent');
  expect(receiptsOf(world, draft.id)).toHaveLength(draft.frozen!.total);
});

test('a doubtful text goes to the office, a forbidden one to nobody, a blank left over is refused', async () => {
  const doubtful = await previewed(chen, building('b3'), { body: '待审测试' });
  expect(doubtful).toMatchObject({ eyesNeeded: ['text'], frozen: { check: { suggest: 'review' } } });
  const { status } = await chen.notices('sendNotice', { id: doubtful.id, frozenId: doubtful.frozen!.id });
  expect(status).toBe('waitingForEyes');
  const forbidden = await previewed(chen, building('b3'), { body: '违规测试' });
  expect(await refusalOf(chen.notices('sendNotice', { id: forbidden.id, frozenId: forbidden.frozen!.id }))).toBe('TEXT_RISKY');
  expect(await refusalOf(previewed(chen, building('b3'), { body: '因【原因】停水' }))).toBe('BLANKS_LEFT');
});

test('recalled: who had it is told the correction and reads it instead; reminders go to the unread, once an hour', async () => {
  const out = await sent(chen, building('b3'));
  await world.settle();
  expect(await refusalOf(chen.notices('remind', { id: out.id, whom: 'unconfirmed' }))).toBe('NO_CONFIRMATION_ASKED');
  await chen.notices('remind', { id: out.id, whom: 'unread' });
  expect(await refusalOf(chen.notices('remind', { id: out.id, whom: 'unread' }))).toBe('REMINDED_LATELY');
  await finished(chen, out.id);
  await world.settle();
  expect(
    lettersOf(world, { to: 'wx-wangguilan' })
      .map(({ kind }) => kind)
      .sort(),
  ).toEqual(['notice', 'noticeReminder']);
  await world.advance(61 * 60_000);
  await wang.notices('openNotice', { id: out.id });
  await chen.notices('remind', { id: out.id, whom: 'unread' });
  expect((await finished(chen, out.id)).reminders).toMatchObject([
    { done: true, count: 1 },
    { done: true, count: 0 },
  ]);

  await chen.notices('recallNotice', { id: out.id, correction: '不停水了。' });
  expect(await refusalOf(chen.notices('recallNotice', { id: out.id, correction: '不停水了。' }))).toBe('ALREADY_RECALLED');
  await finished(chen, out.id);
  await world.settle();
  expect(lettersOf(world, { kind: 'noticeCorrected' }).map(({ to, text }) => [to, text])).toEqual([
    ['wx-wangguilan', '“停水通知”已撤回。更正：不停水了。'],
  ]);
  expect(await wang.notices('openNotice', { id: out.id })).toMatchObject({ recalled: true, body: '', correction: '不停水了。' });
});

test('staff by role, a saved group, who booked lunch, and everybody but', async () => {
  const meal = `${world.today}:lunch`;
  const menu = await cook.canteen('menus', { from: world.today });
  const dishId = menu.meals.find(({ id }) => id === meal)!.dishes[0]!.id;
  const booked = await limin.canteen('bookMeal', {
    mealId: meal,
    dinerId: 'r-wangguilan',
    way: 'dineIn',
    lines: [{ dishId, count: 1 }],
  });
  await world.settle();
  const eats = { kind: 'bookedMeal' as const, day: world.today, period: 'lunch' as const };
  expect((await previewed(zhou, eats)).frozen!.total).toBe(1);
  await limin.canteen('cancelOrder', { id: booked.id });
  await world.settle();
  expect(await refusalOf(previewed(zhou, eats))).toBe('NOBODY_MEANT');

  const group = await zhou.notices('saveGroup', { name: '独居老人', audience: { kind: 'category', categories: ['livesAlone'] } });
  const alone = world.engine.peek('residents', { categories: 'livesAlone', status: 'living' }, 1000).length;
  expect((await previewed(zhou, { kind: 'group', ids: [group.id] })).frozen!.total).toBe(alone);
  const but = { who: { kind: 'group' as const, ids: [group.id] }, except: { kind: 'people' as const, ids: ['r-zhaodefu'] } };
  expect((await previewed(zhou, but)).frozen!.total).toBe(alone - 1);
  const staff = await sent(zhou, { kind: 'role', roles: ['canteen', 'gridLead'] });
  expect(
    receiptsOf(world, staff.id)
      .map(({ ref }) => ref)
      .sort(),
  ).toEqual(['acc-wx-chenshegong', 'acc-wx-liushifu']);
  expect((await cook.notices('openNotice', { id: staff.id })).progress).toBe('read');
  await zhou.notices('dropGroup', { id: group.id });
  expect(await refusalOf(previewed(zhou, but))).toBe('UNKNOWN_GROUP');
});
