/** Asking for mediation and reading one's own cases. Staff do each of these on behalf of a side that has no account (`as`). */
import * as z from 'zod';
import { command, query, STAFF } from './contract';
import { CASE_KINDS, PARTIES } from './mediationCase';
import { zGuide, zHelp } from './mediationSettings';
import { zCaseCard, zCaseView, zOwnPromise, zThread } from './mediationViews';
import { zId, zInstant, zNothing, zPhone, zText } from './schemas';

/** Anybody of the community: a resident, a bound relative, staff on behalf. What they may do in a case is asked of the case. */
export const ANYONE = ['resident', 'family', ...STAFF] as const;
/** `as`: staff act for this side and are recorded with it; absent: the caller acts for itself or as an agent. */
export const onCase = { id: zId, as: z.enum(PARTIES).optional() } as const;
/** How the deeds of a case refuse. NOT_NOW: it does not stand where this can be done (`status` in the details). */
export const CASE_ERRORS = ['NOT_NOW', 'NOT_YOUR_PART', 'SEAL_KEY_MISSING', 'SEAL_BROKEN'] as const;

export const zText2000 = zText(2000);
/** 《对方》: a resident found by the roster (staff), or what the applicant knows of the other. */
const zOtherIn = z.strictObject({
  residentId: zId.optional(),
  name: zText(40),
  phone: zPhone.optional(),
  /** Where the other lives or sits, in words, and the unit when known. */
  address: zText(80).optional(),
  unitId: zId.optional(),
  room: zText(12).optional(),
  is: z.enum(['resident', 'person', 'company']),
});

/** An uploaded file on its way into a case. */
export const zFileIn = z.strictObject({ fileId: z.string().max(300), name: zText(60), note: zText(200).optional() });

export const applyActions = {
  /** Kinds with their few questions, rights, help in danger: all words of the guided application. No personal data. */
  guide: query({ allow: ['signedIn'], input: zNothing, output: zGuide, errors: [] }),

  /** A first question without a name: staff see the words, never who asked. With `id` it goes on with one of one's own. */
  askFirst: command({
    allow: ['signedIn'],
    input: z.strictObject({ id: zId.optional(), text: zText(1000), danger: z.boolean().optional() }),
    output: zThread,
    errors: ['JOIN_FIRST', 'SEAL_KEY_MISSING', 'TOO_MANY_QUESTIONS'],
  }),
  myQuestions: query({
    allow: ['signedIn'],
    input: zNothing,
    output: z.object({ threads: z.array(zThread) }),
    errors: ['SEAL_KEY_MISSING'],
  }),

  /**
   * 申请 (第十七条). A resident for itself, a bound relative (`forResident`), staff for a walk-in (`forResident`, or `walkIn` for
   * somebody who is not on the roster). `offerId`: from an offer of mediation. In danger the reply carries whom to call.
   */
  apply: command({
    allow: ANYONE,
    input: z.strictObject({
      kind: z.enum(CASE_KINDS),
      what: zText2000,
      where: zText(100),
      buildingId: zId.optional(),
      since: zText(60),
      fair: zText(1000),
      answers: z.array(z.strictObject({ id: zId, answer: zText(300) })).max(8),
      respondent: zOtherIn,
      forResident: zId.optional(),
      walkIn: z.strictObject({ name: zText(40), phone: zPhone.optional(), address: zText(80).optional() }).optional(),
      wantsOpen: z.boolean(),
      danger: z.boolean(),
      files: z.array(zFileIn).max(6),
      offerId: zId.optional(),
    }),
    output: z.object({ case: zCaseCard, help: zHelp.optional() }),
    errors: ['SEAL_KEY_MISSING', 'NOT_YOUR_ELDER', 'WITH_ONESELF', 'FILE_NOT_USABLE', 'TOO_MANY_OPEN', 'UNKNOWN_PLACE'],
  }),
  /** Where to upload one file, and the id it will have. It is sealed, and the plain one removed, when it is handed in. */
  evidenceTicket: command({
    allow: ANYONE,
    input: z.strictObject({ ending: z.enum(['jpg', 'png', 'pdf', 'mp3', 'mp4']) }),
    output: z.object({ fileId: z.string(), url: z.string(), fields: z.record(z.string(), z.string()) }),
    errors: [],
  }),
  addEvidence: command({
    allow: ANYONE,
    input: z.strictObject({
      ...onCase,
      fileId: z.string().max(300),
      name: zText(60),
      note: zText(200).optional(),
      share: z.boolean(),
    }),
    output: zCaseView,
    errors: [...CASE_ERRORS, 'FILE_NOT_USABLE', 'TOO_MANY_FILES'],
  }),
  /** Unseals one file for ten minutes; who read it is written down. */
  evidence: command({
    allow: ANYONE,
    input: z.strictObject({ id: zId, partId: zId }),
    output: z.object({ url: z.string(), name: z.string(), mime: z.string() }),
    errors: ['SEAL_KEY_MISSING', 'SEAL_BROKEN', 'FILE_CLOSED'],
  }),

  /** All cases one has to do with, as party, agent or on the panel; offers of mediation to one's home. ≤ 2 round trips. */
  myCases: query({
    allow: ANYONE,
    input: z.strictObject({ ended: z.boolean().optional() }),
    output: z.object({
      now: zInstant,
      cases: z.array(zCaseCard),
      /** What this person promised and has not done yet, the nearest first. */
      promises: z.array(zOwnPromise),
      offers: z.array(z.object({ id: zId, kind: z.enum(['leak', 'noise']), at: zInstant })),
      /** First questions that were answered. */
      answered: z.number().int(),
    }),
    errors: ['SEAL_KEY_MISSING', 'SEAL_BROKEN'],
  }),
  /** One case as far as this person may see it. The reading is logged. ≤ 2 round trips. */
  case: query({
    allow: ANYONE,
    input: z.strictObject({ id: zId }),
    output: zCaseView,
    errors: ['SEAL_KEY_MISSING', 'SEAL_BROKEN'],
  }),
} as const;
