/** Care 托管: settings, terms, classes, enrolments and draws, as they are remembered. The contract is in `care.ts`. */
import * as z from 'zod';
import { CONSENT_PURPOSES } from './careParts';
import { PERIODS } from './meals';
import { zDay, zFen, zId, zInstant, zMinute, zText } from './schemas';

/** A rule of priority: a family it applies to comes before others; the lower the rank, the earlier. */
export const zPriorityRule = z.object({
  id: zId,
  name: zText(20),
  rank: z.number().int().min(1).max(9),
  /** What has to be shown, such as 双职工证明; absent: nothing, staff know. */
  document: zText(40).optional(),
});
export type PriorityRule = z.infer<typeof zPriorityRule>;

/** Whom a rung of the overdue ladder tells, so many minutes after the end of the class. */
export const zLateRung = z.object({
  after: z.number().int().min(0).max(240),
  who: z.enum(['guardians', 'adults', 'staff']),
  way: z.enum(['push', 'text', 'call']),
});
export type LateRung = z.infer<typeof zLateRung>;

export const careSettingsFields = {
  name: zText(20),
  place: zText(40),
  /** The telephone on the teachers' table. */
  phone: z.string().trim().max(20),
  /** Corrections of the national calendar: a make-up day of the schools, a day off. */
  days: z.array(z.object({ day: zDay, open: z.boolean(), name: zText(20) })).max(100),
  priorities: z.array(zPriorityRule).max(12),
  /** Hours until an offer runs out. */
  offerHours: z.number().int().min(1).max(240),
  /** Minutes before the class begins until which guardians give leave by themselves. */
  leaveCutoff: z.number().int().min(0).max(1440),
  /** Minutes after the class has begun when guardians of missing children are asked. */
  askAbsentAfter: z.number().int().min(1).max(60),
  /** Minutes after asking when an unanswered absence is on the staff's call list. */
  callAfter: z.number().int().min(1).max(60),
  /** Minutes before the end of the class when guardians of children who are still here are reminded. */
  remindBefore: z.number().int().min(0).max(120),
  late: z.array(zLateRung).min(1).max(6),
  /** Minutes after the end of the class when an alert is raised for a child who is still here. */
  alarmAfter: z.number().int().min(0).max(240),
  /** Minute of the day from which the kitchen is told how many children eat, per meal period. */
  mealsFrom: z.partialRecord(z.enum(PERIODS), zMinute),
  /** The texts of the consents; a new version asks everybody again when the old period ends. */
  consents: z.array(
    z.object({
      purpose: z.enum(CONSENT_PURPOSES),
      version: z.number().int().min(1).max(999),
      text: zText(1500),
      /** How long a consent holds. */
      months: z.number().int().min(1).max(36),
    }),
  ),
  mostChildren: z.number().int().min(1).max(10),
  mostAdults: z.number().int().min(1).max(20),
  /** Days that pictures of a child are kept. */
  pictureDays: z.number().int().min(1).max(365),
} as const;
export const zCareSettings = z.object(careSettingsFields);
export type CareSettings = z.infer<typeof zCareSettings>;

export const termFields = {
  name: zText(20),
  first: zDay,
  last: zDay,
  /** School holidays within the term, both days included. */
  holidays: z.array(z.object({ from: zDay, to: zDay, name: zText(20) })).max(20),
} as const;
export const zTermDoc = z.object(termFields);
export type Term = z.infer<typeof zTermDoc>;

/** 四点半托管, 午餐午休, 晚餐, 晚间看护. */
export const CLASS_KINDS = ['afternoon', 'noon', 'dinner', 'evening'] as const;
export type ClassKind = (typeof CLASS_KINDS)[number];
export const CLASS_STATUS = ['draft', 'open', 'ended'] as const;
export const CLASS_STEPS: Record<ClassStatus, readonly ClassStatus[]> = { draft: ['open'], open: ['ended'], ended: [] };
export type ClassStatus = (typeof CLASS_STATUS)[number];
/** `firstCome` whoever comes first; `draw` everybody may enter until the end, then priority and lot decide. */
export const SIGNUP_MODES = ['firstCome', 'draw'] as const;

/** What the office writes about a class. */
export const classInFields = {
  termId: zId,
  kind: z.enum(CLASS_KINDS),
  name: zText(20),
  place: zText(30),
  /** 1 Monday … 7 Sunday. */
  weekdays: z.array(z.number().int().min(1).max(7)).min(1).max(7),
  from: zMinute,
  to: zMinute,
  capacity: z.number().int().min(1).max(500),
  /** Of these places, how many are kept for families with priority until `reservedUntil` (first come only). */
  reserved: z.number().int().min(0).max(500),
  reservedUntil: zInstant.optional(),
  /** Children per adult. */
  ratio: z.number().int().min(1).max(60),
  /** For the term; 0 is free. */
  fee: zFen,
  /** Years on the first day of the term, both included. */
  minAge: z.number().int().min(2).max(18),
  maxAge: z.number().int().min(2).max(18),
  /** The meal that belongs to it. */
  meal: z.enum(PERIODS).optional(),
  mode: z.enum(SIGNUP_MODES),
  opensAt: zInstant,
  closesAt: zInstant,
} as const;
/** Frozen of the term, and saved again with it, so that a class says by itself when it meets. */
export const zTermOfClass = zTermDoc.pick({ name: true, first: true, last: true, holidays: true });
export const classFields = {
  ...classInFields,
  term: zTermOfClass,
  status: z.enum(CLASS_STATUS),
  /** Of a draw: SHA-256 of the seed, published from the beginning; the seed itself, sealed until the draw, then open. */
  draw: z
    .object({ commitment: z.string(), sealedSeed: z.string(), seed: z.string().optional(), drawnAt: zInstant.optional() })
    .optional(),
  /** Members as the notices know them. */
  group: z.object({ revision: z.number().int(), digest: z.string() }),
} as const;
export const zClassDoc = z.object(classFields);
export type CareClass = z.infer<typeof zClassDoc>;
