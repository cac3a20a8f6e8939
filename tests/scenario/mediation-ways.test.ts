/** The other ways a quarrel can go: refused, failed, a walk-in, a mediator who stands back, a pause, a first question at midnight. */
import { makeToken } from '../../cloudfunctions/_shared/token';
import { addDays, type Instant } from '../../types/time';
import { openWorld, type Person, refusalOf, type World } from '../world';
import { aboutLeak, type Cast, caseRow, castOf, knowRights, soon, toMediating, toPanelling } from '../world/mediation';
import { rowsAt } from '../world/people';

/** Known to the test, so that it can speak as the courier does. */
const SECRET = 'secret-of-the-mediation-tests';

let world: World;
let cast: Cast;

beforeAll(async () => {
  world = await openWorld({ residents: 30, past: 0, fill: 0 }, { envVariables: { JINLIN_SECRET: SECRET } });
  cast = await castOf(world);
});
afterAll(() => world.stop());
/** What a test left open would count against the next one's applicant. */
afterEach(async () => {
  for (const person of [cast.wang, cast.wu, cast.limin]) {
    const { reply } = await person.raw('mediation', { action: 'myCases', input: {} });
    const open = reply.ok ? (reply.data as { cases: { id: string }[] }).cases : [];
    for (const { id } of open)
      await person.raw('mediation', { action: 'withdraw', input: { id }, requestId: `tidy-${person.openid}-${id}` });
  }
});

const lettersOf = async (openid: string): Promise<string[]> => {
  const person = await world.as(openid);
  return (await person.courier('letters', {})).letters.map(letter => letter.title);
};

test('refusing ends it with a kind letter and the routes; nobody is asked why', async () => {
  const { case: card } = await cast.wang.mediation('apply', aboutLeak());
  await cast.he.mediation('acceptCase', { id: card.id, summary: '邻居想谈谈厨房滴水' });
  await cast.wu.mediation('answerInvitation', { id: card.id, accept: false });
  const view = await cast.wang.mediation('case', { id: card.id });
  expect(view).toMatchObject({ status: 'refused', endText: expect.stringContaining('不代表您没有道理') });
  expect(view.routes.map(route => route.name)).toEqual(expect.arrayContaining(['去法院起诉']));
  const his = await cast.wu.mediation('case', { id: card.id });
  expect([his.statusText, his.endText, his.routes]).toEqual([
    '您没有参加，这件事到此为止',
    '您没有参加，这件事到此为止。以后愿意谈，随时可以再来。',
    [],
  ]);
  await cast.he.mediation('closeCase', { id: card.id });
  expect((await cast.wang.mediation('myCases', { ended: true })).cases[0]).toMatchObject({ status: 'closed' });
});

test('either side may end it at any time; the other reads the routes, not the reason', async () => {
  const id = await toMediating(cast);
  await cast.wu.mediation('endMediation', { id, reason: '我觉得他们偏心' });
  const view = await cast.wang.mediation('case', { id });
  expect(view).toMatchObject({ status: 'failed', endText: expect.stringContaining('没有谈成') });
  expect(JSON.stringify(view)).not.toContain('偏心');
  expect(JSON.stringify(await cast.he.mediation('case', { id }))).toContain('偏心');
});

test('declined with the legal ground and where to go instead, also when the court took it later', async () => {
  const id = await toMediating(cast);
  await cast.he.mediation('declineCase', { id, ground: 'courtTook' });
  const view = await cast.wu.mediation('case', { id });
  expect(view).toMatchObject({ status: 'declined', ground: 'courtTook', groundText: expect.stringContaining('第二十二条') });
});

