/** Classes of the care, their calendar, a published draw, the codes of a day. */
import type { ClassOffer, Drawn, Month } from '../../src/pages/care/queries';
import type { ClassView } from '../../types/care';
import { fen } from '../../types/money';
import { type CivilDate, civilDate, daysFrom, instantAt, weekdayOf } from '../../types/time';
import { no, yes } from '../../types/verdict';
import { at, minute, TODAY } from './care-family';

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

export const offers = (childId: string | undefined): ClassOffer[] => [
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

export const codes = {
  childName: '小满',
  day: TODAY,
  codes: [
    { adultId: 'g-min', name: '李敏', relation: '妈妈', me: true, temporary: false, code: '482016' },
    { adultId: 'a-wang', name: '王桂兰', relation: '奶奶', me: false, temporary: false, code: '730215' },
    { adultId: 'a-sun', name: '孙老师', relation: '邻居', me: false, temporary: true, code: '069441' },
  ],
};
