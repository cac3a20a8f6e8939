/** Replies of the care as the families' pages get them: 李敏 has two children in it, 小满 and 小川; their grandmother 王桂兰 collects. */

import type { ChildFile, ClassOffer, Drawn, Month, MyCare, MyChild } from '../../src/pages/care/queries';
import type { AdultView, ClassView, ConsentView, DayView, EnrolmentView, Fee, GuardianView, Health } from '../../types/care';
import type { Call, Envelope } from '../../types/contract';
import { type Fen, fen } from '../../types/money';
import {
  addDays,
  type CivilDate,
  civilDate,
  daysFrom,
  type Instant,
  instantAt,
  type MinuteOfDay,
  weekdayOf,
} from '../../types/time';
import { no, yes } from '../../types/verdict';

export const TODAY = civilDate('2026-11-26');
/** Thursday, twenty past five: the children are there. */
export const NOW = instantAt(TODAY, 17 * 60 + 20);
/** A clock time some days from today. */
export const at = (clock: string, days = 0): Instant => {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  return instantAt(addDays(TODAY, days), hour * 60 + minute);
};
const minute = (clock: string): MinuteOfDay => {
  const [hour = 0, rest = 0] = clock.split(':').map(Number);
  return (hour * 60 + rest) as MinuteOfDay;
};

export const fee = (over: Partial<Fee> = {}): Fee => {
  const nothing = 0 as Fen;
  return { owed: nothing, paid: nothing, waived: nothing, refunded: nothing, due: nothing, ...over };
};

export const day = (over: Partial<DayView> = {}): DayView => ({
  id: `${TODAY}:c-a:k-man`,
  day: TODAY,
  classId: 'c-a',
  className: '四点半A班',
  from: minute('16:30'),
  to: minute('18:00'),
  status: 'here',
  leaveUntil: at('15:30'),
  signedInAt: at('16:32'),
  activities: [
    { at: at('16:40'), what: 'homework', text: '语文练习册' },
    { at: at('17:10'), what: 'outdoors', text: '' },
  ],
  doing: 'chess',
  ate: 'some',
  note: '今天作业都写完了，下棋赢了两盘。水杯忘在桌上，明天带走。',
  pictures: 2,
  incidents: [],
  temporaries: [],
  may: { leave: no('ALREADY_HERE'), cancelLeave: no('NO_LEAVE'), explain: no('ALREADY_HERE'), temporary: yes },
  ...over,
});

export const enrolment = (over: Partial<EnrolmentView> = {}): EnrolmentView => ({
  id: 'c-a:k-man',
  classId: 'c-a',
  className: '四点半A班',
  termName: '2026年秋季',
  childId: 'k-man',
  childName: '小满',
  status: 'enrolled',
  no: 7,
  mode: 'firstCome',
  from: civilDate('2026-09-01'),
  signedUpByName: '李敏',
  onBehalf: false,
  fee: fee({ owed: fen(80_000), paid: fen(30_000), due: fen(50_000) }),
  may: { accept: no('NO_OFFER'), withdraw: yes, change: yes },
  ...over,
});

export const offer = (): EnrolmentView =>
  enrolment({
    id: 'c-e:k-chuan',
    classId: 'c-e',
    className: '晚间看护班',
    childId: 'k-chuan',
    childName: '小川',
    status: 'offered',
    no: 12,
    from: undefined,
    offerUntil: at('12:00', 1),
    fee: fee({ owed: fen(60_000), due: fen(60_000) }),
    may: { accept: yes, withdraw: yes, change: no('NOT_ENROLLED') },
  });

export const child = (over: Partial<MyChild> = {}): MyChild => ({
  id: 'k-man',
  name: '小满',
  school: '幸福路小学',
  schoolClass: '三年级2班',
  lacking: [],
  today: [day()],
  enrolments: [enrolment()],
  may: { decide: yes, signUp: yes },
  ...over,
});

/** Not come, nobody knows why; and something he bumped into yesterday is no news today. */
const chuan = (over: Partial<MyChild> = {}): MyChild =>
  child({
    id: 'k-chuan',
    name: '小川',
    schoolClass: '五年级1班',
    today: [
      day({
        id: `${TODAY}:c-b:k-chuan`,
        classId: 'c-b',
        className: '四点半B班',
        status: 'expected',
        signedInAt: undefined,
        activities: [],
        doing: undefined,
        ate: undefined,
        note: undefined,
        pictures: 0,
        askedAt: at('16:40'),
        may: { leave: no('LEAVE_CUTOFF', { at: at('15:30') }), cancelLeave: no('NO_LEAVE'), explain: yes, temporary: yes },
      }),
    ],
    enrolments: [
      enrolment({ id: 'c-b:k-chuan', classId: 'c-b', className: '四点半B班', childId: 'k-chuan', childName: '小川' }),
      offer(),
    ],
    ...over,
  });

