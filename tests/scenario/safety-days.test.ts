/** Days on which nothing, or something, is heard of an elder: signs of life, absences, duty, keepers, finders, the path. */
import { addDays } from '../../types/time';
import { openWorld, type Person, refusalOf, type World } from '../world';
import { mealWith, plate } from '../world/canteen';
import { alertsOf, registered, sendEvent } from '../world/safety';

const WANG = 'r-wangguilan';
const ZHAO = 'r-zhaodefu';
let world: World;
let daughter: Person;
let mother: Person;
let chen: Person;
let office: Person;
let cook: Person;

/** A session lasts half a day; another morning everybody signs in again. */
async function enter(): Promise<void> {
  [daughter, mother, chen, office, cook] = (await Promise.all(
    ['wx-limin', 'wx-wangguilan', 'wx-chenshegong', 'wx-zhouzhuren', 'wx-liushifu'].map(world.as),
  )) as [Person, Person, Person, Person, Person];
}

beforeAll(async () => {
  world = await openWorld({ residents: 60, past: 0, fill: 0 });
});
beforeEach(async () => {
  await world.anew();
  await world.at('04:00');
  await enter();
});
afterAll(() => world.stop());

const at = (hour: number, minute = 0) => (hour * 60 + minute) as never;
const watchOf = (person: Person, elderId = WANG) =>
  person.safety('saveWatch', { elderId, on: true, from: at(5), to: at(9, 30), grace: 60, remind: true });
const ringAt = async (text: string, daysLater = 0) => {
  await world.at(text, daysLater);
  await world.fire('safety');
  await world.fire('courier');
};
const letters = (openid: string, kind: string) => world.engine.peek('letters', { to: openid, kind }, 100);
const kinds = () => alertsOf(world).map(({ kind, open }) => `${kind}${open ? '' : ' ended'}`);

test('silence: a gentle reminder first, then family and keeper; 我很好 ends it, and everyone hears', async () => {
  await watchOf(chen);
  await ringAt('09:29');
  expect(letters('wx-wangguilan', 'checkInReminder')).toHaveLength(0);
  await ringAt('09:31');
  await ringAt('09:32');
  expect(letters('wx-wangguilan', 'checkInReminder')).toHaveLength(1);
  expect(kinds()).toEqual([]);
  const { buildings } = await chen.safety('board', {});
  expect(buildings.filter(({ silent }) => silent > 0)).toEqual([expect.objectContaining({ name: '3栋', silent: 1, open: 0 })]);
  await ringAt('10:31');
  await world.settle();
  expect(kinds()).toEqual(['checkIn']);
  expect(letters('wx-limin', 'alertText')).toHaveLength(1);
  expect((await daughter.safety('parentDay', { elderId: WANG })).alerts).toHaveLength(1);
  expect((await mother.safety('checkIn', {})).today).toBe(true);
  await world.settle();
  expect(kinds()).toEqual(['checkIn ended']);
  expect(letters('wx-limin', 'allClear')).toHaveLength(1);
  await ringAt('09:31', 1);
  await ringAt('10:31', 1);
  expect(kinds()).toEqual(['checkIn ended', 'checkIn']);
});

test('any sign counts: lunch handed over, a visit, a sensor; nobody is asked who was seen', async () => {
  await watchOf(chen);
  await watchOf(chen, ZHAO);
  const motion = await registered(world, 'motion', ZHAO);
  await world.at('06:00');
  await sendEvent(world, motion, { eventId: 'm1', type: 'contact' });
  await mother.safety('checkIn', {});
  await world.settle();
  await ringAt('09:31');
  await ringAt('10:45');
  expect(kinds()).toEqual([]);
  const { watches } = await chen.safety('watches', {});
  expect(watches.map(({ name, lastSignBy }) => [name, lastSignBy]).sort()).toEqual([
    ['王桂兰', 'checkIn'],
    ['赵德福', 'device'],
  ]);
  await world.at('06:30', 1);
  await enter();
  await chen.safety('logVisit', { elderId: ZHAO, way: 'door', outcome: 'well' });
  await world.settle();
  expect((await chen.safety('watch', { elderId: ZHAO })).lastSignBy).toBe('visit');
});

