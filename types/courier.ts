/** The courier: carries events to the domains that listen and messages to people; the message centre; subscription credits; settings. */
import * as z from 'zod';
import { command, contract, hook, job, query } from './contract';
import { courierSettingsFields, zAttempt, zCategory, zChannel, zLetterDoc, zRobot, zUrgency, zWay } from './letters';
import { zDone, zInstant, zNothing } from './schemas';

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

/** A letter as its reader sees it. */
export const zLetterView = zLetterDoc
  .pick({ kind: true, urgency: true, title: true, text: true, page: true, at: true, readAt: true, acknowledgedAt: true })
  .extend({
    id: z.string(),
    /** 知道了 is asked for and was not said yet. */
    asks: z.boolean(),
  });
export type LetterView = z.infer<typeof zLetterView>;

/** A channel as the office sees it: can it be used, and if not, what is missing. */
export const zChannelState = z.object({ channel: zWay, on: z.boolean(), ready: z.boolean(), missing: z.string() });
/** A kind of message with the rungs that hold in this community. */
export const zKind = z.object({
  kind: z.string(),
  title: z.string(),
  category: zCategory,
  urgency: zUrgency,
  ladder: z.array(z.array(zChannel)),
  /** Channels that this kind has words for. */
  possible: z.array(zChannel),
  /** The community has set this ladder itself. */
  own: z.boolean(),
});

/** One line of the sending record: to whom, what, every attempt in words. */
export const zSending = z.object({
  id: z.string(),
  title: z.string(),
  name: z.string(),
  state: zLetterDoc.shape.state,
  urgency: zUrgency,
  triedAt: zInstant,
  attempts: z.array(zAttempt.extend({ text: z.string() })),
});
export type Sending = z.infer<typeof zSending>;

const zLetterId = z.string().regex(/^[A-Za-z0-9_:~-]{1,300}$/);
const zCounts = z.object({ delivered: z.number().int(), left: z.number().int(), tried: z.number().int() });

export const courier = contract('courier', {
  /** The message centre, newest first, twenty at a time; the first page also brings older ones that are still unread. */
  letters: query({
    allow: ['signedIn'],
    input: z.strictObject({ before: zInstant.optional() }),
    output: z.object({ unread: z.number().int(), letters: z.array(zLetterView), older: z.array(zLetterView) }),
    errors: [],
  }),
  markRead: command({
    allow: ['signedIn'],
    input: z.strictObject({ ids: z.array(z.string().max(300)).min(1).max(50) }),
    output: zDone,
    errors: [],
  }),
  /** 知道了: the sender learns it by the event `message.acknowledged`. */
  acknowledge: command({
    allow: ['signedIn'],
    input: z.strictObject({ id: zLetterId }),
    output: zDone,
    errors: [],
  }),
  /** What this person wants pushed, by category. Urgent messages come anyway. */
  pushChoices: query({
    allow: ['signedIn'],
    input: zNothing,
    output: z.object({ off: z.array(zCategory) }),
    errors: [],
  }),
  savePushChoices: command({
    allow: ['signedIn'],
    input: z.strictObject({ off: z.array(zCategory).max(10) }),
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
    input: z.strictObject({ id: zLetterId }),
    output: zDone,
    errors: [],
  }),
  /** 发送记录: the newest attempts, fifty at a time, on one channel or only what did not arrive. */
  sendings: query({
    allow: ['office', 'admin'],
    input: z.strictObject({ before: zInstant.optional(), state: z.enum(['sent', 'unsent']).optional() }),
    output: z.object({ now: zInstant, sendings: z.array(zSending) }),
    errors: [],
  }),
  /** Settings of the community, what each channel lacks, and the ladder of every kind of message. */
  courierSettings: query({
    allow: ['office', 'admin'],
    input: zNothing,
    output: z.object({
      ...courierSettingsFields,
      robots: z.array(zRobot.pick({ key: true, name: true }).extend({ ending: z.string() })),
      channels: z.array(zChannelState),
      kinds: z.array(zKind),
    }),
    errors: [],
  }),
  saveCourierSettings: command({
    allow: ['office', 'admin'],
    input: z.strictObject({
      ...courierSettingsFields,
      /** Without `webhook` the one that is known stays. */
      robots: z.array(zRobot.partial({ webhook: true })).max(20),
    }),
    output: zDone,
    errors: ['DOUBLE_NAME'],
  }),
  /** Sends a test to the person who asks, rung by rung, or into a group. */
  tryChannels: command({
    allow: ['office', 'admin'],
    input: z.strictObject({ to: z.string().regex(/^(me|robot:[a-z0-9-]{1,30})$/) }),
    output: zDone,
    errors: [],
  }),
  /** Follows the marks, drains outboxes and sends what is due, for most of a minute at most. */
  sweep: job({ input: zNothing, output: zCounts, errors: [], rhythm: { everyMinutes: 1 } }),
  /** What hurries of these marks at once, then the rest; called by the door after a deed that hurries. Without marks: a whole pass. */
  push: job({ input: z.strictObject({ marks: z.array(z.string().max(500)).max(200) }), output: zCounts, errors: [] }),
  /** Who erased the account leaves no messages, permissions or choices behind. */
  hear: job({
    input: z.object({ id: z.string(), name: z.string(), communityId: z.string(), payload: z.record(z.string(), z.unknown()) }),
    output: zDone,
    errors: [],
  }),
  /** Old letters, posts and what was remembered against replays go. */
  tidy: job({ input: zNothing, output: z.object({ removed: z.number().int() }), errors: [], rhythm: { dailyAt: '03:30' } }),
  /** Tencent Cloud voice: a key was pressed during a call. */
  voice: hook({ most: 10_000 }),
});
export type CourierContract = typeof courier;
