/** What only the mediators' desk says; the words of mediation itself are the residents' pages' as well. */
import type { CaseKind, DeclineGround, PanelPart, PartySide } from '../../../types/mediation';
import { addDays, type CivilDate, DAY_MS, dateText, dayOf, type Instant } from '../../../types/time';
import { KIND, PANEL_TEXT } from '../mediation/words';

/** 不予受理 (若干规定第二十二条、人民调解法第十七条): why, and where the applicant goes instead. */
export const GROUNDS: Record<DeclineGround, { word: string; instead: string }> = {
  courtTook: { word: '法院已经受理或判决', instead: '请在法院的程序里办理，法官也可以主持调解。' },
  policeTook: { word: '公安机关已经受理或处理', instead: '请向办案的派出所询问；治安案件也可以在派出所调解。' },
  organTook: { word: '行政机关已经受理或解决', instead: '请向原来办理的机关询问；不服的，可以复议或者起诉。' },
  specialOrgan: { word: '法律规定只能由专门机关办', instead: '请到法律规定的机关办理，调委会可以告诉您去哪里。' },
  forbidden: { word: '法律禁止民间调解', instead: '这类事要交公安机关或者检察院处理，不能私下了结。' },
  noParty: { word: '没有明确的对方当事人', instead: '弄清对方是谁以后，可以再来申请。' },
  notADispute: { word: '没有具体的要求或者事实', instead: '可以先匿名问一问，或者打社区电话说说情况。' },
};

export const PARTIES_OF: readonly PartySide[] = ['applicant', 'respondent'];

export const kindOptions = (Object.keys(KIND) as CaseKind[]).map(value => ({ value, text: KIND[value].word }));
export const partOptions = (Object.keys(PANEL_TEXT) as PanelPart[]).map(value => ({ value, text: PANEL_TEXT[value] }));

/** Whole days from today; negative once it is over. */
export const daysLeft = (until: CivilDate, today: CivilDate): number =>
  Math.round((Date.parse(until) - Date.parse(today)) / DAY_MS);

/** 今天到期 · 还剩 3 天 · 已过期 2 天 */
export function leftText(left: number): string {
  if (left === 0) return '今天到期';
  return left > 0 ? `还剩 ${left} 天` : `已过期 ${-left} 天`;
}

/** 2026年12月3日 */
export const fullDay = (day: CivilDate): string => `${day.slice(0, 4)}年${dateText(day)}`;

/** The days on which one can still be offered a talk, today first. */
export const daysAhead = (now: Instant, count: number): CivilDate[] =>
  Array.from({ length: count }, (_, i) => addDays(dayOf(now), i));
