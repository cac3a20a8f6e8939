/** Signs of life, absences, care keepers, visits, duty: what the community remembers in order to notice that something is wrong. */
import * as z from 'zod';
import { ALERT_KINDS, zLadder } from './alerts';
import { zAddress } from './directory';
import { zDay, zId, zInstant, zMinute } from './schemas';

/** Where a sign of life came from: 打卡, 取餐, 送餐, 上课, 设备, 探访, 电话, and whatever a later domain tells. */
export const SIGN_SOURCES = ['checkIn', 'meal', 'delivery', 'class', 'device', 'visit', 'call', 'other'] as const;
export type SignSource = (typeof SIGN_SOURCES)[number];

export const WATCH_PHASES = ['waiting', 'reminded', 'alerted'] as const;

/** What staff set for one elder. */
export const watchSettingFields = {
  on: z.boolean(),
  /** A sign of life is wanted between these times of every day. */
  from: zMinute,
  to: zMinute,
  /** Minutes after `to` before the alert. */
  grace: z.number().int().min(0).max(480),
  /** The elder is reminded at `to`. */
  remind: z.boolean(),
} as const;

/** How one elder's circle is called, where it differs from the community's. */
export const ownLadderFields = {
  ladders: z.partialRecord(z.enum(ALERT_KINDS), zLadder),
  /** Accounts of relatives, who is called first; who is not named comes after in the order of binding. Empty: the order of binding. */
  familyOrder: z.array(z.string().max(100)).max(30),
} as const;
export const zOwnLadders = z.object(ownLadderFields);
export type OwnLadders = z.infer<typeof zOwnLadders>;

/** 平安信号 of one elder; the id is the resident's. */
export const watchFields = {
  ...watchSettingFields,
  name: z.string(),
  address: zAddress,
  ...ownLadderFields,
  /** What the elder or a relative would like, until staff save or dismiss it. */
  proposal: z
    .object({ ...ownLadderFields, by: z.string(), byName: z.string(), at: zInstant, words: z.string().max(80) })
    .optional(),
  lastSignAt: zInstant.optional(),
  lastSignBy: z.enum(SIGN_SOURCES).optional(),
  /** The day that is being waited for, and how far that has got. */
  day: zDay,
  phase: z.enum(WATCH_PHASES),
  /** The next moment at which something must happen; absent while the watch is off. Indexed: the sweep is one query. */
  dueAt: zInstant.optional(),
  setAt: zInstant,
} as const;
export const zWatchDoc = z.object(watchFields);
export type Watch = z.infer<typeof zWatchDoc>;

/** 外出报备: `至5日在女儿家`. First and last day away. The id is `elder~first day`, so that recording twice is recording once. */
export const absenceFields = {
  elderId: zId,
  from: zDay,
  to: zDay,
  /** 女儿家, 住院, 旅游 … */
  where: z.string().max(30),
  recordedBy: z.string(),
  recordedByName: z.string(),
  /** Came back early. */
  endedAt: zInstant.optional(),
} as const;
export const zAbsenceDoc = z.object(absenceFields);
export type Absence = z.infer<typeof zAbsenceDoc>;

/** 包保: who looks after an elder living alone; the id is the elder's. */
export const assignmentFields = {
  elderName: z.string(),
  address: zAddress,
  keeper: z.string(),
  keeperName: z.string(),
  keeperPhone: z.string().optional(),
  since: zDay,
  /** Days from one visit to the next. */
  visitEvery: z.number().int().min(1).max(90),
  /** False: ended; the document keeps the count of rounds. */
  active: z.boolean(),
  /** Counts the keepers of this elder; a keeper's place is held for one round. */
  round: z.number().int(),
} as const;
export const zAssignmentDoc = z.object(assignmentFields);
export type Assignment = z.infer<typeof zAssignmentDoc>;

export const VISIT_OUTCOMES = ['well', 'unwell', 'notHome', 'refused'] as const;
export const VISIT_WAYS = ['door', 'phone'] as const;

/** 探访 of an elder, one document each. */
export const visitFields = {
  elderId: zId,
  elderName: z.string(),
  day: zDay,
  at: zInstant,
  by: z.string(),
  byName: z.string(),
  way: z.enum(VISIT_WAYS),
  /** The code of the door was scanned: the visitor stood there. */
  onSite: z.boolean(),
  outcome: z.enum(VISIT_OUTCOMES),
  note: z.string().max(200).optional(),
} as const;
export const zVisitDoc = z.object(visitFields);
export type Visit = z.infer<typeof zVisitDoc>;

/** A shift 班 of the duty roster. `to` at or before `from` ends on the next day. */
export const zShift = z.object({
  id: zId,
  name: z.string().max(10),
  from: zMinute,
  to: zMinute,
  person: z.object({ account: z.string(), name: z.string() }).optional(),
  substitute: z.object({ account: z.string(), name: z.string() }).optional(),
  /** The person cannot come; the substitute is called. */
  away: z.boolean(),
});
export type Shift = z.infer<typeof zShift>;
/** 值班 of one day; the id is the day. */
export const zDutyDoc = z.object({ day: zDay, shifts: z.array(zShift).max(6) });
export type Duty = z.infer<typeof zDutyDoc>;

/** Whether a person can be reached, as far as this domain learns it; the id is the account. */
export const reachFields = {
  name: z.string(),
  /** WeChat notifications, as the phone reported them. */
  notifications: z.enum(['on', 'off']).optional(),
  notificationsAt: zInstant.optional(),
  /** The last test message and its answer. */
  testedAt: zInstant.optional(),
  testMonth: z.string().optional(),
  testState: z.enum(['asked', 'sent', 'unsent']).optional(),
  answeredAt: zInstant.optional(),
} as const;
export const zReachDoc = z.object(reachFields);
export type Reach = z.infer<typeof zReachDoc>;

/** What an elder lets one relative see. Without a record: meals, signs and alerts, no health. */
export const seeFields = { meals: z.boolean(), signs: z.boolean(), alerts: z.boolean(), health: z.boolean() } as const;
export const zSees = z.object(seeFields);
export type Sees = z.infer<typeof zSees>;
export const FIRST_SEES: Sees = { meals: true, signs: true, alerts: true, health: false };
/** The elder's consents; the id is the elder's. `by`: the account that said so, for an elder without a phone a member of staff. */
export const zConsentDoc = z.object({
  relatives: z.array(z.object({ account: z.string(), sees: zSees, at: zInstant, by: z.string() })).max(30),
});
export type Consent = z.infer<typeof zConsentDoc>;
