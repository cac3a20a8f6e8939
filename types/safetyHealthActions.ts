/** Health file, emergency card, yearly check-up. Part of `safety.ts`. Every read of a health file is logged. */
import * as z from 'zod';
import { command, query } from './contract';
import {
  APPOINTMENT_STATUS,
  CHECKUP_GRADES,
  cardFields,
  slotFields,
  TRANSPORT_STATUS,
  zCard,
  zCheckUpResult,
  zSlotDoc,
} from './health';
import { KEEPERS } from './people';
import { HELPERS } from './safetyAlertActions';
import { DESK } from './safetyDeskActions';
import { zDay, zDone, zId, zInstant, zMinute, zNothing, zText, zVerdict } from './schemas';

export const zHealthView = z.object({
  elderId: zId,
  name: z.string(),
  card: zCard,
  results: z.array(zCheckUpResult.omit({ recordedBy: true })),
  updatedAt: zInstant.optional(),
  /** Who read it, the last twenty. */
  reads: z.array(z.object({ at: zInstant, byName: z.string(), what: z.enum(['healthFile', 'emergencyCard']) })),
  may: z.object({ save: zVerdict, record: zVerdict }),
});
export type HealthView = z.infer<typeof zHealthView>;

export const zSlot = zSlotDoc.extend({ id: zId, left: z.number().int(), may: z.object({ book: zVerdict }) });
export type SlotView = z.infer<typeof zSlot>;

export const zAppointment = z.object({
  id: zId,
  year: z.number().int(),
  elderId: zId,
  elderName: z.string(),
  slotId: zId,
  day: zDay,
  from: zMinute,
  to: zMinute,
  place: z.string(),
  status: z.enum(APPOINTMENT_STATUS),
  transport: z.enum(TRANSPORT_STATUS),
  driverName: z.string().optional(),
  /** Only for who fetches: where from. */
  addressText: z.string().optional(),
  may: z.object({ cancel: zVerdict, takeTransport: zVerdict, finishTransport: zVerdict }),
});
export type AppointmentView = z.infer<typeof zAppointment>;

const YOURS = ['NOT_YOUR_ELDER', 'NOT_A_RESIDENT', 'OUTSIDE_YOUR_PART'] as const;
/** The environment has no key for health files, or not the one that sealed this file. */
const SEALED = ['SEAL_KEY_MISSING', 'SEAL_BROKEN'] as const;
const zElderOrMe = z.strictObject({ elderId: zId.optional() });
const zAppointmentId = z.strictObject({ id: zId });

export const healthActions = {
  /** For the elder, for relatives whom the elder lets see it, for staff who keep the elder's part. Logged. */
  healthFile: query({ allow: HELPERS, input: zElderOrMe, output: zHealthView, errors: [...YOURS, ...SEALED, 'NO_CONSENT'] }),
  saveCard: command({
    allow: HELPERS,
    input: z.strictObject({ elderId: zId.optional(), card: z.strictObject(cardFields) }),
    output: zDone,
    errors: [...YOURS, ...SEALED, 'NO_CONSENT'],
  }),

  /**
   * Residents whose check-up of the year is due, without appointment first; a hundred at a time by id. `done`: those whose result is there
   * instead. `progress` counts the whole community.
   */
  checkUpDue: query({
    allow: KEEPERS,
    input: z.strictObject({ year: z.number().int().min(2020).max(2100), after: zId.optional(), done: z.boolean().optional() }),
    output: z.object({
      progress: z.object({ all: z.number().int(), done: z.number().int() }),
      due: z.array(
        z.object({
          elderId: zId,
          name: z.string(),
          age: z.number().int(),
          addressText: z.string(),
          /** Masked. */
          phone: z.string().optional(),
          appointment: z.object({ id: zId, day: zDay, status: z.enum(APPOINTMENT_STATUS) }).optional(),
        }),
      ),
      next: zId.optional(),
    }),
    errors: [],
  }),
  /** Dates of the year that are still to come, with what is left; and this elder's appointment. */
  checkUp: query({
    allow: HELPERS,
    input: zElderOrMe,
    output: z.object({
      due: z.boolean(),
      slots: z.array(zSlot),
      appointment: zAppointment.optional(),
    }),
    errors: [...YOURS],
  }),
  /** All dates of a year, for the desk. */
  slots: query({
    allow: DESK,
    input: z.strictObject({ year: z.number().int().min(2020).max(2100) }),
    output: z.object({ slots: z.array(zSlot) }),
    errors: [],
  }),
  /** Opens a date, or changes the one with this id. */
  saveSlot: command({
    allow: DESK,
    input: z.strictObject({ id: zId.optional(), ...slotFields, open: z.boolean() }),
    output: zSlot,
    errors: ['PAST_DAY', 'WINDOW_BACKWARDS'],
  }),
  bookCheckUp: command({
    allow: HELPERS,
    input: z.strictObject({ elderId: zId.optional(), slotId: zId, wheelchair: z.boolean() }),
    output: zAppointment,
    errors: [...YOURS, 'TOO_YOUNG', 'SOLD_OUT', 'SLOT_CLOSED', 'ALREADY_BOOKED', 'CHECKUP_DONE'],
  }),
  cancelCheckUp: command({
    allow: HELPERS,
    input: zAppointmentId,
    output: zAppointment,
    errors: [...YOURS, 'ALREADY_CANCELLED', 'CHECKUP_DONE'],
  }),
  /** 轮椅接送 that is asked for or taken, from today on. */
  transports: query({
    allow: KEEPERS,
    input: zNothing,
    output: z.object({ transports: z.array(zAppointment) }),
    errors: [],
  }),
  takeTransport: command({ allow: KEEPERS, input: zAppointmentId, output: zAppointment, errors: ['TRANSPORT_TAKEN'] }),
  finishTransport: command({ allow: KEEPERS, input: zAppointmentId, output: zAppointment, errors: ['NOT_RESPONDER'] }),
  /** The result of the year; the appointment, if there was one, is done by it. */
  recordResult: command({
    allow: DESK,
    input: z.strictObject({
      elderId: zId,
      year: z.number().int().min(2020).max(2100),
      day: zDay,
      grade: z.enum(CHECKUP_GRADES),
      summary: zText(500),
    }),
    output: zDone,
    errors: [...SEALED, 'OUTSIDE_YOUR_PART', 'FUTURE_DAY'],
  }),
};