const collect = (over: Partial<MyCare['collect'][number]> = {}): MyCare['collect'][number] => ({
  attendanceId: `${TODAY}:c-a:k-man`,
  childName: '小满',
  className: '四点半A班',
  day: TODAY,
  to: minute('18:00'),
  code: '482016',
  state: 'here',
  ...over,
});

export const myCare = (over: Partial<MyCare> = {}): MyCare => ({
  now: NOW,
  today: TODAY,
  care: { name: '四点半学堂', place: '社区服务中心二楼', phone: '02787654321' },
  open: true,
  children: [child(), chuan()],
  invitations: [],
  collect: [
    collect(),
    collect({
      attendanceId: `${TODAY}:c-b:k-chuan`,
      childName: '小川',
      className: '四点半B班',
      code: '913570',
      state: 'notHereYet',
    }),
  ],
  may: { addChild: yes },
  ...over,
});

/** The family at each place where it meets the care. */
export const families = {
  parent: (): MyCare => myCare(),
  /** Collects only. */
  grandmother: (): MyCare => myCare({ children: [], collect: [collect()], may: { addChild: yes } }),
  nobody: (): MyCare => myCare({ children: [], collect: [] }),
  /** Asked to be a guardian; a child without consent, a holiday, nothing signed up for. */
  beginning: (): MyCare =>
    myCare({
      open: false,
      dayName: '元旦',
      collect: [],
      invitations: [{ childId: 'k-tian', childName: '小天', byName: '王强', relation: '妈妈' }],
      children: [
        child({ lacking: ['care', 'health', 'pictures'], today: [], enrolments: [] }),
        child({ id: 'k-chuan', name: '小川', today: [], enrolments: [enrolment({ status: 'waiting', position: 3 })] }),
      ],
    }),
  /** Two classes on one day, everything over; and one who has leave. */
  evening: (): MyCare =>
    myCare({
      collect: [collect({ state: 'collected' })],
      children: [
        child({
          today: [
            day({ status: 'moved', doing: undefined, pictures: 0, note: undefined, activities: [] }),
            day({
              id: `${TODAY}:c-e:k-man`,
              className: '晚间看护班',
              from: minute('18:00'),
              to: minute('20:00'),
              status: 'gone',
              doing: undefined,
              incidents: [{ id: 'i-1', kind: 'bump', at: at('18:40') }],
              release: { at: at('19:02'), name: '王桂兰', relation: '奶奶', how: 'code', byName: '周老师' },
            }),
          ],
        }),
        chuan({
          today: [
            day({
              status: 'leave',
              leaveReason: '生病',
              signedInAt: undefined,
              activities: [],
              doing: undefined,
              ate: undefined,
              note: undefined,
              pictures: 0,
              may: { leave: no('PAST_DAY'), cancelLeave: yes, explain: no('PAST_DAY'), temporary: no('ALREADY_GONE') },
            }),
          ],
        }),
      ],
    }),
} as const;
export type FamilyName = keyof typeof families;

const guardian = (over: Partial<GuardianView> = {}): GuardianView => ({
  id: 'g-min',
  name: '李敏',
  relation: '妈妈',
  phone: '139****0001',
  status: 'confirmed',
  me: true,
  decides: false,
  may: { end: no('LAST_GUARDIAN') },
  ...over,
});

const adult = (over: Partial<AdultView> = {}): AdultView => ({
  id: 'a-wang',
  name: '王桂兰',
  relation: '奶奶',
  phone: '138****5678',
  kind: 'standing',
  hasAccount: true,
  byName: '李敏',
  authorised: yes,
  may: { end: yes },
  ...over,
});

const TEXTS = {
  care: '为了照看孩子、核对接送人、在紧急情况下联系您，我们保存孩子的姓名、出生日期、学校班级和您填写的接送人。只有托管工作人员看得到，孩子退出后按规定删除。您可以不同意，也可以随时撤回。',
  health:
    '为了不让孩子吃到过敏的东西、生病时处理得当，我们加密保存您填写的健康和过敏信息。只有当天值班的老师看得到，每次查看都有记录。',
  pictures: '老师可能在当天的小结里附上孩子活动的照片，只给这个孩子的监护人看，到期自动删除。',
} as const;

export const consent = (over: Partial<ConsentView> = {}): ConsentView => ({
  purpose: 'care',
  text: TEXTS[over.purpose ?? 'care'],
  version: 2,
  months: 12,
  holds: true,
  said: {
    given: true,
    version: 2,
    from: civilDate('2026-09-01'),
    to: civilDate('2027-08-31'),
    byName: '李敏',
    at: at('09:00', -80),
  },
  ...over,
});

