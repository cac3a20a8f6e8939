/** What the desk of the care works out by itself: the order of a roll, what a scanner meant, what was typed into a form. */
import { createHash } from 'node:crypto';
import { FIRST_SETTINGS } from '../../cloudfunctions/care/firstSettings';
import { drawOrder } from '../../cloudfunctions/care/rules/draw';
import { careTasks } from '../../src/pages/desk/today/care';
import { byUrgency, countsOf, inOrder, lineOf, nowDoing, readEntry, tagOf, totalOf } from '../../src/pages/desk-care/board/order';
import { corrected, uncorrected } from '../../src/pages/desk-care/calendar/correction';
import { type CustodyDraft, custodyDraft, newBarred, readCustody } from '../../src/pages/desk-care/children/custodyDraft';
import { entryDraft, readEntry as readFeeEntry } from '../../src/pages/desk-care/fees/entry';
import { adultFor, currentOf, proofFor, readAsked } from '../../src/pages/desk-care/pickup/read';
import { draftOf, newName, readSettings } from '../../src/pages/desk-care/settings/draft';
import { classDraft, newClass, readClass } from '../../src/pages/desk-care/signup/classDraft';
import { repeatDraw, sha256 } from '../../src/pages/desk-care/signup/drawing';
import { emptyEnrol, readEnrol } from '../../src/pages/desk-care/signup/enrolDraft';
import { newKey, readTerm, termDraft } from '../../src/pages/desk-care/signup/termDraft';
import { feeState, spanText, weekdaysText } from '../../src/pages/desk-care/words';
import type { PickupMatch, RollRow } from '../../types/care';
import type { Fen } from '../../types/money';
import { civilDate, type Instant, instantAt, readClock } from '../../types/time';
import { no, yes } from '../../types/verdict';

const TODAY = civilDate('2026-11-26');
const at = (text: string): Instant => instantAt(TODAY, readClock(text)!);

const row = (no_: number, name: string, over: Partial<RollRow> = {}): RollRow => ({
  id: `2026-11-26:c-1:k-${no_}`,
  childId: `k-${no_}`,
  name,
  pinyin: 'wxm wangxiaoming',
  no: no_,
  card: `card-${no_}`,
  school: '幸福路小学',
  schoolClass: '三年级2班',
  status: 'expected',
  hasHealth: false,
  barred: [],
  mayPicture: false,
  may: { signIn: yes, undo: no('NOT_HERE'), health: yes },
  ...over,
});

describe('the roll', () => {
  const asked = row(3, '赵一诺', { askedAt: at('16:42') });
  const answered = row(2, '陈子涵', { askedAt: at('16:42'), explained: { reason: 'onTheWay', text: '堵车' } });
  const collected = row(4, '刘雨桐', {
    status: 'gone',
    release: { at: at('17:42'), name: '张秀英', relation: '外婆', how: 'code', byName: '王老师' },
  });

  test('asked and unanswered comes first, then who answered, then by number', () =>
    expect(byUrgency([row(1, '王小明'), answered, asked]).map(each => each.no)).toEqual([3, 2, 1]));

  test('says how each stands', () => {
    expect([asked, answered, collected].map(lineOf)).toEqual([
      '16:42 问过家长，还没有回',
      '家长说：在路上，堵车',
      '17:42 交给 外婆 张秀英，经手 王老师',
    ]);
    expect([asked, answered, collected].map(each => tagOf(each).word)).toEqual(['问了没回', '在路上', '已接走']);
    expect(lineOf(row(1, '王小明', { status: 'here', signedInAt: at('16:31'), doing: 'chess', ate: 'some' }))).toBe(
      '16:31 到 · 下棋 · 吃了一些',
    );
    expect(lineOf(row(1, '王小明', { status: 'leave', leaveReason: '发烧' }))).toBe('请假：发烧');
  });

  test('counts by side', () =>
    expect(countsOf([asked, answered, collected, row(5, '周浩然', { status: 'absent' })])).toEqual({
      expected: 2,
      here: 0,
      away: 1,
      gone: 1,
    }));

  test('a card, a number, letters, and what is none of them', () => {
    const rows = [row(1, '王小明'), row(12, '吴小雨', { pinyin: 'wxy wuxiaoyu' })];
    expect(readEntry(rows, 'card-12 ')).toMatchObject({ how: 'scan', row: { no: 12 } });
    expect(readEntry(rows, '12')).toMatchObject({ how: 'code', row: { no: 12 } });
    expect(readEntry(rows, 'wuxi')).toMatchObject({ how: 'find', rows: [{ no: 12 }] });
    expect(readEntry(rows, 'wx')).toMatchObject({ how: 'find', rows: [{ no: 1 }, { no: 12 }] });
    expect(readEntry(rows, '小雨')).toMatchObject({ how: 'find', rows: [{ no: 12 }] });
    expect(readEntry(rows, '99')).toEqual({ how: 'unknown', text: '99' });
  });

  test('what is over and empty comes last, unless a child is still there', () => {
    const cls = (to: string, here: number) => ({ to: readClock(to)!, here });
    const [noon, left, evening] = [cls('13:30', 0), cls('18:00', 1), cls('20:00', 0)];
    expect(inOrder([noon, left, evening], at('18:30'))).toEqual([left, evening, noon]);
    expect(
      totalOf([
        { expected: 3, here: 1, missing: 1, gone: 1 },
        { expected: 4, here: 4, missing: 0, gone: 0 },
      ]),
    ).toEqual({
      expected: 7,
      here: 5,
      missing: 1,
      gone: 1,
    });
  });

  test('what the class does now', () => {
    expect(nowDoing([])).toBe('还没有记今天的活动');
    expect(nowDoing([{ at: at('16:40'), what: 'homework', byName: '王老师' }])).toBe('16:40 起写作业（王老师）');
  });
});

