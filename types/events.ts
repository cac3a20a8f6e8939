/**
 * What one domain tells the others. An event is left in the outbox of the document that caused it; the courier brings it to
 * every domain in `listeners`. Listeners are jobs and are idempotent, because the courier delivers at least once.
 */
import * as z from 'zod';
import { zDay, zId } from './schemas';

export const eventSchemas = {
  'meal.booked': z.object({ orderId: zId, dinerId: zId, day: zDay, period: z.string() }),
  'meal.redeemed': z.object({ orderId: zId, dinerId: zId, day: zDay, period: z.string() }),
  /** A promise of an agreement was made (`due`) or kept (`done`): the task of whoever promised. No word of what it is. */
  'mediation.item': z.object({
    caseId: zId,
    no: z.number().int(),
    dueOn: zDay,
    accountId: z.string().optional(),
    state: z.enum(['due', 'done']),
  }),
  /** The same homes asked about the same thing again and again. */
  'request.repeated': z.object({ residentIds: z.array(zId).min(2).max(6), kind: z.enum(['leak', 'noise']) }),
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
  'mediation.item': [],
  'request.repeated': ['mediation'],
  'resident.erased': ['canteen', 'mediation'],
  'resident.left': ['canteen'],
};