test('a walk-in without a phone against the property company: staff do all of it, and it says so', async () => {
  const { case: card } = await cast.chen.mediation(
    'apply',
    aboutLeak({
      kind: 'propertyCompany',
      answers: [],
      walkIn: { name: '赵大爷', phone: '13800000000', address: '3栋1单元' },
      respondent: { name: '安心物业', phone: '13811111111', is: 'company' },
    }),
  );
  const id = card.id;
  expect(await refusalOf(cast.chen.mediation('case', { id }))).toBe('NOT_FOUND');
  await cast.he.mediation('acceptCase', { id, summary: '业主想谈谈漏水维修' });
  const told = await cast.he.mediation('recordInvitation', { id, how: 'phone' });
  expect(told.mayFor.respondent).toMatchObject({ answerInvitation: { ok: true } });
  await cast.he.mediation('answerInvitation', { id, as: 'respondent', accept: true, text: '愿意来谈' });
  await cast.office.mediation('setPanel', { id, members: [{ accountId: 'wx-hejing', part: 'mediator' }] });
  const view = await cast.he.mediation('case', { id });
  expect(view.parts.find(part => part.kind === 'statement')).toMatchObject({ from: 'respondent', onBehalf: true });
  expect(view.respondent).toMatchObject({ name: '安心物业', is: 'company', joined: false, phone: '13811111111' });
  const row = world.engine.peek('cases', { _id: `xingfuli:${id}` })[0] as { history: { action: string; onBehalfOf?: string }[] };
  expect(row.history.find(deed => deed.action === 'answerInvitation')).toMatchObject({ onBehalfOf: 'respondent' });
});

test('her daughter applies for her, as her agent, until the binding ends', async () => {
  const { case: card } = await cast.limin.mediation('apply', aboutLeak({ forResident: 'r-wangguilan' }));
  expect((await cast.limin.mediation('myCases', {})).cases.map(each => each.id)).toEqual([card.id]);
  expect((await cast.wang.mediation('myCases', {})).cases.map(each => each.id)).toEqual([card.id]);
  const me = await cast.wang.people('me', {});
  await cast.wang.people('endBinding', { elderId: 'r-wangguilan', key: me.family[0]!.key });
  expect(['NOT_FOUND', 'NOT_ALLOWED', 'NOT_SIGNED_IN']).toContain(
    await refusalOf(cast.limin.mediation('withdraw', { id: card.id })),
  );
  expect(await refusalOf(cast.sun.mediation('apply', aboutLeak({ forResident: 'r-wangguilan' })))).toBe('NOT_YOUR_ELDER');
});

test('parties may refuse a mediator, twice; the case returns to the queue and he is never proposed again', async () => {
  const id = await toMediating(cast);
  const { panel } = await cast.wang.mediation('case', { id });
  await cast.wang.mediation('refuseMediator', { id, key: panel[0]!.key });
  expect(
    await cast.he.mediation('candidates', { id }).then(({ candidates }) => candidates.find(each => each.name === '何静')!.may),
  ).toMatchObject({
    choose: { ok: false, code: 'CONFLICT' },
  });
  expect((await cast.office.mediation('queue', {})).toPanel.map(row => row.id)).toContain(id);
  await cast.office.mediation('setPanel', { id, members: [{ accountId: 'wx-malijuan', part: 'mediator' }] });
  await cast.ma.mediation('recuse', { id });
  expect(caseRow(world, id).status).toBe('panelling');
  expect(await refusalOf(cast.ma.mediation('addNote', { id, kind: 'note', text: '再看看' }))).toBe('NOT_YOUR_PART');
});

test('nobody who is away is put on a panel', async () => {
  const id = await toPanelling(cast);
  await cast.ma.mediation('setAbsence', { absences: [{ from: world.today, to: addDays(world.today, 3) }] });
  expect(
    await refusalOf(cast.office.mediation('setPanel', { id, members: [{ accountId: 'wx-malijuan', part: 'mediator' }] })),
  ).toBe('AWAY');
});

