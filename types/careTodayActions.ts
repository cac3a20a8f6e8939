/** Staff of the care, today: duty, roll, sign-in, activities, incidents, pick-up, closing. Part of `care.ts`. */
import * as z from 'zod';
import { ACTIVITIES, EATEN, INCIDENT_KINDS, RELEASE_WAYS, SIGNIN_WAYS } from './careDays';
import { zPickupMatch, zRollRow } from './careDeskViews';
import { CLASS_KINDS } from './careTerms';
import { command, query } from './contract';
import { zDay, zDone, zId, zInstant, zMinute, zText, zVerdict } from './schemas';

/** Who works in the care. */
export const CARE = ['care', 'office', 'admin'] as const;
const zClass = z.strictObject({ classId: zId });
const zOne = z.strictObject({ id: zId });

const zCounts = {
  /** On the roll and not on leave. */
  expected: z.number().int(),
  here: z.number().int(),
  /** Not come, not explained, after the class has begun. */
  missing: z.number().int(),
  leave: z.number().int(),
  absent: z.number().int(),
  /** Collected, or gone on to the next class. */
  gone: z.number().int(),
};

export const todayActions = {
  /** Today per class, the call list, and who is still here late. ≤ 2 round trips. */
  board: query({
    allow: CARE,
    input: z.strictObject({}),
    output: z.object({
      now: zInstant,
      today: zDay,
      open: z.boolean(),
      dayName: z.string().optional(),
      classes: z.array(
        z.object({
          classId: zId,
          name: z.string(),
          kind: z.enum(CLASS_KINDS),
          place: z.string(),
          from: zMinute,
          to: zMinute,
          ...zCounts,
          staff: z.array(z.object({ name: z.string(), me: z.boolean() })),
          /** Children per adult that is allowed, adults needed for those who are here, and whether there are too few. */
          ratio: z.object({ most: z.number().int(), needed: z.number().int(), short: z.boolean() }),
          closed: z.object({ byName: z.string(), at: zInstant }).optional(),
          may: z.object({ startDuty: zVerdict, endDuty: zVerdict, close: zVerdict }),
        }),
      ),
      /** Asked, and nobody answered: to be rung. Numbers in full, because they are dialled. */
      calls: z.array(
        z.object({
          id: zId,
          childId: zId,
          childName: z.string(),
          className: z.string(),
          askedAt: zInstant,
          called: z.object({ byName: z.string(), at: zInstant, reached: z.boolean(), text: z.string() }).optional(),
          phones: z.array(z.object({ name: z.string(), relation: z.string(), phone: z.string() })),
        }),
      ),
      /** Still here after the end of the class. */
      late: z.array(
        z.object({
          id: zId,
          childId: zId,
          childName: z.string(),
          className: z.string(),
          since: zInstant,
          alarmed: z.boolean(),
          phones: z.array(z.object({ name: z.string(), relation: z.string(), phone: z.string() })),
        }),
      ),
    }),
    errors: [],
  }),
  /** The roll of one class for one day (today without `day`). ≤ 2 round trips. */
  roll: query({
    allow: CARE,
    input: z.strictObject({ classId: zId, day: zDay.optional() }),
    output: z.object({
      now: zInstant,
      day: zDay,
      open: z.boolean(),
      className: z.string(),
      from: zMinute,
      to: zMinute,
      rows: z.array(zRollRow),
      activities: z.array(z.object({ at: zInstant, what: z.enum(ACTIVITIES), text: z.string(), byName: z.string() })),
      onDuty: z.boolean(),
      closed: z.object({ byName: z.string(), at: zInstant }).optional(),
      may: z.object({ startDuty: zVerdict, close: zVerdict }),
    }),
    errors: [],
  }),
  /** I look after this class now; from here on I may read the health of its children. */
  startDuty: command({ allow: CARE, input: zClass, output: zDone, errors: ['DAY_CLOSED', 'NO_CARE_THAT_DAY'] }),
  endDuty: command({ allow: CARE, input: zClass, output: zDone, errors: ['NOT_ON_DUTY'] }),

  /** `how`: the card was scanned, its number said, the name tapped. A child on leave that comes all the same is signed in. */
  signIn: command({
    allow: CARE,
    input: z.strictObject({ classId: zId, childId: zId, how: z.enum(SIGNIN_WAYS) }),
    output: zRollRow,
    errors: ['NOT_ENROLLED', 'NO_CARE_THAT_DAY', 'ALREADY_HERE', 'ALREADY_GONE', 'DAY_CLOSED'],
  }),
  /** The wrong name was tapped: back to expected, as long as nobody collected the child. */
  undoSignIn: command({ allow: CARE, input: zOne, output: zRollRow, errors: ['NOT_HERE', 'ALREADY_GONE'] }),
  /** Somebody rang the family of a missing child. */
  recordCall: command({
    allow: CARE,
    input: z.strictObject({ id: zId, reached: z.boolean(), text: z.string().trim().max(60) }),
    output: zDone,
    errors: ['ALREADY_HERE', 'ALREADY_GONE'],
  }),
  /** What the class does now. */
  addActivity: command({
    allow: CARE,
    input: z.strictObject({ classId: zId, what: z.enum(ACTIVITIES), text: z.string().trim().max(60) }),
    output: zDone,
    errors: ['DAY_CLOSED', 'NO_CARE_THAT_DAY'],
  }),
  /** What one child does, ate, and a short note with pictures (with consent alone). What is left out stays. */
  saveDay: command({
    allow: CARE,
    input: z.strictObject({
      id: zId,
      doing: z.enum(ACTIVITIES).optional(),
      ate: z.enum(EATEN).optional(),
      note: z.string().trim().max(200).optional(),
      pictures: z.array(z.string().max(300)).max(6).optional(),
    }),
    output: zRollRow,
    errors: ['NOT_HERE', 'NO_PICTURE_CONSENT', 'NOT_OUR_FILE'],
  }),
  pictureTicket: command({
    allow: CARE,
    input: zOne,
    output: z.object({ fileId: z.string(), url: z.string(), fields: z.record(z.string(), z.string()) }),
    errors: ['NO_PICTURE_CONSENT'],
  }),
  /** Sealed; the guardians are told that there is something, not what. */
  reportIncident: command({
    allow: CARE,
    input: z.strictObject({ id: zId, kind: z.enum(INCIDENT_KINDS), text: zText(500) }),
    output: z.object({ incidentId: zId }),
    errors: ['SEAL_KEY_MISSING', 'NOT_ON_DUTY'],
  }),

  /**
   * The pick-up counter: by the six digits of a code, or by two letters of the child's pinyin (or the beginning of its name). Two round
   * trips before the name shows. With a code `adultId` is whose it is; nothing found by a code says `UNKNOWN_PICKUP_CODE`.
   */
  checkPickup: query({
    allow: CARE,
    input: z.strictObject({ text: zText(20) }),
    output: z.object({ now: zInstant, matches: z.array(zPickupMatch) }),
    errors: ['UNKNOWN_PICKUP_CODE'],
  }),
  /**
   * Hands the child over, once. `code`: the digits the adult showed; `look`: staff know the person or looked at a document. The guardians
   * are told when and to whom. The same adult again, from another phone, is told who did it (`ALREADY_GONE`).
   */
  release: command({
    allow: CARE,
    input: z.strictObject({ id: zId, adultId: zId, how: z.enum(RELEASE_WAYS), code: z.string().max(12).optional() }),
    output: zPickupMatch,
    errors: ['NOT_HERE', 'ALREADY_GONE', 'NOT_AUTHORISED', 'PERSON_BARRED', 'WRONG_PICKUP_CODE'],
  }),
  /** Not while a child is signed in, and not before the class is over. */
  closeDay: command({
    allow: CARE,
    input: zClass,
    output: zDone,
    errors: ['CHILDREN_STILL_HERE', 'CLASS_NOT_OVER', 'DAY_CLOSED', 'NO_CARE_THAT_DAY'],
  }),
} as const;
