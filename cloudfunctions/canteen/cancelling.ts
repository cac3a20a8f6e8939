/** What the canteen cancels by itself: a closed kitchen, a diner who left, a standing order that is wanted no more. */
import type { Order } from '../../types/canteen';
import type { Resident } from '../../types/directory';
import type { Stored } from '../_shared/collection';
import type { Context } from '../_shared/context';
import { orders } from './collections';
import { holderOfOrder, placesIdOf, portions } from './rules';
import { mealEvent, tellOf } from './tell';

type Cause = {
  diner: Stored<Resident> | undefined;
  reason: string;
  /** Undefined: nobody is told, because whoever wanted it knows. */
  kind?: 'kitchenClosed' | 'mealCancelled';
  servedFrom?: number;
  /** Asked of the order as it stands at the write. */
  still?: (order: Stored<Order>) => boolean;
  change?: (order: Order) => Partial<Order>;
};

/** Writes the cancellation, then gives the seat back. A crash in between is made good by the sweep. */
export async function cancelBySystem(ctx: Context, id: string, cause: Cause): Promise<boolean> {
  const { diner, reason, kind, servedFrom = 0, still, change } = cause;
  let done = false;
  const saved = await ctx.store.draft(orders, id).save(order => {
    done = order?.status === 'booked' && (still?.(order) ?? true);
    if (!order || !done) return undefined;
    const cancelled = { status: 'cancelled', cancelledAt: ctx.now, cancelledBy: 'system', cancelReason: reason } as const;
    const doc: Order = { ...order, ...cancelled, ...change?.(order) };
    const told = kind ? tellOf(kind, doc, id, diner, { reason, servedFrom }) : [];
    return { doc, tell: [...told, mealEvent('meal.cancelled', doc, id)] };
  });
  // Checked off in the meantime: that seat was eaten on.
  if (saved.status !== 'cancelled') return false;
  await ctx.places.release(placesIdOf(saved.mealId), holderOfOrder(saved), portions(saved.lines));
  return done;
}
