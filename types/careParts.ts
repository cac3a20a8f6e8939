/**
 * Care 托管: the child and the grown-ups around it, as they are remembered. The contract is in `care.ts`.
 * A child is a record of its own, made by a guardian; health is kept apart and sealed. Everything that decides who may collect the
 * child stands in this one document (and, for one day, in the child's attendance of that day).
 */
import * as z from 'zod';
import { ALLERGENS, DIETS, zAddress } from './directory';
import { zDay, zId, zInstant, zPhone, zText } from './schemas';

/** `care` 托管与接送安全, `health` 健康与过敏信息, `pictures` 活动照片. Each is given, refused and withdrawn on its own. */
export const CONSENT_PURPOSES = ['care', 'health', 'pictures'] as const;
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number];

/** `inApp` tapped by the guardian; `paper` signed on paper, recorded by staff. */
export const CONSENT_WAYS = ['inApp', 'paper'] as const;

/** What a guardian last said to one purpose. A refusal is remembered as well, so that nobody asks every day. */
export const zConsent = z.object({
  given: z.boolean(),
  /** The version of the text that was read. */
  version: z.number().int().min(1),
  /** First and last day; withdrawn: `to` is the last day on which it still held. */
  from: zDay,
  to: zDay,
  by: z.string(),
  byName: z.string(),
  at: zInstant,
  way: z.enum(CONSENT_WAYS),
  withdrawnAt: zInstant.optional(),
});
export type Consent = z.infer<typeof zConsent>;

export const GUARDIAN_STATUS = ['invited', 'confirmed', 'ended'] as const;
/** A guardian 监护人. Invited by telephone number; confirmed by the account that has this number. */
export const zGuardian = z.object({
  /** Names the guardian towards screens: `g-…`; also the id as an adult who collects. */
  id: zId,
  accountId: z.string().optional(),
  /** For notices to the class. */
  residentId: zId.optional(),
  name: z.string(),
  relation: z.string(),
  phone: z.string().optional(),
  status: z.enum(GUARDIAN_STATUS),
  invitedBy: z.string().optional(),
  since: zInstant,
  endedAt: zInstant.optional(),
});
export type Guardian = z.infer<typeof zGuardian>;

/** A standing authorised adult 接送人. What it is worth now is said by `rules/pickup.ts`, not by this record alone. */
export const zAdult = z.object({
  id: zId,
  name: z.string(),
  relation: z.string(),
  phone: z.string().optional(),
  accountId: z.string().optional(),
  /** The guardian whose authority this is (`g-…`), or `office`. It ends with that guardian's right to decide. */
  by: z.string(),
  byName: z.string(),
  at: zInstant,
  /** Last day; absent: until ended. */
  until: zDay.optional(),
  endedAt: zInstant.optional(),
});
export type Adult = z.infer<typeof zAdult>;

/** Temporary authority 临时接送: one adult, one day, one class, used up by the release. Lives in the attendance of that day. */
export const zTemporary = zAdult.omit({ until: true });
export type Temporary = z.infer<typeof zTemporary>;

/** A person who must not have the child, whatever a guardian says. Shown to staff at once. */
export const zBarred = z.object({
  name: zText(20),
  relation: zText(10),
  phone: zPhone.optional(),
  /** The guardian or adult this is, when known. */
  adultId: zId.optional(),
});
export type Barred = z.infer<typeof zBarred>;

/** What the office recorded about who decides: it holds when guardians disagree. */
export const zCustody = z.object({
  barred: z.array(zBarred).max(10),
  /** Only this guardian (`g-…`) decides about adults, leave and enrolment. */
  decides: zId.optional(),
  /** Grounds, such as the number of a court's decision; sealed. */
  sealedNote: z.string().optional(),
  by: z.string(),
  byName: z.string(),
  at: zInstant,
});
export type Custody = z.infer<typeof zCustody>;

export const childFields = {
  name: z.string(),
  pinyin: z.string().optional(),
  birthDate: zDay,
  school: z.string(),
  /** 三年级2班 */
  schoolClass: z.string(),
  address: zAddress.optional(),
  /** The child's own record in the roster, when there is one. */
  residentId: zId.optional(),
  /** Random; printed as a QR code on the child's name card, for signing in by scan. No name in it. */
  card: z.string(),
  guardians: z.array(zGuardian).max(6),
  adults: z.array(zAdult).max(60),
  consents: z.partialRecord(z.enum(CONSENT_PURPOSES), zConsent),
  /** Last day on which the consent to `care` holds; absent: it does not. For finding. */
  careUntil: zDay.optional(),
  /** What was said before, newest last; at most sixty. */
  consentLog: z.array(zConsent.extend({ purpose: z.enum(CONSENT_PURPOSES) })).max(60),
  custody: zCustody.optional(),
  /** Health or allergies are on file (not what they are). */
  hasHealth: z.boolean(),
  /** For finding: accounts of confirmed guardians, of standing adults, numbers of open invitations. */
  guardianAccounts: z.array(z.string()),
  adultAccounts: z.array(z.string()),
  invitedPhones: z.array(z.string()),
  status: z.enum(['active', 'erased']),
} as const;
export const zChildDoc = z.object(childFields);
export type Child = z.infer<typeof zChildDoc>;

/** What is sealed: only staff on duty and guardians read it, and each read is written down. */
export const zHealth = z.strictObject({
  allergens: z.array(z.enum(ALLERGENS)).max(8),
  diets: z.array(z.enum(DIETS)).max(6),
  /** Illnesses, medicine, what to do. */
  note: z.string().trim().max(300),
  /** Whom to ring when no guardian answers. */
  emergency: z.string().trim().max(60),
});
export type Health = z.infer<typeof zHealth>;
export const NO_HEALTH: Health = { allergens: [], diets: [], note: '', emergency: '' };

/** `childId`; `sealed`: a `Health`. */
export const healthFields = { sealed: z.string(), updatedAt: zInstant, updatedBy: z.string() } as const;

export const CARE_READS = ['health', 'incident', 'custody', 'sheet', 'export'] as const;
export type CareRead = (typeof CARE_READS)[number];
/** Who looked at what; written before anything leaves. */
export const careReadFields = {
  childId: zId,
  at: zInstant,
  by: z.string(),
  byName: z.string(),
  what: z.enum(CARE_READS),
} as const;
