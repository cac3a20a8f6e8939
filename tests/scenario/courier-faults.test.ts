/** What goes wrong between the outbox and the person: nothing is lost, and nobody is told twice on one channel. */
import { makeToken } from '../../cloudfunctions/_shared/token';
import type { Instant } from '../../types/time';
import { openWorld, type World } from '../world';
import { allow, insert, leave, lettersOf, messageItem, type Provider, postItem, provider, ring } from '../world/courier';

const SECRET = 'a-secret-of-this-test-only';
let world: World;
let wechat: Provider;
let person = 0;

beforeAll(async () => {
  wechat = await provider();
  world = await openWorld(
    { residents: 10, past: 0, fill: 0 },
    { envVariables: { WECHAT_API_BASE: wechat.url, JINLIN_SECRET: SECRET } },
  );
  process.env.JINLIN_SECRET = SECRET;
});
afterAll(async () => {
  await world.stop();
  await wechat.stop();
});
beforeEach(async () => {
  world.faults.clear();
  wechat.sent = [];
  wechat.answer = () => ({ errcode: 0, errmsg: 'ok' });
  await world.advance(3_600_000);
  await world.at('10:00', ++person);
});

const somebody = () => `wx-somebody-${person}-${Math.random().toString(36).slice(2, 8)}`;
const phoneOf = (n: number) => `1390000${String(n).padStart(4, '0')}`;
const outcomes = (to: string) =>
  lettersOf(world, { to }).flatMap(({ attempts }) => attempts.map(({ channel, outcome }) => [channel, outcome]));

/** Somebody to whom WeChat, a text and a call are open. */
async function reachable(credits = 1): Promise<{ to: string; phone: string }> {
  const to = somebody();
  await allow(world, 'channelTest', [to], credits);
  return { to, phone: phoneOf(person) };
}

const push = (marks: string[] = []) =>
  world.invoke('courier', {
    action: 'push',
    input: { marks },
    systemToken: makeToken('test', 'system', (world.now() + 600_000) as Instant),
  });

test('a crash between the send and the record: unknown on that channel, never again there, and the next one tells', async () => {
  const { to, phone } = await reachable();
  wechat.answer = () => {
    world.faults.add({ target: 'letters', kind: 'error' });
    return { errcode: 0, errmsg: 'ok' };
  };
  await leave(world, [messageItem('channelTest', to, { phone })]);
  await ring(world, 6);
  expect(wechat.sent.filter(({ touser }) => touser === to)).toHaveLength(1);
  expect(outcomes(to)).toEqual([
    ['subscribe', 'unknown'],
    ['sms', 'sent'],
  ]);
});

test.each(['letters', 'credits', 'marks', 'tryouts'])(
  'the process dies after a write to %s: the letter is there and ends',
  async target => {
    const { to, phone } = await reachable();
    await leave(world, [messageItem('channelTest', to, { phone })]);
    world.faults.add({ target, kind: 'crash-after-commit' });
    await ring(world, 8);
    expect(lettersOf(world, { to }).map(({ state }) => state)).toEqual(['sent']);
    expect(wechat.sent.filter(({ touser }) => touser === to).length).toBeLessThanOrEqual(1);
  },
);

test('the provider is down for ten minutes: tried again with growing pauses, and sent once when it is back', async () => {
  const to = somebody();
  await allow(world, 'kitchenClosed', [to]);
  wechat.answer = () => ({ errcode: -1, errmsg: 'system error' });
  await leave(world, [messageItem('kitchenClosed', to)]);
  await ring(world, 10);
  const tries = wechat.sent.length;
  expect(tries).toBeGreaterThan(2);
  expect(tries).toBeLessThan(8);
  wechat.answer = () => ({ errcode: 0, errmsg: 'ok' });
  await ring(world, 20);
  expect(wechat.sent).toHaveLength(tries + 1);
  expect(lettersOf(world, { to })[0]).toMatchObject({ state: 'sent' });
  expect(world.engine.peek('credits', { to })).toEqual([expect.objectContaining({ count: 0 })]);
});

test('a provider that answers too slowly or hangs up: nobody knows, so it is not asked again, and the next channel tells', async () => {
  const [slow, cut] = [await reachable(), await reachable()];
  wechat.answer = ({ touser }) =>
    touser === cut.to ? undefined : new Promise(done => setTimeout(() => done({ errcode: 0, errmsg: 'ok' }), 6_000));
  await leave(world, [
    messageItem('channelTest', slow.to, { phone: slow.phone }),
    messageItem('channelTest', cut.to, { phone: cut.phone }),
  ]);
  await ring(world, 5);
  for (const { to } of [slow, cut]) {
    expect(wechat.sent.filter(({ touser }) => touser === to)).toHaveLength(1);
    expect(outcomes(to)).toEqual([
      ['subscribe', 'unknown'],
      ['sms', 'sent'],
    ]);
  }
});

