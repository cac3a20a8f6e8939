/** One day of one child in short sentences. Pure. */
import type { CollectView, DayView } from '../../../../types/care';
import { clockText, type Instant, instantAt } from '../../../../types/time';
import type { Moment } from '../../../components/Timeline';
import { ABSENCE, ACTIVITY, ATTENDANCE, EATEN, timeText } from '../words';

type Short = { word: string; tone: (typeof ATTENDANCE)[keyof typeof ATTENDANCE]['tone'] };

type State = Pick<DayView, 'status' | 'askedAt' | 'explained' | 'day' | 'from'>;

/** The state in a word: before the class nobody is missing, and a child that is asked about is not just 还没到. */
export function stateOf({ status, askedAt, explained, day, from }: State, now: Instant): Short {
  if (status !== 'expected') return ATTENDANCE[status];
  if (askedAt === undefined) return now < instantAt(day, from) ? { word: '还没开始', tone: 'neutral' } : ATTENDANCE.expected;
  return explained ? { word: '在路上', tone: 'info' } : { word: '到点没来', tone: 'danger' };
}

/** Nobody has said where the child is. */
export const isAsked = ({ status, askedAt, explained, may }: DayView): boolean =>
  status === 'expected' && askedAt !== undefined && !explained && may.explain.ok;

const whoText = ({ name, relation }: { name: string; relation: string }): string => (relation ? `${name}（${relation}）` : name);

function arrival(day: DayView): Moment[] {
  if (day.signedInAt) return [{ time: timeText(day.signedInAt), title: '到了', done: true }];
  if (day.status === 'leave') {
    return [{ time: '请假', title: day.leaveReason ? `请假了：${day.leaveReason}` : '请假了', done: true }];
  }
  if (day.status === 'absent' && day.explained) return [{ time: '不来', title: absenceText(day.explained), done: true }];
  return [{ time: clockText(day.from), title: '应该到', text: day.explained && absenceText(day.explained), done: false }];
}

/** 在路上，马上到：堵车 */
export const absenceText = ({ reason, text }: NonNullable<DayView['explained']>): string =>
  text ? `${ABSENCE[reason]}：${text}` : ABSENCE[reason];

function leaving(day: DayView): Moment[] {
  const { release, status, to } = day;
  if (release) {
    const how = release.how === 'code' ? '核对了接送码' : '当面核对了身份';
    return [{ time: timeText(release.at), title: `${whoText(release)}接走了`, text: `${release.byName}${how}`, done: true }];
  }
  return status === 'here' ? [{ time: clockText(to), title: '等着接', done: false }] : [];
}

/** Arrived, doing, ate, collected: what has been, and what is to come. */
export function momentsOf(day: DayView): Moment[] {
  const doing: Moment[] =
    day.doing && day.status === 'here' ? [{ time: '现在', title: `在${ACTIVITY[day.doing]}`, done: true }] : [];
  const ate: Moment[] = day.ate ? [{ time: '吃饭', title: EATEN[day.ate], done: true }] : [];
  return [...arrival(day), ...doing, ...ate, ...leaving(day)];
}

/** What is there to open besides: 小结、3 张照片、1 条情况. Undefined: nothing. */
export function moreText({ note, pictures, incidents, activities }: DayView): string | undefined {
  const parts = [
    incidents.length > 0 ? `${incidents.length} 条情况` : '',
    note ? '老师的小结' : '',
    pictures > 0 ? `${pictures} 张照片` : '',
    activities.length > 0 ? '做了什么' : '',
  ].filter(Boolean);
  return parts.length > 0 ? parts.join('、') : undefined;
}

export const COLLECT: Record<CollectView['state'], Short> = {
  notHereYet: { word: '还没签到', tone: 'neutral' },
  here: { word: '可以来接', tone: 'success' },
  collected: { word: '已接走', tone: 'primary' },
};
