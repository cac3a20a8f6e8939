/** What a community decides about safety; one document, `main`. */
import * as z from 'zod';
import { ALERT_KINDS, zLadder } from './alerts';
import { zMinute } from './schemas';

export const safetySettingFields = {
  /** 升级链 of every kind; an elder may have others. */
  ladders: z.record(z.enum(ALERT_KINDS), zLadder),
  /** Seconds during which an SOS of the button can be taken back before anybody is called. */
  holdSeconds: z.number().int().min(0).max(30),
  /** Minutes that an acknowledgement holds, and that somebody on the way has. */
  ackMinutes: z.number().int().min(1).max(120),
  wayMinutes: z.number().int().min(1).max(240),
  /** Night: every rung calls by WeChat, text and telephone at once. Equal times: no night. */
  nightFrom: zMinute,
  nightTo: zMinute,
  /** The telephone on the duty desk; rung `dutyPhone`. */
  dutyPhone: z.string().max(20),
  /** What a finder of a safe-return code calls; empty: the community's number. */
  relayPhone: z.string().max(20),
  /** Elders living alone that one keeper has at most. */
  mostPerKeeper: z.number().int().min(1).max(50),
  visitEvery: z.number().int().min(1).max(90),
  /** What a new watch begins with. */
  watchFrom: zMinute,
  watchTo: zMinute,
  watchGrace: z.number().int().min(0).max(480),
  /** Meals not collected are looked into. */
  mealMissed: z.boolean(),
  /** Hours without contact before a device counts as silent; percent below which its battery shows red. */
  deviceSilentHours: z.number().int().min(1).max(720),
  lowBattery: z.number().int().min(1).max(90),
  /** Uses of one safe-return code an hour. */
  codeUsesPerHour: z.number().int().min(1).max(100),
  /** From this age (years completed in the year) the yearly check-up is due. */
  checkUpAge: z.number().int().min(50).max(100),
  /** 演练: only these accounts are really called. */
  drillVolunteers: z.array(z.object({ account: z.string().max(100), name: z.string().max(20) })).max(50),
} as const;
export const zSafetySettings = z.object(safetySettingFields);
export type SafetySettings = z.infer<typeof zSafetySettings>;
