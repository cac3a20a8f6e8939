/** Rivals and bad moments: two approvals, two sends, a recall in the middle of sending, a crash between two chunks. */
import { gesture, openWorld, type Person, type World } from '../world';
import { finished, lettersOf, previewed, receiptsOf, sent, words } from '../world/notices';

const EVERYONE = { kind: 'everyone' } as const;

let world: World;
let zhou: Person;
let chen: Person;

beforeAll(async () => {
  world = await openWorld({ residents: 1300, accounts: 1200, past: 0, fill: 0, notices: false });
  zhou = await world.as('wx-zhouzhuren');
  chen = await world.as('wx-chenshegong');
  await zhou.people('grantRole', { accountId: 'wx-sunyumei', role: 'office' });
  await world.advance(31_000);
});
afterEach(() => world.faults.clear());
afterAll(() => world.stop());

const codes = async (attempts: Promise<{ reply: { ok: boolean; error?: { code: string } } }>[]): Promise<string[]> =>
  (await Promise.all(attempts)).map(({ reply }) => (reply.ok ? 'ok' : (reply.error?.code ?? 'none'))).sort();

const open = async (above = 100_000): Promise<void> => {
  await zhou.notices('saveSettings', { ...(await zhou.notices('settings', {})), eyesAbove: above });
};

test('two sends at once send once; two approvals at once approve once', async () => {
  await open(100);
  const sun = await world.as('wx-sunyumei');
  const { id, frozen } = await previewed(chen, EVERYONE);
  const input = { id, frozenId: frozen!.id };
  const send = () => chen.raw('notices', { action: 'sendNotice', input, requestId: gesture() });
  expect(await codes([send(), send(), send()])).toEqual(['NOTICE_IS_OUT', 'NOTICE_IS_OUT', 'ok']);
  const approve = (by: Person) => by.raw('notices', { action: 'approveNotice', input, requestId: gesture() });
  expect(await codes([approve(zhou), approve(sun)])).toEqual(['NOT_WAITING_FOR_EYES', 'ok']);
  await finished(chen, id);
  await world.settle();
  expect(receiptsOf(world, id)).toHaveLength(frozen!.total);
  const letters = lettersOf(world, { kind: 'notice' });
  expect(new Set(letters.map(({ to }) => to)).size).toBe(letters.length);
});

test('previews at once never mix: what is sent is one whole list', async () => {
  await open();
  const { id } = await chen.notices('saveNotice', words(EVERYONE));
  const views = await Promise.all(
    [1, 2, 3].map(() => chen.raw('notices', { action: 'previewNotice', input: { id }, requestId: gesture() })),
  );
  expect(views.some(({ reply }) => reply.ok)).toBe(true);
  const { frozen } = await chen.notices('notice', { id });
  await chen.notices('sendNotice', { id, frozenId: frozen!.id });
  await finished(chen, id);
  expect(new Set(receiptsOf(world, id).map(({ ref }) => ref)).size).toBe(frozen!.total);
});

test('recalled in the middle of sending: nothing more goes out, who had it gets the correction, nobody else', async () => {
  await open();
  const { id, frozen } = await previewed(zhou, EVERYONE, { title: '演练通知' });
  const begun = await zhou.notices('sendNotice', { id, frozenId: frozen!.id });
  expect(begun.status).toBe('sending');
  // The rest is on its way by three hands while the recall comes.
  await Promise.all([
    zhou.raw('notices', { action: 'continueNotice', input: { id }, requestId: gesture() }),
    zhou.raw('notices', { action: 'recallNotice', input: { id, correction: '演练结束' }, requestId: gesture() }),
    world.fire('notices'),
  ]);
  await finished(zhou, id);
  await world.settle();
  await world.settle();
  const about = lettersOf(world).filter(({ page }) => page.includes(id));
  const had = about
    .filter(({ kind }) => kind === 'notice')
    .map(({ to }) => to)
    .sort();
  const corrected = about
    .filter(({ kind }) => kind === 'noticeCorrected')
    .map(({ to }) => to)
    .sort();
  expect(corrected).toEqual(had);
  expect(had.length).toBeGreaterThan(0);
  const chunks = world.engine.peek('dispatches', { list: frozen!.id }, 100) as { status: string; size: number }[];
  expect(chunks.every(({ status }) => status === 'corrected' || status === 'stopped')).toBe(true);
  const stopped = chunks.filter(({ status }) => status === 'stopped').reduce((sum, { size }) => sum + size, 0);
  expect(receiptsOf(world, id)).toHaveLength(frozen!.total - stopped);
});

test('a worker that dies between two chunks leaves nothing out and repeats nothing', async () => {
  await open();
  const { id, frozen } = await previewed(zhou, EVERYONE);
  world.faults.add({ target: 'dispatches', kind: 'crash-after-commit', times: 1 });
  await zhou.raw('notices', { action: 'sendNotice', input: { id, frozenId: frozen!.id }, requestId: gesture() });
  world.faults.clear();
  await world.settle();
  await world.settle();
  expect(receiptsOf(world, id)).toHaveLength(frozen!.total);
  const letters = lettersOf(world).filter(({ page }) => page.includes(id));
  expect(new Set(letters.map(({ to }) => to)).size).toBe(letters.length);
  expect(letters).toHaveLength(receiptsOf(world, id).filter(({ way }) => way === 'account' || way === 'family').length);
});

test('two reminders at once are one, and remind each once though two workers carry it', async () => {
  const out = await sent(zhou, { kind: 'building', ids: ['b1', 'b2', 'b3'] }, { title: '体检通知' });
  const remind = () => zhou.raw('notices', { action: 'remind', input: { id: out.id, whom: 'unread' }, requestId: gesture() });
  expect(await codes([remind(), remind()])).toEqual(['REMINDED_LATELY', 'ok']);
  await Promise.all([finished(zhou, out.id), world.fire('notices'), world.fire('notices')]);
  await world.settle();
  const letters = lettersOf(world, { kind: 'noticeReminder' });
  expect(new Set(letters.map(({ to }) => to)).size).toBe(letters.length);
  expect(letters.length).toBeGreaterThan(200);
});
