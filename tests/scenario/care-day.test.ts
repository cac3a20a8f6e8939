/** A day at the after-school care with named people: 吴小雨, her parents, her grandmother, 林老师, and 周乐乐 whose uncle must not have her. */
import { openWorld, type Person, refusalOf, type World } from '../world';
import { daysOf, lettersTo } from '../world/care';

let world: World;
let father: Person;
let mother: Person;
let teacher: Person;
let office: Person;

const CHILD = 'k-wuxiaoyu';
const CLASS = 'c-afternoon';
const dayOf = (childId: string, classId = CLASS) => `${world.today}:${classId}:${childId}`;

/** Half a day later everybody signs in again. */
async function signIn(): Promise<void> {
  [father, mother, teacher, office] = (await Promise.all(
    ['wx-wujianguo', 'wx-chenjing', 'wx-linlaoshi', 'wx-zhouzhuren'].map(openid => world.as(openid)),
  )) as [Person, Person, Person, Person];
}

beforeAll(async () => {
  world = await openWorld({ residents: 30, past: 0, fill: 0, notices: false, care: true });
  await signIn();
});
afterAll(() => world.stop());

test('in the morning both parents see the same day; the mother gives a temporary authority to a neighbour', async () => {
  await world.at('08:00');
  const mine = await father.care('myCare', {});
  expect(mine.children.map(({ name }) => name)).toEqual(['吴小雨']);
  expect(mine.children[0]!.today.map(({ className, status }) => [className, status])).toEqual([
    ['午餐午休班', 'expected'],
    ['四点半班', 'expected'],
  ]);
  const day = await mother.care('addTemporary', {
    attendanceId: dayOf(CHILD),
    name: '邻居老张',
    relation: '邻居',
    phone: '13700000123',
    text: true,
  });
  expect(day.temporaries.map(({ name, authorised }) => [name, authorised.ok])).toEqual([['邻居老张', true]]);
  const { codes } = await mother.care('codes', { attendanceId: dayOf(CHILD) });
  expect(codes.map(({ name, me }) => [name, me])).toEqual([
    ['陈静', true],
    ['吴秀英', false],
    ['邻居老张', false],
  ]);
  expect(new Set(codes.map(({ code }) => code)).size).toBe(3);
  expect((await mother.care('codes', { attendanceId: dayOf(CHILD) })).codes).toEqual(codes);
});

test('leave is given until an hour before, and by staff afterwards', async () => {
  await world.at('15:29');
  await father.care('giveLeave', { classId: CLASS, childId: CHILD, day: world.today, reason: '看牙' });
  await father.care('cancelLeave', { attendanceId: dayOf(CHILD) });
  await world.at('15:30');
  expect(await refusalOf(father.care('giveLeave', { classId: CLASS, childId: CHILD, day: world.today, reason: '看牙' }))).toBe(
    'LEAVE_CUTOFF',
  );
  await teacher.care('giveLeave', { classId: CLASS, childId: 'k-demo1', day: world.today, reason: '电话请假' });
});

test('health is read on duty alone, and the parents see who read it', async () => {
  await world.at('16:25');
  expect(await refusalOf(teacher.care('health', { childId: CHILD }))).toBe('NOT_ON_DUTY');
  await teacher.care('startDuty', { classId: CLASS });
  const { health } = await teacher.care('health', { childId: CHILD });
  expect(health.allergens).toEqual(['peanut']);
  const { reads } = await father.care('child', { childId: CHILD });
  expect(reads.map(({ byName, what }) => [byName, what])).toContainEqual(['林老师', 'health']);
});

test('children are signed in; the one who has not come is asked about within a quarter of an hour, then rung', async () => {
  await world.at('16:31');
  const { rows } = await teacher.care('roll', { classId: CLASS });
  expect(rows).toHaveLength(24);
  for (const { childId, status } of rows.filter(row => row.childId !== CHILD && row.status !== 'leave'))
    expect([childId, status, (await teacher.care('signIn', { classId: CLASS, childId, how: 'tap' })).status]).toEqual([
      childId,
      'expected',
      'here',
    ]);
  await world.at('16:41');
  await world.settle();
  expect(lettersTo(world, 'wx-wujianguo', 'careAbsent')).toHaveLength(1);
  expect(lettersTo(world, 'wx-chenjing', 'careAbsent')).toHaveLength(1);
  await world.at('16:56');
  await world.settle();
  const board = await teacher.care('board', {});
  expect(board.calls.map(({ childName }) => childName)).toEqual(['吴小雨']);
  const afternoon = board.classes.find(({ classId }) => classId === CLASS)!;
  expect([afternoon.expected, afternoon.here, afternoon.missing, afternoon.leave]).toEqual([23, 22, 1, 1]);
  expect(afternoon.ratio).toEqual({ most: 12, needed: 2, short: true });
  expect(lettersTo(world, 'wx-linlaoshi', 'careCall')).toHaveLength(1);
  await mother.care('explainAbsence', { attendanceId: dayOf(CHILD), reason: 'onTheWay', text: '堵车' });
  await teacher.care('signIn', { classId: CLASS, childId: CHILD, how: 'scan' });
});

test('an incident reaches the parents without a word of what it was', async () => {
  const { incidentId } = await teacher.care('reportIncident', { id: dayOf(CHILD), kind: 'fall', text: '跑步擦破了膝盖' });
  await world.settle();
  const [letter] = lettersTo(world, 'wx-chenjing', 'careIncident');
  expect(JSON.stringify(letter)).not.toContain('膝盖');
  expect((await mother.care('incident', { id: incidentId })).text).toBe('跑步擦破了膝盖');
  expect(JSON.stringify(world.engine.peek('careIncidents', {}, 10))).not.toContain('膝盖');
});

