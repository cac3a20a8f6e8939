/** 今日探访 in words. */
import type { KeptElder, VisitView } from '../../../../types/safety';
import { type CivilDate, dayText } from '../../../../types/time';
import type { Tone } from '../../../components/Tag';
import { SIGN_TEXT, whenText } from '../../safety/words';

export const NEED_TEXT: Record<KeptElder['need'], { word: string; tone: Tone }> = {
  alert: { word: '有预警', tone: 'danger' },
  noSign: { word: '今天没有平安信号', tone: 'danger' },
  visitOverdue: { word: '该去了，已过期', tone: 'warning' },
  visitToday: { word: '今天探访', tone: 'info' },
  away: { word: '外出中', tone: 'neutral' },
  well: { word: '平安', tone: 'success' },
};

export const WAY_TEXT: Record<VisitView['way'], string> = { door: '上门', phone: '打电话' };

export const OUTCOME_TEXT: Record<VisitView['outcome'], { word: string; tone: Tone }> = {
  well: { word: '见到了，平安', tone: 'success' },
  unwell: { word: '见到了，不太好', tone: 'warning' },
  notHome: { word: '没见到人', tone: 'danger' },
  refused: { word: '本人不想见', tone: 'neutral' },
};

/** On the telephone nobody is seen. */
export const outcomeText = (outcome: VisitView['outcome'], way: VisitView['way']): string => {
  if (way === 'door') return OUTCOME_TEXT[outcome].word;
  return { well: '接通了，平安', unwell: '接通了，不太好', notHome: '没有打通', refused: '本人不想说' }[outcome];
};

/** 最近：今天 08:12 报了平安 */
export const signText = ({ lastSignAt, lastSignBy }: KeptElder, today: CivilDate): string =>
  lastSignAt === undefined
    ? '还没有过平安信号'
    : `最近：${whenText(lastSignAt, today)} ${lastSignBy ? SIGN_TEXT[lastSignBy] : '有信号'}`;

const nextText = (next: CivilDate, today: CivilDate): string => {
  if (next === today) return '今天该探访';
  return next < today ? `${dayText(next, today)}就该探访` : `下次${dayText(next, today)}`;
};

/** 上次探访昨天，下次明天 */
export const visitText = ({ lastVisitOn, nextVisitOn, awayUntil }: KeptElder, today: CivilDate): string =>
  [
    lastVisitOn ? `上次探访${dayText(lastVisitOn, today)}` : '还没有探访过',
    awayUntil ? `外出到${dayText(awayUntil, today)}` : nextText(nextVisitOn, today),
  ].join('，');

/** How many of the list still need somebody today. */
export const toDo = (elders: readonly Pick<KeptElder, 'need'>[]): number =>
  elders.filter(({ need }) => need !== 'well' && need !== 'away').length;
