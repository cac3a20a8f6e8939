/** How an elder is today, in a word and a sentence. */
import type { AlertRow, SignsView } from '../../../../types/safety';
import type { AbsenceView } from '../../../../types/safetyFamilyActions';
import { type CivilDate, clockText } from '../../../../types/time';
import type { Tone } from '../../../components/Tag';
import { awayText, SIGN_TEXT, whenText } from '../words';

interface Day {
  signs?: SignsView;
  absence?: AbsenceView;
  alerts?: readonly AlertRow[];
}

export function stateOf({ signs, absence, alerts = [] }: Day): { word: string; tone: Tone } {
  if (alerts.some(({ open, drill }) => open && !drill)) return { word: '有情况', tone: 'danger' };
  if (absence) return { word: '外出中', tone: 'info' };
  if (!signs) return { word: '未授权', tone: 'neutral' };
  if (signs.today) return { word: '平安', tone: 'success' };
  return signs.watched ? { word: '还没信号', tone: 'warning' } : { word: '没消息', tone: 'neutral' };
}

/** 今天 08:12 取了餐 */
export const lastSignText = (signs: SignsView, today: CivilDate): string =>
  signs.lastSignAt ? `${whenText(signs.lastSignAt, today)} ${SIGN_TEXT[signs.lastSignBy ?? 'other']}` : '还没有记录';

/** What is waited for, or why nobody waits. */
export function waitText({ signs, absence }: Day): string {
  if (absence) return `报备了外出：${awayText(absence)}，这几天不催。`;
  if (!signs?.watched || signs.from === undefined || signs.to === undefined) return '社区没有开启每天报平安。';
  return `每天 ${clockText(signs.from)}–${clockText(signs.to)} 等平安信号；取餐、有人上门也算。`;
}
