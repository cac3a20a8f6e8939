/**
 * Alerts 预警 as they are remembered: what happened to whom, who was called, who goes, how it ended. The contract is in `safety.ts`.
 * An alert is one document with its whole state, so that a rung of its ladder can neither fire twice nor be lost.
 */
import * as z from 'zod';
import { zAddress } from './directory';
import { zId, zInstant } from './schemas';

/**
 * `sos` 一键求助, `gas` 燃气, `smoke` 烟感, `water` 漏水, `checkIn` 没有平安信号, `mealMissed` 订了餐没来取, `mealUndelivered` 送餐上门没有交到手上,
 * `deviceSilent` 设备失联, `found` 防走失码被人报告, `childLate` 托管逾期未接, `other` anything a person or another domain reports.
 */
export const ALERT_KINDS = [
  'sos',
  'gas',
  'smoke',
  'water',
  'checkIn',
  'mealMissed',
  'mealUndelivered',
  'deviceSilent',
  'found',
  'childLate',
  'other',
] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];

export const SEVERITIES = ['critical', 'high', 'normal'] as const;
export type Severity = (typeof SEVERITIES)[number];
export const SEVERITY_OF: Record<AlertKind, Severity> = {
  sos: 'critical',
  gas: 'critical',
  smoke: 'critical',
  found: 'high',
  checkIn: 'high',
  childLate: 'high',
  mealUndelivered: 'high',
  water: 'high',
  other: 'high',
  mealMissed: 'normal',
  deviceSilent: 'normal',
};

/** `held`: an SOS that may still be taken back (10 s); nobody was called yet. */
export const ALERT_STATUS = ['held', 'raised', 'acknowledged', 'onTheWay', 'resolved', 'falseAlarm', 'cancelled'] as const;
export type AlertStatus = (typeof ALERT_STATUS)[number];
/** Acknowledged is not resolved: an acknowledgement that runs out puts the alert back to `raised`, and the ladder goes on. */
export const ALERT_STEPS: Record<AlertStatus, readonly AlertStatus[]> = {
  held: ['raised', 'cancelled'],
  raised: ['acknowledged', 'onTheWay', 'resolved', 'falseAlarm'],
  acknowledged: ['raised', 'acknowledged', 'onTheWay', 'resolved', 'falseAlarm'],
  onTheWay: ['raised', 'acknowledged', 'onTheWay', 'resolved', 'falseAlarm'],
  resolved: [],
  falseAlarm: [],
  cancelled: [],
};

/** How it ended. The last three say that nothing had happened: the alert becomes a false alarm. */
export const RESOLUTIONS = [
  'fine',
  'helped',
  'hospital',
  'services',
  'broughtHome',
  'repaired',
  'signOfLife',
  'wentOut',
  'byMistake',
  'deviceFault',
] as const;
export type Resolution = (typeof RESOLUTIONS)[number];
export const FALSE_ALARMS: readonly Resolution[] = ['wentOut', 'byMistake', 'deviceFault'];
/** What a person may choose; `signOfLife` is set by the system, and only where `SELF_ENDING` allows it. */
export const CHOSEN_RESOLUTIONS = RESOLUTIONS.filter(code => code !== 'signOfLife');

/** A later sign of life ends these by itself. Gas and SOS never resolve by themselves. */
export const SELF_ENDING: readonly AlertKind[] = ['checkIn', 'mealMissed', 'mealUndelivered', 'deviceSilent'];
/** While one of these is open for an elder, the kinds of `SELF_ENDING` join it instead of calling the same people again. */
export const INHIBITING: readonly AlertKind[] = ['sos', 'gas', 'smoke', 'found'];
/** Burns or poisons whoever comes home: an absence changes nothing about whom it calls. */
export const NEVER_SILENT: readonly AlertKind[] = ['gas', 'smoke'];
/** A cry for help: every confirmed relative is called, whatever the elder lets them see of the days on which nothing is wrong. */
export const CRIES_FOR_HELP: readonly AlertKind[] = ['sos', 'gas', 'smoke'];

/** Whom a rung calls; people are looked up when it fires. `duty` the person of the shift, `dutyPhone` the telephone on the desk. */
export const RUNG_WHO = ['family', 'keeper', 'unitLead', 'buildingLead', 'gridStaff', 'duty', 'dutyPhone', 'office'] as const;
export type RungWho = (typeof RUNG_WHO)[number];
/** `push` 微信, `text` 微信和短信, `call` 微信、短信和电话 at the same time. At night everything is `call`. */
export const RUNG_WAYS = ['push', 'text', 'call'] as const;
export type RungWay = (typeof RUNG_WAYS)[number];

export const zRung = z.object({
  who: z.array(z.enum(RUNG_WHO)).min(1).max(8),
  /** Minutes after the rung before it (for the first: after the alert, or after the pause between rounds). */
  after: z.number().int().min(0).max(240),
  way: z.enum(RUNG_WAYS),
  /** One person after the other, so many minutes apart, instead of all at once. */
  oneByOneEvery: z.number().int().min(1).max(60).optional(),
});
export type Rung = z.infer<typeof zRung>;

