/** The desk: board, duty, drills, settings, report, devices. Part of `safety.ts`. */
import * as z from 'zod';
import { ALERT_KINDS } from './alerts';
import { command, query } from './contract';
import { DEVICE_KINDS, zDeviceDoc } from './devices';
import { KEEPERS } from './people';
import { zAlertRow, zAlertView } from './safetyAlertActions';
import { zAbsence } from './safetyFamilyActions';
import { safetySettingFields, zSafetySettings } from './safetySettings';
import { zDay, zId, zInstant, zMinute, zMonth, zNothing, zText, zVerdict } from './schemas';

export const DESK = ['gridLead', 'office', 'admin'] as const;
const OFFICE = ['office', 'admin'] as const;

/** `account` names a member as `people.staffList` does; staff only. */
const zPersonIn = z.strictObject({ account: z.string().min(1).max(100), name: zText(20) });
export const zShiftView = z.object({
  id: zId,
  name: z.string(),
  from: zMinute,
  to: zMinute,
  person: z.object({ account: z.string(), name: z.string() }).optional(),
  substitute: z.object({ account: z.string(), name: z.string() }).optional(),
  away: z.boolean(),
  /** Nobody would come: no person, or away without substitute. */
  empty: z.boolean(),
  /** This shift is on now. */
  now: z.boolean(),
});
export type ShiftView = z.infer<typeof zShiftView>;
export const zDutyDay = z.object({ day: zDay, shifts: z.array(zShiftView), empty: z.boolean() });
export type DutyDay = z.infer<typeof zDutyDay>;

export const zDeviceRow = zDeviceDoc
  .omit({ address: true, silentAt: true, events: true })
  .extend({ id: zId, addressText: z.string(), lowBattery: z.boolean() });
export type DeviceRow = z.infer<typeof zDeviceRow>;
/** `secret` is shown this once; with it and `device` the vendor's gateway signs. */
export const zDeviceSecret = zDeviceRow.extend({ device: z.string(), secret: z.string() });

export const zReport = z.object({
  month: zMonth,
  kinds: z.array(
    z.object({
      kind: z.enum(ALERT_KINDS),
      alerts: z.number().int(),
      falseAlarms: z.number().int(),
      /** Seconds, the median; absent when nobody did. */
      toAcknowledge: z.number().int().optional(),
      toDoor: z.number().int().optional(),
      /** Ended without anybody having acknowledged. */
      unacknowledged: z.number().int(),
    }),
  ),
  devices: z.array(z.object({ deviceId: zId, label: z.string(), alerts: z.number().int(), falseAlarms: z.number().int() })),
  drills: z.number().int(),
});
export type SafetyReport = z.infer<typeof zReport>;

export const deskActions = {
  /** The live board; polled. Loudest and oldest first. Staff of a part of the tree see their part. ≤ 2 round trips. */
  board: query({
    allow: KEEPERS,
    input: zNothing,
    output: z.object({
      now: zInstant,
      alerts: z.array(zAlertRow),
      /** Ended within the last hour. */
      ended: z.array(zAlertRow),
      /** By building, for the map: open alerts, and elders whose sign of life has not come by the hour. */
      buildings: z.array(
        z.object({
          id: zId,
          name: z.string(),
          /** `第三网格`; empty where the tree has none. */
          grid: z.string(),
          open: z.number().int(),
          critical: z.number().int(),
          silent: z.number().int(),
        }),
      ),
      duty: zShiftView.optional(),
      may: z.object({ drill: zVerdict, settings: zVerdict }),
    }),
    errors: [],
  }),
  /** Closed alerts, newest first, thirty at a time. `drill`: drills alone, or everything but drills. */
  history: query({
    allow: KEEPERS,
    input: z.strictObject({ before: zInstant.optional(), elderId: zId.optional(), drill: z.boolean().optional() }),
    output: z.object({ alerts: z.array(zAlertRow), next: zInstant.optional() }),
    errors: [],
  }),
  /** 外出 of the whole community, running today or still to come; those of the own part. The next two hundred by first day. */
  communityAbsences: query({
    allow: KEEPERS,
    input: zNothing,
    output: z.object({ absences: z.array(zAbsence.extend({ elderName: z.string(), addressText: z.string() })) }),
    errors: [],
  }),
  report: query({ allow: DESK, input: z.strictObject({ month: zMonth }), output: zReport, errors: [] }),
  /** The month as an xlsx in the storage; the address is good for ten minutes. */
  exportReport: command({
    allow: DESK,
    input: z.strictObject({ month: zMonth }),
    output: z.object({ url: z.string(), name: z.string() }),
    errors: ['NOTHING_TO_EXPORT'],
  }),
  /** 演练: marked everywhere; really called are only the volunteers of the settings. */
  startDrill: command({
    allow: DESK,
    input: z.strictObject({ elderId: zId, kind: z.enum(ALERT_KINDS) }),
    output: zAlertView,
    errors: ['OUTSIDE_YOUR_PART', 'NO_VOLUNTEERS'],
  }),

  /** Seven days of duty from a day. */
  duty: query({
    allow: KEEPERS,
    input: z.strictObject({ from: zDay }),
    output: z.object({ days: z.array(zDutyDay) }),
    errors: [],
  }),
  saveDuty: command({
    allow: DESK,
    input: z.strictObject({
      day: zDay,
      shifts: z
        .array(
          z.strictObject({
            id: zId,
            name: zText(10),
            from: zMinute,
            to: zMinute,
            person: zPersonIn.optional(),
            substitute: zPersonIn.optional(),
            away: z.boolean(),
          }),
        )
        .max(6),
    }),
    output: zDutyDay,
    errors: ['PAST_DAY', 'DOUBLE_SHIFT', 'NOT_A_HELPER'],
  }),
  /** Copies the duty of seven days to the seven that follow; days that have a roster already are left alone. */
  copyDuty: command({
    allow: DESK,
    input: z.strictObject({ from: zDay }),
    output: z.object({ days: z.number().int() }),
    errors: ['NO_DUTY_TO_COPY'],
  }),

  settings: query({ allow: KEEPERS, input: zNothing, output: zSafetySettings, errors: [] }),
  saveSettings: command({
    allow: OFFICE,
    input: z.strictObject(safetySettingFields),
    output: zSafetySettings,
    errors: ['GAS_NEEDS_BOTH', 'NOT_A_HELPER'],
  }),

  /** Devices, a hundred at a time; `trouble`: silent or with a low battery. */
  devices: query({
    allow: KEEPERS,
    input: z.strictObject({ trouble: z.boolean().optional(), elderId: zId.optional(), after: zId.optional() }),
    output: z.object({ now: zInstant, devices: z.array(zDeviceRow), next: zId.optional() }),
    errors: [],
  }),
  registerDevice: command({
    allow: DESK,
    input: z.strictObject({ kind: z.enum(DEVICE_KINDS), label: zText(40), elderId: zId.optional(), spot: zText(20).optional() }),
    output: zDeviceSecret,
    errors: ['OUTSIDE_YOUR_PART'],
  }),
  /** A new secret; the old one is worth nothing from now on. */
  renewSecret: command({ allow: DESK, input: z.strictObject({ id: zId }), output: zDeviceSecret, errors: ['DEVICE_RETIRED'] }),
  retireDevice: command({ allow: DESK, input: z.strictObject({ id: zId }), output: zDeviceRow, errors: [] }),
};
