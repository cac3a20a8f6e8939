/** What the resident pages ask the canteen. */
import { useQueryClient } from '@tanstack/react-query';
import type { DinersContract, OrderView } from '../../../types/canteen';
import type { OutputOf } from '../../../types/contract';
import { door } from '../../services/door';
import { type Shown, useQueryOf } from '../../services/useDoor';

export const canteen = door<DinersContract>('canteen');

export type Week = OutputOf<DinersContract, 'weekMenu'>;
export type MyOrders = OutputOf<DinersContract, 'myOrders'>;

/** Seven days from today for one diner. Not kept on the phone: it says what this diner must not eat. */
export const useWeek = (dinerId: string | undefined): Shown<Week> => useQueryOf(canteen, 'weekMenu', dinerId ? { dinerId } : {});

/** Kept on the phone: the home page and the codes of today open without network. */
export const useMyOrders = (): Shown<MyOrders> => useQueryOf(canteen, 'myOrders', {}, { keep: true });

/** One order. Until its own answer is there, or when it cannot come, the one from the list is as good. */
export function useOrder(id: string): Shown<OrderView> {
  const shown = useQueryOf(canteen, 'order', { id }, { keep: true });
  const list = useQueryClient().getQueryData<MyOrders>([canteen.domain, 'myOrders', {}]);
  const known = shown.data ?? list?.orders.find(order => order.id === id);
  return known === shown.data
    ? shown
    : { ...shown, data: known, failure: undefined, loading: false, stale: shown.failure !== undefined };
}
