/** What stays between few: health files on the disk, finders and families, the family's own order, and who may not try for ever. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Alert } from '../../types/alerts';
import { addDays } from '../../types/time';
import { openWorld, type Person, refusalOf, type World } from '../world';
import { alertsOf, registered, sendEvent } from '../world/safety';

const WANG = 'r-wangguilan';
const dir = mkdtempSync(join(tmpdir(), 'jinlin-safety-'));
let world: World;
let daughter: Person;
let mother: Person;
let chen: Person;
let office: Person;

beforeAll(async () => {
  world = await openWorld({ residents: 40, past: 0, fill: 0 }, { dir });
});
beforeEach(async () => {
  await world.anew();
  await world.at('09:00');
  [daughter, mother, chen, office] = (await Promise.all(
    ['wx-limin', 'wx-wangguilan', 'wx-chenshegong', 'wx-zhouzhuren'].map(world.as),
  )) as [Person, Person, Person, Person];
});
afterAll(async () => {
  await world.stop();
  rmSync(dir, { recursive: true, force: true });
});

const onDisk = (): Buffer =>
  Buffer.concat(
    readdirSync(dir, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => readFileSync(join(entry.parentPath, entry.name))),
  );

test('health: nothing of a card or a result lies on the disk in the clear; who may read it reads it', async () => {
  const planted = ['心房颤动', '华法林片', '磺胺过敏', '协和医院分院', '张三丰', '13712345678', '钥匙在花盆下', '肺部小结节'];
  const [illness, medicine, allergy, hospital, name, phone, hints, summary] = planted as [string, ...string[]];
  const card = {
    blood: 'AB' as const,
    illnesses: [illness],
    medicines: [medicine!],
    drugAllergies: [allergy!],
    hospital: hospital!,
    contacts: [{ name: name!, relation: '侄子', phone: phone! }],
    hints: hints!,
  };
  await mother.safety('saveCard', { card });
  const day = addDays(world.today, -1);
  const year = Number(day.slice(0, 4));
  await office.safety('recordResult', { elderId: WANG, year, day, grade: 'followUp', summary: summary! });
  const { id } = await chen.safety('sos', { elderId: WANG });
  await chen.safety('goNow', { id });
  expect((await chen.safety('emergencyCard', { id })).card).toEqual(card);
  expect(await mother.safety('healthFile', {})).toMatchObject({ card, results: [{ year, summary }] });
  await world.settle();
  // Long enough for a journal that is written in the background.
  await new Promise(resolve => setTimeout(resolve, 500));
  const bytes = onDisk();
  expect(bytes.includes('王桂兰')).toBe(true);
  expect(planted.filter(word => bytes.includes(word))).toEqual([]);
  expect((await daughter.safety('parentDay', { elderId: WANG })).checkUpDue).toBe(false);
  const done = await office.safety('checkUpDue', { year, done: true });
  expect([done.due.map(({ elderId }) => elderId), done.progress.done]).toEqual([[WANG], 1]);
});

test('the daughter proposes another order, the grid lead saves it, the next alert keeps to it, and back', async () => {
  const checkIn = { rungs: [{ who: ['keeper' as const, 'gridStaff' as const], after: 0, way: 'call' as const }], pause: 5 };
  const before = await daughter.safety('elderLadders', { elderId: WANG });
  expect(before).toMatchObject({ ordered: false, may: { save: { ok: false }, propose: { ok: true } } });
  const [first] = before.family;
  const wish = { elderId: WANG, ladders: { checkIn }, family: [first!.key] };
  expect(await refusalOf(daughter.safety('proposeElderLadders', { ...wish, family: ['nobody'] }))).toBe('NOT_A_RELATIVE');
  const proposed = await daughter.safety('proposeElderLadders', { ...wish, words: '我在外地' });
  expect(proposed).toMatchObject({ ordered: false, proposal: { byName: '李敏', words: '我在外地', mine: true } });
  await world.settle();
  expect(world.engine.peek('letters', { kind: 'ladderProposed', to: 'wx-chenshegong' })).toHaveLength(1);
  expect(await refusalOf(daughter.safety('saveElderLadders', wish))).toBe('NOT_ALLOWED');
  const gas = { rungs: [{ who: ['office' as const], after: 0, way: 'call' as const }], pause: 5 };
  expect(await refusalOf(chen.safety('saveElderLadders', { ...wish, ladders: { gas } }))).toBe('GAS_NEEDS_BOTH');
  const saved = await chen.safety('saveElderLadders', wish);
  expect(saved.proposal).toBeUndefined();
  expect(saved.kinds.filter(({ own }) => own).map(({ kind }) => kind)).toEqual(['checkIn']);
  const alert = await chen.safety('raiseAlert', { kind: 'checkIn', elderId: WANG });
  expect(alert.paged.map(({ as }) => as)).not.toContain('family');
  const reset = await chen.safety('saveElderLadders', { elderId: WANG, ladders: {}, family: [] });
  expect([reset.ordered, reset.kinds.some(({ own }) => own)]).toEqual([false, false]);
});

const foundBy = (address: string, action: string, input: object) =>
  fetch(`${world.url}/api/safety`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-real-ip': address },
    body: JSON.stringify({ action, input, requestId: `f-${Math.random()}` }),
  }).then(reply => reply.json() as Promise<{ ok: boolean; data?: Record<string, unknown>; error?: { code: string } }>);

const newCode = async () => {
  const { path } = await daughter.safety('issueReturnCode', { elderId: WANG });
  return path.slice(path.indexOf('=') + 1);
};

test('who tries one code after another is refused, and nobody else with them; what was counted goes', async () => {
  const code = await newCode();
  const tries = await Promise.all(
    Array.from({ length: 40 }, (_unused, i) => foundBy('203.0.113.9', 'scanReturnCode', { code: `guess-${i}` })),
  );
  const codes = tries.map(({ error }) => error?.code);
  expect([codes.filter(one => one === 'NOT_FOUND').length, codes.filter(one => one === 'TOO_MANY_TRIES').length]).toEqual([
    30, 10,
  ]);
  expect((await foundBy('203.0.113.9', 'reportFound', { code, wants: 'place' })).error?.code).toBe('TOO_MANY_TRIES');
  expect((await foundBy('198.51.100.7', 'scanReturnCode', { code })).ok).toBe(true);
  const rows = world.engine.peek('tries', {}, 100) as { _id: string }[];
  expect(rows).toHaveLength(2);
  expect(JSON.stringify(rows)).not.toMatch(/203\.0|198\.51/);
  await world.advance(2 * 3_600_000);
  await world.fire('safety');
  expect(world.engine.peek('tries', {}, 100)).toEqual([]);
});

test('the finder is joined with the daughter: both telephones ring, and neither number shows on the other', async () => {
  const code = await newCode();
  const finder = '13600000001';
  const call = () => foundBy('198.51.100.8', 'reportFound', { code, wants: 'callFamily', phone: finder });
  expect((await call()).data).toMatchObject({ call: 'ringing' });
  const relayed = world.inbox({ channel: 'voice' }).filter(({ title }) => title === '中转通话');
  expect(relayed.map(({ to }) => to)).toEqual([`+86${finder}`, expect.stringMatching(/^\+861/)]);
  expect(JSON.stringify({ ...relayed[1], to: '' })).not.toContain(finder);
  expect(JSON.stringify({ ...relayed[0], to: '' })).not.toContain(relayed[1]!.to.slice(3));
  // The number is for staff who call back, never for the family or a message.
  const { id } = (await office.safety('board', {})).alerts[0]!;
  expect((await office.safety('alert', { id })).callback).toBe(finder);
  expect(JSON.stringify(await daughter.safety('alert', { id }))).not.toContain(finder);
  await world.settle();
  expect(JSON.stringify(world.engine.peek('letters', {}, 100))).not.toContain(finder);
  await call();
  await call();
  expect((await call()).data).toMatchObject({ call: 'community' });
});

test('without a relay, or when it fails, the finder is given the community’s number', async () => {
  const code = await newCode();
  world.faults.add({ target: 'voice', kind: 'error', times: 1 });
  const failed = await foundBy('198.51.100.9', 'reportFound', { code, wants: 'callFamily', phone: '13600000002' });
  expect(failed.data).toMatchObject({ call: 'community', relayPhone: '02885550000' });
  const plain = await foundBy('198.51.100.9', 'reportFound', { code, wants: 'callFamily' });
  expect(plain.data).toMatchObject({ call: 'community' });
});

test('smoke calls like gas, water like what is not as usual; a meal nobody opened for, a child nobody fetched', async () => {
  const at = async (kind: 'smoke' | 'water') =>
    sendEvent(world, await registered(world, kind, WANG), { eventId: `${kind}1`, type: 'alarm' });
  await at('smoke');
  await at('water');
  const kinds = alertsOf(world).map(({ kind, severity, ladder }: Alert) => [kind, severity, ladder.rungs[0]!.way]);
  expect(kinds.sort()).toEqual([
    ['smoke', 'critical', 'call'],
    ['water', 'high', 'text'],
  ]);
});

test('staff see whom they can ring, and who comes when an acknowledgement runs out', async () => {
  const { id } = await chen.safety('raiseAlert', { kind: 'other', elderId: WANG });
  const seen = await chen.safety('acknowledge', { id });
  expect(seen.family).toEqual([
    expect.objectContaining({ name: '李敏', relation: '女儿', phone: expect.stringMatching(/^1\d{10}$/) }),
  ]);
  expect(seen.nextWho).toEqual(['family', 'keeper']);
  expect((await daughter.safety('alert', { id })).family).toBeUndefined();
  await daughter.safety('recordAbsence', { elderId: WANG, from: world.today, to: addDays(world.today, 2), where: '女儿家' });
  expect((await office.safety('communityAbsences', {})).absences).toEqual([
    expect.objectContaining({ elderName: '王桂兰', addressText: '3栋2单元501', where: '女儿家' }),
  ]);
});
