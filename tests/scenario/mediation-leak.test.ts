/** Water from above: 王桂兰 and 吴建国, from the application to the closed file. */
import { addDays, dayOf } from '../../types/time';
import { openWorld, refusalOf, type World } from '../world';
import { aboutLeak, agreementOf, bring, type Cast, caseRow, castOf, PNG, RIGHTS_VERSION, soon } from '../world/mediation';
import { download } from '../world/people';

let world: World;
let cast: Cast;
let id = '';

beforeAll(async () => {
  world = await openWorld({ residents: 40, past: 0, fill: 0 });
  cast = await castOf(world);
});
afterAll(() => world.stop());

/** After the clock has moved, everybody signs in again. */
const later = async (text: string, days: number): Promise<void> => {
  await world.at(text, days);
  cast = await castOf(world);
};

test('she applies with a photo; her card says that it came, the committee is told without a word of it', async () => {
  const fileId = await bring(cast.wang, 'png', Buffer.from(PNG, 'base64'));
  const reply = await cast.wang.mediation('apply', aboutLeak({ files: [{ fileId, name: '天花板' }] }));
  id = reply.case.id;
  expect(reply).toMatchObject({
    case: { status: 'applied', as: 'applicant', names: { applicant: '王桂兰', respondent: '吴建国' } },
  });
  expect(reply.help).toBeUndefined();
  expect(reply.case.ref).toMatch(/^\d{6}$/);
  expect((await cast.he.mediation('queue', {})).toDecide.find(row => row.id === id)?.ref).toBe(reply.case.ref);
  expect((await cast.he.mediation('register', { ref: reply.case.ref })).rows.map(row => row.id)).toEqual([id]);
  expect((await cast.he.mediation('register', { ref: '000000' })).rows).toEqual([]);
  await world.settle();
  const office = await world.as('wx-zhouzhuren');
  const { letters } = await office.courier('letters', {});
  expect(letters[0]).toMatchObject({ title: '有新的调解事项' });
  expect(JSON.stringify(letters)).not.toMatch(/王桂兰|吴建国|滴水|漏/);
  cast = await castOf(world);
});

test('before it is accepted, he does not even know that there is a case', async () => {
  expect((await cast.wu.mediation('myCases', {})).cases).toEqual([]);
  expect(await refusalOf(cast.wu.mediation('case', { id }))).toBe('NOT_FOUND');
});

test('a mediator from her own unit may neither read nor decide it; 何静 may', async () => {
  expect(await refusalOf(cast.qian.mediation('readApplication', { id }))).toBe('CONFLICT');
  expect(await refusalOf(cast.qian.mediation('acceptCase', { id, summary: '看看' }))).toBe('CONFLICT');
  const view = await cast.he.mediation('readApplication', { id });
  expect(view.parts.map(part => part.kind)).toEqual(expect.arrayContaining(['application', 'party', 'evidence']));
  const accepted = await cast.he.mediation('acceptCase', { id, summary: '邻居想一起看看厨房滴水的原因' });
  expect(accepted).toMatchObject({
    status: 'inviting',
    number: expect.stringMatching(/^幸福里民调受〔2026〕\d+号$/),
    sealed: true,
  });
});

test('he is invited in neutral words, sees no word of hers, and comes', async () => {
  const view = await cast.wu.mediation('case', { id });
  expect(view).toMatchObject({ as: 'respondent', next: '请决定参加不参加', may: { answerInvitation: { ok: true } } });
  expect(view.parts.map(part => part.kind)).toEqual(expect.arrayContaining(['summary']));
  expect(JSON.stringify(view)).not.toMatch(/赔墙面|13900000001/);
  await cast.wu.mediation('answerInvitation', { id, accept: true, text: '我家也没有看到水' });
  expect((await cast.he.mediation('queue', {})).toPanel.map(row => row.id)).toContain(id);
});

