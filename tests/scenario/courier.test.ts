/** A message on its way: quiet hours, the day's limit and its digest, choices, telephones, staff groups, and what the office sees. */
import { ERASE_WORDS } from '../../types/people';
import { openWorld, type Person, refusalOf, type World } from '../world';
import { allow, leave, lettersOf, messageItem, postItem, ring } from '../world/courier';

let world: World;
let office: Person;
let day = 0;

beforeAll(async () => {
  world = await openWorld({ residents: 10, past: 0, fill: 0 });
});
afterAll(() => world.stop());
/** A new day for each test: sessions end over night. */
beforeEach(async () => {
  await world.at('10:00', ++day);
  office = await world.as('wx-zhouzhuren');
});

const stateOf = (to: string) => lettersOf(world, { to }).map(({ state }) => state);
const pushes = (openid: string) => world.inbox({ openid, channel: 'subscribe' });

const settings = () => office.courier('courierSettings', {});
async function save(change: object): Promise<void> {
  const { quietFrom, quietTo, mostPerDay, digestAt, channelsOff, ladders, robots } = await settings();
  const kept = robots.map(({ key, name }) => ({ key, name }));
  await office.courier('saveCourierSettings', {
    quietFrom,
    quietTo,
    mostPerDay,
    digestAt,
    channelsOff,
    ladders,
    robots: kept,
    ...change,
  });
  await world.advance(21_000);
}

test('in the quiet hours a message is in the centre at once and goes out in the morning; an emergency goes out', async () => {
  await world.at('23:10', day);
  await allow(world, 'kitchenClosed', ['wx-night'], 2);
  await leave(world, [
    messageItem('kitchenClosed', 'wx-night'),
    messageItem('kitchenClosed', 'wx-night', { urgency: 'emergency' }),
  ]);
  await ring(world, 2);
  expect(stateOf('wx-night').sort()).toEqual(['sent', 'waiting']);
  expect(pushes('wx-night')).toHaveLength(1);
  await world.at('06:50', ++day);
  await ring(world);
  expect(pushes('wx-night')).toHaveLength(1);
  await world.at('07:01', day);
  await ring(world);
  expect(pushes('wx-night')).toHaveLength(2);
});

test('over the day’s limit messages are gathered and told in one digest; what is urgent is not', async () => {
  await save({ mostPerDay: 2 });
  await allow(world, 'kitchenClosed', ['wx-busy'], 9);
  await allow(world, 'digest', ['wx-busy'], 1);
  await leave(
    world,
    Array.from({ length: 5 }, () => messageItem('kitchenClosed', 'wx-busy')),
  );
  await leave(world, [messageItem('kitchenClosed', 'wx-busy', { urgency: 'urgent' })]);
  await ring(world, 2);
  expect(stateOf('wx-busy').sort()).toEqual(['gathered', 'gathered', 'gathered', 'sent', 'sent', 'sent']);
  await world.at('19:01', day);
  await ring(world, 2);
  const digests = lettersOf(world, { to: 'wx-busy', kind: 'digest' });
  expect(digests).toEqual([expect.objectContaining({ state: 'sent', text: '今天还有 3 条消息没有单独提醒您：食堂停餐。' })]);
  expect(pushes('wx-busy')).toHaveLength(4);
  await ring(world, 2);
  expect(lettersOf(world, { to: 'wx-busy', kind: 'digest' })).toHaveLength(1);
  await save({ mostPerDay: 6 });
});

test('who switched a category off is not pushed, and finds everything inside', async () => {
  const daughter = await world.as('wx-limin');
  await daughter.courier('savePushChoices', { off: ['meals'] });
  expect(await daughter.courier('pushChoices', {})).toEqual({ off: ['meals'] });
  await allow(world, 'kitchenClosed', ['wx-limin'], 3);
  await leave(world, [messageItem('kitchenClosed', 'wx-limin'), messageItem('kitchenClosed', 'wx-limin', { urgency: 'urgent' })]);
  await ring(world, 2);
  expect(pushes('wx-limin')).toHaveLength(1);
  const again = await world.as('wx-limin');
  expect((await again.courier('letters', {})).unread).toBe(2);
  await again.courier('savePushChoices', { off: [] });
});

