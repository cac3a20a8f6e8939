/** Signing up: first come and the waitlist, offers that move on, draws, changing class, consents, the list from Excel; and races. */
import { createHash } from 'node:crypto';
import { workbook } from '../../cloudfunctions/_shared/workbook';
import { drawOrder } from '../../cloudfunctions/care/rules/draw';
import { CARE_COLUMNS } from '../../types/care';
import { fen } from '../../types/money';
import { openWorld, type Person, refusalOf, type World } from '../world';
import { careOutcome, childDoc, childOf, classWith, dayId, daysOf, enrolmentsIn, lettersTo, roomOf, said } from '../world/care';

let world: World;
let office: Person;
let parents: Person[];
let children: string[];
const FAMILIES = 14;

async function signIn(): Promise<void> {
  office = await world.as('wx-zhouzhuren');
  parents = await Promise.all(Array.from({ length: FAMILIES }, (_unused, i) => world.as(`wx-r-${i + 1}`)));
}

beforeAll(async () => {
  world = await openWorld({ residents: 60, accounts: FAMILIES, past: 0, fill: 0, notices: false });
  await world.at('08:00');
  await signIn();
  children = await Promise.all(parents.map((parent, i) => childOf(parent, `孩子${i + 1}`)));
});
afterAll(() => world.stop());
afterEach(() => world.faults.clear());

const signUp = (i: number, classId: string, over: object = {}) =>
  careOutcome(parents[i]!, 'signUp', { classId, childId: children[i], ...over });
const statuses = (classId: string) =>
  Object.fromEntries(enrolmentsIn(world, classId).map(({ childId, status }) => [children.indexOf(childId), status]));

test.each([0, 5])(
  '4 places, 14 families at once, each twice, %i ms a call: exactly 4 enrolled, the rest in order of arrival',
  async delay => {
    const classId = await classWith(world, office, {
      capacity: 4,
      name: `竞争${delay}`,
      from: delay ? '06:00' : '07:00',
      to: delay ? '07:00' : '08:00',
    });
    world.faults.delay(delay);
    const all = await Promise.all(children.flatMap((_child, i) => [signUp(i, classId), signUp(i, classId)]));
    expect(all.every(({ status }) => status < 500)).toBe(true);
    const rows = enrolmentsIn(world, classId);
    const of = (status: string) => rows.filter(each => each.status === status);
    expect([of('enrolled').length, of('waiting').length]).toEqual([4, 10]);
    expect(new Set(rows.map(({ arrival }) => arrival)).size).toBe(14);
    const answered = all.filter(({ code }) => code === 'ok');
    expect(all.filter(({ code }) => !['ok', 'ALREADY_SIGNED_UP'].includes(code))).toEqual([]);
    expect(answered.length).toBe(14);
    await world.advance(180_000);
    await world.settle();
    expect([roomOf(world, classId).left, Object.keys(roomOf(world, classId).holders).length]).toEqual([0, 4]);
  },
);

test('a freed place goes to the head of the waitlist; the offer expires to the millisecond and moves on; nobody slips in', async () => {
  const classId = await classWith(world, office, { capacity: 2, name: '候补班', from: '09:00', to: '10:00' });
  for (const i of [0, 1, 2, 3]) await signUp(i, classId);
  expect(statuses(classId)).toEqual({ 0: 'enrolled', 1: 'enrolled', 2: 'waiting', 3: 'waiting' });
  expect(
    (await parents[3]!.care('classes', { childId: children[3]! })).classes.find(({ id }) => id === classId)!.enrolment!.position,
  ).toBe(2);
  await parents[0]!.care('withdraw', { id: `${classId}:${children[0]}` });
  // A newcomer, before the place has gone on: the waitlist.
  expect(((await signUp(4, classId)).data as { status: string }).status).toBe('waiting');
  await world.settle();
  expect(statuses(classId)).toMatchObject({ 0: 'withdrawn', 2: 'offered', 3: 'waiting', 4: 'waiting' });
  expect(lettersTo(world, 'wx-r-3', 'careOffered')).toHaveLength(1);
  expect(await refusalOf(parents[3]!.care('answerOffer', { id: `${classId}:${children[3]}`, accept: true }))).toBe('NO_OFFER');
  const until = enrolmentsIn(world, classId).find(({ status }) => status === 'offered')!.offerUntil!;
  await world.setClock(until);
  await signIn();
  expect(await refusalOf(parents[2]!.care('answerOffer', { id: `${classId}:${children[2]}`, accept: true }))).toBe('OFFER_OVER');
  await world.settle();
  expect(statuses(classId)).toMatchObject({ 2: 'expired', 3: 'offered', 4: 'waiting' });
  const accepted = await Promise.all(
    [1, 2, 3].map(() => careOutcome(parents[3]!, 'answerOffer', { id: `${classId}:${children[3]}`, accept: true })),
  );
  expect(accepted.map(({ code }) => code).sort()).toEqual(['NO_OFFER', 'NO_OFFER', 'ok']);
  expect([roomOf(world, classId).left, Object.keys(roomOf(world, classId).holders).sort()]).toEqual([
    0,
    [`${children[1]}~1`, `${children[3]}~1`].sort(),
  ]);
});

