/** After sending: the board, reminders, doors, the workbook. Part of the `notices` contract. */
import * as z from 'zod';
import { command, query, STAFF } from './contract';
import { DOOR_OUTCOMES, PROGRESS, REMIND_WHOM, WAYS_TO_READ, zNoticeDoc } from './notice';
import { zDone, zId, zInstant, zNothing, zText, zVerdict } from './schemas';

/** People of a notice, or of one building of it. Each person counts in `total`; the others overlap. */
export const zCounts = z.object({
  total: z.number().int(),
  /** A letter lies in the message centre of the person or of a relative. */
  letter: z.number().int(),
  /** A push, a text message or a call went out. */
  channel: z.number().int(),
  /** Every channel failed, the letter too. */
  failed: z.number().int(),
  read: z.number().int(),
  /** Of the read: a relative read it for the elder. */
  byFamily: z.number().int(),
  confirmed: z.number().int(),
  unread: z.number().int(),
  /** Reached by telephone alone, and by nothing but a visit. */
  phoneOnly: z.number().int(),
  unreachable: z.number().int(),
  /** Told at the door; nobody opened. */
  doorTold: z.number().int(),
  doorNotHome: z.number().int(),
});
export type Counts = z.infer<typeof zCounts>;

export const zBoard = z.object({
  id: zId,
  now: zInstant,
  title: z.string(),
  status: zNoticeDoc.shape.status,
  emergency: z.boolean(),
  needsConfirmation: z.boolean(),
  sentAt: zInstant.optional(),
  /** Letters handed over so far; equal to `total` when all are. */
  sent: z.number().int(),
  total: z.number().int(),
  counts: zCounts,
  /** In the order of the tree; `''` for staff who do not live here. */
  buildings: z.array(z.object({ buildingId: z.string(), name: z.string(), counts: zCounts })),
  reminders: zNoticeDoc.shape.reminders.element.omit({ by: true }).array(),
  doors: z.object({ openedAt: zInstant, left: z.number().int(), told: z.number().int(), notHome: z.number().int() }).optional(),
  recall: z.object({ at: zInstant, byName: z.string(), correction: z.string(), done: z.boolean() }).optional(),
  busy: z.boolean(),
  may: z.object({ remind: zVerdict, openDoors: zVerdict, export: zVerdict, recall: zVerdict }),
});
export type Board = z.infer<typeof zBoard>;

/** One door: somebody who has not read it. */
export const zDoor = z.object({
  ref: zId,
  name: z.string(),
  age: z.number().int(),
  /** `3栋2单元501` */
  address: z.string(),
  unitId: z.string(),
  livesAlone: z.boolean(),
  /** Masked; staff call through the residents' page, which logs it. */
  phone: z.string().optional(),
  way: z.enum(WAYS_TO_READ),
  progress: z.enum(PROGRESS),
  door: z.enum(DOOR_OUTCOMES),
  doorAt: zInstant.optional(),
  doorByName: z.string().optional(),
  doorNote: z.string().optional(),
});
export type Door = z.infer<typeof zDoor>;

const zWhich = z.strictObject({ id: zId });

export const boardActions = {
  /** Live counts, by building; one round trip whatever the number of people. */
  board: query({ allow: STAFF, input: zWhich, output: zBoard, errors: ['NOT_OUT'] }),
  /** Reminds only those who have not read (or not confirmed), at most once an hour as set. */
  remind: command({
    allow: STAFF,
    input: z.strictObject({ id: zId, whom: z.enum(REMIND_WHOM) }),
    output: zBoard,
    errors: ['NOT_YOURS_TO_SEND', 'NOT_OUT', 'ALREADY_RECALLED', 'REMINDED_LATELY', 'NO_CONFIRMATION_ASKED', 'NOTICE_IS_OVER'],
  }),
  /** Makes a list of doors for a notice that is no emergency; for emergencies it opens by itself. */
  openDoors: command({
    allow: STAFF,
    input: zWhich,
    output: zBoard,
    errors: ['NOT_YOURS_TO_SEND', 'NOT_OUT', 'ALREADY_RECALLED'],
  }),
  /** Notices with doors to knock at in my part. */
  myDoors: query({
    allow: STAFF,
    input: zNothing,
    output: z.object({
      notices: z.array(
        z.object({ id: zId, title: z.string(), emergency: z.boolean(), openedAt: zInstant, left: z.number().int() }),
      ),
    }),
    errors: [],
  }),
  /** Who has not read, in my part of the tree, by unit and room; the ticked stay, at the end. `more`: over five hundred, choose a unit. */
  doorList: query({
    allow: STAFF,
    input: z.strictObject({ id: zId, buildingId: zId.optional(), unitId: zId.optional() }),
    output: z.object({ title: z.string(), now: zInstant, doors: z.array(zDoor), more: z.boolean() }),
    errors: ['NO_DOOR_LIST'],
  }),
  tickDoor: command({
    allow: STAFF,
    input: z.strictObject({ id: zId, ref: zId, outcome: z.enum(DOOR_OUTCOMES), note: zText(100).optional() }),
    output: zDone,
    errors: ['NO_DOOR_LIST', 'OUTSIDE_YOUR_PART'],
  }),
  /** Every person with what happened, as an xlsx; the address is good for ten minutes. */
  exportBoard: command({
    allow: STAFF,
    input: zWhich,
    output: z.object({ url: z.string(), name: z.string() }),
    errors: ['NOT_YOURS_TO_SEND', 'NOT_OUT'],
  }),
} as const;
