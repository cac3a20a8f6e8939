/** Care keepers 包保: load, visits, today's list, watches, door codes. Part of `safety.ts`. */
import * as z from 'zod';
import { ALERT_KINDS } from './alerts';
import { command, query } from './contract';
import { KEEPERS } from './people';
import { DESK } from './safetyDeskActions';
import { zDay, zDone, zId, zInstant, zNothing, zText, zVerdict } from './schemas';
import { SIGN_SOURCES, VISIT_OUTCOMES, VISIT_WAYS, WATCH_PHASES, watchSettingFields } from './watch';

/** Why an elder stands where it stands on the list of today; the first that holds. */
export const NEEDS = ['alert', 'noSign', 'visitOverdue', 'visitToday', 'away', 'well'] as const;

export const zKeptElder = z.object({
  elderId: zId,
  name: z.string(),
  age: z.number().int(),
  addressText: z.string(),
  /** In full: the keeper calls. */
  phone: z.string().optional(),
  need: z.enum(NEEDS),
  alertId: zId.optional(),
  lastSignAt: zInstant.optional(),
  lastSignBy: z.enum(SIGN_SOURCES).optional(),
  lastVisitOn: zDay.optional(),
  nextVisitOn: zDay,
  /** `至5日在女儿家` */
  awayUntil: zDay.optional(),
});
export type KeptElder = z.infer<typeof zKeptElder>;

export const zVisit = z.object({
  id: zId,
  elderId: zId,
  elderName: z.string(),
  day: zDay,
  at: zInstant,
  byName: z.string(),
  way: z.enum(VISIT_WAYS),
  onSite: z.boolean(),
  outcome: z.enum(VISIT_OUTCOMES),
  note: z.string().optional(),
});
export type VisitView = z.infer<typeof zVisit>;

/** A watched elder, for staff. */
export const zWatch = z.object({
  elderId: zId,
  name: z.string(),
  addressText: z.string(),
  ...watchSettingFields,
  phase: z.enum(WATCH_PHASES),
  lastSignAt: zInstant.optional(),
  lastSignBy: z.enum(SIGN_SOURCES).optional(),
  /** Kinds for which this elder has a ladder of the own; `elderLadders` shows them. */
  ownLadders: z.array(z.enum(ALERT_KINDS)),
  /** Somebody proposed another ladder. */
  proposed: z.boolean(),
});
export type WatchView = z.infer<typeof zWatch>;

const OUTSIDE = ['OUTSIDE_YOUR_PART'] as const;

export const keeperActions = {
  /** The keeper's own elders, by need: an open alert, then no sign of life, then visits that are due. ≤ 2 round trips. */
  myElders: query({
    allow: KEEPERS,
    input: zNothing,
    output: z.object({ today: zDay, now: zInstant, elders: z.array(zKeptElder) }),
    errors: [],
  }),
  /** Who keeps whom, and who lives alone without a keeper: the map of load. */
  keepers: query({
    allow: DESK,
    input: zNothing,
    output: z.object({
      most: z.number().int(),
      keepers: z.array(
        z.object({
          /** As `people.staffList` names the member. */
          account: z.string(),
          name: z.string(),
          load: z.number().int(),
          elders: z.array(
            z.object({
              elderId: zId,
              name: z.string(),
              addressText: z.string(),
              /** Days between two visits. */
              visitEvery: z.number().int(),
            }),
          ),
          may: z.object({ assign: zVerdict }),
        }),
      ),
      /** Living alone without a keeper; the first two hundred by address. */
      unkept: z.array(
        z.object({
          elderId: zId,
          name: z.string(),
          age: z.number().int(),
          addressText: z.string(),
          /** `3栋` */
          building: z.string(),
        }),
      ),
      unkeptCount: z.number().int(),
    }),
    errors: [],
  }),
  assignKeeper: command({
    allow: DESK,
    input: z.strictObject({
      elderId: zId,
      account: z.string().min(1).max(100),
      visitEvery: z.number().int().min(1).max(90).optional(),
    }),
    output: zDone,
    errors: [...OUTSIDE, 'KEEPER_FULL', 'NOT_A_HELPER'],
  }),
  endKeeping: command({ allow: DESK, input: z.strictObject({ elderId: zId }), output: zDone, errors: [...OUTSIDE] }),

  /** 探访登记. With the code at the unit's door, scanned or its figures typed, it counts as on site. Seen well or unwell is a sign of life. */
  logVisit: command({
    allow: KEEPERS,
    input: z.strictObject({
      elderId: zId,
      way: z.enum(VISIT_WAYS),
      outcome: z.enum(VISIT_OUTCOMES),
      doorCode: z.string().max(60).optional(),
      note: zText(200).optional(),
    }),
    output: zVisit,
    errors: [...OUTSIDE, 'WRONG_DOOR'],
  }),
  visits: query({
    allow: KEEPERS,
    input: z.strictObject({ elderId: zId, before: zInstant.optional() }),
    output: z.object({ visits: z.array(zVisit), next: zInstant.optional() }),
    errors: [...OUTSIDE],
  }),

  /** Codes to print and put up at unit doors; those without one have no `path`. */
  doorCodes: query({
    allow: DESK,
    input: z.strictObject({ buildingId: zId }),
    output: z.object({
      units: z.array(
        z.object({
          unitId: zId,
          name: z.string(),
          path: z.string().optional(),
          /** The figures below the code. */
          number: z.string().optional(),
        }),
      ),
    }),
    errors: [],
  }),
  /** A new code for a unit; the old one opens nothing any more. */
  makeDoorCode: command({
    allow: DESK,
    input: z.strictObject({ unitId: zId }),
    output: z.object({ unitId: zId, path: z.string(), number: z.string() }),
    errors: ['UNKNOWN_PLACE'],
  }),
  /** The signs of a building's doors that have a code, as a PDF; the address is good for ten minutes. */
  doorSigns: command({
    allow: DESK,
    input: z.strictObject({ buildingId: zId }),
    output: z.object({ url: z.string(), name: z.string() }),
    errors: ['UNKNOWN_PLACE', 'NO_DOOR_CODES'],
  }),

  /** Watched elders, a hundred at a time; `silent`: reminded or alerted today. */
  watches: query({
    allow: KEEPERS,
    input: z.strictObject({ silent: z.boolean().optional(), after: zId.optional() }),
    output: z.object({ watches: z.array(zWatch), next: zId.optional() }),
    errors: [],
  }),
  /** The watch of one elder as it stands, or as a new one would begin. */
  watch: query({ allow: KEEPERS, input: z.strictObject({ elderId: zId }), output: zWatch, errors: [...OUTSIDE] }),
  saveWatch: command({
    allow: KEEPERS,
    input: z.strictObject({ elderId: zId, ...watchSettingFields }),
    output: zWatch,
    errors: [...OUTSIDE, 'WINDOW_BACKWARDS'],
  }),
};