export const childFile = (over: Partial<ChildFile> = {}): ChildFile => ({
  id: 'k-man',
  name: '小满',
  birthDate: civilDate('2018-03-08'),
  school: '幸福路小学',
  schoolClass: '三年级2班',
  home: { buildingId: 'b0', unitId: 'b0u2', room: '501', text: '3栋2单元501' },
  guardians: [
    guardian(),
    guardian({
      id: 'g-qiang',
      name: '王强',
      relation: '爸爸',
      status: 'invited',
      me: false,
      phone: '137****0002',
      may: { end: yes },
    }),
  ],
  adults: [
    adult({ id: 'g-min', name: '李敏', relation: '妈妈', kind: 'guardian', may: { end: no('OFFICE_DECIDES') } }),
    adult(),
    adult({
      id: 'a-zhang',
      name: '张阿姨',
      relation: '邻居',
      phone: undefined,
      hasAccount: false,
      until: addDays(TODAY, 30),
      authorised: no('PERSON_BARRED'),
    }),
  ],
  consents: [
    consent(),
    consent({
      purpose: 'health',
      holds: false,
      said: {
        given: true,
        version: 1,
        from: civilDate('2025-09-01'),
        to: civilDate('2026-08-31'),
        byName: '李敏',
        at: at('09:00', -400),
      },
    }),
    consent({
      purpose: 'pictures',
      holds: false,
      said: {
        given: false,
        version: 2,
        from: civilDate('2026-09-01'),
        to: civilDate('2026-09-01'),
        byName: '李敏',
        at: at('09:00', -80),
      },
    }),
  ],
  hasHealth: true,
  reads: [{ at: at('16:35'), byName: '周老师', what: 'health' }],
  may: { decide: yes, save: yes, erase: no('STILL_ENROLLED'), health: yes, addAdult: yes, invite: yes },
  ...over,
});

const health: Health = {
  allergens: ['peanut', 'egg'],
  diets: ['noPork'],
  note: '哮喘，书包里有喷雾。',
  emergency: '舅舅 13900000003',
};

export const classView = (over: Partial<ClassOffer> = {}): ClassOffer => ({
  ...({
    id: 'c-a',
    termId: 't-1',
    termName: '2026年秋季',
    first: civilDate('2026-09-01'),
    last: civilDate('2027-01-22'),
    kind: 'afternoon',
    name: '四点半A班',
    place: '二楼大教室',
    weekdays: [1, 2, 3, 4, 5],
    from: minute('16:30'),
    to: minute('18:00'),
    capacity: 60,
    reserved: 0,
    left: 0,
    ratio: 15,
    fee: fen(80_000),
    minAge: 6,
    maxAge: 12,
    mode: 'firstCome',
    opensAt: at('08:00', -90),
    closesAt: at('18:00', 20),
    status: 'open',
  } satisfies ClassView),
  waiting: 4,
  may: { signUp: yes },
  ...over,
});

const offers = (childId: string | undefined): ClassOffer[] => [
  classView({ enrolment: { id: 'c-a:k-man', status: 'enrolled' }, may: { signUp: no('ALREADY_SIGNED_UP') } }),
  classView({
    id: 'c-n',
    kind: 'noon',
    name: '午餐午休班',
    from: minute('11:40'),
    to: minute('14:00'),
    meal: 'lunch',
    fee: fen(0),
    left: 12,
    waiting: 0,
  }),
  classView({ id: 'c-full', kind: 'dinner', name: '晚餐班', weekdays: [1, 3, 5], from: minute('18:00'), to: minute('19:00') }),
  classView({
    id: 'c-soon',
    termId: 't-2',
    termName: '2027年寒假',
    first: civilDate('2027-01-25'),
    last: civilDate('2027-02-10'),
    name: '寒假全天班',
    weekdays: [1, 2, 3, 4, 5],
    from: minute('08:30'),
    to: minute('17:30'),
    left: 60,
    reserved: 10,
    reservedUntil: at('08:00', 4),
    waiting: 0,
    opensAt: at('08:00', 1),
    meal: 'lunch',
    may: {
      signUp: childId === 'k-chuan' ? no('OUTSIDE_AGES', { min: 6, max: 9 }) : no('SIGNUP_NOT_YET', { at: at('08:00', 1) }),
    },
  }),
  classView({
    id: 'c-draw',
    termId: 't-2',
    termName: '2027年寒假',
    first: civilDate('2027-01-25'),
    last: civilDate('2027-02-10'),
    name: '寒假手工班',
    mode: 'draw',
    left: 20,
    capacity: 20,
    waiting: 0,
    fee: fen(30_000),
    draw: { commitment: 'a3f1'.repeat(16) },
  }),
];

