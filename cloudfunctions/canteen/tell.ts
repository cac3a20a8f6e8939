/** What the canteen tells people, composed from an order. */
import type { Order, Period } from '../../types/canteen';
import type { Resident } from '../../types/directory';
import type { MessageKind } from '../../types/messages';
import { yuanText } from '../../types/money';
import { type CivilDate, clockText, dateText } from '../../types/time';
import { PERIOD_TEXT } from '../../types/words';
import { event, message, type Tell } from '../_shared/tell';
import { dishesText, hearersOf } from './rules';

export const periodText = (period: Period): string => PERIOD_TEXT[period];

/** `2026年11月22日 11:00`, as WeChat's time field wants it. */
const timeText = (day: CivilDate, minute: number): string =>
  `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日 ${clockText(minute)}`;

type Extra = { reason?: string; place?: string; servedFrom?: number; servedTo?: number };

/** The same message to everyone who hears of this order, by the diner's bindings as they are now. */
export function tellOf(
  kind: MessageKind,
  order: Order,
  orderId: string,
  diner: Pick<Resident, 'family'> | undefined,
  extra: Extra = {},
): Tell[] {
  const data: Record<string, string> = {
    orderId,
    diner: order.dinerName,
    day: dateText(order.day),
    period: periodText(order.period),
    dishes: dishesText(order),
    selfPay: yuanText(order.price.selfPay),
    time: timeText(order.day, extra.servedFrom ?? 0),
    place: extra.place ?? '',
    hours: `${clockText(extra.servedFrom ?? 0)}–${clockText(extra.servedTo ?? 0)}`,
    reason: extra.reason ?? '',
  };
  return hearersOf(order, diner).map(to => message(kind, to, data));
}

/** What other domains hear of an order. */
export const mealEvent = (name: 'meal.booked' | 'meal.cancelled', order: Order, orderId: string): Tell =>
  event(name, { orderId, dinerId: order.dinerId, day: order.day, period: order.period, round: order.round });
