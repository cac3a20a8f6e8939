/** The sentences of the home page. */
import type { OrderView, Period } from '../../../types/canteen';
import { type CivilDate, clockText, dateText, dayOf, dayText, type Instant, minuteOf, weekdayOf } from '../../../types/time';

const NOON = 12 * 60;
const EVENING = 18 * 60;

export function greeting(now: Instant): string {
  const minute = minuteOf(now);
  if (minute < NOON) return '上午好';
  return minute < EVENING ? '下午好' : '晚上好';
}

/** 11月21日 星期六 */
export const longDate = (now: Instant): string => `${dateText(dayOf(now))} 星期${'一二三四五六日'[weekdayOf(dayOf(now)) - 1]}`;

export const periodText: Record<Period, string> = { breakfast: '早餐', lunch: '午餐', dinner: '晚餐' };

/** The order to show on the home page: the next one that is still to be fetched. */
export const nextOrder = (orders: readonly OrderView[]): OrderView | undefined =>
  [...orders]
    .filter(order => order.status === 'booked')
    .sort((a, b) => a.day.localeCompare(b.day) || a.servedFrom - b.servedFrom)[0];

export const portionsOf = (order: OrderView): number => order.lines.reduce((sum, line) => sum + line.count, 0);

export const hoursText = ({ servedFrom, servedTo }: OrderView): string => `${clockText(servedFrom)}–${clockText(servedTo)}`;

/** 今天午餐已订好 */
export const orderState = (order: OrderView | undefined, today: CivilDate): string =>
  order ? `${dayText(order.day, today)}${periodText[order.period]}已订好` : '看看这周吃什么';
