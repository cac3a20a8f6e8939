/** Standing orders and delivery of the demo community: who has what, who may have meals brought, and who asks for it. */
import { patternIdOf } from '../../cloudfunctions/canteen/rulesOfStanding';
import type { Order, Pattern, Recipient } from '../../types/canteen';
import type { Resident } from '../../types/directory';
import { addDays, type CivilDate, dayOf, type Instant, instantAt } from '../../types/time';
import { COMMUNITY } from './cast';
import { here, type Row, row } from './community';

/** Meals brought to people living alone, today and tomorrow. */
const BROUGHT = 14;

const grantedSince = (today: CivilDate, days: number, over: Partial<NonNullable<Recipient['granted']>> = {}): Recipient => ({
  granted: {
    reason: 'livesAlone',
    from: addDays(today, -days),
    by: 'wx-chenshegong',
    byName: '陈社工',
    at: instantAt(addDays(today, -days), 9 * 60),
    ...over,
  },
});

const patternOf = (dinerId: string, today: CivilDate, over: Partial<Pattern>): Row =>
  row(COMMUNITY, here(patternIdOf(dinerId, over.period ?? 'lunch')), {
    dinerId,
    period: 'lunch',
    weekdays: [1, 2, 3, 4, 5],
    want: 'first',
    way: 'dineIn',
    from: addDays(today, -20),
    status: 'active',
    skips: [],
    revision: 1,
    setBy: 'wx-chenshegong',
    setByName: '陈社工',
    onBehalf: true,
    setAt: instantAt(addDays(today, -20), 10 * 60),
    tellTo: ['wx-chenshegong'],
    ...over,
  });

const dinerIn = ({ _id }: Row): string => _id.slice(`${COMMUNITY}:`.length).split(':')[2] ?? '';

/** Orders of those who live alone become meals that are brought; @returns whose. */
function bring(orders: readonly Row[], residents: ReadonlyMap<string, Resident>, today: CivilDate): Set<string> {
  const alone = (order: Row): boolean => residents.get(dinerIn(order))?.categories.includes('livesAlone') ?? false;
  const coming = orders.filter(order => {
    const { day, period, status } = order as unknown as Order;
    return period === 'lunch' && status === 'booked' && (day === today || day === addDays(today, 1)) && alone(order);
  });
  for (const order of coming.slice(0, BROUGHT)) order.way = 'delivery';
  return new Set(coming.slice(0, BROUGHT).map(dinerIn));
}

/** @param orders of the demo; some of them are changed into deliveries. */
export function deliveryRows(roster: readonly Row[], orders: readonly Row[], now: Instant): Record<string, Row[]> {
  const today = dayOf(now);
  const residents = new Map(roster.map(each => [each._id.slice(`${COMMUNITY}:`.length), each as unknown as Resident]));
  const brought = bring(orders, residents, today);
  const recipients = new Map<string, Recipient>([...brought].map(id => [id, grantedSince(today, 60)]));
  recipients.set('r-zhaodefu', { ...grantedSince(today, 90), doorNote: '耳朵背，按门铃慢一点，多等一会儿' });
  recipients.set('r-sunyumei', grantedSince(today, 5, { reason: 'afterHospital', to: addDays(today, 25) }));
  const asked = {
    reason: 'livesAlone',
    from: today,
    by: 'wx-limin',
    byName: '李敏',
    at: instantAt(addDays(today, -1), 20 * 60),
  } as const;
  recipients.set('r-wangguilan', { asked, doorNote: '腿脚慢，请多等一会儿' });
  return {
    deliveryRecipients: [...recipients].map(([id, recipient]) => row(COMMUNITY, here(id), recipient)),
    standingOrders: [
      patternOf('r-zhaodefu', today, { want: 'soft', way: 'delivery' }),
      patternOf('r-sunyumei', today, {
        weekdays: [1, 3, 5],
        want: 'lowSalt',
        setBy: 'wx-sunyumei',
        setByName: '孙玉梅',
        onBehalf: false,
        tellTo: ['wx-sunyumei'],
      }),
      patternOf('r-sunyumei', today, { period: 'dinner', status: 'paused' }),
    ],
  };
}
