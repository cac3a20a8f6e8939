/** The office of the care: terms, classes, waitlist, sign-up on behalf, custody, fees, settings. Part of `care.ts`. */
import * as z from 'zod';
import { ENROLMENT_STATUS } from './careEnrolments';
import { CONSENT_PURPOSES, zBarred } from './careParts';
import { SIGNUP_ERRORS } from './careSignUpActions';
import { CLASS_STATUS, careSettingsFields, classInFields, termFields, zCareSettings } from './careTerms';
import { CARE } from './careTodayActions';
import { zCalendarDay, zClassView, zEnrolmentView } from './careViews';
import { command, query } from './contract';
import { zDay, zDone, zId, zInstant, zMonth, zNothing, zPhone, zText } from './schemas';

const OFFICE = ['office', 'admin'] as const;
const zOne = z.strictObject({ id: zId });
export const zTermView = z.object({ ...termFields, id: zId });
/** A class as staff see it: with how many wait, are offered, are enrolled. */
export const zDeskClass = zClassView.extend({
  enrolled: z.number().int(),
  offered: z.number().int(),
  waiting: z.number().int(),
  entered: z.number().int(),
});
/** A row of the waitlist and of the members. */
export const zEnrolmentRow = zEnrolmentView.extend({
  pinyin: z.string().optional(),
  age: z.number().int(),
  school: z.string(),
  schoolClass: z.string(),
  at: zInstant,
  documents: z.number().int(),
});
export type EnrolmentRow = z.infer<typeof zEnrolmentRow>;

export const officeActions = {
  /** Terms and their classes with counts, newest term first. */
  terms: query({
    allow: CARE,
    input: zNothing,
    output: z.object({ terms: z.array(zTermView), classes: z.array(zDeskClass) }),
    errors: [],
  }),
  saveTerm: command({
    allow: OFFICE,
    input: z.strictObject({ id: zId.optional(), ...termFields, name: zText(20) }),
    output: zTermView,
    errors: ['TERM_DATES'],
  }),
  /** A new class is a draft; capacity may shrink no further than what is taken. */
  saveClass: command({
    allow: OFFICE,
    input: z.strictObject({ id: zId.optional(), ...classInFields }),
    output: zDeskClass,
    errors: ['CLASS_TIMES', 'SIGNUP_TIMES', 'CLASS_NOT_OPEN', 'DRAW_DONE', 'SEAL_KEY_MISSING'],
  }),
  /** `open` shows it to the families; `ended` ends it for all. */
  stepClass: command({
    allow: OFFICE,
    input: z.strictObject({ id: zId, status: z.enum(CLASS_STATUS) }),
    output: zDeskClass,
    errors: ['CLASS_NOT_OPEN'],
  }),
  /** A month of the care: open days, holidays, make-up days; corrections stand in the settings. */
  monthDays: query({
    allow: CARE,
    input: z.strictObject({ month: zMonth }),
    output: z.object({ days: z.array(zCalendarDay) }),
    errors: [],
  }),

  /** Members, waitlist, offers, entries of one class in their order; two hundred a page. */
  enrolments: query({
    allow: CARE,
    input: z.strictObject({ classId: zId, status: z.enum(ENROLMENT_STATUS).optional(), after: z.number().int().optional() }),
    output: z.object({ class: zDeskClass, rows: z.array(zEnrolmentRow), after: z.number().int().optional() }),
    errors: [],
  }),
  /** Finds children by name or pinyin, for signing up on behalf. Numbers are masked. */
  findChild: query({
    allow: CARE,
    input: z.strictObject({ text: zText(20) }),
    output: z.object({
      children: z.array(
        z.object({
          id: zId,
          name: z.string(),
          age: z.number().int(),
          school: z.string(),
          schoolClass: z.string(),
          guardians: z.string(),
        }),
      ),
    }),
    errors: [],
  }),
  /** A family at the desk: the child with its guardian (who is invited by number) and consents on paper. */
  enrolFor: command({
    allow: CARE,
    input: z.strictObject({
      child: z.union([
        z.strictObject({ childId: zId }),
        z.strictObject({
          name: zText(20),
          birthDate: zDay,
          school: zText(30),
          schoolClass: zText(20),
          guardian: z.strictObject({ name: zText(20), relation: zText(10), phone: zPhone }),
          /** Purposes for which a signed paper lies in the office. */
          paper: z.array(z.enum(CONSENT_PURPOSES)).max(3),
        }),
      ]),
      classId: zId,
      priorityId: zId.optional(),
    }),
    output: zEnrolmentView,
    errors: [...SIGNUP_ERRORS, 'NOT_YOUR_CHILD', 'OTHER_DECIDES', 'BIRTH_DATE'],
  }),
  /** Documents of priority were seen: they hold or not. Before a draw, and for places kept for priority. */
  judgePriority: command({
    allow: CARE,
    input: z.strictObject({ id: zId, holds: z.boolean() }),
    output: zEnrolmentView,
    errors: ['NO_PRIORITY', 'DRAW_DONE'],
  }),
  /** Addresses of the documents of one sign-up, good for an hour. */
  documents: query({ allow: CARE, input: zOne, output: z.object({ urls: z.array(z.string()) }), errors: [] }),

  /** What the office recorded about who decides and who must not have the child; logged. */
  custody: query({
    allow: OFFICE,
    input: z.strictObject({ childId: zId }),
    output: z.object({
      childName: z.string(),
      guardians: z.array(z.object({ id: zId, name: z.string(), relation: z.string(), status: z.string() })),
      barred: z.array(zBarred),
      decides: zId.optional(),
      note: z.string(),
      byName: z.string().optional(),
      at: zInstant.optional(),
    }),
    errors: ['SEAL_KEY_MISSING', 'SEAL_BROKEN'],
  }),
  saveCustody: command({
    allow: OFFICE,
    input: z.strictObject({
      childId: zId,
      barred: z.array(z.strictObject(zBarred.shape)).max(10),
      decides: zId.optional(),
      note: z.string().trim().max(300),
      /** Guardians whose confirmation ends with this record. */
      end: z.array(zId).max(6),
    }),
    output: zDone,
    errors: ['SEAL_KEY_MISSING', 'UNKNOWN_ADULT'],
  }),

  settings: query({ allow: CARE, input: zNothing, output: zCareSettings, errors: [] }),
  saveSettings: command({
    allow: OFFICE,
    input: z.strictObject(careSettingsFields),
    output: zCareSettings,
    errors: ['DOUBLE_ENTRY', 'CONSENT_VERSION'],
  }),
} as const;