test('an absence: nothing is asked until the day after; grid staff come first for what is not silence; gas as ever', async () => {
  await watchOf(chen);
  const until = addDays(world.today, 2);
  const away = await daughter.safety('recordAbsence', { elderId: WANG, from: world.today, to: until, where: '女儿家' });
  expect(await refusalOf(mother.safety('recordAbsence', { from: addDays(world.today, 1), to: until, where: '住院' }))).toBe(
    'ABSENCE_OVERLAPS',
  );
  await world.settle();
  for (const day of [0, 1, 2]) {
    await ringAt('09:31', day);
    await ringAt('10:45', day);
  }
  expect(kinds()).toEqual([]);
  await enter();
  await chen.safety('raiseAlert', { kind: 'other', elderId: WANG, title: '门没有关' });
  expect(alertsOf(world)[0]!.ladder.rungs[0]!.who).toEqual(['gridStaff', 'keeper']);
  const gas = await registered(world, 'gas', WANG);
  await sendEvent(world, gas, { eventId: 'g', type: 'alarm' });
  const alarm = alertsOf(world, { kind: 'gas' })[0]!;
  expect([alarm.absent, alarm.paged.some(({ as }) => as === 'family')]).toEqual([false, true]);
  await ringAt('09:31', 3);
  await ringAt('10:45', 3);
  expect(alertsOf(world, { kind: 'gas' })[0]!.reports).toBe(2);
  await enter();
  expect(await refusalOf(daughter.safety('endAbsence', { id: away.id }))).toBe('ABSENCE_OVER');
});

test('back early: from that day on she is waited for again', async () => {
  await watchOf(chen);
  const until = addDays(world.today, 9);
  const away = await daughter.safety('recordAbsence', { elderId: WANG, from: world.today, to: until, where: '旅游' });
  await world.settle();
  await world.at('20:00', 1);
  await enter();
  const ended = await daughter.safety('endAbsence', { id: away.id });
  expect(ended.running).toBe(false);
  await world.settle();
  await ringAt('09:31', 2);
  await ringAt('10:45', 2);
  expect(kinds()).toEqual(['checkIn']);
});

test('a meal that an elder living alone did not fetch is looked into, once', async () => {
  const mealId = await mealWith(world, cook, 10, 0);
  await cook.canteen('bookMeal', plate(mealId, ZHAO));
  await cook.canteen('bookMeal', plate(mealId, 'r-sunyumei'));
  await world.at('12:20');
  await world.settle();
  expect(kinds()).toEqual([]);
  await world.at('12:35');
  await world.settle();
  await world.settle();
  expect(kinds()).toEqual(['mealMissed']);
  expect(alertsOf(world)[0]).toMatchObject({ subjectId: ZHAO, reports: 1, source: 'meal' });
});

test('while an SOS is open, silence joins it and calls nobody again', async () => {
  await watchOf(chen);
  await world.at('08:00');
  const { id } = await chen.safety('sos', { elderId: WANG });
  await chen.safety('goNow', { id });
  await world.at('09:31');
  await ringAt('09:31');
  await chen.safety('goNow', { id });
  await world.at('10:00');
  await chen.safety('goNow', { id });
  await world.at('10:25');
  await chen.safety('goNow', { id });
  await ringAt('10:31');
  expect(kinds()).toEqual(['sos']);
  expect(alertsOf(world)[0]).toMatchObject({ reports: 2, status: 'onTheWay' });
});

test('duty: an empty shift of tomorrow is told a day ahead; the substitute is called for who is away', async () => {
  const day = { id: 'day', name: '白班', from: at(8), to: at(20), away: false };
  const chenOn = { account: 'wx-chenshegong', name: '陈社工' };
  const zhou = { account: 'wx-zhouzhuren', name: '周主任' };
  await office.safety('saveDuty', { day: world.today, shifts: [{ ...day, person: chenOn, substitute: zhou, away: true }] });
  await office.safety('saveDuty', { day: addDays(world.today, 1), shifts: [{ ...day, person: chenOn, away: true }] });
  await ringAt('09:05');
  await world.settle();
  expect(letters('wx-zhouzhuren', 'dutyEmpty')).toHaveLength(1);
  const alert = await chen.safety('raiseAlert', { kind: 'sos', elderId: ZHAO });
  expect(alert.paged.filter(({ as }) => as === 'duty').map(({ name }) => name)).toEqual(['周主任']);
});

