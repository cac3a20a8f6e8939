/** The elder and the family: sign of life, the parent's day, absences, consents, the alert path. Part of `safety.ts`. */
import * as z from 'zod';
import { RUNG_WHO } from './alerts';
import { command, query } from './contract';
import { KEEPERS } from './people';
import { HELPERS, zAlertRow } from './safetyAlertActions';
import { zDay, zDone, zId, zInstant, zMinute, zText, zVerdict } from './schemas';
import { SIGN_SOURCES, zSees } from './watch';

export const zAbsence = z.object({
  id: zId,
  elderId: zId,
  from: zDay,
  to: zDay,
  where: z.string(),
  recordedByName: z.string(),
  /** Today lies in it. */
  running: z.boolean(),
  may: z.object({ change: zVerdict }),
});
export type AbsenceView = z.infer<typeof zAbsence>;

/** The sign of life as the elder and a permitted relative see it. */
export const zSigns = z.object({
  /** False: nobody waits for this elder's sign. */
  watched: z.boolean(),
  from: zMinute.optional(),
  to: zMinute.optional(),
  lastSignAt: zInstant.optional(),
  lastSignBy: z.enum(SIGN_SOURCES).optional(),
  today: z.boolean(),
});
export type SignsView = z.infer<typeof zSigns>;

const zKeeper = z.object({
  name: z.string(),
  /** In full, for the one-tap call. */
  phone: z.string().optional(),
});

/** One person of the alert path, and what would keep a call from reaching them. */
export const zPathPerson = z.object({
  key: zId,
  name: z.string(),
  as: z.enum(RUNG_WHO),
  relation: z.string(),
  /** Masked. */
  phone: z.string().optional(),
  me: z.boolean(),
  /** `unknown`: the phone has not said yet. */
  notifications: z.enum(['on', 'off', 'unknown']),
  /** Subscription messages left for alerts. */
  credits: z.number().int(),
  lastTest: z.object({ at: zInstant, state: z.enum(['asked', 'sent', 'unsent', 'answered']) }).optional(),
  /** Empty: green. The screen says each with its way to mend it. */
  reds: z.array(z.enum(['NO_CREDIT', 'NO_PHONE', 'NOTIFICATIONS_OFF', 'TEST_UNSENT', 'TEST_UNANSWERED'])),
});
export type PathPerson = z.infer<typeof zPathPerson>;
export const zPath = z.object({
  people: z.array(zPathPerson),
  /** Nobody at all stands on a rung of the elder's ladder. */
  nobody: z.boolean(),
  may: z.object({ test: zVerdict }),
});

const zElder = z.strictObject({ elderId: zId });
const zElderOrMe = z.strictObject({ elderId: zId.optional() });
const YOURS = ['NOT_YOUR_ELDER', 'NOT_A_RESIDENT'] as const;

export const familyActions = {
  /** The elder's own page. ≤ 2 round trips. */
  mySafety: query({
    allow: ['resident'],
    input: z.strictObject({}),
    output: z.object({
      now: zInstant,
      name: z.string(),
      signs: zSigns,
      absence: zAbsence.optional(),
      alerts: z.array(zAlertRow),
      keeper: zKeeper.optional(),
      communityPhone: z.string(),
      holdSeconds: z.number().int(),
      /** 今年还没体检 */
      checkUpDue: z.boolean(),
      may: z.object({ checkIn: zVerdict }),
    }),
    errors: [],
  }),
  /** 我很好. Staff and family enter it after a call (`words` says so in the record as the source `call`). Twice is once. */
  checkIn: command({ allow: HELPERS, input: zElderOrMe, output: zSigns, errors: [...YOURS] }),
  /** The parent's day, filtered by what the elder lets this relative see; meals come from `canteen.myOrders`. ≤ 2 round trips. */
  parentDay: query({
    allow: ['family', ...KEEPERS],
    input: zElder,
    output: z.object({
      now: zInstant,
      /** The number in full, for the one-tap call of the relative who is bound. */
      elder: z.object({
        id: zId,
        name: z.string(),
        age: z.number().int(),
        phone: z.string().optional(),
        /** `3栋2单元501` */
        addressText: z.string(),
      }),
      sees: zSees,
      signs: zSigns.optional(),
      absence: zAbsence.optional(),
      /** Open ones, and those of the last week; without the consent to see them, only an open cry for help. */
      alerts: z.array(zAlertRow).optional(),
      keeper: zKeeper.optional(),
      communityPhone: z.string(),
      /** How many people of the alert path show red. */
      reds: z.number().int(),
      /** 今年还没体检 */
      checkUpDue: z.boolean(),
      may: z.object({ sos: zVerdict, recordAbsence: zVerdict, orderMeal: zVerdict }),
    }),
    errors: ['NOT_YOUR_ELDER', 'OUTSIDE_YOUR_PART'],
  }),

  absences: query({
    allow: HELPERS,
    input: zElderOrMe,
    output: z.object({ absences: z.array(zAbsence) }),
    errors: [...YOURS],
  }),
  /** 外出报备; also changes the one that begins on the same day. */
  recordAbsence: command({
    allow: HELPERS,
    input: z.strictObject({ elderId: zId.optional(), from: zDay, to: zDay, where: zText(30) }),
    output: zAbsence,
    errors: [...YOURS, 'ABSENCE_DATES', 'ABSENCE_OVERLAPS'],
  }),
  /** Came back: it ends today. */
  endAbsence: command({
    allow: HELPERS,
    input: z.strictObject({ id: zId }),
    output: zAbsence,
    errors: [...YOURS, 'ABSENCE_OVER'],
  }),

  /** Who may see what; for the elder, and for staff on behalf of an elder without a phone. */
  consents: query({
    allow: ['resident', ...KEEPERS],
    input: zElderOrMe,
    output: z.object({
      relatives: z.array(z.object({ key: zId, name: z.string(), relation: z.string(), sees: zSees, at: zInstant.optional() })),
    }),
    errors: ['OUTSIDE_YOUR_PART', 'NOT_A_RESIDENT'],
  }),
  /** Takes effect at once. */
  saveConsent: command({
    allow: ['resident', ...KEEPERS],
    input: z.strictObject({ elderId: zId.optional(), key: zId, sees: z.strictObject(zSees.shape) }),
    output: zDone,
    errors: ['OUTSIDE_YOUR_PART', 'NOT_A_RESIDENT', 'NOT_A_RELATIVE'],
  }),

  alertPath: query({ allow: HELPERS, input: zElderOrMe, output: zPath, errors: [...YOURS, 'OUTSIDE_YOUR_PART'] }),
  /** Sends the test message now, to everybody of the path; at most once a day. */
  testPath: command({
    allow: HELPERS,
    input: zElderOrMe,
    output: zDone,
    errors: [...YOURS, 'OUTSIDE_YOUR_PART', 'TESTED_TODAY'],
  }),
};
