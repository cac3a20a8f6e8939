/** How the desk of the care says what the contract names. Pure. */
import type {
  AbsenceReason,
  Activity,
  AttendanceStatus,
  ClassKind,
  ClassStatus,
  ConsentPurpose,
  EnrolmentStatus,
  Fee,
  IncidentKind,
  LateRung,
} from '../../../types/care';
import { type Fen, yuanText } from '../../../types/money';
import { type CivilDate, clockText, type Instant, minuteOf } from '../../../types/time';
import type { Tone } from '../../components/Tag';
import { momentText } from '../desk/words';

type Worded = { word: string; tone: Tone };

export const ATTENDANCE: Record<AttendanceStatus, Worded> = {
  expected: { word: '还没到', tone: 'warning' },
  leave: { word: '请假', tone: 'neutral' },
  absent: { word: '今天不来', tone: 'neutral' },
  here: { word: '在托管', tone: 'success' },
  moved: { word: '去了下一班', tone: 'info' },
  gone: { word: '已接走', tone: 'info' },
};

export const ENROLMENT: Record<EnrolmentStatus, Worded> = {
  entered: { word: '等抽签', tone: 'info' },
  waiting: { word: '候补', tone: 'warning' },
  offered: { word: '等家长确认', tone: 'accent' },
  enrolled: { word: '在班', tone: 'success' },
  withdrawn: { word: '已退出', tone: 'neutral' },
  declined: { word: '放弃了名额', tone: 'neutral' },
  expired: { word: '过期没确认', tone: 'neutral' },
  ended: { word: '已结束', tone: 'neutral' },
};

export const CLASS: Record<ClassStatus, Worded> = {
  draft: { word: '草稿', tone: 'warning' },
  open: { word: '开放', tone: 'success' },
  ended: { word: '已结束', tone: 'neutral' },
};

export const KIND_TEXT: Record<ClassKind, string> = {
  afternoon: '四点半托管',
  noon: '午餐午休',
  dinner: '晚餐',
  evening: '晚间看护',
};
export const ACTIVITY_TEXT: Record<Activity, string> = {
  homework: '写作业',
  chess: '下棋',
  books: '看书',
  craft: '做手工',
  outdoors: '户外活动',
  rest: '休息',
};
export const EATEN_TEXT = { all: '吃完了', some: '吃了一些', none: '没怎么吃' } as const;
export const REASON_TEXT: Record<AbsenceReason, string> = { sick: '生病', home: '在家', onTheWay: '在路上', other: '其他' };
export const INCIDENT_TEXT: Record<IncidentKind, string> = {
  fall: '摔倒',
  bump: '磕碰',
  fever: '发热',
  quarrel: '争执',
  other: '其他',
};
export const PURPOSE_TEXT: Record<ConsentPurpose, string> = { care: '托管和接送', health: '健康和过敏', pictures: '活动照片' };
export const GUARDIAN_TEXT = { invited: '等对方接受', confirmed: '监护人', ended: '已结束' } as const;
export const PRIORITY_TEXT = { asked: '待审核', confirmed: '已确认', refused: '不符合' } as const;
export const MODE_TEXT = { firstCome: '先到先得', draw: '抽签' } as const;
export const FEE_TEXT = { paid: '收款', waived: '减免', refunded: '退款' } as const;
export const WHO_TEXT: Record<LateRung['who'], string> = { guardians: '监护人', adults: '全部接送人', staff: '值班人员' };
export const BY_TEXT: Record<LateRung['way'], string> = { push: '微信提醒', text: '短信', call: '电话' };
export const ADULT_TEXT = { guardian: '监护人', standing: '接送人', temporary: '临时，只限今天' } as const;

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'];
export const weekdayOptions = WEEKDAYS.map((name, i) => ({ value: String(i + 1), text: `周${name}` }));

/** 周一到周五 · 周二、周四 */
export function weekdaysText(days: readonly number[]): string {
  const sorted = [...days].sort((a, b) => a - b);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return '';
  const run = sorted.length > 2 && last - first === sorted.length - 1;
  return run ? `周${WEEKDAYS[first - 1]}到周${WEEKDAYS[last - 1]}` : sorted.map(day => `周${WEEKDAYS[day - 1]}`).join('、');
}

/** 16:30–18:00 */
export const hoursText = ({ from, to }: { from: number; to: number }): string => `${clockText(from)}–${clockText(to)}`;

export const clockOf = (at: Instant): string => clockText(minuteOf(at));

/** 20 分钟 · 1 小时 5 分 */
export function spanText(from: Instant, to: Instant): string {
  const minutes = Math.max(0, Math.floor((to - from) / 60_000));
  if (minutes < 60) return `${minutes} 分钟`;
  return minutes % 60 === 0 ? `${minutes / 60} 小时` : `${Math.floor(minutes / 60)} 小时 ${minutes % 60} 分`;
}

/** 外婆 张秀英; somebody without a name of their own is only named once. */
export const personText = ({ name, relation }: { name: string; relation: string }): string => `${relation} ${name}`;

export const feeText = (fee: Fen): string => (fee === 0 ? '免费' : `每学期 ${yuanText(fee)}`);

/** What of a fee is still to do, in a word. */
export function feeState(fee: Fee): Worded {
  if (fee.owed === 0) return { word: '不收费', tone: 'neutral' };
  if (fee.due > 0) return { word: `欠 ${yuanText(fee.due)}`, tone: 'warning' };
  return fee.waived >= fee.owed ? { word: '已减免', tone: 'info' } : { word: '已交清', tone: 'success' };
}

/** 12月1日 18:00 前确认 */
export const offerText = (until: Instant, today: CivilDate): string => `${momentText(until, today)} 前确认`;