test('keepers: never more than the settings say, however many assign at once; the list of today begins with who is silent', async () => {
  const settings = await office.safety('settings', {});
  await office.safety('saveSettings', { ...settings, mostPerKeeper: 3 });
  await world.advance(30_000);
  const ids = ['r-1', 'r-2', 'r-3', 'r-4', 'r-5', WANG];
  const tries = await Promise.all(
    ids.map(elderId =>
      office.raw('safety', {
        action: 'assignKeeper',
        input: { elderId, account: 'wx-chenshegong' },
        requestId: `keep-${elderId}`,
      }),
    ),
  );
  expect(tries.filter(({ reply }) => reply.ok)).toHaveLength(3);
  const { keepers } = await office.safety('keepers', {});
  expect(keepers.find(({ account }) => account === 'wx-chenshegong')).toMatchObject({ load: 3, may: { assign: { ok: false } } });
  const mine = (await chen.safety('myElders', {})).elders;
  expect(mine).toHaveLength(3);
  const first = mine[2]!.elderId;
  await office.safety('saveWatch', {
    elderId: first,
    on: true,
    from: at(0),
    to: at(9, 30),
    grace: 60,
    remind: true,
  });
  expect((await chen.safety('myElders', {})).elders[0]).toMatchObject({ elderId: first, need: 'noSign' });
  const door = await office.safety('makeDoorCode', { unitId: 'b3u2' });
  const code = door.path.slice(door.path.indexOf('=') + 1);
  const signs = await office.safety('doorSigns', { buildingId: 'b3' });
  expect((await fetch(signs.url)).status).toBe(200);
  expect(await refusalOf(office.safety('doorSigns', { buildingId: 'b4' }))).toBe('NO_DOOR_CODES');
  const typed = { way: 'door', outcome: 'well', doorCode: door.number } as const;
  expect((await chen.safety('logVisit', { elderId: WANG, ...typed })).onSite).toBe(true);
  expect(await refusalOf(chen.safety('logVisit', { elderId: ZHAO, ...typed }))).toBe('WRONG_DOOR');
  expect((await chen.safety('logVisit', { elderId: WANG, way: 'door', outcome: 'well', doorCode: code })).onSite).toBe(true);
  expect(await refusalOf(chen.safety('logVisit', { elderId: ZHAO, way: 'door', outcome: 'well', doorCode: code }))).toBe(
    'WRONG_DOOR',
  );
});

test('a stranger finds her: no name, the community’s number, the family hears, mischief ends', async () => {
  const issued = await daughter.safety('issueReturnCode', { elderId: WANG });
  const code = issued.path.slice(issued.path.indexOf('=') + 1);
  const scanned = await world.stranger.safety('scanReturnCode', { code });
  expect(scanned).toEqual({ community: '幸福里社区', phone: '02885550000', usable: true, joins: true });
  const paper = await daughter.safety('returnCodePaper', { id: issued.id });
  expect((await fetch(paper.url)).headers.get('content-type')).toContain('pdf');
  const told = await world.stranger.safety('reportFound', {
    code,
    wants: 'place',
    place: { lat: 30.6, lng: 104, text: '公交站' },
  });
  expect(JSON.stringify(told)).not.toMatch(/王桂兰|139000000|李敏/);
  await world.settle();
  expect(letters('wx-limin', 'returnCodeScanned')).toHaveLength(1);
  expect(alertsOf(world)[0]).toMatchObject({ kind: 'found', subjectId: WANG, place: { text: '公交站' } });
  const more = await Promise.all(
    Array.from({ length: 15 }, () =>
      world.stranger.raw('safety', { action: 'scanReturnCode', input: { code }, requestId: `s-${Math.random()}` }),
    ),
  );
  expect(more.filter(({ reply }) => !reply.ok && reply.error.code === 'TOO_MANY_TRIES').length).toBeGreaterThan(4);
  await daughter.safety('revokeReturnCode', { id: issued.id });
  expect(await refusalOf(world.stranger.safety('reportFound', { code, wants: 'place' }))).toBe('CODE_REVOKED');
  expect((await world.stranger.safety('scanReturnCode', { code })).usable).toBe(false);
});