/** 升级链. When its last rung has fired and nobody took the alert, it starts again after the pause, until somebody does. */
export const zLadder = z.object({ rungs: z.array(zRung).min(1).max(10), pause: z.number().int().min(1).max(240) });
export type AlertLadder = z.infer<typeof zLadder>;

export const zPlace = z.object({
  text: z.string().max(60).optional(),
  lat: z.number().min(-90).max(90).optional(),
  lng: z.number().min(-180).max(180).optional(),
});
export type Place = z.infer<typeof zPlace>;

/** Where the alert came from: 小程序, 设备, 防走失码, 没有平安信号, 食堂, 工作人员代报, 托管 or another domain. */
export const ALERT_SOURCES = ['button', 'device', 'returnCode', 'watch', 'meal', 'staff', 'family', 'event'] as const;
export type AlertSource = (typeof ALERT_SOURCES)[number];

/** Somebody who was called. `ref` names the person in messages and events. */
export const zPaged = z.object({
  ref: z.string(),
  name: z.string(),
  as: z.enum([...RUNG_WHO, 'handedOver']),
  account: z.string().optional(),
  /** Only for who has no account. */
  phone: z.string().optional(),
  firstAt: zInstant,
  /** `asked`: left with the courier; `sent`: a channel took it; `unsent`: no channel did; `seen`: 知道了. */
  state: z.enum(['asked', 'sent', 'unsent', 'seen']),
});
export type Paged = z.infer<typeof zPaged>;

export const TIMELINE_WHATS = [
  'raised',
  'repeat',
  'released',
  'paged',
  'skipped',
  'drillOnly',
  'handed',
  'seen',
  'acknowledged',
  'onTheWay',
  'arrived',
  'handedOver',
  'expired',
  'comment',
  'saysFine',
  'resolved',
  'cancelled',
] as const;
export type TimelineWhat = (typeof TIMELINE_WHATS)[number];

/** One line of what happened. Texts are ready to read; people are named as staff know them, never by telephone number. */
export const zTimelineEntry = z.object({
  at: zInstant,
  what: z.enum(TIMELINE_WHATS),
  /** Who did it; absent: the system. */
  by: z.string().optional(),
  /** 李敏、陈社工; a comment's words; the facts of a repeat. */
  text: z.string().max(300),
  round: z.number().int().optional(),
  rung: z.number().int().optional(),
  photo: z.string().optional(),
});
export type TimelineEntry = z.infer<typeof zTimelineEntry>;

export const zResponder = z.object({ account: z.string(), name: z.string(), since: zInstant });

export const alertFields = {
  kind: z.enum(ALERT_KINDS),
  severity: z.enum(SEVERITIES),
  /** The elder or child it is about; a device that belongs to nobody has its own id here. */
  subjectId: zId,
  subjectName: z.string(),
  address: zAddress.optional(),
  title: z.string(),
  facts: z.array(z.string().max(80)).max(8),
  place: zPlace.optional(),
  photo: z.string().max(300).optional(),
  /** The number that a finder left; shown to staff and keeper, told to nobody. */
  callback: z.string().max(20).optional(),
  source: z.enum(ALERT_SOURCES),
  deviceId: zId.optional(),
  drill: z.boolean(),
  /** During an absence: grid staff are called first. */
  absent: z.boolean(),
  status: z.enum(ALERT_STATUS),
  open: z.boolean(),
  /** Counts the alerts of this kind of this subject; part of the id, so that those who report the same moment meet. */
  episode: z.number().int(),
  raisedAt: zInstant,
  /** Reports that joined, with the first. */
  reports: z.number().int(),
  lastReportAt: zInstant,
  /** Names of the reports already taken in: a webhook that comes twice, a job that runs again. The last forty. */
  causes: z.array(z.string().max(120)).max(40),
  ladder: zLadder,
  /** Position of the ladder: the rung that fires next, in which round; `step` counts people of a rung that goes one by one. */
  round: z.number().int(),
  rung: z.number().int(),
  step: z.number().int(),
  /** When something must happen by itself: a rung, the end of the holding time, the end of an acknowledgement. Indexed. */
  nextAt: zInstant.optional(),
  /** When `nextAt` was decided: a clock that was set back shows in it. */
  setAt: zInstant,
  responder: zResponder.optional(),
  firstAckAt: zInstant.optional(),
  onTheWayAt: zInstant.optional(),
  arrivedAt: zInstant.optional(),
  endedAt: zInstant.optional(),
  endedBy: z.string().optional(),
  resolution: z.enum(RESOLUTIONS).optional(),
  note: z.string().max(200).optional(),
  paged: z.array(zPaged).max(200),
  timeline: z.array(zTimelineEntry).max(300),
} as const;
export const zAlertDoc = z.object(alertFields);
export type Alert = z.infer<typeof zAlertDoc>;
