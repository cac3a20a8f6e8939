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
  /** Follows the marks and drains outboxes, a bounded number a ring. */
  sweep: job({
    input: zNothing,
    output: z.object({ delivered: z.number().int(), left: z.number().int() }),
    errors: [],
    rhythm: { everyMinutes: 1 },
  }),
});
export type CourierContract = typeof courier;
