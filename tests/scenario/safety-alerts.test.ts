/** Alerts: 王桂兰's gas alarm reaches 李敏 in another city at once, and 陈社工 goes. */
import { openWorld, type Person, refusalOf, type World } from '../world';
import { alertIdOf, alertsOf, type Registered, registered, sendEvent } from '../world/safety';

const WANG = 'r-wangguilan';
let world: World;
let daughter: Person;
let mother: Person;
let chen: Person;
let office: Person;

beforeAll(async () => {
  world = await openWorld({ residents: 60, past: 0, fill: 0 });
});
beforeEach(async () => {
  await world.anew();
  await world.at('09:00');
  [daughter, mother, chen, office] = (await Promise.all(
    ['wx-limin', 'wx-wangguilan', 'wx-chenshegong', 'wx-zhouzhuren'].map(world.as),
  )) as [Person, Person, Person, Person];
});
afterAll(() => world.stop());

const lettersTo = (openid: string, kind?: string) =>
  world.engine.peek('letters', { to: openid, ...(kind ? { kind } : {}) }, 100) as { kind: string; text: string }[];
const gasAlarm = async (eventId = 'e1', device?: Registered) => {
  const gas = device ?? (await registered(world, 'gas', WANG));
  const reply = await sendEvent(world, gas, { eventId, type: 'alarm', reading: '浓度 8%LEL' });
  return { gas, reply };
};
const theAlert = () => alertIdOf(alertsOf(world)[0]!);
const lines = async (person: Person, id: string) => (await person.safety('alert', { id })).timeline.map(({ what }) => what);

test('gas: the daughter hears at once, the grid lead goes, everyone learns how it ended', async () => {
  const { reply } = await gasAlarm();
  expect(reply).toEqual({ status: 200, said: 'taken' });
  await world.settle();
  expect(lettersTo('wx-limin', 'alertCall')[0]?.text).toContain('王桂兰：燃气报警');
  expect(lettersTo('wx-chenshegong', 'alertCall')).not.toHaveLength(0);
  const id = theAlert();
  const seen = await daughter.safety('alert', { id });
  expect(seen).toMatchObject({ status: 'raised', severity: 'critical', subjectName: '王桂兰', addressText: '3栋2单元501' });
  expect(JSON.stringify(seen)).not.toMatch(/wx-|13900000022/);
  expect(await refusalOf(chen.safety('arrive', { id }))).toBe('NOT_RESPONDER');
  await chen.safety('acknowledge', { id });
  expect(await refusalOf(daughter.safety('acknowledge', { id }))).toBe('TAKEN_BY_OTHER');
  await chen.safety('goNow', { id });
  await world.advance(6 * 60_000);
  const [door, other] = await Promise.all(['b3u2', 'b4u1'].map(unitId => office.safety('makeDoorCode', { unitId })));
  expect(await refusalOf(chen.safety('arrive', { id, doorCode: other!.number }))).toBe('WRONG_DOOR');
  const there = await chen.safety('arrive', { id, doorCode: door!.number });
  expect(there.timeline.map(({ text }) => text).join()).toContain('已扫门码');
  expect(await refusalOf(daughter.safety('resolve', { id, resolution: 'fine' }))).toBe('NOT_RESPONDER');
  const end = await chen.safety('resolve', { id, resolution: 'repaired', note: '关了总阀' });
  expect(end).toMatchObject({ status: 'resolved', open: false, resolution: 'repaired' });
  await world.settle();
  expect(lettersTo('wx-limin', 'allClear')[0]?.text).toContain('已关阀、已维修');
  expect((await lines(daughter, id)).slice(0, 2)).toEqual(['raised', 'paged']);
  const report = await office.safety('report', { month: world.today.slice(0, 7) });
  expect(report.kinds).toEqual([expect.objectContaining({ kind: 'gas', alerts: 1, falseAlarms: 0 })]);
  expect(report.kinds[0]!.toDoor).toBeGreaterThanOrEqual(360);
});