test('at the counter: by code, by pinyin, wrong person, barred person, released once, the guardian told', async () => {
  await world.at('17:50');
  const { codes } = await mother.care('codes', { attendanceId: dayOf(CHILD) });
  const neighbour = codes.find(({ name }) => name === '邻居老张')!;
  const [match] = (await teacher.care('checkPickup', { text: neighbour.code })).matches;
  expect([match!.childName, match!.adultId]).toEqual(['吴小雨', neighbour.adultId]);
  const byPinyin = (await teacher.care('checkPickup', { text: 'wx' })).matches;
  expect(byPinyin.map(({ childName }) => childName)).toContain('吴小雨');
  const zhou = (await teacher.care('checkPickup', { text: 'zl' })).matches.find(({ childName }) => childName === '周乐乐')!;
  expect(zhou.barred).toEqual([{ name: '周大勇', relation: '叔叔' }]);
  expect(
    await refusalOf(
      teacher.care('release', { id: dayOf('k-zhoulele'), adultId: neighbour.adultId, how: 'code', code: neighbour.code }),
    ),
  ).toBe('NOT_AUTHORISED');
  expect(
    await refusalOf(teacher.care('release', { id: dayOf(CHILD), adultId: 'p-wunainai', how: 'code', code: neighbour.code })),
  ).toBe('WRONG_PICKUP_CODE');
  await mother.care('endTemporary', { attendanceId: dayOf(CHILD), adultId: neighbour.adultId });
  const release = { id: dayOf(CHILD), adultId: neighbour.adultId, how: 'code' as const, code: neighbour.code };
  expect(await refusalOf(teacher.care('release', release))).toBe('NOT_AUTHORISED');
  const grandma = codes.find(({ name }) => name === '吴秀英')!;
  await teacher.care('release', { id: dayOf(CHILD), adultId: grandma.adultId, how: 'code', code: grandma.code });
  expect(await refusalOf(teacher.care('release', { id: dayOf(CHILD), adultId: grandma.adultId, how: 'look' }))).toBe(
    'ALREADY_GONE',
  );
  await world.settle();
  expect(lettersTo(world, 'wx-wujianguo', 'careReleased')[0]!.text).toContain('吴秀英（奶奶）接走');
});

test('a child who goes on is in one class only; nobody closes the day while a child is here', async () => {
  await world.at('18:01');
  expect(await refusalOf(teacher.care('closeDay', { classId: CLASS }))).toBe('CHILDREN_STILL_HERE');
  await teacher.care('signIn', { classId: 'c-evening', childId: 'k-zhoulele', how: 'tap' });
  expect(daysOf(world, { childId: 'k-zhoulele', day: world.today }).map(({ classId, status }) => [classId, status])).toEqual(
    expect.arrayContaining([
      [CLASS, 'moved'],
      ['c-evening', 'here'],
    ]),
  );
  for (const each of daysOf(world, { day: world.today, classId: CLASS, status: 'here' })) {
    const { matches } = await teacher.care('checkPickup', { text: each.childName });
    const match = matches.find(({ id }) => id.endsWith(each.childId))!;
    await teacher.care('release', { id: match.id, adultId: match.adults[0]!.id, how: 'look' });
  }
  await teacher.care('closeDay', { classId: CLASS });
  expect(await refusalOf(teacher.care('signIn', { classId: CLASS, childId: 'k-demo1', how: 'tap' }))).toBe('DAY_CLOSED');
});

test('19:45 reminds, 20:00 climbs the ladder, 20:15 raises the alert; the child that is collected ends it all', async () => {
  const late = () => daysOf(world, { childId: 'k-zhoulele', classId: 'c-evening', day: world.today })[0]!;
  await world.at('19:44');
  await signIn();
  await world.settle();
  expect(late().late).toBe(1);
  await world.at('20:01');
  await world.settle();
  expect(late().late).toBe(2);
  await world.at('20:16');
  await world.settle();
  expect([late().late, late().alarmedAt !== undefined]).toEqual([4, true]);
  const alerts = world.engine.peek('alerts', { kind: 'childLate' }, 10) as { subjectName: string }[];
  expect(alerts.map(({ subjectName }) => subjectName)).toEqual(['周乐乐']);
  const board = await teacher.care('board', {});
  expect(board.late.map(({ childName, alarmed }) => [childName, alarmed])).toEqual([['周乐乐', true]]);
  await teacher.care('release', { id: dayOf('k-zhoulele', 'c-evening'), adultId: 'p-sunyumei', how: 'look' });
  await world.at('20:40');
  await world.settle();
  expect(late().late).toBe(4);
});

test('what the office records about custody holds at once', async () => {
  const guardians = (await office.care('custody', { childId: CHILD })).guardians;
  const [dad, mum] = guardians.map(({ id }) => id) as [string, string];
  await office.care('saveCustody', {
    childId: CHILD,
    barred: [{ name: '吴建国', relation: '父亲', adultId: dad }],
    decides: mum,
    note: '法院裁定',
    end: [],
  });
  expect((await father.care('myCare', {})).children).toEqual([]);
  expect(await refusalOf(father.care('child', { childId: CHILD }))).toBe('NOT_YOUR_CHILD');
  // The grandmother came by the father's authority.
  await world.at('08:00', 1);
  await signIn();
  const next = { attendanceId: `${(await mother.care('myCare', {})).today}:${CLASS}:${CHILD}` };
  expect((await mother.care('codes', next)).codes.map(({ name }) => name)).toEqual(['陈静']);
});
