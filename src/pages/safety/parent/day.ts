/** The parent's day, put together from signs of life, meals and alerts. */
import type { OrderView } from '../../../../types/canteen';
import { type CivilDate, clockText, dayOf, minuteOf } from '../../../../types/time';
import type { Moment } from '../../../components/Timeline';
import { linesText, PERIOD_TEXT } from '../../canteen/words';
import { stateOf } from '../parts/state';
import type { ParentDay } from '../queries';
import { handledText, KIND_TEXT, SIGN_TEXT } from '../words';

/** Meals of this elder today that were not cancelled. */
export const mealsOf = (orders: readonly OrderView[], elderId: string, today: CivilDate): OrderView[] =>
  orders.filter(({ dinerId, day, status }) => dinerId === elderId && day === today && status !== 'cancelled');

/** 取了 1/2; what the elder does not let this relative see is said to be so. */
export function mealFact(sees: ParentDay['sees'], meals: readonly OrderView[]): string {
  if (!sees.meals) return '未授权';
  if (meals.length === 0) return '没订';
  return `${meals.filter(({ status }) => status === 'redeemed').length}/${meals.length}`;
}

/** Three facts: how it is, the last sign of life, the meals. */
export function factsOf(day: ParentDay, meals: readonly OrderView[]): { value: string; label: string }[] {
  const today = dayOf(day.now);
  const last = day.signs?.lastSignAt;
  const lastDay = last === undefined ? undefined : dayOf(last);
  const sign =
    last === undefined ? '—' : lastDay === today ? clockText(minuteOf(last)) : `${lastDay?.slice(5).replace('-', '/')}`;
  return [
    { value: stateOf(day).word, label: '今日状态' },
    { value: day.signs ? sign : '未授权', label: '最近平安' },
    { value: mealFact(day.sees, meals), label: '今天取餐' },
  ];
}

type Timed = Moment & { minute: number };

function mealMoment(order: OrderView): Timed {
  const done = order.status === 'redeemed';
  const minute = done && order.redeemedAt ? minuteOf(order.redeemedAt) : order.servedFrom;
  const title = done ? `取了${PERIOD_TEXT[order.period]}` : `${PERIOD_TEXT[order.period]}已订，还没取`;
  return { minute, time: clockText(minute), title, text: linesText(order.lines), done };
}

/** Today in order: what happened, and what is still to come. */
export function momentsOf(day: ParentDay, meals: readonly OrderView[]): Moment[] {
  const today = dayOf(day.now);
  const { lastSignAt, lastSignBy = 'other' } = day.signs ?? {};
  const all: Timed[] = day.sees.meals ? meals.map(mealMoment) : [];
  // A meal that was fetched is a sign of life already told by the meal itself.
  if (lastSignAt !== undefined && dayOf(lastSignAt) === today && !(lastSignBy === 'meal' && day.sees.meals)) {
    const minute = minuteOf(lastSignAt);
    all.push({ minute, time: clockText(minute), title: SIGN_TEXT[lastSignBy], done: true });
  }
  for (const alert of day.alerts ?? []) {
    if (dayOf(alert.raisedAt) !== today) continue;
    const minute = minuteOf(alert.raisedAt);
    all.push({ minute, time: clockText(minute), title: KIND_TEXT[alert.kind], text: handledText(alert), done: !alert.open });
  }
  return all.sort((a, b) => a.minute - b.minute).map(({ minute: _, ...moment }) => moment);
}