test('two homes that asked again and again about a leak are offered mediation, once', async () => {
  process.env.JINLIN_SECRET = SECRET;
  const systemToken = makeToken('courier', 'system', (world.now() + 60_000) as Instant);
  const payload = { residentIds: ['r-wujianguo', 'r-wangguilan'], kind: 'leak' };
  const input = { id: 'event-1', name: 'request.repeated', communityId: 'xingfuli', payload };
  for (const requestId of ['event-1', 'event-1-again'])
    expect(await world.invoke('mediation', { action: 'hear', input, requestId, systemToken })).toMatchObject({ ok: true });
  await world.settle();
  cast = await castOf(world);
  const { offers } = await cast.wu.mediation('myCases', {});
  expect(offers).toMatchObject([{ kind: 'leak' }]);
  expect((await lettersOf('wx-wangguilan')).filter(title => title === '邻里的事，可以坐下来谈')).toHaveLength(1);
  await cast.wang.mediation('apply', aboutLeak({ offerId: offers[0]!.id }));
  expect((await cast.wu.mediation('myCases', {})).offers).toEqual([]);
});

test('the same quarrel from the other side is joined; its words stay that side’s own', async () => {
  const id = await toPanelling(cast);
  const turned = aboutLeak({
    what: '楼下总来吵，还骂人',
    respondent: { name: '王桂兰', unitId: 'b3u2', room: '501', is: 'resident' },
  });
  const { case: second } = await cast.wu.mediation('apply', turned);
  await cast.he.mediation('joinCase', { id: second.id, into: id, why: 'counterClaim' });
  expect(caseRow(world, second.id).status).toBe('joined');
  expect(JSON.stringify(await cast.wu.mediation('case', { id }))).toContain('楼下总来吵');
  expect(JSON.stringify(await cast.wang.mediation('case', { id }))).not.toContain('楼下总来吵');
});

test('figures below five are hidden, in the workbook too', async () => {
  await toPanelling(cast);
  const sheet = await cast.office.mediation('month', { month: world.today.slice(0, 7) });
  const cells = sheet.rows.flatMap(row => row.cells);
  expect(cells.filter(cell => cell !== 'hidden' && cell < 5)).toEqual([]);
  expect(cells).toContain('hidden');
  const { url } = await cast.office.mediation('exportMonth', { month: world.today.slice(0, 7) });
  expect((await rowsAt(url)).flat().join()).toContain('少于5');
  const register = await cast.office.mediation('exportRegister', { year: '2026' });
  expect((await rowsAt(register.url)).flat().join()).not.toMatch(/王桂兰|吴建国/);
});

test('a room is held by one talk at a time', async () => {
  const id = await toMediating(cast);
  const other = await toMediating(cast);
  const slot = soon(world, 1, 9);
  const offer = { kind: 'together' as const, mode: 'room' as const, roomId: 'room1', minutes: 90, slots: [slot] };
  const choose = (person: Person, which: string) => person.mediation('chooseSlots', { id: which, no: 1, slots: [slot] });
  await cast.he.mediation('offerSlots', { id, ...offer });
  await cast.he.mediation('offerSlots', { id: other, ...offer });
  await choose(cast.wang, id);
  await choose(cast.wu, id);
  expect((await cast.wang.mediation('case', { id: other })).sessions[0]!.taken).toEqual([slot]);
  await choose(cast.wang, other);
  expect(await refusalOf(choose(cast.wu, other))).toBe('SLOT_GONE');
  await cast.he.mediation('dropSession', { id, no: 1 });
  expect((await choose(cast.wu, other)).sessions[0]).toMatchObject({ status: 'agreed' });
  await knowRights(cast, other);
});

test('erasure ends what was not accepted; an accepted file stays until its retention is over', async () => {
  const { case: card } = await cast.wu.mediation('apply', aboutLeak({ respondent: { name: '某人', is: 'person' } }));
  const id = await toPanelling(cast);
  await cast.wu.people('eraseMe', { words: '注销我的账号' });
  await world.settle();
  expect(caseRow(world, card.id).status).toBe('withdrawn');
  expect(caseRow(world, id)).toMatchObject({ status: 'panelling' });
  expect(caseRow(world, id).people).not.toContain('wx-wujianguo');
});
