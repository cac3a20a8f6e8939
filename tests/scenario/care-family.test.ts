/** Families and the desk: a child signed up at the desk, its guardian's account, priority places, pictures, temporary collectors with an account. */
import { civilDate } from '../../types/time';
import { openWorld, type Person, refusalOf, type World } from '../world';
import { careOutcome, childDoc, childOf, classWith, dayId, daysOf, enrolmentsIn } from '../world/care';

let world: World;
let office: Person;
let limin: Person;
let parents: Person[];

beforeAll(async () => {
  world = await openWorld({ residents: 40, accounts: 4, past: 0, fill: 0, notices: false });
  await world.at('08:00');
  office = await world.as('wx-zhouzhuren');
  limin = await world.as('wx-limin');
  parents = await Promise.all([1, 2, 3, 4].map(i => world.as(`wx-r-${i}`)));
});
afterAll(() => world.stop());

const atDesk = {
  name: '李小米',
  birthDate: civilDate('2018-03-01'),
  school: '幸福路小学',
  schoolClass: '二年级1班',
  guardian: { name: '李敏', relation: '母亲', phone: '13900000011' },
};

test('signed up at the desk on paper; the guardian accepts the invitation with the account that has the number', async () => {
  const classId = await classWith(world, office, { name: '代报班', capacity: 5 });
  expect(await refusalOf(office.care('enrolFor', { child: { ...atDesk, paper: [] }, classId }))).toBe('CONSENT_NEEDED');
  const done = await office.care('enrolFor', { child: { ...atDesk, paper: ['care'] }, classId });
  expect([done.status, done.onBehalf]).toEqual(['enrolled', true]);
  const before = await limin.care('myCare', {});
  expect(before.children).toEqual([]);
  expect(before.invitations.map(({ childName, relation }) => [childName, relation])).toEqual([['李小米', '母亲']]);
  // A guardian on signed paper is one before opening the mini-program, and for good without it.
  const [stored] = world.engine.peek('careChildren', { _id: `xingfuli:${done.childId}` }) as {
    guardians: { status: string }[];
  }[];
  expect(stored!.guardians.map(({ status }) => status)).toEqual(['confirmed']);
  expect(await refusalOf(parents[0]!.care('answerInvitation', { childId: done.childId, accept: true }))).toBe('INVITATION_OVER');
  await limin.care('answerInvitation', { childId: done.childId, accept: true });
  const [child] = (await limin.care('myCare', {})).children;
  expect([child!.name, child!.lacking, child!.enrolments.map(({ status }) => status)]).toEqual([
    '李小米',
    ['health', 'pictures'],
    ['enrolled'],
  ]);
  const staff = await office.care('child', { childId: done.childId });
  expect(staff.reads).toEqual([]);
  expect((await limin.care('child', { childId: done.childId })).reads.map(({ byName, what }) => [byName, what])).toEqual([
    ['周主任', 'sheet'],
  ]);
});

test('a place kept for priority goes to the confirmed family, before others who came earlier', async () => {
  const classId = await classWith(world, office, { name: '优先班', capacity: 2, reserved: 1, from: '06:00', to: '07:00' });
  const [a, b, c] = await Promise.all(parents.slice(0, 3).map((parent, i) => childOf(parent, `优先${i}`)));
  const status = async (i: number, childId: string, priority?: object) =>
    (await careOutcome(parents[i]!, 'signUp', { classId, childId, ...(priority ? { priority } : {}) })).data as {
      id: string;
      status: string;
    };
  expect((await status(0, a!)).status).toBe('enrolled');
  expect((await status(1, b!)).status).toBe('waiting');
  expect((await careOutcome(parents[2]!, 'signUp', { classId, childId: c, priority: { id: 'low', documents: [] } })).code).toBe(
    'DOCUMENT_NEEDED',
  );
  const asked = await status(2, c!, { id: 'hard', documents: [] });
  expect(asked.status).toBe('waiting');
  await world.settle();
  expect(enrolmentsIn(world, classId).filter(({ status: so }) => so === 'offered')).toEqual([]);
  await office.care('judgePriority', { id: asked.id, holds: true });
  await world.settle();
  expect(enrolmentsIn(world, classId).find(({ childId }) => childId === c)?.status).toBe('offered');
  const { rows, class: cls } = await office.care('enrolments', { classId, status: 'waiting' });
  expect([rows.map(({ childId, position }) => [childId, position]), cls.waiting, cls.left]).toEqual([[[b, 1]], 1, 0]);
});