export const PRIORITIES = [
  { id: 'hard', name: '困境儿童', rank: 1 },
  { id: 'low', name: '低保家庭', rank: 2, document: '低保证' },
  { id: 'both', name: '双职工家庭', rank: 3, document: '父母双方的单位证明' },
];

const STATES: Partial<Record<string, Month['days'][number]['status']>> = {
  '10': 'gone',
  '11': 'gone',
  '12': 'leave',
  '13': 'absent',
  '26': 'here',
};

/** November: a make-up Saturday, two holidays, the past with what was. */
export const month = (name: string): Month => ({
  className: '四点半A班',
  days: daysFrom(civilDate(`${name}-01`), 30).map((each: CivilDate) => {
    const number = each.slice(8);
    const weekend = weekdayOf(each) > 5;
    const holiday = number === '19' || number === '20';
    const makeUp = number === '28';
    const open = makeUp || !(weekend || holiday);
    const status = STATES[number];
    return {
      day: each,
      open,
      ...(holiday ? { name: '校运动会' } : makeUp ? { name: '调休上课' } : {}),
      ...(open ? { id: `${each}:c-a:k-man`, leaveUntil: instantAt(each, 15 * 60 + 30) } : {}),
      ...(status ? { status } : {}),
      ...(open
        ? { may: { leave: each > TODAY ? yes : no('LEAVE_CUTOFF', { at: at('15:30') }), cancelLeave: no('NO_LEAVE') } }
        : {}),
    };
  }),
});

export const drawn = (over: Partial<Drawn> = {}): Drawn => ({
  className: '寒假手工班',
  commitment: 'a3f1c09b'.repeat(8),
  seed: '5e0d77aa'.repeat(8),
  drawnAt: at('18:05', -1),
  places: 2,
  entries: [14, 3, 27, 8].map((number, index) => ({
    no: number,
    rank: number === 14 ? 2 : 9,
    place: index < 2,
    mine: number === 8,
  })),
  ...over,
});

const codes = {
  childName: '小满',
  day: TODAY,
  codes: [
    { adultId: 'g-min', name: '李敏', relation: '妈妈', me: true, temporary: false, code: '482016' },
    { adultId: 'a-wang', name: '王桂兰', relation: '奶奶', me: false, temporary: false, code: '730215' },
    { adultId: 'a-sun', name: '孙老师', relation: '邻居', me: false, temporary: true, code: '069441' },
  ],
};

const me = {
  account: { name: '李敏', phone: '139****0001', status: 'member' },
  roles: ['resident', 'family'],
  grants: [],
  community: { id: 'xfl', name: '幸福里社区', phone: '02712345678', address: '幸福路 8 号' },
  elders: [],
  family: [],
  bindings: [],
  may: { join: yes, askBinding: yes, claimFirstAdmin: yes, erase: yes },
};

const tree = {
  grids: [],
  buildings: ['3栋', '5栋'].map((name, index) => ({
    id: `b${index}`,
    name,
    units: [
      { id: `b${index}u1`, name: '1单元' },
      { id: `b${index}u2`, name: '2单元' },
    ],
  })),
  residents: {},
};

/** Answers as the cloud would, for one family; `now`: its clock when a class is asked for. */
export const careCloud =
  (family: FamilyName = 'parent', now = NOW) =>
  (_domain: string, { action, input }: Call): Envelope<unknown> => {
    const asked = input as { childId?: string; month?: string; classId?: string; attendanceId?: string };
    const replies: Record<string, () => unknown> = {
      me: () => me,
      tree: () => tree,
      myCare: families[family],
      child: () => childFile(),
      consentTexts: () => ({
        texts: (['care', 'health', 'pictures'] as const).map(purpose => ({
          purpose,
          text: TEXTS[purpose],
          version: 2,
          months: 12,
        })),
      }),
      addChild: () => ({ childId: 'k-new' }),
      health: () => ({ childName: '小满', health, updatedAt: at('09:00', -3) }),
      classes: () => ({ now, priorities: PRIORITIES, classes: offers(asked.childId) }),
      calendar: () => month(asked.month ?? '2026-11'),
      draw: () => drawn(),
      codes: () => codes,
      pictures: () => ({ urls: [] }),
      incident: () => ({
        childName: '小满',
        day: TODAY,
        kind: 'bump',
        text: '跑的时候额头碰到桌角，冷敷十分钟，没有破皮。',
        byName: '周老师',
        at: at('18:42'),
      }),
      signUp: () =>
        enrolment({
          childId: asked.childId ?? '',
          childName: asked.childId === 'k-chuan' ? '小川' : '小满',
          status: 'waiting',
          position: 5,
          classId: asked.classId ?? '',
        }),
      addTemporary: () => day(),
    };
    const data = (replies[action] ?? (() => ({ done: true })))();
    return { ok: true, data };
  };
