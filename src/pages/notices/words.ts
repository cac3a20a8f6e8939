/** Words of notices, for residents and the desk. */
import type { MyNotice, NoticeCategory, OpenNotice } from '../../../types/notices';
import { type CivilDate, clockText, dayOf, dayText, type Instant, minuteOf } from '../../../types/time';
import type { Tone } from '../../components/Tag';

export const CATEGORY_TEXT: Record<NoticeCategory, string> = {
  utilities: '停水停电',
  weather: '天气灾害',
  health: '健康体检',
  safety: '安全消杀',
  activity: '社区活动',
  service: '便民服务',
  other: '其他',
};

export const momentText = (at: Instant, today: CivilDate): string => `${dayText(dayOf(at), today)} ${clockText(minuteOf(at))}`;

/** 明天 08:00 到 12:00; 明天 08:00 到 周五 18:00. */
export function spanText(startsAt: Instant | undefined, endsAt: Instant | undefined, today: CivilDate): string | undefined {
  if (startsAt === undefined) return endsAt === undefined ? undefined : `${momentText(endsAt, today)}前`;
  if (endsAt === undefined) return momentText(startsAt, today);
  const end = dayOf(startsAt) === dayOf(endsAt) ? clockText(minuteOf(endsAt)) : momentText(endsAt, today);
  return `${momentText(startsAt, today)} 到 ${end}`;
}

export type Sign = { word: string; tone: Tone };

/** The one state that matters most to who got it. */
export function signOf(notice: MyNotice): Sign | undefined {
  if (notice.recalled) return { word: '已撤回', tone: 'neutral' };
  if (notice.expired) return { word: '已过期', tone: 'neutral' };
  if (notice.emergency && notice.progress === 'new') return { word: '紧急', tone: 'danger' };
  if (notice.progress === 'new') return { word: '未读', tone: 'danger' };
  if (notice.needsConfirmation && notice.progress === 'read') return { word: '请确认', tone: 'warning' };
  return notice.needsConfirmation ? { word: '已确认', tone: 'success' } : undefined;
}

/** As it is read to somebody who cannot read it. */
export function aloudText(notice: OpenNotice, today: CivilDate): string {
  if (notice.correction) return `${notice.title}，这条通知已经撤回。更正：${notice.correction}`;
  const span = spanText(notice.startsAt, notice.endsAt, today);
  const parts = [notice.emergency ? '紧急通知' : undefined, notice.title, span, notice.place, notice.body];
  return parts.filter(Boolean).join('。');
}
