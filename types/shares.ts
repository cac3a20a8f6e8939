/** Cards shared into WeChat groups, and the page for people who are no members. Part of the `notices` contract. */
import * as z from 'zod';
import { command, query, STAFF } from './contract';
import { zDone, zId, zInstant, zText } from './schemas';

/** A notice opened from a WeChat group: one for each (notice, group, person). */
export const groupOpenFields = {
  noticeId: zId,
  /** A digest of WeChat's encrypted group id. */
  group: zId,
  account: z.string(),
  /** Was a member of the community then. */
  member: z.boolean(),
  at: zInstant,
} as const;
export type GroupOpen = z.infer<z.ZodObject<typeof groupOpenFields>>;

/** What staff call a WeChat group. */
export const shareGroupFields = { name: zText(30), by: z.string(), at: zInstant } as const;

/** A shared card carries the community as well, because who opens it may belong to none. */
const zPublicIn = z.strictObject({ community: zId, id: zId });

export const shareActions = {
  /** Title, text, place and time of a notice marked public, for anybody. A recalled or expired one says so instead. */
  publicNotice: query({
    allow: ['public'],
    input: zPublicIn,
    output: z.object({
      community: z.string(),
      phone: z.string(),
      title: z.string(),
      body: z.string(),
      place: z.string().optional(),
      startsAt: zInstant.optional(),
      endsAt: zInstant.optional(),
      sentAt: zInstant,
      pictures: z.array(z.string()),
      state: z.enum(['current', 'expired', 'recalled']),
      correction: z.string().optional(),
    }),
    errors: [],
  }),
  /**
   * Counts the opening of a card in a WeChat group. The mini-program asks `wx.getGroupEnterInfo` (or `getShareInfo` with the ticket) for
   * a `cloudID` and sends `wx.cloud.CloudID(cloudID)` as the top-level field `openData` of the call, beside `action` and `input`: the
   * platform puts the decrypted `{data: {openGId | opengid}}` in its place; deeper fields would not be replaced.
   */
  noteGroupOpen: command({ allow: ['signedIn'], input: zPublicIn, output: zDone, errors: ['NO_GROUP'] }),
  /** For lifts and doors: title, text, place and time with a QR code that opens it; A4 as PDF, or a picture. Good for ten minutes. */
  poster: command({
    allow: STAFF,
    input: z.strictObject({ id: zId, kind: z.enum(['pdf', 'png']) }),
    output: z.object({ url: z.string(), name: z.string() }),
    errors: ['NOT_OUT', 'NOT_PUBLIC'],
  }),
  /** Opens by group: how many people, how many of them members. */
  shares: query({
    allow: STAFF,
    input: z.strictObject({ id: zId }),
    output: z.object({
      people: z.number().int(),
      groups: z.array(z.object({ group: zId, name: z.string().optional(), people: z.number().int(), members: z.number().int() })),
    }),
    errors: [],
  }),
  /** Who opened it in one group, newest first; who is no member is a number only. */
  shareReaders: query({
    allow: STAFF,
    input: z.strictObject({ id: zId, group: zId }),
    output: z.object({ readers: z.array(z.object({ name: z.string(), at: zInstant })), strangers: z.number().int() }),
    errors: [],
  }),
  nameShareGroup: command({
    allow: STAFF,
    input: z.strictObject({ group: zId, name: zText(30) }),
    output: zDone,
    errors: [],
  }),
} as const;
