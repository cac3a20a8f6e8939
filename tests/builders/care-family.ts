/** Replies of the care as the families' pages get them: 李敏 has two children in it, 小满 and 小川; their grandmother 王桂兰 collects. */

import type { MyCare, MyChild } from '../../src/pages/care/queries';
import type { DayView, EnrolmentView, Fee } from '../../types/care';
import { type Fen, fen } from '../../types/money';
import { addDays, civilDate, type Instant, instantAt, type MinuteOfDay } from '../../types/time';
import { no, yes } from '../../types/verdict';

export const TODAY = civilDate('2026-11-26');
/** Thursday, twenty past five: the children are there. */
export const NOW = instantAt(TODAY, 17 * 60 + 20);
/** A clock time some days from today. */
export const at = (clock: string, days = 0): Instant => {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  return instantAt(addDays(TODAY, days), hour * 60 + minute);
};
export const minute = (clock: string): MinuteOfDay => {
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