describe('the pick-up counter', () => {
  const adult = (id: string, over: Partial<PickupMatch['adults'][number]> = {}): PickupMatch['adults'][number] => ({
    id,
    name: '张秀英',
    relation: '外婆',
    kind: 'standing',
    hasAccount: false,
    authorised: yes,
    ...over,
  });
  const match = (over: Partial<PickupMatch> = {}): PickupMatch => ({
    id: 'a-1',
    childId: 'k-1',
    childName: '吴小雨',
    className: '四点半一班',
    schoolClass: '三年级2班',
    status: 'here',
    adults: [adult('p-1'), adult('p-2', { authorised: no('PERSON_BARRED') })],
    barred: [],
    ...over,
  });

  test.each([
    ['482016', { kind: 'code', text: '482016' }],
    ['482 016', { kind: 'code', text: '482016' }],
    ['https://x/482016', { kind: 'code', text: '482016' }],
    ['4820', { kind: 'none', left: 2 }],
    ['4820164820', { kind: 'none' }],
    ['w', { kind: 'none' }],
    ['Wx', { kind: 'name', text: 'wx' }],
    ['wu xiao', { kind: 'name', text: 'wuxiao' }],
    ['吴', { kind: 'name', text: '吴' }],
    ['', { kind: 'none' }],
  ])('%p is read', (typed, asked) => expect(readAsked(typed)).toEqual(asked));

  test('one child is meant at once, of several the tapped one', () => {
    const other = match({ id: 'a-2' });
    expect(currentOf([match()], undefined)?.id).toBe('a-1');
    expect(currentOf([match(), other], undefined)).toBeUndefined();
    expect(currentOf([match(), other], 'a-2')?.id).toBe('a-2');
  });

  test('nobody is chosen without a tap or a code, nobody who may not, nobody once it is gone', () => {
    expect(adultFor(match(), undefined)).toBeUndefined();
    expect(adultFor(match(), 'p-1')?.id).toBe('p-1');
    expect(adultFor(match({ adultId: 'p-1' }), undefined)?.id).toBe('p-1');
    expect(adultFor(match(), 'p-2')).toBeUndefined();
    expect(adultFor(match({ status: 'gone' }), 'p-1')).toBeUndefined();
  });

  test('a code proves its own adult alone', () => {
    const code = readAsked('482016');
    expect(proofFor(match({ adultId: 'p-1' }), 'p-1', code)).toEqual({ how: 'code', code: '482016' });
    expect(proofFor(match({ adultId: 'p-1' }), 'p-2', code)).toEqual({ how: 'look' });
    expect(proofFor(match(), 'p-1', readAsked('wx'))).toEqual({ how: 'look' });
  });
});