test('changing class keeps the old place until the new one is there', async () => {
  const old = await classWith(world, office, { capacity: 3, name: '旧班', from: '10:00', to: '11:00' });
  const full = await classWith(world, office, { capacity: 1, name: '新班', from: '10:00', to: '11:00' });
  await signUp(5, old);
  await signUp(6, full);
  expect((await signUp(5, full)).code).toBe('CLASSES_OVERLAP');
  await signUp(5, full, { instead: `${old}:${children[5]}` });
  expect([statuses(old)[5], statuses(full)[5]]).toEqual(['enrolled', 'waiting']);
  await parents[6]!.care('withdraw', { id: `${full}:${children[6]}` });
  await world.settle();
  await parents[5]!.care('answerOffer', { id: `${full}:${children[5]}`, accept: true });
  expect([statuses(old)[5], statuses(full)[5]]).toEqual(['withdrawn', 'enrolled']);
});

test('a draw: priority first, published with its seed, repeated by anybody, winners are offered', async () => {
  const opensAt = world.now() - 1000;
  const closesAt = world.now() + 3_600_000;
  const classId = await classWith(world, office, {
    capacity: 3,
    name: '抽签班',
    mode: 'draw',
    from: '11:00',
    to: '12:00',
    opensAt,
    closesAt,
  });
  for (let i = 0; i < 8; i++) expect([i, ((await signUp(i, classId)).data as { status: string }).status]).toEqual([i, 'entered']);
  await careOutcome(parents[8]!, 'signUp', { classId, childId: children[8], priority: { id: 'hard', documents: [] } });
  await office.care('judgePriority', { id: `${classId}:${children[8]}`, holds: true });
  const before = await parents[0]!.care('draw', { classId });
  expect([before.seed, before.entries]).toEqual([undefined, []]);
  await world.setClock(closesAt);
  await world.settle();
  const drawn = await parents[8]!.care('draw', { classId });
  const sha = (text: string) => createHash('sha256').update(text).digest('hex');
  expect(sha(drawn.seed!)).toBe(before.commitment);
  const again = drawOrder([...drawn.entries].reverse(), drawn.seed!, sha);
  expect(again.map(({ no }) => no)).toEqual(drawn.entries.map(({ no }) => no));
  expect(drawn.entries[0]).toMatchObject({ mine: true, place: true, rank: 1 });
  const count = (status: string) => enrolmentsIn(world, classId).filter(each => each.status === status).length;
  expect([count('offered'), count('waiting'), roomOf(world, classId).left]).toEqual([3, 6, 0]);
});

test('the consent to care withdrawn: the place ends with today; pictures withdrawn: hidden at once', async () => {
  await world.at('08:00', 4);
  await signIn();
  const classId = await classWith(world, office, { capacity: 5, name: '同意班' });
  await signUp(9, classId);
  const childId = children[9]!;
  const today = (await parents[9]!.care('myCare', {})).today;
  await parents[9]!.care('saveConsent', { childId, purpose: 'care', given: false, version: 1 });
  expect((await office.care('roll', { classId, day: today })).rows.map(row => row.childId)).toContain(childId);
  await world.at('08:00', 5);
  await signIn();
  expect((await office.care('roll', { classId })).rows.map(row => row.childId)).not.toContain(childId);
  await world.advance(600_000);
  await world.settle();
  expect(statuses(classId)[9]).toBe('ended');
  expect((await signUp(9, classId)).code).toBe('CONSENT_NEEDED');
});

