/** Guardians: who else decides, who collects the child, codes; what is shown of a day. Part of `care.ts`. */
import * as z from 'zod';
import { zAdultView, zDayView, zGuardianView } from './careViews';
import { command, query } from './contract';
import { zDay, zDone, zId, zInstant, zPhone, zText } from './schemas';

const YOURS = ['NOT_YOUR_CHILD'] as const;
/** The office recorded that another guardian decides. */
const DECIDES = ['NOT_YOUR_CHILD', 'OTHER_DECIDES'] as const;
const zAdultIn = { name: zText(20), relation: zText(10), phone: zPhone.optional() };

export const adultActions = {
  /** Asks a second guardian, by telephone number; it counts once that person's account has accepted. */
  inviteGuardian: command({
    allow: ['member'],
    input: z.strictObject({ childId: zId, name: zText(20), relation: zText(10), phone: zPhone }),
    output: z.object({ guardians: z.array(zGuardianView) }),
    errors: [...DECIDES, 'TOO_MANY_GUARDIANS', 'ALREADY_INVITED', 'PERSON_BARRED'],
  }),
  answerInvitation: command({
    allow: ['member'],
    input: z.strictObject({ childId: zId, accept: z.boolean() }),
    output: zDone,
    errors: ['INVITATION_OVER'],
  }),
  /** Takes back an invitation, or leaves oneself; another confirmed guardian is ended by the office alone. */
  endGuardian: command({
    allow: ['member'],
    input: z.strictObject({ childId: zId, guardianId: zId }),
    output: zDone,
    errors: [...DECIDES, 'UNKNOWN_ADULT', 'LAST_GUARDIAN', 'OFFICE_DECIDES'],
  }),

  /** A standing authorised adult, with or without an account; who has the number's account sees the code there. */
  addAdult: command({
    allow: ['member'],
    input: z.strictObject({ childId: zId, ...zAdultIn, until: zDay.optional() }),
    output: z.object({ adults: z.array(zAdultView) }),
    errors: [...DECIDES, 'TOO_MANY_ADULTS', 'PERSON_BARRED', 'PAST_DAY'],
  }),
  endAdult: command({
    allow: ['member'],
    input: z.strictObject({ childId: zId, adultId: zId }),
    output: z.object({ adults: z.array(zAdultView) }),
    errors: [...DECIDES, 'UNKNOWN_ADULT'],
  }),
  /** One adult, one day, used up by the release. With a number and `text`, the code goes out as a text message on the day it is given. */
  addTemporary: command({
    allow: ['member'],
    input: z.strictObject({ attendanceId: zId, ...zAdultIn, text: z.boolean() }),
    output: zDayView,
    errors: [...DECIDES, 'PERSON_BARRED', 'PAST_DAY', 'TOO_MANY_ADULTS', 'ALREADY_GONE', 'NO_CARE_THAT_DAY', 'NOT_ENROLLED'],
  }),
  endTemporary: command({
    allow: ['member'],
    input: z.strictObject({ attendanceId: zId, adultId: zId }),
    output: zDayView,
    errors: [...DECIDES, 'UNKNOWN_ADULT', 'ALREADY_GONE'],
  }),
  /** The codes of one day, for showing or passing on: a guardian's own, and of the adults of whom the guardian decides. */
  codes: query({
    allow: ['member'],
    input: z.strictObject({ attendanceId: zId }),
    output: z.object({
      childName: z.string(),
      day: zDay,
      codes: z.array(
        z.object({
          adultId: zId,
          name: z.string(),
          relation: z.string(),
          me: z.boolean(),
          temporary: z.boolean(),
          code: z.string(),
        }),
      ),
    }),
    errors: [...YOURS, 'NOT_ENROLLED'],
  }),
  /** Addresses of the pictures of one day, good for an hour; none while the consent to pictures does not hold. */
  pictures: query({
    allow: ['member'],
    input: z.strictObject({ attendanceId: zId }),
    output: z.object({ urls: z.array(z.string()) }),
    errors: [...YOURS],
  }),
  /** The words of an incident: guardians and staff on duty; logged. */
  incident: query({
    allow: ['member'],
    input: z.strictObject({ id: zId }),
    output: z.object({ childName: z.string(), day: zDay, kind: z.string(), text: z.string(), byName: z.string(), at: zInstant }),
    errors: [...YOURS, 'SEAL_KEY_MISSING', 'SEAL_BROKEN', 'NOT_ON_DUTY'],
  }),
} as const;
