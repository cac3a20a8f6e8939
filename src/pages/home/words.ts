/** The sentences of the home page. */
import type { OrderView } from '../../../types/canteen';
import { dayText, minuteOf, systemNow } from '../../../types/time';
import { PERIOD_TEXT } from '../canteen/words';
import type { HomeData } from './data';

/** 上午好 by the clock of the phone's owner. */
export function greeting(now = systemNow()): string {
  const hour = minuteOf(now) / 60;
  if (hour < 5) return '您好';
  if (hour < 11) return '上午好';
  if (hour < 13) return '中午好';
  return hour < 18 ? '下午好' : '晚上好';
}

const periodsOf = (orders: readonly OrderView[]) => [...new Set(orders.map(order => PERIOD_TEXT[order.period]))].join('、');

/** The state of the big door in a few words: 今天午餐已订好. The next booked day when there is nothing today. */
export function mealState({ orders, today }: Pick<HomeData, 'orders' | 'today'>): string {
  const waiting = orders.filter(order => order.status === 'booked');
  const next = waiting[0]?.day;
  if (next) return `${dayText(next, today)}${periodsOf(waiting.filter(order => order.day === next))}已订好`;
  const eaten = orders.filter(order => order.day === today && order.status === 'redeemed');
  return eaten.length > 0 ? `今天${periodsOf(eaten)}已取` : '今天还没有订';
}

/** The home page as a helper would read it out. */
export function spoken({ me, orders, today }: HomeData): string {
  const own = orders.filter(order => order.day === today && order.status === 'booked');
  const codes = own.map(order => `${order.dinerName}的${PERIOD_TEXT[order.period]}，取餐号 ${order.number.split('').join(' ')}`);
  return [`${me.account.name}，${greeting()}`, mealState({ orders, today }), ...codes].join('。');
}
