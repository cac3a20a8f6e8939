/** Standing orders and delivery in the words of residents. */
import type { DayState, DeliveryOutcome, DeliveryReason, PatternView, ShortWhy, Want } from '../../../types/canteen';
import { type CivilDate, dateText } from '../../../types/time';
import { PERIOD_TEXT, WAY_TEXT } from '../../../types/words';
import type { Tone } from '../../components/Tag';

export const WANT_TEXT: Record<Want, string> = {
  first: '合适的就行',
  soft: '软烂的',
  lowSalt: '少盐的',
  diabetic: '适合糖尿病的',
  vegetarian: '素的',
};

export const SHORT_TEXT: Record<ShortWhy, string> = {
  full: '订满了',
  noDish: '没有合适的菜',
  notEligible: '还不能送餐',
};

export const DAY_STATE: Record<DayState, { word: string; tone: Tone }> = {
  ordered: { word: '已订', tone: 'success' },
  willOrder: { word: '会自动订', tone: 'info' },
  changed: { word: '另外订的', tone: 'success' },
  cancelled: { word: '您取消了', tone: 'neutral' },
  away: { word: '外出，不订', tone: 'neutral' },
  skipped: { word: '这天不要', tone: 'neutral' },
  short: { word: '没订上', tone: 'danger' },
  closed: { word: '食堂停餐', tone: 'warning' },
};

export const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'] as const;

/** 周一到周五, 每天, 周一、周三 */
export function weekdaysText(weekdays: readonly number[]): string {
  const is = (...days: number[]) => days.length === weekdays.length && days.every(day => weekdays.includes(day));
  if (is(1, 2, 3, 4, 5, 6, 7)) return '每天';
  if (is(1, 2, 3, 4, 5)) return '周一到周五';
  if (is(1, 2, 3, 4, 5, 6)) return '周一到周六';
  return weekdays.map(day => `周${WEEKDAYS[day - 1]}`).join('、');
}

type Wish = Pick<PatternView, 'period' | 'weekdays' | 'want' | 'way' | 'from' | 'to'>;

/** 周一到周五 午餐 */
export const patternTitle = ({ weekdays, period }: Pick<Wish, 'weekdays' | 'period'>): string =>
  `${weekdaysText(weekdays)} ${PERIOD_TEXT[period]}`;

/** 软烂的，堂食，订到 12月31日 */
export function patternText({ want, way, from, to }: Wish, today: CivilDate): string {
  const days = [from > today ? `${dateText(from)}开始` : '', to ? `订到 ${dateText(to)}` : '一直订下去'];
  return [WANT_TEXT[want], WAY_TEXT[way], ...days].filter(Boolean).join('，');
}

export const REASON_TEXT: Record<DeliveryReason, string> = {
  livesAlone: '独居',
  frail: '行动不便',
  afterHospital: '出院后，暂时的',
};

export const OUTCOME: Record<DeliveryOutcome, { word: string; tone: Tone }> = {
  handedOver: { word: '已送到', tone: 'success' },
  notHome: { word: '敲门没人应', tone: 'danger' },
  refused: { word: '说不要了', tone: 'warning' },
  wrongAddress: { word: '地址不对', tone: 'danger' },
};