test('nobody answers: rung after rung, round after round, each once; an acknowledgement that runs out starts again', async () => {
  await gasAlarm();
  const id = theAlert();
  for (let minute = 0; minute < 12; minute++) {
    await world.advance(60_000);
    await world.fire('safety');
  }
  const paged = alertsOf(world)[0]!.timeline.filter(({ what }) => what === 'paged' || what === 'skipped');
  const places = paged.map(({ round, rung }) => `${round}.${rung}`);
  expect(new Set(places).size).toBe(places.length);
  expect(places.slice(0, 4)).toEqual(['1.0', '1.1', '1.2', '2.0']);
  await chen.safety('acknowledge', { id });
  await world.advance(14 * 60_000);
  await world.fire('safety');
  expect((await chen.safety('alert', { id })).status).toBe('acknowledged');
  await world.advance(2 * 60_000);
  await world.fire('safety');
  const again = await daughter.safety('alert', { id });
  expect(again).toMatchObject({ status: 'raised' });
  expect(again.responder).toBeUndefined();
  expect(again.timeline.map(({ what }) => what)).toContain('expired');
});

test('a webhook that comes twice is one report; another one joins; both at once begin one alert', async () => {
  const gas = await registered(world, 'gas', WANG);
  const replies = await Promise.all(Array.from({ length: 8 }, () => sendEvent(world, gas, { eventId: 'same', type: 'alarm' })));
  expect(replies.every(({ status }) => status === 200)).toBe(true);
  expect(alertsOf(world)).toHaveLength(1);
  expect(alertsOf(world)[0]).toMatchObject({ reports: 1 });
  await Promise.all(['a', 'b', 'c'].map(eventId => sendEvent(world, gas, { eventId, type: 'alarm' })));
  expect(alertsOf(world)).toHaveLength(1);
  expect(alertsOf(world)[0]).toMatchObject({ reports: 4 });
  const calls = alertsOf(world)[0]!.timeline.filter(({ what }) => what === 'paged');
  expect(calls).toHaveLength(1);
});

test('two acknowledge at once: one has it, the other hears who', async () => {
  await gasAlarm();
  const id = theAlert();
  const tries = await Promise.all(
    [daughter, chen, office].map(person =>
      person.raw('safety', { action: 'acknowledge', input: { id }, requestId: `ack-${person.openid}` }),
    ),
  );
  expect(tries.filter(({ reply }) => reply.ok)).toHaveLength(1);
  const refused = tries.flatMap(({ reply }) => (reply.ok ? [] : [reply.error.code]));
  expect(refused).toEqual(['TAKEN_BY_OTHER', 'TAKEN_BY_OTHER']);
});

test('SOS: taken back within ten seconds nobody hears of it; afterwards somebody looks', async () => {
  const pressed = await mother.safety('sos', { place: { text: '菜市场门口' } });
  expect(pressed).toMatchObject({ status: 'held', may: { cancel: { ok: true }, acknowledge: { ok: false } } });
  await mother.safety('cancelSos', { id: pressed.id });
  await world.settle();
  expect(lettersTo('wx-limin')).toHaveLength(0);
  const again = await mother.safety('sos', {});
  expect(again.id).not.toBe(pressed.id);
  await world.advance(11_000);
  expect(await refusalOf(mother.safety('cancelSos', { id: again.id }))).toBe('TOO_LATE_TO_CANCEL');
  await world.advance(50_000);
  await world.fire('safety');
  expect((await daughter.safety('alert', { id: again.id })).status).toBe('raised');
  await mother.safety('sayFine', { id: again.id });
  expect((await daughter.safety('alert', { id: again.id })).open).toBe(true);
  expect(await refusalOf(mother.safety('resolve', { id: again.id, resolution: 'fine' }))).toBe('NOT_YOUR_ALERT');
  await world.settle();
  expect(lettersTo('wx-limin', 'alertCall')).not.toHaveLength(0);
});

