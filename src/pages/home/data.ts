/** What the home page shows: who is here and what is booked. Two requests, one picture. */
import type { OrderView } from '../../../types/canteen';
import type { Me } from '../../../types/people';
import { type CivilDate, dayOf } from '../../../types/time';
import type { Failure } from '../../services/door';
import { systemNow } from '../../services/platform';
import type { Shown } from '../../services/useDoor';
import { useMyOrders } from '../canteen/queries';
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
