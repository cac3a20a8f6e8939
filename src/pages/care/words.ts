/** How the care speaks: every coded value of the contract in plain words. Shared by the families' pages and the desk. */
import type {
  AbsenceReason,
  Activity,
  AttendanceStatus,
  CareRead,
  ClassKind,
  ClassView,
  ConsentPurpose,
  EnrolmentStatus,
  IncidentKind,
} from '../../../types/care';
import { type CivilDate, clockText, dateText, dayOf, dayText, type Instant, minuteOf, weekdayText } from '../../../types/time';
import type { Tone } from '../../components/Tag';
import type { IconName } from '../../styles/icons';

export const KIND: Record<ClassKind, { word: string; icon: IconName }> = {
  afternoon: { word: '四点半托管', icon: 'clock' },
  noon: { word: '午餐午休', icon: 'bowl' },
  dinner: { word: '晚餐', icon: 'bowl' },
  evening: { word: '晚间看护', icon: 'home' },
};

/** Where a child is on one day, in a word. */
export const ATTENDANCE: Record<AttendanceStatus, { word: string; tone: Tone }> = {
  expected: { word: '还没到', tone: 'neutral' },
  leave: { word: '已请假', tone: 'info' },
  absent: { word: '今天不来', tone: 'info' },
  here: { word: '已签到', tone: 'success' },
  moved: { word: '去了下一个班', tone: 'primary' },
  gone: { word: '已接走', tone: 'primary' },
};

export const ENROLMENT: Record<EnrolmentStatus, { word: string; tone: Tone }> = {
  entered: { word: '等抽签', tone: 'info' },
  waiting: { word: '候补中', tone: 'warning' },
  offered: { word: '等您确认', tone: 'accent' },
  enrolled: { word: '已报上', tone: 'success' },
  withdrawn: { word: '已退出', tone: 'neutral' },
  declined: { word: '没有要', tone: 'neutral' },
  expired: { word: '过期没确认', tone: 'neutral' },
  ended: { word: '已结束', tone: 'neutral' },
};
/** Still counts for something: a place, or the hope of one. */
export const LIVE: readonly EnrolmentStatus[] = ['entered', 'waiting', 'offered', 'enrolled'];

export const ACTIVITY: Record<Activity, string> = {
  homework: '写作业',
  chess: '下棋',
  books: '看书',
  craft: '做手工',
  outdoors: '户外活动',
  rest: '休息',
};
export const EATEN: Record<'all' | 'some' | 'none', string> = { all: '吃完了', some: '吃了一些', none: '没怎么吃' };
export const ABSENCE: Record<AbsenceReason, string> = {
  sick: '生病了',
  home: '在家，今天不来',
  onTheWay: '在路上，马上到',
  other: '别的原因',
};
/** In the order in which they are likely. */
export const ABSENCE_KEYS = ['onTheWay', 'sick', 'home', 'other'] as const satisfies readonly AbsenceReason[];
export const INCIDENT: Record<IncidentKind, string> = {
  fall: '摔倒',
  bump: '磕碰',
  fever: '发热',
  quarrel: '争执',
  other: '别的情况',
};
export const READ: Record<CareRead, string> = {
  health: '看了健康和过敏',
  incident: '看了情况记录',
  custody: '看了监护登记',
  sheet: '导出了考勤表',
  export: '导出了名单',
};

/** What a consent is about, what follows a no, and what follows taking it back. The text itself comes from the community. */
export const PURPOSE: Record<ConsentPurpose, { name: string; needed: boolean; ifNot: string; ifWithdrawn: string }> = {
  care: {
    name: '托管与接送安全',
    needed: true,
    ifNot: '不同意，就不能保存孩子的信息，也不能报名。',
    ifWithdrawn: '撤回以后，孩子的名额到今天为止，从明天起不再参加托管；接送码和接送人也不再有效。',
  },
  health: {
    name: '健康和过敏信息',
    needed: false,
    ifNot: '不同意也能参加托管，只是老师不知道孩子对什么过敏。',
    ifWithdrawn: '撤回以后，填写的健康和过敏信息马上删除，老师看不到，厨房也不再按过敏备餐。',
  },
  pictures: {
    name: '活动照片',
    needed: false,
    ifNot: '不同意也能参加托管，老师只写文字，不拍您的孩子。',
    ifWithdrawn: '撤回以后，已有的照片马上不再显示，老师不再拍您的孩子。',
  },
};

const LETTERS = ['一', '二', '三', '四', '五', '六', '日'];

/** 周一到周五; 周一、三、五; 每天. `weekdays`: 1 Monday … 7 Sunday. */
export function weekdaysText(weekdays: readonly number[]): string {
  const days = [...weekdays].sort((a, b) => a - b);
  const [first = 1, last = 1] = [days[0], days.at(-1)];
  if (days.length === 7) return '每天';
  if (days.length > 2 && last - first === days.length - 1) return `周${LETTERS[first - 1]}到周${LETTERS[last - 1]}`;
  return `周${days.map(day => LETTERS[day - 1]).join('、')}`;
}

/** 16:30–18:00 */
export const hoursText = ({ from, to }: Pick<ClassView, 'from' | 'to'>): string => `${clockText(from)}–${clockText(to)}`;

/** 周一到周五 16:30–18:00 */
export const meetsText = (of: Pick<ClassView, 'from' | 'to' | 'weekdays'>): string =>
  `${weekdaysText(of.weekdays)} ${hoursText(of)}`;

export const timeText = (at: Instant): string => clockText(minuteOf(at));

/** 今天 18:00; 明天 12:00; 11月30日 08:00. */
export function momentText(at: Instant, now: Instant): string {
  const day = dayOf(at);
  return `${dayText(day, dayOf(now))} ${timeText(at)}`;
}

/** 11月26日 周四 */
export const dayLabel = (day: CivilDate): string => `${dateText(day)} ${weekdayText(day)}`;

/** 6 到 12 岁 */
export const agesText = ({ minAge, maxAge }: Pick<ClassView, 'minAge' | 'maxAge'>): string =>
  minAge === maxAge ? `${minAge} 岁` : `${minAge} 到 ${maxAge} 岁`;

/** Six digits in two groups, as one says them: 482 016. */
export const codeText = (code: string): string => code.replace(/^(\d{3})(\d{3})$/, '$1 $2');