test('a call is answered with a key: the letter knows it, and a second key changes nothing', async () => {
  await leave(world, [postItem('channelTest', [{ ref: 'r-old', phone: '13911112222' }, { ref: 'r-none' }])]);
  await save({ ladders: { channelTest: [['sms', 'voice']] } });
  await ring(world, 2);
  const [letter] = lettersOf(world, { to: 'phone:r-old' });
  expect(letter).toMatchObject({ state: 'sent', ref: 'r-old', about: 'notice-1' });
  expect(letter!.phone).toBeUndefined();
  const [call] = world.inbox({ channel: 'voice' });
  const press = () =>
    fetch(`${world.url}/local/voice/press`, { method: 'POST', body: JSON.stringify({ id: call!.id, key: '1' }) }).then(r =>
      r.json(),
    );
  expect(((await press()) as { callback: { status: number } }).callback.status).toBe(200);
  const [heard] = lettersOf(world, { to: 'phone:r-old' });
  expect(heard!.acknowledgedAt).toBe(
    world.engine.peek('letters', { to: 'phone:r-old' }, 1).map(row => (row as { readAt: number }).readAt)[0],
  );
  const { version } = (world.engine.peek('letters', { to: 'phone:r-old' }, 1) as { version: number }[])[0]!;
  await press();
  expect((world.engine.peek('letters', { to: 'phone:r-old' }, 1) as { version: number }[])[0]!.version).toBe(version);
  expect(lettersOf(world, { ref: 'r-none' })).toEqual([]);
  await save({ ladders: {} });
});

test('知道了 in the message centre: once, by its reader alone', async () => {
  await leave(world, [messageItem('channelTest', 'wx-limin', { about: 'a-1', ref: 'r-1' })]);
  await ring(world);
  const daughter = await world.as('wx-limin');
  const { letters } = await daughter.courier('letters', {});
  const mine = letters.find(({ asks }) => asks)!;
  expect(await refusalOf(office.courier('acknowledge', { id: mine.id }))).toBe('NOT_FOUND');
  await daughter.courier('acknowledge', { id: mine.id });
  await daughter.courier('acknowledge', { id: mine.id });
  expect((await daughter.courier('letters', {})).letters.find(({ id }) => id === mine.id)).toMatchObject({ asks: false });
});

test('an old unread letter comes with the first page', async () => {
  await leave(world, [messageItem('joined', 'wx-wangguilan')]);
  await ring(world);
  const mother = await world.as('wx-wangguilan');
  await leave(
    world,
    Array.from({ length: 20 }, () => messageItem('joined', 'wx-wangguilan')),
  );
  await ring(world);
  const newest = (await mother.courier('letters', {})).letters.map(({ id }) => id);
  await mother.courier('markRead', { ids: newest.slice(0, 15) });
  const first = await mother.courier('letters', {});
  expect(first.letters).toHaveLength(20);
  expect(first.older).toHaveLength(1);
  expect(first.unread).toBe(6);
});

test('a group robot says at most twenty a minute, long texts in parts, and nothing is lost', async () => {
  await save({ robots: [{ key: 'grid', name: '网格群', webhook: 'local-webhook-key' }] });
  await leave(
    world,
    Array.from({ length: 30 }, () => messageItem('channelTest', 'robot:grid')),
  );
  await ring(world);
  expect(world.inbox({ channel: 'wecom' })).toHaveLength(20);
  await ring(world, 2);
  expect(world.inbox({ channel: 'wecom', all: true })).toHaveLength(30);
  expect(stateOf('robot:grid').every(state => state === 'sent')).toBe(true);
  const shown = JSON.stringify(await settings());
  expect(shown).toContain('"ending":"-key"');
  expect(shown).not.toContain('local-webhook-key');
});

test('the office reads what was tried and why something was not sent', async () => {
  await leave(world, [messageItem('kitchenClosed', 'wx-sunyumei')]);
  await save({ channelsOff: ['subscribe'] });
  await ring(world);
  office = await world.as('wx-zhouzhuren');
  const { sendings } = await office.courier('sendings', { state: 'unsent' });
  expect(sendings[0]).toMatchObject({ name: '孙玉梅', title: '食堂停餐' });
  expect(sendings[0]!.attempts.map(({ text }) => text)).toEqual(['微信提醒：没有发，社区关闭了这个渠道']);
  await save({ channelsOff: [] });
});

test('an urgent deed is pushed without waiting for the minute', async () => {
  await allow(world, 'channelTest', ['wx-zhouzhuren']);
  await office.courier('tryChannels', { to: 'me' });
  for (let i = 0; i < 100 && pushes('wx-zhouzhuren').length === 0; i++) await new Promise(done => setTimeout(done, 20));
  expect(pushes('wx-zhouzhuren')).toHaveLength(1);
});

test('who erases the account leaves no messages and no permissions behind', async () => {
  const person = await world.as('wx-sunyumei');
  await allow(world, 'mealTomorrow', ['wx-sunyumei']);
  await person.courier('savePushChoices', { off: ['meals'] });
  expect(lettersOf(world, { to: 'wx-sunyumei' })).not.toEqual([]);
  await person.people('eraseMe', { words: ERASE_WORDS });
  await ring(world, 2);
  expect(lettersOf(world, { to: 'wx-sunyumei' })).toEqual([]);
  expect(world.engine.peek('credits', { to: 'wx-sunyumei' })).toEqual([]);
  expect(world.engine.peek('pushChoices', { _id: 'wx-sunyumei' })).toEqual([]);
});
