/** How the canteen speaks to residents: every coded value of the contract in their words. */
import type { DishMark, OrderStatus, OrderView } from '../../../types/canteen';
import { type CivilDate, clockText, dateText, dayOf, dayText, type Instant, minuteOf } from '../../../types/time';
import { clashText } from '../../../types/words';
import type { Tone } from '../../components/Tag';

export { PERIOD_TEXT, WAY_TEXT } from '../../../types/words';

export const STATUS: Record<OrderStatus, { word: string; tone: Tone }> = {
  booked: { word: '待取餐', tone: 'success' },
  redeemed: { word: '已取餐', tone: 'neutral' },
  cancelled: { word: '已取消', tone: 'neutral' },
};
export const MARK: Record<DishMark, { word: string; tone: Tone }> = {
  lowSalt: { word: '低盐', tone: 'success' },
  soft: { word: '软烂', tone: 'success' },
  vegetarian: { word: '素食', tone: 'success' },
  diabetic: { word: '适合糖尿病', tone: 'success' },
  spicy: { word: '辣', tone: 'danger' },
  containsPork: { word: '含猪肉', tone: 'neutral' },
  containsBeef: { word: '含牛肉', tone: 'neutral' },
};

/** 11:00–12:30 */
export const hoursText = (meal: { servedFrom: number; servedTo: number }): string =>
  `${clockText(meal.servedFrom)}–${clockText(meal.servedTo)}`;

/** 红烧狮子头、清蒸鲈鱼×2 */
export const linesText = (lines: OrderView['lines']): string =>
  lines.map(({ name, count }) => (count > 1 ? `${name}×${count}` : name)).join('、');

/** 王桂兰忌口：花生、不吃猪肉 */
export const clashWarning = (clashes: readonly string[], name: string): string =>
  `${name}忌口：${clashes.map(clashText).join('、')}`;

const leftText = (ms: number): string => {
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 60) return `还剩 ${minutes} 分钟`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `还剩 ${hours} 小时` : `还剩 ${Math.floor(hours / 24)} 天`;
};

/** 今天 20:00 截止，还剩 8 小时; afterwards 已截止, with the time it was. */
export function cutoffText(cutoffAt: Instant, now: Instant, today: CivilDate): string {
  const at = `${dayText(dayOf(cutoffAt), today)} ${clockText(minuteOf(cutoffAt))}`;
  return now < cutoffAt ? `${at} 截止，${leftText(cutoffAt - now)}` : `${at} 已经截止`;
}

/** 明天 11月23日 */
export function wholeDayText(day: CivilDate, today: CivilDate): string {
  const near = dayText(day, today);
  return near === dateText(day) ? near : `${near} ${dateText(day)}`;
}