test('43101 sets the credits to nothing and falls to the next channel', async () => {
  const { to, phone } = await reachable(3);
  wechat.answer = () => ({ errcode: 43101, errmsg: 'user refuse to accept the msg' });
  await leave(world, [messageItem('channelTest', to, { phone })]);
  await ring(world);
  expect(outcomes(to)).toEqual([
    ['subscribe', 'failed'],
    ['sms', 'sent'],
  ]);
  expect(world.engine.peek('credits', { to })).toEqual([expect.objectContaining({ count: 0 })]);
});

test('two messages race for one credit: one is sent, the other says why not', async () => {
  const to = somebody();
  await allow(world, 'kitchenClosed', [to]);
  await leave(world, [messageItem('kitchenClosed', to), messageItem('kitchenClosed', to), messageItem('kitchenClosed', to)]);
  await Promise.all([push(), push(), push()]);
  expect(wechat.sent).toHaveLength(1);
  expect(outcomes(to).sort()).toEqual([
    ['subscribe', 'sent'],
    ['subscribe', 'skipped'],
    ['subscribe', 'skipped'],
  ]);
});

test('sweeps at once: every letter of three posts goes out exactly once', async () => {
  const people = Array.from({ length: 150 }, (_, i) => ({ ref: `r${i}`, account: `${somebody()}-${i}` }));
  const accounts = people.map(({ account }) => account);
  await allow(world, 'channelTest', accounts);
  for (let i = 0; i < 150; i += 50) await leave(world, [postItem('channelTest', people.slice(i, i + 50))]);
  await Promise.all([push(), push(), push(), push()]);
  await ring(world, 2);
  expect(wechat.sent.map(({ touser }) => touser).sort()).toEqual([...accounts].sort());
  expect(lettersOf(world, { to: { $in: accounts } }).filter(({ state }) => state !== 'sent')).toEqual([]);
  const posts = world.engine.peek('posts', {}) as { dueAt?: number }[];
  expect(posts).toHaveLength(3);
  expect(posts.filter(({ dueAt }) => dueAt !== undefined)).toEqual([]);
});

/** The express bench as a run left it that is at work, or dead. */
async function benchOf(until: number, named: string[]): Promise<void> {
  const query = JSON.stringify({ _id: 'express' });
  await world.engine.handle({ action: 'database.removeDocument', collectionName: 'shifts', query, multi: true });
  await insert(world, 'shifts', [{ _id: 'express', until, by: 'somebody', calls: 1, named }]);
}

test('a run is at work on what hurries: a call leaves its marks there; the run dies: the next call has them all', async () => {
  const [first, second, third] = [await reachable(), await reachable(), await reachable()];
  const urgent = ({ to, phone }: { to: string; phone: string }) =>
    messageItem('channelTest', to, { phone, urgency: 'emergency' });
  const marks: string[] = [];
  for (const person of [first, second, third]) marks.push(`tryouts:${await leave(world, [urgent(person)])}`);
  await benchOf(world.now() + 10_000, [marks[0]!]);
  await push([marks[1]!]);
  expect(wechat.sent).toEqual([]);
  await benchOf(world.now() - 1, marks.slice(0, 2));
  await push([marks[2]!]);
  expect(wechat.sent.map(({ touser }) => touser).sort()).toEqual([first.to, second.to, third.to].sort());
});

test('the bench was taken by a clock that was set back since: nobody waits for that time to come', async () => {
  const person = await reachable();
  const mark = `tryouts:${await leave(world, [messageItem('channelTest', person.to, { phone: person.phone, urgency: 'emergency' })])}`;
  await benchOf(world.now() + 86_400_000, []);
  await push([mark]);
  expect(wechat.sent.map(({ touser }) => touser)).toEqual([person.to]);
});

test('sixty calls at once for sixty documents: every letter once', async () => {
  const people = await Promise.all(Array.from({ length: 60 }, () => reachable()));
  const marks: string[] = [];
  for (const { to, phone } of people)
    marks.push(`tryouts:${await leave(world, [messageItem('channelTest', to, { phone, urgency: 'emergency' })])}`);
  await Promise.all(marks.map(mark => push([mark])));
  await ring(world, 1);
  expect(wechat.sent.map(({ touser }) => touser).sort()).toEqual(people.map(({ to }) => to).sort());
});
