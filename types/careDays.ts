/** Care 托管: one day of one child in one class, and what belongs to the day of the class. The contract is in `care.ts`. */
import * as z from 'zod';
import { zTemporary } from './careParts';
import { zDay, zId, zInstant } from './schemas';

/**
 * `expected` not come yet; `leave` 请假; `absent` asked about and explained; `here` 已签到; `moved` went on to the child's next class of the day;
 * `gone` 已签退, collected.
 */
export const ATTENDANCE_STATUS = ['expected', 'leave', 'absent', 'here', 'moved', 'gone'] as const;
export type AttendanceStatus = (typeof ATTENDANCE_STATUS)[number];
export const ATTENDANCE_STEPS: Record<AttendanceStatus, readonly AttendanceStatus[]> = {
  expected: ['leave', 'absent', 'here'],
  leave: ['expected', 'here'],
  absent: ['here'],
  /** Back to `expected`: the wrong card was tapped. */
  here: ['gone', 'moved', 'expected'],
  moved: [],
  gone: [],
};

export const SIGNIN_WAYS = ['scan', 'code', 'tap'] as const;
export const RELEASE_WAYS = ['code', 'look'] as const;
export const EATEN = ['all', 'some', 'none'] as const;
/** 生病, 在家, 在路上, 其他. */
export const ABSENCE_REASONS = ['sick', 'home', 'onTheWay', 'other'] as const;
export type AbsenceReason = (typeof ABSENCE_REASONS)[number];
/** 写作业, 下棋, 看书, 手工, 户外, 休息. */
export const ACTIVITIES = ['homework', 'chess', 'books', 'craft', 'outdoors', 'rest'] as const;
export type Activity = (typeof ACTIVITIES)[number];

const zDoer = { by: z.string(), byName: z.string(), at: zInstant };

export const zRelease = z.object({
  ...zDoer,
  adultId: zId,
  name: z.string(),
  relation: z.string(),
  how: z.enum(RELEASE_WAYS),
  temporary: z.boolean(),
});
export type Release = z.infer<typeof zRelease>;

/** `day:classId:childId`. Made by the first thing that happens: a leave, a temporary authority, the sign-in, the question where it is. */
export const attendanceFields = {
  day: zDay,
  classId: zId,
  childId: zId,
  childName: z.string(),
  pinyin: z.string().optional(),
  status: z.enum(ATTENDANCE_STATUS),
  leave: z.object({ ...zDoer, reason: z.string() }).optional(),
  /** When the guardians were asked where the child is. */
  askedAt: zInstant.optional(),
  explained: z.object({ ...zDoer, reason: z.enum(ABSENCE_REASONS), text: z.string() }).optional(),
  /** Staff rang: how that went. */
  called: z.object({ ...zDoer, reached: z.boolean(), text: z.string() }).optional(),
  signIn: z.object({ ...zDoer, how: z.enum(SIGNIN_WAYS) }).optional(),
  temporaries: z.array(zTemporary).max(10),
  doing: z.enum(ACTIVITIES).optional(),
  ate: z.enum(EATEN).optional(),
  note: z.object({ ...zDoer, text: z.string(), pictures: z.array(z.string()).max(6) }).optional(),
  release: zRelease.optional(),
  /** The class that the child went on to. */
  movedTo: zId.optional(),
  /** How far the reminder and the overdue ladder have got: 0 nothing, 1 reminded, then one more for each rung. */
  late: z.number().int(),
  alarmedAt: zInstant.optional(),
} as const;
export const zAttendanceDoc = z.object(attendanceFields);
export type Attendance = z.infer<typeof zAttendanceDoc>;

/** `day:classId`: the class on one day 班次. */
export const sessionFields = {
  day: zDay,
  classId: zId,
  /** Staff on duty: they alone read health and incidents of these children. */
  staff: z.array(z.object({ accountId: z.string(), name: z.string(), from: zInstant, to: zInstant.optional() })).max(40),
  activities: z.array(z.object({ ...zDoer, what: z.enum(ACTIVITIES), text: z.string() })).max(40),
  closed: z.object({ by: z.string(), byName: z.string(), at: zInstant }).optional(),
  /** Staff were told to ring about everybody who was asked about until then. */
  callsTold: zInstant.optional(),
} as const;
export const zSessionDoc = z.object(sessionFields);
export type CareSession = z.infer<typeof zSessionDoc>;

/** 摔倒, 磕碰, 发热, 争执, 其他. */
export const INCIDENT_KINDS = ['fall', 'bump', 'fever', 'quarrel', 'other'] as const;
export type IncidentKind = (typeof INCIDENT_KINDS)[number];
/** The text is sealed; the guardian's message says only that there is one. */
export const incidentFields = {
  attendanceId: zId,
  day: zDay,
  childId: zId,
  classId: zId,
  kind: z.enum(INCIDENT_KINDS),
  sealed: z.string(),
  ...zDoer,
} as const;
export const zIncidentDoc = z.object(incidentFields);
export type Incident = z.infer<typeof zIncidentDoc>;

/** `day:classId`: what the kitchen was last told; the outbox of this document tells it. */
export const mealCountFields = {
  day: zDay,
  classId: zId,
  period: z.string(),
  count: z.number().int(),
  restrictions: z.array(z.object({ allergen: z.string(), count: z.number().int() })),
} as const;
