import { openWorld, refusalOf, type World } from '../world';
import { aboutLeak, agreementOf, type Cast, caseRow, castOf, talk, toMediating } from '../world/mediation';

/** Known to the test, so that it can speak as the courier does. */
const SECRET = 'secret-of-the-mediation-tests';

let world: World;
let cast: Cast;

beforeEach(async () => {
  world = await openWorld({ residents: 30, past: 0, fill: 0 }, { envVariables: { JINLIN_SECRET: SECRET } });
  cast = await castOf(world);
});
afterEach(() => world.stop());

const later = async (text: string, days: number): Promise<void> => {
  await world.at(text, days);
  cast = await castOf(world);
};
const lettersOf = async (openid: string): Promise<string[]> => {
  const person = await world.as(openid);
  return (await person.courier('letters', {})).letters.map(letter => letter.title);
};

test('an invitation nobody answers lapses after the set days', async () => {
  const { case: card } = await cast.wang.mediation('apply', aboutLeak());
  await cast.he.mediation('acceptCase', { id: card.id, summary: '邻居想谈谈' });
  await world.at('09:00', 7);
  await world.fire('mediation');
  expect(caseRow(world, card.id).status).toBe('inviting');
  await world.at('00:05', 8);
  await world.fire('mediation');
  expect(caseRow(world, card.id).status).toBe('refused');
  cast = await castOf(world);
  const his = await cast.wu.mediation('case', { id: card.id });
  expect([his.endText?.slice(0, 9), his.routes]).toEqual(['没有收到您的答复，', []]);
  expect(his.statusText).toBe('没有收到您的答复，这件事到此为止');
  const hers = await cast.wang.mediation('case', { id: card.id });
  expect([hers.statusText.slice(0, 11), hers.routes.length > 1]).toEqual(['对方没有在期限内答复，', true]);
});

test('the month: reminded before it ends, longer when both want it, still while paused', async () => {
  const id = await toMediating(cast);
  const { dueAt } = await cast.he.mediation('case', { id });
  await cast.wang.mediation('extend', { id, days: 10 });
  expect((await cast.he.mediation('case', { id })).dueAt).toBe(dueAt);
  expect((await cast.wu.mediation('extend', { id, days: 10 })).dueAt).toBe(dueAt! + 10 * 86_400_000);
  await later('09:00', 2);
  await cast.he.mediation('pause', { id, reason: '等鉴定结果' });
  await later('09:00', 7);
  const resumed = await cast.he.mediation('resume', { id });
  expect(Math.round((resumed.dueAt! - dueAt!) / 86_400_000)).toBe(15);
  await world.at('09:00', 41);
  await world.settle();
  await world.settle();
  const he = await world.as('wx-hejing');
  const { letters } = await he.courier('letters', {});
  expect(letters.filter(letter => letter.title === '调解事项快到期了' && letter.page.includes(id))).toHaveLength(1);
});

test('an oral agreement holds at once; overdue promises show, the thirty days run out', async () => {
  const id = await toMediating(cast);
  await talk(world, cast, id, '谈好了');
  const view = await cast.he.mediation('draftAgreement', { id, ...agreementOf(world, 'oral') });
  expect(view).toMatchObject({ status: 'performing', agreement: { form: 'oral' } });
  await later('09:00', 12);
  expect((await cast.wang.mediation('case', { id })).items[0]).toMatchObject({ overdue: true });
  await later('09:00', 31);
  expect(await refusalOf(cast.wang.mediation('wantConfirmation', { id }))).toBe('TOO_LATE_TO_CONFIRM');
  const tasks = (world.engine.peek('cases', { _id: `xingfuli:${id}` })[0] as { outbox: unknown[] }).outbox;
  expect(JSON.stringify(tasks)).not.toContain('下水管');
});

test('on the day of the follow-up each side is asked for a face; staff read both, neither side the other', async () => {
  const id = await toMediating(cast);
  await talk(world, cast, id, '谈好了');
  await cast.he.mediation('draftAgreement', { id, ...agreementOf(world, 'oral'), promises: [] });
  expect(await refusalOf(cast.wang.mediation('answerFollowUp', { id, face: 5 }))).toBe('FOLLOW_UP_LATER');
  await later('09:00', 30);
  await world.settle();
  cast = await castOf(world);
  expect(await lettersOf('wx-wangguilan')).toContain('有一件事等您办');
  const asked = await cast.wang.mediation('case', { id });
  expect(asked).toMatchObject({ next: '请说说现在怎么样', may: { answerFollowUp: { ok: true } } });
  const said = await cast.wang.mediation('answerFollowUp', { id, face: 1, kept: false, text: '又滴了一次' });
  expect(said).toMatchObject({ satisfied: { applicant: 1 }, may: { answerFollowUp: { ok: false, code: 'FOLLOW_UP_DONE' } } });
  expect(await refusalOf(cast.wang.mediation('answerFollowUp', { id, face: 5 }))).toBe('FOLLOW_UP_DONE');
  const other = await cast.wu.mediation('case', { id });
  expect([other.satisfied, JSON.stringify(other).includes('又滴了一次')]).toEqual([{}, false]);
  const read = await cast.he.mediation('case', { id });
  expect(read).toMatchObject({ followedUp: false, satisfied: { applicant: 1 }, may: { closeCase: { code: 'FOLLOW_UP_FIRST' } } });
  expect(JSON.stringify(read.parts)).toContain('又滴了一次');
  await cast.wu.mediation('answerFollowUp', { id, face: 5 });
  expect(await cast.he.mediation('closeCase', { id })).toMatchObject({ status: 'closed' });
});

test('a first question at midnight: staff never learn who, the answer comes, danger shows whom to call', async () => {
  await later('00:30', 1);
  const asked = await cast.sun.mediation('askFirst', { text: '邻居威胁我，还砸门，怎么办' });
  expect(asked).toMatchObject({ urgent: true, help: { lines: expect.arrayContaining([{ name: '报警', phone: '110' }]) } });
  await world.settle();
  cast = await castOf(world);
  expect(await lettersOf('wx-hejing')).toContain('调解事项：可能有危险');
  const { threads } = await cast.he.mediation('questions', {});
  expect(JSON.stringify(threads)).not.toMatch(/孙玉梅|sunyumei/);
  await cast.he.mediation('answerFirst', { id: asked.id, text: '先报警，我们随后联系' });
  expect((await cast.sun.mediation('myQuestions', {})).threads[0]).toMatchObject({ status: 'answered' });
  expect((await cast.sun.mediation('myCases', {})).answered).toBe(1);
  expect(await refusalOf(cast.wang.mediation('askFirst', { id: asked.id, text: '我也问' }))).toBe('NOT_FOUND');
  await world.settle();
  const rows = JSON.stringify(world.engine.peek('firstQuestions', {}, 100));
  expect(rows).not.toMatch(/sunyumei|威胁/);
});