test('consent: what the elder withdraws is gone at once; who may not know is called for a cry for help alone', async () => {
  const { relatives } = await mother.safety('consents', {});
  const sees = { meals: true, signs: false, alerts: false, health: true };
  await mother.safety('saveConsent', { key: relatives[0]!.key, sees });
  const day = await daughter.safety('parentDay', { elderId: WANG });
  expect([day.signs, day.alerts, day.sees.health]).toEqual([undefined, undefined, true]);
  const everyday = await chen.safety('raiseAlert', { kind: 'other', elderId: WANG });
  expect(everyday.paged.map(({ as }) => as)).not.toContain('family');
  expect(await refusalOf(daughter.safety('alert', { id: everyday.id }))).toBe('NOT_YOUR_ALERT');
  const cry = await chen.safety('sos', { elderId: WANG });
  expect(cry.paged.map(({ as }) => as)).toContain('family');
  expect((await daughter.safety('goNow', { id: cry.id })).mine).toBe(true);
  expect((await daughter.safety('parentDay', { elderId: WANG })).alerts?.map(({ kind }) => kind)).toEqual(['sos']);
  expect((await daughter.safety('healthFile', { elderId: WANG })).name).toBe('王桂兰');
});

test('the alert path shows red with its reason; the test message is answered', async () => {
  await world.at('10:00');
  const before = await daughter.safety('alertPath', { elderId: WANG });
  const me = () => before.people.find(({ me: mine }) => mine)!;
  expect(me()).toMatchObject({ name: '李敏（女儿）', reds: ['NO_CREDIT'], notifications: 'unknown' });
  await daughter.safety('tellNotifications', { on: false });
  await daughter.safety('testPath', { elderId: WANG });
  expect(await refusalOf(mother.safety('testPath', {}))).toBe('TESTED_TODAY');
  await world.settle();
  const [letter] = (await daughter.courier('letters', {})).letters.filter(({ kind }) => kind === 'pathTest');
  await daughter.courier('acknowledge', { id: letter!.id });
  await world.settle();
  const after = (await daughter.safety('alertPath', { elderId: WANG })).people.find(({ me: mine }) => mine)!;
  expect(after).toMatchObject({ reds: ['NO_CREDIT', 'NOTIFICATIONS_OFF'], lastTest: { state: 'answered' } });
});

test('check-up: a place is given once, fetched by wheelchair, the result closes it', async () => {
  const day = addDays(world.today, 5);
  const year = Number(day.slice(0, 4));
  const slot = await office.safety('saveSlot', {
    year,
    day,
    from: at(8),
    to: at(10),
    place: '卫生站',
    capacity: 1,
    open: true,
  });
  const booked = await daughter.safety('bookCheckUp', { elderId: WANG, slotId: slot.id, wheelchair: true });
  expect(booked).toMatchObject({ status: 'booked', transport: 'asked', place: '卫生站' });
  expect(await refusalOf(office.safety('bookCheckUp', { elderId: ZHAO, slotId: slot.id, wheelchair: false }))).toBe('SOLD_OUT');
  expect((await office.safety('transports', {})).transports[0]).toMatchObject({ addressText: '3栋2单元501' });
  await chen.safety('takeTransport', { id: booked.id });
  expect(await refusalOf(office.safety('finishTransport', { id: booked.id }))).toBe('NOT_RESPONDER');
  await daughter.safety('cancelCheckUp', { id: booked.id });
  await office.safety('bookCheckUp', { elderId: ZHAO, slotId: slot.id, wheelchair: false });
  await world.at('11:00', 5);
  await enter();
  await office.safety('recordResult', { elderId: ZHAO, year, day, grade: 'followUp', summary: '血压偏高，复查' });
  const { due } = await office.safety('checkUpDue', { year });
  expect(due.map(({ elderId }) => elderId)).not.toContain(ZHAO);
  expect(
    JSON.stringify(world.engine.peek('healthFiles', {}, 10).map(row => (row as { history: unknown }).history)),
  ).not.toContain('血压');
});

test('a silent device is reported once; its next word ends it', async () => {
  const gas = await registered(world, 'gas', WANG);
  await sendEvent(world, gas, { eventId: 'c1', type: 'contact', battery: 15 });
  expect((await office.safety('devices', { trouble: true })).devices[0]).toMatchObject({ lowBattery: true, battery: 15 });
  await ringAt('05:00', 2);
  await ringAt('05:10', 2);
  expect(kinds()).toEqual(['deviceSilent']);
  expect(alertsOf(world)[0]).toMatchObject({ reports: 1 });
});
