/** Things that raise alerts: devices at home, safe-return codes 防走失码, codes at unit doors. */
import * as z from 'zod';
import { zAddress } from './directory';
import { zId, zInstant } from './schemas';

/** 紧急呼叫器或应急手机, 燃气报警器, 烟感, 水浸传感, 门磁或活动传感. */
export const DEVICE_KINDS = ['sosPhone', 'gas', 'smoke', 'water', 'motion'] as const;
export type DeviceKind = (typeof DEVICE_KINDS)[number];

/** A device of the register. Its secret lies in a collection of its own that no query returns. */
export const deviceFields = {
  kind: z.enum(DEVICE_KINDS),
  /** 型号与编号 as on the label. */
  label: z.string().max(40),
  elderId: zId.optional(),
  elderName: z.string().optional(),
  address: zAddress.optional(),
  /** 厨房 */
  spot: z.string().max(20).optional(),
  /** Percent. */
  battery: z.number().int().min(0).max(100).optional(),
  lastContactAt: zInstant.optional(),
  /** Hours without contact before the alert. */
  silentAfter: z.number().int().min(1).max(720),
  /** When silence becomes an alert; absent while retired or reported. Indexed. */
  silentAt: zInstant.optional(),
  /** An alert said that it is silent. */
  silent: z.boolean(),
  active: z.boolean(),
  registeredAt: zInstant,
  alarms: z.number().int(),
  /** Ids of the last events, against replays within the minutes in which a timestamp is fresh. */
  events: z.array(z.string().max(64)).max(30),
} as const;
export const zDeviceDoc = z.object(deviceFields);
export type Device = z.infer<typeof zDeviceDoc>;

/**
 * What a device sends to `/api/safety/hooks/device`, with the headers `x-device` (`community:device`), `x-timestamp` (epoch
 * milliseconds) and `x-signature` (hex of HMAC-SHA256(secret, timestamp + "." + raw body)). Vendors' own formats are translated by a
 * gateway in front.
 */
export const zDeviceEvent = z.object({
  /** The same event has the same id however often it is sent. */
  eventId: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
  type: z.enum(['alarm', 'contact']),
  battery: z.number().int().min(0).max(100).optional(),
  /** 浓度 8%LEL, as the device says it. */
  reading: z.string().max(40).optional(),
  lat: z.number().min(-90).max(90).optional(),
  lng: z.number().min(-180).max(180).optional(),
});
export type DeviceEvent = z.infer<typeof zDeviceEvent>;

/** 防走失码. The id is the token, 128 random bits; name and address are nowhere on it. */
export const returnCodeFields = {
  communityId: zId,
  elderId: zId,
  issuedAt: zInstant,
  issuedBy: z.string(),
  revokedAt: zInstant.optional(),
  scans: z.number().int(),
  lastScanAt: zInstant.optional(),
  /** Uses in the running hour, against mischief. */
  hour: z.number().int(),
  usesThisHour: z.number().int(),
  /** The family is told of a scan at most once an hour. */
  toldHour: z.number().int(),
} as const;
export const zReturnCodeDoc = z.object(returnCodeFields);
export type ReturnCode = z.infer<typeof zReturnCodeDoc>;

/** The code at a unit's door, for visits; the id is the token. */
export const zDoorCodeDoc = z.object({
  unitId: zId,
  /** Six figures below the code, to type where nothing can be scanned. */
  number: z.string(),
  madeAt: zInstant,
  active: z.boolean(),
});
export type DoorCode = z.infer<typeof zDoorCodeDoc>;
