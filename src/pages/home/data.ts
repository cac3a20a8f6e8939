/** What the home page shows: who is here and what is booked. Two requests, one picture. */
import type { OrderView } from '../../../types/canteen';
import type { Me } from '../../../types/people';
import { type CivilDate, dayOf, dayText, minuteOf } from '../../../types/time';
import type { Failure } from '../../services/door';
import { systemNow } from '../../services/platform';
import type { Shown } from '../../services/useDoor';
import { useMyOrders } from '../canteen/queries';
import { PERIOD_TEXT } from '../canteen/words';
import { useMe } from '../people/queries';

export interface HomeData {
  me: Me;
  today: CivilDate;
  /** Of today and later, cancelled ones left out. */
  orders: OrderView[];
  /** The orders did not come; the rest of the page still works. */
  ordersFailure: Failure | undefined;
}

/** Waits for both answers, so that the page is drawn once and nothing moves under a finger. */
export function useHome(): Shown<HomeData> {
  const me = useMe();
  const orders = useMyOrders();
  const settled = me.data && (orders.data || orders.failure);
  const data = settled && {
    me: me.data!,
    today: orders.data?.today ?? dayOf(systemNow()),
    orders: orders.data?.orders.filter(order => order.status !== 'cancelled') ?? [],
    ordersFailure: orders.failure,
  };
  const reload = () => Promise.all([me.reload(), orders.reload()]);
  return { ...me, data, reload, stale: me.stale || orders.stale };
}

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
