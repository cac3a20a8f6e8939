/** Guardians: the child, the consents, who collects it. Part of `care.ts`. Staff of the care act on behalf where the rules let them. */
import * as z from 'zod';
import { CONSENT_PURPOSES, zHealth } from './careParts';
import { zAdultView, zCollectView, zConsentView, zDayView, zEnrolmentView, zGuardianView, zReadView } from './careViews';
import { command, query } from './contract';
import { zDay, zDone, zId, zInstant, zNothing, zText, zVerdict } from './schemas';

const zChild = z.strictObject({ childId: zId });
/** Whoever may not see a child hears that there is none. */
const YOURS = ['NOT_YOUR_CHILD'] as const;
/** The office recorded that another guardian decides. */
const DECIDES = ['NOT_YOUR_CHILD', 'OTHER_DECIDES'] as const;
const SEALED = ['SEAL_KEY_MISSING', 'SEAL_BROKEN'] as const;

/** A home in the tree; all three or none. */
const zHomeIn = z.strictObject({ buildingId: zId, unitId: zId, room: zText(12) });
const zProfileIn = {
  name: zText(20),
  birthDate: zDay,
  school: zText(30),
  schoolClass: zText(20),
  home: zHomeIn.optional(),
};
/** What the guardian says to each text that was shown, with its version. */
const zSaidIn = z.strictObject({ purpose: z.enum(CONSENT_PURPOSES), given: z.boolean(), version: z.number().int().min(1) });

export const familyActions = {
  /**
   * The guardian's first page: children with their day, sign-ups, offers to answer, invitations, whom I collect today. ≤ 2 round trips.
   * An adult who only collects finds `collect` filled and `children` empty.
   */
  myCare: query({
    allow: ['member'],
    input: zNothing,
    output: z.object({
      now: zInstant,
      today: zDay,
      care: z.object({ name: z.string(), place: z.string(), phone: z.string() }),
      /** Today: whether there is care, and what the day is called. */
      open: z.boolean(),
      dayName: z.string().optional(),
      children: z.array(
        z.object({
          id: zId,
          name: z.string(),
          school: z.string(),
          schoolClass: z.string(),
          /** Purposes whose consent does not hold: asked again, or refused. */
          lacking: z.array(z.enum(CONSENT_PURPOSES)),
          today: z.array(zDayView),
          enrolments: z.array(zEnrolmentView),
          may: z.object({ decide: zVerdict, signUp: zVerdict }),
        }),
      ),
      invitations: z.array(z.object({ childId: zId, childName: z.string(), byName: z.string(), relation: z.string() })),
      collect: z.array(zCollectView),
      may: z.object({ addChild: zVerdict }),
    }),
    errors: [],
  }),
  /** One child with everything around it. Staff of the care see it as well; their reading is logged. */
  child: query({
    allow: ['member'],
    input: zChild,
    output: z.object({
      id: zId,
      name: z.string(),
      birthDate: zDay,
      school: z.string(),
      schoolClass: z.string(),
      home: z.object({ buildingId: zId, unitId: zId, room: z.string(), text: z.string() }).optional(),
      guardians: z.array(zGuardianView),
      adults: z.array(zAdultView),
      consents: z.array(zConsentView),
      hasHealth: z.boolean(),
      /** Who read about the child, newest first, at most twenty; for guardians. */
      reads: z.array(zReadView),
      may: z.object({
        decide: zVerdict,
        save: zVerdict,
        erase: zVerdict,
        health: zVerdict,
        addAdult: zVerdict,
        invite: zVerdict,
      }),
    }),
    errors: [...YOURS],
  }),
  /** The texts of the consents, before a child is there. */
  consentTexts: query({
    allow: ['member'],
    input: zNothing,
    output: z.object({ texts: z.array(zConsentView.pick({ purpose: true, text: true, version: true, months: true })) }),
    errors: [],
  }),
  /** Without consent to `care` nothing about a child is kept. `said` has one answer for each purpose. */
  addChild: command({
    allow: ['member'],
    input: z.strictObject({ ...zProfileIn, relation: zText(10), said: z.array(zSaidIn).min(1).max(3) }),
    output: z.object({ childId: zId }),
    errors: ['CONSENT_NEEDED', 'CONSENT_CHANGED', 'TOO_MANY_CHILDREN', 'BIRTH_DATE', 'UNKNOWN_HOME'],
  }),
  saveChild: command({
    allow: ['member'],
    input: z.strictObject({ childId: zId, ...zProfileIn }),
    output: zDone,
    errors: [...DECIDES, 'BIRTH_DATE', 'UNKNOWN_HOME'],
  }),
  /** Takes the child out of the system; not while it is signed up anywhere. What has to be kept for the books loses its name. */
  eraseChild: command({ allow: ['member'], input: zChild, output: zDone, errors: [...DECIDES, 'STILL_ENROLLED'] }),
  /** Gives, refuses or withdraws. Withdrawn `care`: the child's places end with today. Withdrawn `pictures`: hidden at once. */
  saveConsent: command({
    allow: ['member'],
    input: z.strictObject({ childId: zId, ...zSaidIn.shape }),
    output: z.object({ consents: z.array(zConsentView) }),
    errors: [...DECIDES, 'CONSENT_CHANGED'],
  }),
  /** Health and allergies: guardians and staff on duty; every reading by others is logged and shown to the guardians. */
  health: query({
    allow: ['member'],
    input: zChild,
    output: z.object({ childName: z.string(), health: zHealth, updatedAt: zInstant.optional() }),
    errors: [...YOURS, ...SEALED, 'NOT_ON_DUTY', 'NO_HEALTH_CONSENT'],
  }),
  saveHealth: command({
    allow: ['member'],
    input: z.strictObject({ childId: zId, health: zHealth }),
    output: zDone,
    errors: [...DECIDES, ...SEALED, 'NO_HEALTH_CONSENT'],
  }),
} as const;