test('the proposal names 何静, and says of 钱国强 why not', async () => {
  const { candidates } = await cast.office.mediation('candidates', { id });
  const of = (accountId: string) => candidates.find(each => each.accountId === accountId)!;
  expect(of('wx-hejing')).toMatchObject({ proposed: true, fits: true, may: { choose: { ok: true } } });
  expect(of('wx-qianguoqiang').may.choose).toMatchObject({ ok: false, details: { why: '与一方当事人同住一个单元' } });
  const panel = [{ accountId: 'wx-qianguoqiang', part: 'mediator' as const }];
  expect(await refusalOf(cast.office.mediation('setPanel', { id, members: panel }))).toBe('CONFLICT');
  await cast.office.mediation('setPanel', { id, members: [{ accountId: 'wx-hejing', part: 'mediator' }] });
});

test('he says something to the mediator alone; she never reads it', async () => {
  await cast.wu.mediation('addStatement', { id, text: '其实是我改过水管', share: false });
  expect(JSON.stringify(await cast.wang.mediation('case', { id }))).not.toContain('改过水管');
  expect(JSON.stringify(await cast.he.mediation('case', { id }))).toContain('改过水管');
});

test('a talk needs both rights notices, a slot that suits both, and holds its room', async () => {
  const slots = [soon(world, 1, 9), soon(world, 1, 15)];
  await cast.he.mediation('offerSlots', { id, kind: 'together', mode: 'room', roomId: 'room1', minutes: 60, slots });
  await cast.wang.mediation('chooseSlots', { id, no: 1, slots });
  const agreed = await cast.wu.mediation('chooseSlots', { id, no: 1, slots: [slots[1]!] });
  expect(agreed.sessions[0]).toMatchObject({ status: 'agreed', at: slots[1], roomName: '百·和调解室' });
  const record = {
    id,
    no: 1,
    text: '双方都到场，一起看了厨房',
    place: '百·和调解室',
    present: [{ who: 'panel' as const, name: '何静' }],
  };
  expect(await refusalOf(cast.he.mediation('recordSession', record))).toBe('RIGHTS_FIRST');
  await cast.wang.mediation('acknowledgeRights', { id, version: RIGHTS_VERSION });
  await cast.wu.mediation('acknowledgeRights', { id, version: RIGHTS_VERSION });
  await later('16:00', 1);
  await cast.he.mediation('recordSession', record);
  expect(JSON.stringify(await cast.wang.mediation('case', { id }))).toContain('一起看了厨房');
});

test('a separate talk stays with the mediator and that side', async () => {
  const at = soon(world, 2, 10);
  await cast.he.mediation('offerSlots', { id, kind: 'separate', side: 'respondent', mode: 'phone', minutes: 30, slots: [at] });
  expect((await cast.wang.mediation('case', { id })).sessions).toHaveLength(1);
  expect(await refusalOf(cast.wang.mediation('chooseSlots', { id, no: 2, slots: [at] }))).toBe('SLOT_GONE');
  await cast.wu.mediation('chooseSlots', { id, no: 2, slots: [at] });
  const talk = { id, no: 2, text: '他愿意出八百元', place: '电话', present: [{ who: 'respondent' as const, name: '吴建国' }] };
  await cast.he.mediation('recordSession', talk);
  expect(JSON.stringify(await cast.wang.mediation('case', { id }))).not.toContain('八百元');
  expect(JSON.stringify(await cast.wu.mediation('case', { id }))).not.toContain('八百元');
});

test('the agreement is signed in its order and takes effect with the seal', async () => {
  const drafted = await cast.he.mediation('draftAgreement', { id, ...agreementOf(world, 'written') });
  const round = drafted.agreement!.round;
  expect(drafted.agreement).toMatchObject({
    number: expect.stringMatching(/民调协〔2026〕\d+号/),
    waitsFor: '等申请人和被申请人签名',
  });
  expect(await refusalOf(cast.he.mediation('sign', { id, image: PNG, round }))).toBe('NOT_YOUR_TURN');
  expect(JSON.stringify(await cast.wang.mediation('sign', { id, image: PNG, round }))).not.toContain(PNG.slice(0, 40));
  expect(await refusalOf(cast.office.mediation('placeSeal', { id, round }))).toBe('NO_SEAL_IMAGE');
  await cast.office.mediation('saveSeal', { image: PNG });
  await cast.wu.mediation('sign', { id, image: PNG, round });
  expect(await refusalOf(cast.office.mediation('placeSeal', { id, round }))).toBe('NOT_YOUR_TURN');
  await cast.he.mediation('sign', { id, image: PNG, round });
  await cast.office.mediation('placeSeal', { id, round });
  const view = await cast.wang.mediation('case', { id });
  expect(view).toMatchObject({ status: 'performing', confirmation: { daysLeft: 30 } });
  expect(view.items.map(item => [item.no, item.by, item.what])).toEqual([
    [1, 'respondent', '修好下水管'],
    [2, 'respondent', '付 800 元'],
  ]);
});