describe('the draw, repeated on the device', () => {
  const hash = (text: string) => createHash('sha256').update(text).digest('hex');
  test.each(['', 'abc', 'a'.repeat(55), 'a'.repeat(56), 'a'.repeat(64), `${'f'.repeat(64)}:17`])(
    'hashes %p as everybody does',
    text => expect(sha256(text)).toBe(hash(text)),
  );
  test('finds the published order, and a forged one', () => {
    const seed = hash('seed');
    const entries = drawOrder(
      Array.from({ length: 40 }, (_, i) => ({ no: i + 1, rank: i % 5 === 0 ? 1 : 99, ...(i === 7 ? { with: 3 } : {}) })),
      seed,
      hash,
    ).map(each => ({ ...each, place: true, mine: false }));
    const commitment = hash(seed);
    expect(repeatDraw({ commitment, seed, entries })).toEqual({ seed: true, order: true });
    expect(repeatDraw({ commitment: hash('other'), seed, entries })).toEqual({ seed: false, order: true });
    expect(repeatDraw({ commitment, seed, entries: [...entries].reverse() }).order).toBe(false);
    expect(repeatDraw({ commitment, entries: [] })).toEqual({ seed: false, order: false });
  });
});

describe('forms', () => {
  test('a term: days as people write them, a holiday of one day', () => {
    const draft = {
      ...termDraft(),
      name: ' 2027年春季 ',
      first: '2027.2.22',
      last: '20270630',
      holidays: [{ key: 'h0', from: '2027-05-06', to: '', name: '春游' }],
    };
    expect(readTerm(draft)).toEqual({
      wrong: {},
      term: {
        name: '2027年春季',
        first: '2027-02-22',
        last: '2027-06-30',
        holidays: [{ from: '2027-05-06', to: '2027-05-06', name: '春游' }],
      },
    });
    expect(
      Object.keys(readTerm({ ...draft, name: '', first: '春天', holidays: [{ key: 'h0', from: '', to: '', name: '' }] }).wrong),
    ).toEqual(['name', 'first', 'h0.name', 'h0.from', 'h0.to']);
    expect(newKey(draft.holidays)).toBe('h1');
  });

  test('a class: what is missing is said by line; what is whole comes back as it was', () => {
    const empty = readClass(newClass('t-1'));
    expect(Object.keys(empty.wrong).sort()).toEqual(['capacity', 'closesAt', 'name', 'opensAt', 'place', 'ratio']);
    const draft = {
      ...newClass('t-1'),
      name: '四点半一班',
      place: '二楼',
      capacity: '40',
      ratio: '12',
      fee: '300.5',
      weekdays: ['5', '1'],
      opensAt: at('08:00'),
      closesAt: at('18:00'),
    };
    const { cls, wrong } = readClass(draft);
    expect(wrong).toEqual({});
    expect(cls).toMatchObject({ weekdays: [1, 5], fee: 30050, capacity: 40, from: 990 });
    expect(cls).not.toHaveProperty('meal');
    expect(readClass(classDraft({ ...cls, id: 'c-1' } as never)).cls).toEqual({ ...cls, id: 'c-1' });
    expect(readClass({ ...draft, reserved: '5' }).wrong).toHaveProperty('reservedUntil');
  });

  test('a family at the desk: without the paper for the care nothing is kept', () => {
    const whole = {
      ...emptyEnrol,
      name: '吴小雨',
      birthDate: '2017-5-20',
      school: '幸福路小学',
      schoolClass: '三年级2班',
      guardianName: '吴建国',
      relation: '父亲',
      phone: '13900000031',
    };
    expect(Object.keys(readEnrol(whole).wrong)).toEqual(['paper']);
    const { child, wrong } = readEnrol({ ...whole, paper: ['care'] });
    expect(wrong).toEqual({});
    expect(child).toMatchObject({ birthDate: '2017-05-20', guardian: { name: '吴建国', phone: '13900000031' }, paper: ['care'] });
    expect(Object.keys(readEnrol(emptyEnrol).wrong).sort()).toEqual(
      ['birthDate', 'guardianName', 'name', 'paper', 'phone', 'relation', 'school', 'schoolClass'].sort(),
    );
  });

  test('custody: a reason is wanted as soon as something is recorded', () => {
    const none: CustodyDraft = custodyDraft({ childName: '吴小雨', guardians: [], barred: [], note: '' });
    expect(readCustody('k-1', none)).toEqual({ wrong: {}, custody: { childId: 'k-1', barred: [], note: '', end: [] } });
    const uncle = { ...newBarred([]), name: '吴二', relation: '叔叔' };
    expect(Object.keys(readCustody('k-1', { ...none, barred: [uncle] }).wrong)).toEqual(['note']);
    const known = newBarred([uncle], { id: 'g-1', name: '吴建国', relation: '父亲' });
    expect(known).toMatchObject({ key: 'b1', adultId: 'g-1' });
    expect(readCustody('k-1', { ...none, barred: [uncle, known], note: '判决书', decides: 'g-2' }).custody).toMatchObject({
      barred: [
        { name: '吴二', relation: '叔叔' },
        { name: '吴建国', adultId: 'g-1' },
      ],
      decides: 'g-2',
    });
    expect(readCustody('k-1', { ...none, barred: [{ ...uncle, phone: '123' }], note: 'x' }).wrong).toHaveProperty(['b0.phone']);
  });

  test('a fee: an amount, and what the entry needs beside it', () => {
    const draft = entryDraft(30000 as Fen);
    expect(draft.amount).toBe('300');
    expect(readFeeEntry(draft, ['receipt']).wrong).toEqual({ receipt: '请写收据上的号码' });
    expect(readFeeEntry({ ...draft, amount: '88.5', receipt: 'A1' }, ['receipt'])).toEqual({ amount: 8850, wrong: {} });
    expect(readFeeEntry({ ...draft, amount: '0' }, []).wrong).toHaveProperty('amount');
  });

  test('settings come back as they were; ranks follow the order', () => {
    const { settings, wrong } = readSettings(draftOf(FIRST_SETTINGS), FIRST_SETTINGS);
    expect(wrong).toEqual({});
    expect(settings).toEqual(FIRST_SETTINGS);
    const draft = draftOf(FIRST_SETTINGS);
    const turned = readSettings({ ...draft, priorities: [...draft.priorities].reverse() }, FIRST_SETTINGS).settings;
    expect(turned.priorities.map(({ id, rank }) => [id, rank])).toEqual([
      ['both', 1],
      ['low', 2],
      ['hard', 3],
    ]);
    expect(Object.keys(readSettings({ ...draft, name: '', late: [], lunch: '早上' }, FIRST_SETTINGS).wrong).sort()).toEqual(
      ['late', 'lunch', 'name'].sort(),
    );
    expect(newName('p', ['p1', 'p3', 'p4'])).toBe('p5');
  });

  test('the calendar has one correction a day', () => {
    const once = corrected(FIRST_SETTINGS, { day: TODAY, open: false, name: '运动会' });
    const twice = corrected(once, { day: TODAY, open: true, name: '补课' });
    expect(twice.days).toEqual([{ day: TODAY, open: true, name: '补课' }]);
    expect(uncorrected(twice, TODAY)).toEqual(FIRST_SETTINGS);
  });
});