test('now, at once: the countdown cut short; staff on behalf is never held', async () => {
  const held = await mother.safety('sos', {});
  expect((await mother.safety('releaseSos', { id: held.id })).status).toBe('raised');
  const joined = await chen.safety('sos', { elderId: WANG, words: '邻居说听到喊声' });
  expect(joined).toMatchObject({ id: held.id, reports: 2 });
});

test('a false alarm: the mark goes into the month, the device with it', async () => {
  const { gas } = await gasAlarm();
  const id = theAlert();
  await daughter.safety('resolve', { id, resolution: 'deviceFault' });
  expect((await daughter.safety('alert', { id })).status).toBe('falseAlarm');
  await gasAlarm('e2', gas);
  expect(alertsOf(world).filter(({ open }) => open)).toHaveLength(1);
  const report = await office.safety('report', { month: world.today.slice(0, 7) });
  expect(report.devices).toEqual([expect.objectContaining({ alerts: 2, falseAlarms: 1 })]);
  const { url, name } = await office.safety('exportReport', { month: world.today.slice(0, 7) });
  expect([url.length > 10, name]).toEqual([true, `预警月报-${world.today.slice(0, 7)}.xlsx`]);
});

test('handed over: the other one is called and has it; the emergency card opens for who has it, and only while it is open', async () => {
  await mother.safety('saveCard', {
    card: {
      blood: 'O',
      illnesses: ['高血压'],
      medicines: [],
      drugAllergies: ['青霉素'],
      hospital: '市二院',
      contacts: [],
      hints: '备用钥匙在物业',
    },
  });
  await gasAlarm();
  const id = theAlert();
  await chen.safety('acknowledge', { id });
  const { people } = await chen.safety('candidates', { id });
  const zhou = people.find(({ as }) => as === 'office')!;
  expect(await refusalOf(daughter.safety('handOver', { id, key: zhou.key }))).toBe('NOT_RESPONDER');
  expect(await refusalOf(daughter.safety('emergencyCard', { id }))).toBe('NOT_RESPONDER');
  await chen.safety('handOver', { id, key: zhou.key, words: '我在外面开会' });
  await world.settle();
  expect(lettersTo('wx-zhouzhuren', 'alertHandedOver')).toHaveLength(1);
  expect((await office.safety('emergencyCard', { id })).card).toMatchObject({ blood: 'O', drugAllergies: ['青霉素'] });
  await office.safety('resolve', { id, resolution: 'fine' });
  expect(await refusalOf(office.safety('emergencyCard', { id }))).toBe('ALERT_ENDED');
  const file = await mother.safety('healthFile', {});
  expect(file.reads.map(({ what, byName }) => `${byName} ${what}`)).toContain('周主任 emergencyCard');
  expect(await refusalOf(daughter.safety('healthFile', { elderId: WANG }))).toBe('NO_CONSENT');
});

test('a key pressed during the call takes the alert', async () => {
  await gasAlarm();
  await world.settle();
  const id = theAlert();
  const [call] = world.inbox({ channel: 'voice' });
  expect(call).toBeDefined();
  await fetch(`${world.url}/api/courier/hooks/voice?key=demo-voice-hook`, {
    method: 'POST',
    body: JSON.stringify({ voicekey_callback: { callid: call!.id, keypress: '1' } }),
  });
  await world.settle();
  expect(await office.safety('alert', { id })).toMatchObject({ status: 'acknowledged' });
});

test('a drill is marked, and really calls the volunteers alone', async () => {
  const drill = await office.safety('startDrill', { elderId: WANG, kind: 'gas' });
  await world.settle();
  expect(lettersTo('wx-limin')).toHaveLength(0);
  expect(lettersTo('wx-chenshegong')[0]?.text).toContain('【演练】');
  expect(drill.timeline.map(({ what }) => what)).toContain('drillOnly');
  await gasAlarm();
  expect(alertsOf(world)).toHaveLength(2);
  expect((await office.safety('board', {})).alerts.map(({ drill: isDrill }) => isDrill)).toEqual([false, true]);
});
