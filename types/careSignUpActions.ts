/** Guardians: classes, sign-up, offers, leave. Part of `care.ts`. */
import * as z from 'zod';
import { ABSENCE_REASONS, ATTENDANCE_STATUS } from './careDays';
import { zPriorityRule } from './careTerms';
import { zCalendarDay, zClassView, zDayView, zEnrolmentView } from './careViews';
import { command, query } from './contract';
import { zDay, zDone, zId, zInstant, zMonth, zNothing, zText, zVerdict } from './schemas';

const DECIDES = ['NOT_YOUR_CHILD', 'OTHER_DECIDES'] as const;
export const SIGNUP_ERRORS = [
  'CONSENT_NEEDED',
  'CLASS_NOT_OPEN',
  'SIGNUP_NOT_YET',
  'SIGNUP_OVER',
  'OUTSIDE_AGES',
  'ALREADY_SIGNED_UP',
  'CLASSES_OVERLAP',
  'UNKNOWN_PRIORITY',
  'DOCUMENT_NEEDED',
  'NOT_OUR_FILE',
] as const;

export const signUpActions = {
  /** Classes of running and coming terms, with what this child may do in each. ≤ 2 round trips. */
  classes: query({
    allow: ['member'],
    input: z.strictObject({ childId: zId.optional() }),
    output: z.object({
      now: zInstant,
      priorities: z.array(zPriorityRule),
      classes: z.array(
        zClassView.extend({
          waiting: z.number().int(),
          enrolment: zEnrolmentView.pick({ id: true, status: true, position: true }).optional(),
          /** Absent without a child. */
          may: z.object({ signUp: zVerdict }).optional(),
        }),
      ),
    }),
    errors: ['NOT_YOUR_CHILD'],
  }),
  /**
   * First come: a place, or the waitlist; draw: an entry. `instead`: leaves that class as soon as this one has a place. The answer's
   * status says which it was.
   */
  signUp: command({
    allow: ['member'],
    input: z.strictObject({
      classId: zId,
      childId: zId,
      priority: z.strictObject({ id: zId, documents: z.array(z.string().max(300)).max(4) }).optional(),
      instead: zId.optional(),
    }),
    output: zEnrolmentView,
    errors: [...DECIDES, ...SIGNUP_ERRORS],
  }),
  answerOffer: command({
    allow: ['member'],
    input: z.strictObject({ id: zId, accept: z.boolean() }),
    output: zEnrolmentView,
    errors: [...DECIDES, 'NO_OFFER', 'OFFER_OVER', 'CONSENT_NEEDED'],
  }),
  /** Leaves a class, the waitlist or a draw; today still counts. Guardians, or staff on their behalf with a reason. */
  withdraw: command({
    allow: ['member'],
    input: z.strictObject({ id: zId, reason: zText(60).optional() }),
    output: zEnrolmentView,
    errors: [...DECIDES, 'NOT_ENROLLED'],
  }),
  /** Where to upload one picture of a document (multipart POST of `fields`, then `file`), and its id; as `people.openUpload`. */
  documentTicket: command({
    allow: ['member'],
    input: zNothing,
    output: z.object({ fileId: z.string(), url: z.string(), fields: z.record(z.string(), z.string()) }),
    errors: [],
  }),
  /** The draw as it was published: anybody can hash the seed, and sort the entries again. */
  draw: query({
    allow: ['member'],
    input: z.strictObject({ classId: zId }),
    output: z.object({
      className: z.string(),
      commitment: z.string(),
      seed: z.string().optional(),
      drawnAt: zInstant.optional(),
      places: z.number().int(),
      /** In the drawn order; `place`: within the places. `mine`: an entry of my child; `with`: drawn together with the entry of
       * this number, a sibling. */
      entries: z.array(
        z.object({
          no: z.number().int(),
          rank: z.number().int(),
          with: z.number().int().optional(),
          place: z.boolean(),
          mine: z.boolean(),
        }),
      ),
    }),
    errors: ['NO_DRAW'],
  }),
  /** The month of a class: on which days there is care, and, with a child, its leave and attendance. */
  calendar: query({
    allow: ['member'],
    input: z.strictObject({ classId: zId, month: zMonth, childId: zId.optional() }),
    output: z.object({
      className: z.string(),
      days: z.array(
        zCalendarDay.extend({
          id: zId.optional(),
          status: z.enum(ATTENDANCE_STATUS).optional(),
          leaveUntil: zInstant.optional(),
          may: z.object({ leave: zVerdict, cancelLeave: zVerdict }).optional(),
        }),
      ),
    }),
    errors: ['NOT_YOUR_CHILD'],
  }),

  /** One day of one class; guardians until the cut-off, staff until the child is here. */
  giveLeave: command({
    allow: ['member'],
    input: z.strictObject({ classId: zId, childId: zId, day: zDay, reason: zText(40) }),
    output: zDayView,
    errors: [...DECIDES, 'LEAVE_CUTOFF', 'PAST_DAY', 'NO_CARE_THAT_DAY', 'NOT_ENROLLED', 'ALREADY_HERE', 'ALREADY_GONE'],
  }),
  cancelLeave: command({
    allow: ['member'],
    input: z.strictObject({ attendanceId: zId }),
    output: zDayView,
    errors: [...DECIDES, 'NO_LEAVE', 'PAST_DAY'],
  }),
  /** The answer to 孩子还没到: where it is. `onTheWay` leaves the child expected. */
  explainAbsence: command({
    allow: ['member'],
    input: z.strictObject({ attendanceId: zId, reason: z.enum(ABSENCE_REASONS), text: z.string().trim().max(60) }),
    output: zDone,
    errors: ['NOT_YOUR_CHILD', 'ALREADY_HERE', 'ALREADY_GONE', 'PAST_DAY'],
  }),
} as const;