test('sixty children would be signed out by two phones with double taps; here six: each released once', async () => {
  const classId = await classWith(world, office, { capacity: 8, name: '接送班', from: '12:30', to: '13:30' });
  const six = [0, 1, 2, 3, 4, 5];
  for (const i of six) await signUp(i, classId);
  await world.at('12:31', 5);
  for (const i of six) await office.care('signIn', { classId, childId: children[i]!, how: 'tap' });
  const day = (await office.care('board', {})).today;
  const releases = six.flatMap(i => {
    const id = dayId(day, classId, children[i]!);
    const input = { id, adultId: childDoc(world, children[i]!).guardians[0]!.id, how: 'look' };
    return [1, 2, 3].map(() => careOutcome(office, 'release', input));
  });
  const codes = (await Promise.all(releases)).map(({ code }) => code);
  expect([codes.filter(code => code === 'ok').length, codes.filter(code => code === 'ALREADY_GONE').length]).toEqual([6, 12]);
  expect(daysOf(world, { classId }).every(({ status, release }) => status === 'gone' && release)).toBe(true);
});

test('a revocation that was answered is honoured by every release after it, however they race', async () => {
  const classId = await classWith(world, office, { capacity: 8, name: '撤销班', from: '14:00', to: '15:00' });
  await signUp(7, classId);
  await world.at('14:01', 5);
  await office.care('signIn', { classId, childId: children[7]!, how: 'tap' });
  const day = (await office.care('board', {})).today;
  const { adults } = await parents[7]!.care('addAdult', { childId: children[7]!, name: '姑姑', relation: '姑姑' });
  const release = () =>
    careOutcome(office, 'release', { id: dayId(day, classId, children[7]!), adultId: adults[0]!.id, how: 'look' });
  await parents[7]!.care('endAdult', { childId: children[7]!, adultId: adults[0]!.id });
  expect((await Promise.all([release(), release()])).map(({ code }) => code)).toEqual(['NOT_AUTHORISED', 'NOT_AUTHORISED']);
});

test('fees: paid with a receipt once, waived with a reason, never more than is owed', async () => {
  const classId = await classWith(world, office, { capacity: 5, name: '收费班', from: '15:00', to: '16:00', fee: 30000 });
  await signUp(10, classId);
  const id = `${classId}:${children[10]}`;
  await office.care('waiveFee', { id, amount: fen(10000), reason: '低保家庭' });
  const both = await Promise.all([1, 2].map(() => careOutcome(office, 'payFee', { id, amount: fen(20000), receipt: 'NO.7' })));
  expect(both.filter(({ code }) => code === 'ok')).toHaveLength(1);
  const { total } = await office.care('fees', { classId });
  expect(total).toEqual({ owed: 30000, paid: 20000, waived: 10000, refunded: 0, due: 0 });
  await office.care('refundFee', { id, amount: fen(5000), receipt: 'T.1', reason: '请长假' });
  expect(await refusalOf(office.care('refundFee', { id, amount: fen(15001), receipt: 'T.2', reason: '退班' }))).toBe(
    'FEE_TOO_MUCH',
  );
});