test('words', () => {
  expect(weekdaysText([5, 1, 2, 4, 3])).toBe('周一到周五');
  expect(weekdaysText([4, 2])).toBe('周二、周四');
  expect([spanText(at('18:00'), at('18:20')), spanText(at('18:00'), at('19:05'))]).toEqual(['20 分钟', '1 小时 5 分']);
  const fee = (over: object) => feeState({ owed: 300, paid: 0, waived: 0, refunded: 0, due: 0, ...over } as never).word;
  expect([fee({ owed: 0 }), fee({ due: 30000 }), fee({ waived: 300 }), fee({ paid: 300 })]).toEqual([
    '不收费',
    '欠 ¥300',
    '已减免',
    '已交清',
  ]);
});

test('the first page of the desk has numbers and classes, no child’s name', () => {
  const line = { id: 'a', childId: 'k', childName: '吴小雨', className: '四点半一班', phones: [] };
  const board = {
    late: [{ ...line, since: at('18:00'), alarmed: false }],
    calls: [{ ...line, askedAt: at('16:42') }],
    classes: [],
  };
  expect(careTasks(board).map(({ title, to }) => [title, to[0]])).toEqual([
    ['1 个孩子过了时间没接走', 'desk-care/pickup'],
    ['1 个孩子没到，要打电话', 'desk-care/board'],
  ]);
  expect(JSON.stringify(careTasks(board))).not.toContain('吴小雨');
  expect(careTasks(undefined)).toEqual([]);
});
