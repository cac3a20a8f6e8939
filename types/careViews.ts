/** Care 托管: what screens see. Verdicts travel along; a screen computes no rule. The contract is in `care.ts`. */
import * as z from 'zod';
import { ABSENCE_REASONS, ACTIVITIES, ATTENDANCE_STATUS, EATEN, INCIDENT_KINDS, RELEASE_WAYS } from './careDays';
import { ENROLMENT_STATUS, FEE_KINDS } from './careEnrolments';
import { CARE_READS, CONSENT_PURPOSES, GUARDIAN_STATUS } from './careParts';
import { CLASS_KINDS, CLASS_STATUS, SIGNUP_MODES } from './careTerms';
import { PERIODS } from './meals';
import { zDay, zFen, zId, zInstant, zMinute, zVerdict } from './schemas';

/** What of a fee is paid and what is still owed. `due` = owed − waived − paid + refunded, never below nothing. */
export const zFee = z.object({ owed: zFen, paid: zFen, waived: zFen, refunded: zFen, due: zFen });
export type Fee = z.infer<typeof zFee>;

export const zClassView = z.object({
  id: zId,
  termId: zId,
  termName: z.string(),
  first: zDay,
  last: zDay,
  kind: z.enum(CLASS_KINDS),
  name: z.string(),
  place: z.string(),
  weekdays: z.array(z.number().int()),
  from: zMinute,
  to: zMinute,
  capacity: z.number().int(),
  reserved: z.number().int(),
  reservedUntil: zInstant.optional(),
  left: z.number().int(),
  ratio: z.number().int(),
  fee: zFen,
  minAge: z.number().int(),
  maxAge: z.number().int(),
  meal: z.enum(PERIODS).optional(),
  mode: z.enum(SIGNUP_MODES),
  opensAt: zInstant,
  closesAt: zInstant,
  status: z.enum(CLASS_STATUS),
  /** Of a draw: the commitment from the beginning, the seed once it was drawn. */
  draw: z.object({ commitment: z.string(), seed: z.string().optional(), drawnAt: zInstant.optional() }).optional(),
});
export type ClassView = z.infer<typeof zClassView>;

export const zEnrolmentView = z.object({
  id: zId,
  classId: zId,
  className: z.string(),
  termName: z.string(),
  childId: zId,
  childName: z.string(),
  status: z.enum(ENROLMENT_STATUS),
  /** On the waitlist: how many are before, plus one. */
  position: z.number().int().optional(),
  /** The number of the entry in a draw, and on the roll. */
  no: z.number().int(),
  mode: z.enum(SIGNUP_MODES),
  offerUntil: zInstant.optional(),
  from: zDay.optional(),
  to: zDay.optional(),
  reason: z.string().optional(),
  priority: z.object({ id: zId, name: z.string(), state: z.enum(['asked', 'confirmed', 'refused']) }).optional(),
  signedUpByName: z.string(),
  onBehalf: z.boolean(),
  fee: zFee,
  may: z.object({ accept: zVerdict, withdraw: zVerdict, change: zVerdict }),
});
export type EnrolmentView = z.infer<typeof zEnrolmentView>;

export const zConsentView = z.object({
  purpose: z.enum(CONSENT_PURPOSES),
  /** The text to read, and its version, as they are now. */
  text: z.string(),
  version: z.number().int(),
  /** How long it holds once it is given. */
  months: z.number().int(),
  /** Counts today; for `given` that ran out or was withdrawn it is false. */
  holds: z.boolean(),
  /** What was said last; absent: never asked. */
  said: z
    .object({
      given: z.boolean(),
      version: z.number().int(),
      from: zDay,
      to: zDay,
      byName: z.string(),
      at: zInstant,
      withdrawnAt: zInstant.optional(),
    })
    .optional(),
});
export type ConsentView = z.infer<typeof zConsentView>;

/** An adult who collects the child, on one day. */
export const zAdultView = z.object({
  id: zId,
  name: z.string(),
  relation: z.string(),
  /** Masked. */
  phone: z.string().optional(),
  kind: z.enum(['guardian', 'standing', 'temporary']),
  hasAccount: z.boolean(),
  byName: z.string(),
  until: zDay.optional(),
  /** May this person have the child now, and if not, why not. */
  authorised: zVerdict,
  may: z.object({ end: zVerdict }),
});
export type AdultView = z.infer<typeof zAdultView>;

export const zGuardianView = z.object({
  id: zId,
  name: z.string(),
  relation: z.string(),
  /** Masked. */
  phone: z.string().optional(),
  status: z.enum(GUARDIAN_STATUS),
  me: z.boolean(),
  /** The office recorded that only this guardian decides. */
  decides: z.boolean(),
  may: z.object({ end: zVerdict }),
});
export type GuardianView = z.infer<typeof zGuardianView>;

export const zReleaseView = z.object({
  at: zInstant,
  name: z.string(),
  relation: z.string(),
  how: z.enum(RELEASE_WAYS),
  byName: z.string(),
});

/** One child in one class on one day, as its guardians see it. */
export const zDayView = z.object({
  /** Of the attendance. */
  id: zId,
  day: zDay,
  classId: zId,
  className: z.string(),
  from: zMinute,
  to: zMinute,
  status: z.enum(ATTENDANCE_STATUS),
  leaveReason: z.string().optional(),
  leaveUntil: zInstant,
  askedAt: zInstant.optional(),
  explained: z.object({ reason: z.enum(ABSENCE_REASONS), text: z.string() }).optional(),
  signedInAt: zInstant.optional(),
  /** What the class did, and what this child is doing now. */
  activities: z.array(z.object({ at: zInstant, what: z.enum(ACTIVITIES), text: z.string() })),
  doing: z.enum(ACTIVITIES).optional(),
  ate: z.enum(EATEN).optional(),
  note: z.string().optional(),
  /** Shown by `pictures` while the consent holds; else 0. */
  pictures: z.number().int(),
  incidents: z.array(z.object({ id: zId, kind: z.enum(INCIDENT_KINDS), at: zInstant })),
  release: zReleaseView.optional(),
  /** Temporary authorities of this day. */
  temporaries: z.array(zAdultView),
  may: z.object({ leave: zVerdict, cancelLeave: zVerdict, explain: zVerdict, temporary: zVerdict }),
});
export type DayView = z.infer<typeof zDayView>;

/** Who is collected by me today, with the code I show. It stays the same until the child is collected, and is nobody else's. */
export const zCollectView = z.object({
  attendanceId: zId,
  childName: z.string(),
  className: z.string(),
  day: zDay,
  to: zMinute,
  /** Six digits, to be shown or said; the screen draws them as a QR code, too. */
  code: z.string(),
  state: z.enum(['notHereYet', 'here', 'collected']),
});
export type CollectView = z.infer<typeof zCollectView>;

export const zReadView = z.object({ at: zInstant, byName: z.string(), what: z.enum(CARE_READS) });

/** A day of the calendar: why there is care or none. */
export const zCalendarDay = z.object({
  day: zDay,
  /** Care takes place. */
  open: z.boolean(),
  /** 国庆节, 调休上课, 寒假; absent on an ordinary day. */
  name: z.string().optional(),
});
export type CalendarDay = z.infer<typeof zCalendarDay>;

export const zFeeLineView = z.object({
  at: zInstant,
  kind: z.enum(FEE_KINDS),
  amount: zFen,
  receipt: z.string().optional(),
  reason: z.string().optional(),
  byName: z.string(),
});