test('promises are reported by whoever made them, and settled by the other', async () => {
  expect(await refusalOf(cast.wang.mediation('reportItem', { id, no: 1, text: '好了', files: [] }))).toBe('NOT_YOUR_ITEM');
  await cast.wu.mediation('reportItem', { id, no: 1, text: '昨天修好了', files: [] });
  expect(await refusalOf(cast.wu.mediation('settleItem', { id, no: 1, kept: true }))).toBe('YOUR_OWN_ITEM');
  await cast.wang.mediation('settleItem', { id, no: 1, kept: true });
  expect(await refusalOf(cast.he.mediation('closeCase', { id }))).toBe('ITEMS_OPEN');
  await cast.wu.mediation('reportItem', { id, no: 2, text: '付了', files: [] });
  await cast.wang.mediation('settleItem', { id, no: 2, kept: true });
});

test('both want it confirmed by the court within the thirty days; afterwards it is too late', async () => {
  await cast.wang.mediation('wantConfirmation', { id });
  const view = await cast.wu.mediation('wantConfirmation', { id });
  expect(view.confirmation).toMatchObject({
    wantedBy: ['applicant', 'respondent'],
    until: addDays(dayOf(view.effectiveAt!), 30),
  });
});

test('the papers: the agreement for both, the case file for the mediator, complete after the follow-up', async () => {
  const { url } = await cast.wu.mediation('agreementPaper', { id, format: 'pdf' });
  expect((await download(url)).subarray(0, 5).toString()).toBe('%PDF-');
  expect(await refusalOf(cast.he.mediation('closeCase', { id }))).toBe('FOLLOW_UP_FIRST');
  expect((await cast.he.mediation('caseFile', { id })).missing).toEqual(['缺回访记录']);
  await cast.he.mediation('recordFollowUp', { id, how: 'visit', applicant: 5, respondent: 4, text: '都满意' });
  const closed = await cast.he.mediation('closeCase', { id });
  expect(closed).toMatchObject({ status: 'closed', closingNumber: expect.stringMatching(/民调卷/), retainUntil: '2036-11-27' });
  const file = await cast.he.mediation('caseFile', { id });
  expect(file.missing).toEqual([]);
  expect((await download(file.url)).subarray(0, 5).toString()).toBe('%PDF-');
});

test('nothing is added to a closed file, and the panel sees who read it', async () => {
  expect(await refusalOf(cast.wang.mediation('addStatement', { id, text: '还有', share: false }))).toBe('NOT_NOW');
  const { reads } = await cast.he.mediation('reads', { id });
  expect(reads).toEqual(
    expect.arrayContaining([expect.objectContaining({ name: '吴建国', as: 'respondent', what: 'agreement' })]),
  );
  expect(caseRow(world, id).parts.length).toBeGreaterThan(10);
});

test('the office sees the register; the content only with a reason, which the mediator reads', async () => {
  const sealed = await cast.office.mediation('case', { id });
  expect(sealed).toMatchObject({ sealed: true, parts: [] });
  expect(JSON.stringify(sealed)).not.toMatch(/王桂兰|吴建国|厨房/);
  expect(JSON.stringify(await cast.office.mediation('register', {}))).not.toMatch(/王桂兰|吴建国|厨房/);
  expect(await refusalOf(cast.office.mediation('caseFile', { id }))).toBe('FILE_CLOSED');
  const open = await cast.office.mediation('openFile', { id, reason: '年度抽查卷宗质量' });
  expect(open.parts.length).toBeGreaterThan(5);
  expect((await cast.he.mediation('reads', { id })).openings[0]).toMatchObject({ name: '周主任', reason: '年度抽查卷宗质量' });
  await world.advance(31 * 60_000);
  const office = await world.as('wx-zhouzhuren');
  expect(await office.mediation('case', { id })).toMatchObject({ sealed: true, parts: [] });
});
