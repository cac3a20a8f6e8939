/** Standing orders, recipients and rounds as rules see them. */
import type { Order, Pattern, Recipient, Round } from '../../types/canteen';
import { addDays, civilDate } from '../../types/time';
import { bookedOrder, onSaturday, saturday } from './canteen';

/** Lunch on working days and Saturday, the first dish that suits, from last Monday on. */
export const workdays = (over: Partial<Pattern> = {}): Pattern & { id: string } => ({
  id: 'r-wang~lunch',
  dinerId: 'r-wang',
  period: 'lunch',
  weekdays: [1, 2, 3, 4, 5, 6],
  want: 'first',
  way: 'dineIn',
  from: civilDate('2026-11-16'),
  status: 'active',
  skips: [],
  revision: 3,
  setBy: 'wx-limin',
  setByName: '李敏',
  onBehalf: true,
  setAt: onSaturday('08:00'),
  tellTo: ['wx-limin'],
  ...over,
});

type Made = Pick<Order, 'status' | 'standing'>;
/** An order that the pattern made at this revision. */
export const madeBy = (
  revision: number,
  over: Partial<NonNullable<Order['standing']>> = {},
  status: Order['status'] = 'booked',
): Made => ({
  status,
  standing: { patternId: 'r-wang~lunch', revision, touched: false, ...over },
});
export const byHand = (status: Order['status'] = 'booked'): Made => ({ ...bookedOrder({ status }) });

export const grantedFrom = (days: number, until?: number): Pick<Recipient, 'granted'> => ({
  granted: {
    reason: 'livesAlone',
    from: addDays(saturday, days),
    ...(until === undefined ? {} : { to: addDays(saturday, until) }),
    by: 'wx-chen',
    byName: '陈社工',
    at: onSaturday('08:00'),
  },
});

export const round = (over: Partial<Round> = {}): Round => ({
  day: saturday,
  period: 'lunch',
  gridId: 'g1',
  n: 1,
  stops: [{ orderId: `${saturday}:lunch:r-wang`, dinerId: 'r-wang' }],
  status: 'open',
  assigned: false,
  ...over,
});