test('a list from Excel: a dry run with what is wrong, then each good row once', async () => {
  const classId = await classWith(world, office, { capacity: 1, name: '表格班', from: '16:00', to: '16:20' });
  const row = (name: string, phone: string, consent = '是') => [
    name,
    '2017-05-20',
    '幸福路小学',
    '三年级1班',
    '表格班',
    '家长',
    '母亲',
    phone,
    consent,
    '花生',
  ];
  const rows = [
    CARE_COLUMNS.map(({ header }) => header),
    row('甲一', '13800000101'),
    row('乙二', '13800000102'),
    row('丙三', '138', '否'),
  ];
  const ticket = await office.care('importTicket', {});
  const form = new FormData();
  for (const [key, value] of Object.entries(ticket.fields)) form.append(key, value);
  form.append('file', new Blob([new Uint8Array(await workbook([{ name: '表', rows }]))]), 'list.xlsx');
  expect((await fetch(ticket.url, { method: 'POST', body: form })).status).toBeLessThan(300);
  const read = await office.care('readImport', { fileId: ticket.fileId });
  expect([read.status, read.rows, read.good, read.problems.length]).toEqual(['read', 3, 2, 2]);
  expect(enrolmentsIn(world, classId)).toHaveLength(0);
  expect(JSON.stringify(world.engine.peek('careImports', {}, 10))).not.toContain('13800000101');
  const done = await office.care('applyImport', { id: read.id });
  expect([done.status, done.placed, done.waiting, done.refused]).toEqual(['done', 1, 1, 1]);
  expect((await office.care('applyImport', { id: read.id })).placed).toBe(1);
  const enrolled = enrolmentsIn(world, classId).find(({ status }) => status === 'enrolled')!;
  const child = childDoc(world, enrolled.childId);
  expect([child.hasHealth, child.consents.care?.way, child.guardians[0]?.status]).toEqual([true, 'paper', 'confirmed']);
  const { url, name } = await office.care('exportEnrolments', { classId });
  expect([name, (await fetch(url)).status]).toEqual(['表格班-名单.xlsx', 200]);
});

test('the kitchen hears how many eat and what they must not, without a name; the notices hear who is in the class', async () => {
  const classId = await classWith(world, office, { capacity: 9, name: '晚餐班', from: '18:00', to: '18:40', meal: 'dinner' });
  await signUp(11, classId);
  await parents[11]!.care('saveConsent', { childId: children[11]!, purpose: 'health', given: true, version: 1 });
  await parents[11]!.care('saveHealth', {
    childId: children[11]!,
    health: { allergens: ['egg'], diets: ['noPork'], note: '哮喘', emergency: '' },
  });
  await signUp(12, classId);
  await world.at('14:05', 5);
  await world.fire('care');
  const [told] = world.engine.peek('careMealCounts', { classId }, 5) as { count: number; restrictions: unknown }[];
  expect(told).toMatchObject({
    count: 2,
    restrictions: [
      { allergen: 'egg', count: 1 },
      { allergen: 'noPork', count: 1 },
    ],
  });
  expect(JSON.stringify(world.engine.peek('careHealth', {}, 50))).not.toContain('哮喘');
  await world.advance(600_000);
  await world.settle();
  const groups = world.engine.peek('groups', { _id: `xingfuli:${classId}` }, 5) as { name?: string }[];
  expect(groups.map(({ name }) => name)).toEqual(['晚餐班']);
});

test('an account that is erased guards nobody, and a child that is erased leaves only numbers', async () => {
  const childId = await childOf(parents[13]!, '要删除');
  await parents[13]!.care('addAdult', { childId, name: '爷爷', relation: '爷爷', phone: '13900000031' });
  await parents[13]!.care('eraseChild', { childId });
  expect(JSON.stringify(childDoc(world, childId))).not.toMatch(/要删除|爷爷|居民14/);
  expect((await parents[13]!.care('myCare', {})).children.map(({ name }) => name)).toEqual(['孩子14']);
  expect(
    (
      await careOutcome(parents[13]!, 'addChild', {
        name: '拒绝',
        birthDate: '2017-01-01',
        school: 's',
        schoolClass: 'c',
        relation: '父',
        said: [{ ...said[0], given: false }],
      })
    ).code,
  ).toBe('CONSENT_NEEDED');
});

test('who changes the class of another child’s enrolment by its id changes nothing', async () => {
  const classId = await classWith(world, office, { capacity: 9, name: '冒用班', from: '05:00', to: '05:30' });
  const other = await classWith(world, office, { capacity: 9, name: '受害班', from: '05:30', to: '06:00' });
  await signUp(2, other);
  await signUp(3, classId, { instead: `${other}:${children[2]}` });
  expect(statuses(other)[2]).toBe('enrolled');
});
