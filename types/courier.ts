/** The courier: carries events to the domains that listen and messages to people; the message centre; subscription credits. */
import * as z from 'zod';
import { command, contract, job, query } from './contract';
import { zDone, zInstant, zNothing } from './schemas';

/** One message to one person for one cause; its id is the cause's, so it exists once however often it is delivered. */
export const letterFields = {
  to: z.string(),
  kind: z.string(),
  title: z.string(),
  text: z.string(),
  page: z.string(),
  at: zInstant,
  readAt: zInstant.optional(),
  /** Every attempt on a channel: when, which, what the provider answered. `skipped` says why. */
  attempts: z.array(
    z.object({ channel: z.string(), at: zInstant, outcome: z.enum(['sent', 'skipped', 'failed']), answer: z.string() }),
  ),
} as const;
export const zLetterDoc = z.object(letterFields);
export type Letter = z.infer<typeof zLetterDoc>;

/** Something that did not arrive, in words for the office: what it was, since when, why it was given up. */
export const zDeadLetter = z.object({
  id: z.string(),
  kind: z.enum(['message', 'event']),
  /** 给居民的通知「订餐成功」 */
  what: z.string(),
  /** Whom or which meal it is about, where the item says so. */
  about: z.string(),
  happenedAt: zInstant,
  givenUpAt: zInstant,
  reason: z.string(),
});
export type DeadLetter = z.infer<typeof zDeadLetter>;

export const courier = contract('courier', {
  /** The message centre, newest first, twenty at a time. */
  letters: query({
    allow: ['signedIn'],
    input: z.strictObject({ before: zInstant.optional() }),
    output: z.object({
      unread: z.number().int(),
      letters: z.array(zLetterDoc.omit({ to: true, attempts: true }).extend({ id: z.string() })),
    }),
    errors: [],
  }),
  markRead: command({
    allow: ['signedIn'],
    input: z.strictObject({ ids: z.array(z.string().max(300)).min(1).max(50) }),
    output: zDone,
    errors: [],
  }),
  /** Which WeChat templates to ask for after a booking; empty when the community has none set up. */
  templates: query({
    allow: ['signedIn'],
    input: zNothing,
    output: z.object({ templates: z.record(z.string(), z.string()) }),
    errors: [],
  }),
  /** What the person answered to WeChat's subscription dialog: one accept is one message. */
  addCredits: command({
    allow: ['signedIn'],
    input: z.strictObject({ accepted: z.array(z.string().max(100)).max(5) }),
    output: z.object({ credits: z.record(z.string(), z.number().int()) }),
    errors: [],
  }),
  /** What could not be delivered after many tries and waits for somebody to look; the newest fifty of this community. */
  deadLetters: query({
    allow: ['office', 'admin'],
    input: zNothing,
    output: z.object({ now: zInstant, letters: z.array(zDeadLetter) }),
    errors: [],
  }),
  /** Puts the item back: the next sweep delivers it, or it comes back here after as many tries again. */
  retryDeadLetter: command({
    allow: ['office', 'admin'],
    input: z.strictObject({ id: z.string().regex(/^[A-Za-z0-9_:~-]{1,300}$/) }),
    output: zDone,
    errors: [],
  }),
  /** Follows the marks and drains outboxes, a bounded number a ring. */
  sweep: job({
    input: zNothing,
    output: z.object({ delivered: z.number().int(), left: z.number().int() }),
    errors: [],
    rhythm: { everyMinutes: 1 },
  }),
});
export type CourierContract = typeof courier;
