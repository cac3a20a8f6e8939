/**
 * What one domain tells the others. An event is left in the outbox of the document that caused it; the courier brings it to
 * every domain in `listeners`. Listeners are jobs and are idempotent, because the courier delivers at least once.
 */
import * as z from 'zod';
import { zDay, zId } from './schemas';

export const eventSchemas = {
  'meal.booked': z.object({ orderId: zId, dinerId: zId, day: zDay, period: z.string() }),
  'meal.redeemed': z.object({ orderId: zId, dinerId: zId, day: zDay, period: z.string() }),
  'resident.erased': z.object({ residentId: zId }),
  'resident.left': z.object({ residentId: zId }),
} as const;

export type EventName = keyof typeof eventSchemas;
export type EventOf<N extends EventName> = z.infer<(typeof eventSchemas)[N]>;
export type AnyEvent = { [N in EventName]: { name: N; payload: EventOf<N> } }[EventName];

/** Event → the domains whose job `hear` wants it. */
export const listeners: Record<EventName, readonly string[]> = {
  'meal.booked': [],
  'meal.redeemed': [],
  'resident.erased': ['canteen'],
  'resident.left': ['canteen'],
};
