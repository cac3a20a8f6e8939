/** 健康档案, 急救卡 and the yearly check-up 体检. Restricted: role-limited, every read is logged, never in history, outbox or log. */
import * as z from 'zod';
import { zDay, zId, zInstant, zMinute } from './schemas';

export const BLOOD_TYPES = ['A', 'B', 'AB', 'O', 'unknown'] as const;

const zShort = z.string().trim().min(1).max(40);

/** 急救卡: what a responder needs at the door, shown only while an alert is open, and only to who took it. */
export const cardFields = {
  blood: z.enum(BLOOD_TYPES),
  illnesses: z.array(zShort).max(12),
  medicines: z.array(zShort).max(20),
  /** 药物过敏 */
  drugAllergies: z.array(zShort).max(12),
  hospital: z.string().max(40),
  contacts: z.array(z.object({ name: zShort, relation: zShort, phone: z.string().max(20) })).max(5),
  /** 备用钥匙在… , 听力不好 … */
  hints: z.string().max(100),
} as const;
export const zCard = z.object(cardFields);
export type EmergencyCard = z.infer<typeof zCard>;
export const EMPTY_CARD: EmergencyCard = {
  blood: 'unknown',
  illnesses: [],
  medicines: [],
  drugAllergies: [],
  hospital: '',
  contacts: [],
  hints: '',
};

export const CHECKUP_GRADES = ['normal', 'followUp', 'referred'] as const;
/** A result as staff keep it, one a year. */
export const zCheckUpResult = z.object({
  year: z.number().int(),
  day: zDay,
  grade: z.enum(CHECKUP_GRADES),
  summary: z.string().max(500),
  recordedBy: z.string(),
  recordedAt: zInstant,
});
export type CheckUpResult = z.infer<typeof zCheckUpResult>;

/** What is sealed in a health file. */
export const zHealthFile = z.object({ card: zCard, results: z.array(zCheckUpResult).max(30) });
export type HealthFile = z.infer<typeof zHealthFile>;
/** The id is the elder's. `sealed`: a `HealthFile` under HEALTH_KEY; nothing of it lies anywhere in the clear. */
export const zHealthDoc = z.object({ sealed: z.string().max(60_000), updatedAt: zInstant });

/** A date with so many places; who comes is held by `places`. */
export const slotFields = {
  year: z.number().int().min(2020).max(2100),
  day: zDay,
  from: zMinute,
  to: zMinute,
  place: z.string().max(40),
  capacity: z.number().int().min(1).max(500),
} as const;
export const zSlotDoc = z.object({ ...slotFields, open: z.boolean() });
export type Slot = z.infer<typeof zSlotDoc>;

export const APPOINTMENT_STATUS = ['booked', 'cancelled', 'done'] as const;
export const APPOINTMENT_STEPS: Record<(typeof APPOINTMENT_STATUS)[number], readonly (typeof APPOINTMENT_STATUS)[number][]> = {
  booked: ['cancelled', 'done'],
  cancelled: ['booked'],
  done: [],
};
/** 轮椅接送: asked for, taken by somebody, brought there and home. */
export const TRANSPORT_STATUS = ['none', 'asked', 'taken', 'done'] as const;

/** `year~elder`: one check-up a year. */
export const appointmentFields = {
  year: z.number().int(),
  elderId: zId,
  elderName: z.string(),
  slotId: zId,
  day: zDay,
  status: z.enum(APPOINTMENT_STATUS),
  /** Counts bookings; a place is held for one round. */
  round: z.number().int(),
  transport: z.enum(TRANSPORT_STATUS),
  driver: z.object({ account: z.string(), name: z.string() }).optional(),
  bookedBy: z.string(),
} as const;
export const zAppointmentDoc = z.object(appointmentFields);
export type Appointment = z.infer<typeof zAppointmentDoc>;
