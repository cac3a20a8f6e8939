/**
 * What one domain tells the others. An event is left in the outbox of the document that caused it; the courier brings it to
 * every domain in `listeners`. Listeners are jobs and are idempotent, because the courier delivers at least once.
 */
import * as z from 'zod';
import { ALERT_KINDS, RESOLUTIONS, zPlace } from './alerts';
import { ALLERGENS } from './directory';
import { CHANNELS } from './messages/form';
import { zDay, zId, zInstant } from './schemas';
import { SIGN_SOURCES } from './watch';

/** Where a person was reached: `inside` the message centre, a channel beside it, or `nowhere`. */
export const HANDED_BY = ['inside', ...CHANNELS, 'nowhere'] as const;
/**
 * `inside` nothing but the message centre was wanted; `pending` the ladder still runs; `sent` a channel took it; `unsent` no channel did,
 * the message centre has it (or, for `nowhere`, nothing has).
 */
export const HANDED_AS = ['inside', 'pending', 'sent', 'unsent'] as const;

export const eventSchemas = {
  /** `round` counts the bookings of this order, so that a late event cannot undo a newer one. */
  'meal.booked': z.object({ orderId: zId, dinerId: zId, day: zDay, period: z.string(), round: z.number().int() }),
  /** Cancelled by whomever: the diner, family, the kitchen, or because the kitchen closed. */
  'meal.cancelled': z.object({ orderId: zId, dinerId: zId, day: zDay, period: z.string(), round: z.number().int() }),
  'meal.redeemed': z.object({ orderId: zId, dinerId: zId, day: zDay, period: z.string() }),
  /** Members of a care class or a volunteers' team, all of them, at most a thousand; `revision` grows with every change of the group. */
  'group.changed': z.object({
    groupId: zId,
    kind: z.enum(['careClass', 'team']),
    name: z.string(),
    revision: z.number().int(),
    residentIds: z.array(zId).max(1000),
    gone: z.boolean(),
  }),
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
  /** Booked, and nobody came until the meal was over. */
  'meal.missed': z.object({ orderId: zId, dinerId: zId, day: zDay, period: z.string() }),
  /**
   * How many of a care class eat this meal; told again whenever it changes, the last one counts. `restrictions`: children who must not
   * have an allergen, counted, never named.
   */
  'care.meals': z.object({
    day: zDay,
    period: z.string(),
    classId: zId,
    className: z.string(),
    count: z.number().int(),
    restrictions: z.array(z.object({ allergen: z.enum(ALLERGENS), count: z.number().int() })),
  }),
  /** This resident was seen or heard of at this instant; every domain that meets people leaves it. */
  'sign.ofLife': z.object({ residentId: zId, source: z.enum(SIGN_SOURCES), at: zInstant }),
  /**
   * Something is wrong with somebody: the one way for other domains to raise an alert. `cause` names the report, the same however often
   * it is told; `facts` are ready to read. Without `residentId` (a child of the care, say) `subjectId` and `name` say who it is.
   */
  'alarm.raised': z.object({
    kind: z.enum(ALERT_KINDS),
    cause: z.string().max(120),
    subjectId: zId,
    name: z.string().max(20).optional(),
    title: z.string().max(30).optional(),
    facts: z.array(z.string().max(80)).max(5).optional(),
    place: zPlace.optional(),
  }),
  /** An alert ended; for whoever raised it. */
  'alert.ended': z.object({
    alertId: zId,
    kind: z.enum(ALERT_KINDS),
    subjectId: zId,
    resolution: z.enum(RESOLUTIONS),
    falseAlarm: z.boolean(),
  }),
  /** 外出报备 was recorded or changed: away from `from` to `to`, both included. */
  'absence.recorded': z.object({ absenceId: zId, residentId: zId, from: zDay, to: zDay }),
  /** Came back on `on`, before the last day that was recorded. */
  'absence.ended': z.object({ absenceId: zId, residentId: zId, on: zDay }),
  'resident.erased': z.object({ residentId: zId }),
  'resident.left': z.object({ residentId: zId }),
  'account.erased': z.object({ accountId: z.string() }),
  /**
   * How a post went: once when it lies in the message centres, with `done` when every ladder has ended (at once where there is none).
   * At most 200 refs; each stands under exactly one outcome.
   */
  'post.handed': z.object({
    about: z.string(),
    postId: z.string(),
    done: z.boolean(),
    outcomes: z.array(z.object({ channel: z.enum(HANDED_BY), outcome: z.enum(HANDED_AS), refs: z.array(z.string()) })),
  }),
  /** A person said 知道了, or pressed a key during the call. */
  'message.acknowledged': z.object({
    letterId: z.string(),
    about: z.string(),
    ref: z.string(),
    how: z.enum(['tap', 'key']),
  }),
} as const;

export type EventName = keyof typeof eventSchemas;
export type EventOf<N extends EventName> = z.infer<(typeof eventSchemas)[N]>;
export type AnyEvent = { [N in EventName]: { name: N; payload: EventOf<N> } }[EventName];

/** Event → the domains whose job `hear` wants it. */
export const listeners: Record<EventName, readonly string[]> = {
  'meal.booked': ['notices'],
  'meal.cancelled': ['canteen', 'notices'],
  'meal.redeemed': ['safety'],
  'meal.missed': ['safety'],
  'care.meals': ['canteen'],
  'group.changed': ['notices'],
  'mediation.item': [],
  'request.repeated': ['mediation'],
  'sign.ofLife': ['safety'],
  'alarm.raised': ['safety'],
  'alert.ended': [],
  'absence.recorded': ['canteen', 'safety'],
  'absence.ended': ['canteen', 'safety'],
  'resident.erased': ['canteen', 'mediation', 'notices', 'safety'],
  'resident.left': ['canteen', 'safety'],
  'account.erased': ['courier', 'mediation', 'notices', 'safety'],
  'post.handed': ['notices', 'safety'],
  'message.acknowledged': ['notices', 'safety'],
};

/** Whose posts say so in the first word of `about`: reports on them go nowhere else. */
const SENDERS: Record<string, string> = { notice: 'notices', safety: 'safety' };

/** Who hears this event: everyone who listens, or for a report on a post the domain that posted. */
export function listenersOf({ name, payload }: { name: string; payload: Record<string, unknown> }): readonly string[] {
  const all = listeners[name as EventName] ?? [];
  const sender = typeof payload.about === 'string' ? SENDERS[payload.about.split(':')[0] ?? ''] : undefined;
  return sender ? all.filter(domain => domain === sender) : all;
}

/** Events that the courier brings at once instead of at the next minute: somebody waits for what follows from them. */
export const urgentEvents: ReadonlySet<string> = new Set<EventName>(['message.acknowledged', 'alarm.raised']);
