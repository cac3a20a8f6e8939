/** The courier's documents: letters with their attempts, posts, subscription credits, the community's settings, a person's choices. */
import * as z from 'zod';
import { CHANNELS, MESSAGE_CATEGORIES, URGENCIES } from './messages/form';
import { zInstant, zMinute } from './schemas';

export const zChannel = z.enum(CHANNELS);
export const zUrgency = z.enum(URGENCIES);
export const zCategory = z.enum(MESSAGE_CATEGORIES);
/** A letter to a staff group goes out through the group's robot and nowhere else. */
export const zWay = z.enum([...CHANNELS, 'robot']);
export type Way = z.infer<typeof zWay>;

/**
 * `sent` the provider took it; `skipped` was not tried, `answer` says why; `failed` refused for good; `later` certainly not accepted and
 * tried again; `unknown` nobody knows (a crash, a lost answer), never tried again on this channel.
 */
export const zOutcome = z.enum(['sent', 'skipped', 'failed', 'later', 'unknown']);
export type Outcome = z.infer<typeof zOutcome>;
export const zAttempt = z.object({ channel: zWay, at: zInstant, outcome: zOutcome, answer: z.string() });
export type Attempt = z.infer<typeof zAttempt>;

/** `inside` the message centre only; `waiting` its ladder runs; `gathered` waits for the day's digest; `sent`, `unsent`: it has ended. */
export const LETTER_STATES = ['inside', 'waiting', 'gathered', 'sent', 'unsent'] as const;
export type LetterState = (typeof LETTER_STATES)[number];

/** The words of each channel, composed when the letter was written; gone when the ladder has ended. */
const zWords = z.object({
  subscribe: z.record(z.string(), z.string()).optional(),
  sms: z.array(z.string()).optional(),
  voice: z.array(z.string()).optional(),
  problems: z.record(z.string(), z.string()),
});
export type Words = z.infer<typeof zWords>;

/** One message to one person for one cause; its id is the cause's, so it exists once however often it is delivered. */
export const letterFields = {
  communityId: z.string(),
  /** An account; `phone:<ref>` for who has none; `robot:<key>` for a staff group. */
  to: z.string(),
  kind: z.string(),
  urgency: zUrgency,
  title: z.string(),
  text: z.string(),
  page: z.string(),
  at: zInstant,
  readAt: zInstant.optional(),
  /** The person is asked to say 知道了. */
  confirm: z.boolean().optional(),
  acknowledgedAt: zInstant.optional(),
  /** Whom and what it is about, in the words of the sending domain; come back with events. */
  ref: z.string().optional(),
  about: z.string().optional(),
  postId: z.string().optional(),
  state: z.enum(LETTER_STATES),
  /** Only while the ladder runs. */
  words: zWords.optional(),
  /** Only while the ladder runs. */
  phone: z.string().optional(),
  rung: z.number().int(),
  /** Counts claims; every claim is conditional on it. */
  turn: z.number().int(),
  /** When the ladder goes on; absent once it has ended. `fast`: urgent and emergency, which no backlog delays. */
  dueAt: zInstant.optional(),
  lane: z.enum(['fast', 'slow']),
  /** Written before providers are called: these channels are being tried by this run. */
  claim: z.object({ by: z.string(), ways: z.array(zWay) }).optional(),
  /** When the day's digest will name it. */
  gatherAt: zInstant.optional(),
  attempts: z.array(zAttempt),
  /** Of the last attempt; for the office's list. */
  triedAt: zInstant.optional(),
  /** The day (Shanghai) on which a normal message was pushed; counts towards the day's limit. */
  pushedOn: z.string().optional(),
  /** Ids that the provider gave to calls, by which a pressed key finds its letter. */
  calls: z.array(z.string()).optional(),
} as const;
export const zLetterDoc = z.object(letterFields);
export type Letter = z.infer<typeof zLetterDoc>;

/** A post on its way: looked at until all of its letters have ended. */
export const zPostDoc = z.object({
  postId: z.string(),
  about: z.string(),
  /** Refs of addressees with neither account nor phone. */
  nowhere: z.array(z.string()),
  dueAt: zInstant.optional(),
  at: zInstant,
});
export type PostDoc = z.infer<typeof zPostDoc>;

const zLadder = z.array(z.array(zChannel).min(1).max(3)).max(4);

/** What a community decides about its messages. */
export const courierSettingsFields = {
  /** Times of day; equal: no quiet hours. */
  quietFrom: zMinute,
  quietTo: zMinute,
  /** Normal messages pushed to one person a day before the rest waits for the digest. */
  mostPerDay: z.number().int().min(1).max(20),
  digestAt: zMinute,
  /** A channel that is switched off is skipped with that reason. */
  channelsOff: z.array(zChannel),
  /** By kind of message; a kind that is not named keeps its own ladder. */
  ladders: z.record(z.string().max(60), zLadder),
} as const;

/** The robot of a WeCom group; `webhook` is its key, which never leaves the server. */
export const zRobot = z.object({
  key: z.string().regex(/^[a-z0-9-]{1,30}$/),
  name: z.string().trim().min(1).max(30),
  webhook: z.string().regex(/^[\w-]{8,80}$/),
});
export type Robot = z.infer<typeof zRobot>;
export const zCourierSettings = z.object({ ...courierSettingsFields, robots: z.array(zRobot).max(20) });
export type CourierSettings = z.infer<typeof zCourierSettings>;

/** What a person does not want pushed; the message centre has it all the same, and what is urgent comes anyway. */
export const zPushChoices = z.object({ off: z.array(zCategory) });
export type PushChoices = z.infer<typeof zPushChoices>;