test('a collector with an account sees the code; pictures are shown while their consent holds; a meal and a note reach the guardian', async () => {
  const classId = await classWith(world, office, { name: '照片班', capacity: 5, from: '09:00', to: '10:00' });
  const childId = await childOf(parents[3]!, '照片');
  await parents[3]!.care('signUp', { classId, childId });
  const attendanceId = dayId(world.today, classId, childId);
  await parents[3]!.care('addTemporary', { attendanceId, name: '李敏', relation: '邻居', phone: '13900000011', text: false });
  const mine = (await limin.care('myCare', {})).collect.find(({ childName }) => childName === '照片')!;
  expect(mine.state).toBe('notHereYet');
  await world.at('09:01');
  await office.care('signIn', { classId, childId, how: 'code' });
  const picture = `cloud://env.id/care/xingfuli/pictures/${attendanceId.replace(/:/g, '_')}/pic-1.jpg`;
  const save = { id: attendanceId, ate: 'all' as const, note: '今天搭了积木', pictures: [picture] };
  expect(await refusalOf(office.care('saveDay', save))).toBe('NO_PICTURE_CONSENT');
  await parents[3]!.care('saveConsent', { childId, purpose: 'pictures', given: true, version: 1 });
  expect(await refusalOf(office.care('saveDay', { ...save, pictures: [picture.replace('pic-1', '../pic-1')] }))).toBe(
    'NOT_OUR_FILE',
  );
  await office.care('saveDay', save);
  const seen = async () => (await parents[3]!.care('myCare', {})).children.find(({ id }) => id === childId)!.today[0]!;
  expect(await seen()).toMatchObject({ ate: 'all', note: '今天搭了积木', pictures: 1, status: 'here' });
  await parents[3]!.care('saveConsent', { childId, purpose: 'pictures', given: false, version: 1 });
  expect((await seen()).pictures).toBe(0);
  expect((await parents[3]!.care('pictures', { attendanceId })).urls).toEqual([]);
  await world.advance(600_000);
  await world.settle();
  expect(daysOf(world, { childId })[0]!.note).toMatchObject({ text: '今天搭了积木', pictures: [] });
  const release = {
    id: attendanceId,
    adultId: daysOf(world, { childId })[0]!.temporaries[0]!.id,
    how: 'code' as const,
    code: mine.code,
  };
  await office.care('release', release);
  expect((await limin.care('myCare', {})).collect.find(({ childName }) => childName === '照片')?.state).toBe('collected');
});

test('the month’s sheet, the calendar and the kitchen’s days are the same days', async () => {
  const month = world.today.slice(0, 7);
  const classId =
    enrolmentsIn(world, '').length === 0
      ? (await office.care('terms', {})).classes.find(({ name }) => name === '照片班')!.id
      : '';
  const { days } = await parents[3]!.care('calendar', { classId, month });
  expect(days.filter(({ open }) => open).map(({ day }) => day)).toContain(world.today);
  expect(days.find(({ day }) => day === civilDate('2026-11-28'))?.open).toBe(false);
  const { url, name } = await office.care('exportMonth', { classId, month });
  expect([name, (await fetch(url)).status]).toEqual([`照片班-${month}考勤.xlsx`, 200]);
  expect(await refusalOf(office.care('exportMonth', { classId, month: '2025-01' }))).toBe('NOTHING_IN_LIST');
});

test('the only guardian’s account is erased: nobody consents any more, so the child leaves its classes and is let go', async () => {
  const childId = await childOf(parents[1]!, '无人');
  const classId = await classWith(world, office, { name: '注销班', capacity: 5, from: '20:00', to: '21:00' });
  await parents[1]!.care('signUp', { classId, childId });
  await parents[1]!.people('eraseMe', { words: '注销我的账号' });
  await world.settle();
  expect(childDoc(world, childId)).toMatchObject({ status: 'erased', guardians: [] });
  expect(enrolmentsIn(world, classId).map(({ status, childName }) => [status, childName])).toEqual([['ended', '已删除']]);
});
