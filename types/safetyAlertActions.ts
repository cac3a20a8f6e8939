/** Alerts: raising, taking over, going, ending. Part of the contract in `safety.ts`. */
import * as z from 'zod';
import {
  ALERT_KINDS,
  ALERT_SOURCES,
  ALERT_STATUS,
  CHOSEN_RESOLUTIONS,
  RESOLUTIONS,
  RUNG_WHO,
  SEVERITIES,
  zPaged,
  zPlace,
  zTimelineEntry,
} from './alerts';
import { command, query } from './contract';
import { zCard } from './health';
import { KEEPERS } from './people';
import { zDone, zId, zInstant, zNothing, zText, zVerdict } from './schemas';

/** Who takes part in an alert; whether in this one is a question of the record (binding, assignment, part of the tree). */
export const HELPERS = ['resident', 'family', ...KEEPERS] as const;

export const zPlaceIn = z.strictObject(zPlace.shape);

/** A row of the board and of the family's page. */
export const zAlertRow = z.object({
  id: zId,
  kind: z.enum(ALERT_KINDS),
  severity: z.enum(SEVERITIES),
  status: z.enum(ALERT_STATUS),
  open: z.boolean(),
  drill: z.boolean(),
  subjectId: zId,
  subjectName: z.string(),
  /** `3栋2单元501`; empty when the alert has no address. */
  addressText: z.string(),
  buildingId: zId.optional(),
  title: z.string(),
  source: z.enum(ALERT_SOURCES),
  raisedAt: zInstant,
  reports: z.number().int(),
  absent: z.boolean(),
  round: z.number().int(),
  /** When the next rung fires, or the acknowledgement runs out; absent for a closed alert. */
  nextAt: zInstant.optional(),
  /** Whom the next rung calls; for one that somebody has, whom it calls when the time of `nextAt` runs out. */
  nextWho: z.array(z.enum(RUNG_WHO)),
  /** Who took it: 陈社工 */
  responder: z.string().optional(),
  arrivedAt: zInstant.optional(),
  endedAt: zInstant.optional(),
  resolution: z.enum(RESOLUTIONS).optional(),
});
export type AlertRow = z.infer<typeof zAlertRow>;

/** One alert with its timeline, and what this person may do. */
export const zAlertView = zAlertRow.extend({
  facts: z.array(z.string()),
  place: zPlace.optional(),
  photo: z.string().optional(),
  note: z.string().optional(),
  heldUntil: zInstant.optional(),
  firstAckAt: zInstant.optional(),
  onTheWayAt: zInstant.optional(),
  /** This person is the one who took it. */
  mine: z.boolean(),
  paged: z.array(zPaged.pick({ name: true, as: true, firstAt: true, state: true })),
  timeline: z.array(zTimelineEntry),
  /** The community's telephone; 120/119/110 the screen knows itself. */
  communityPhone: z.string(),
  /** The subject's own number, for the one-tap call of helpers; absent for who may not have it. */
  subjectPhone: z.string().optional(),
  /** A finder's number, to call back; for staff and keepers alone. */
  callback: z.string().optional(),
  /** Confirmed relatives in the order in which they are called, numbers in full; for staff and keepers alone. */
  family: z.array(z.object({ name: z.string(), relation: z.string(), phone: z.string().optional() })).optional(),
  may: z.object({
    release: zVerdict,
    cancel: zVerdict,
    acknowledge: zVerdict,
    goNow: zVerdict,
    arrive: zVerdict,
    handOver: zVerdict,
    comment: zVerdict,
    sayFine: zVerdict,
    resolve: zVerdict,
    seeCard: zVerdict,
  }),
});
export type AlertView = z.infer<typeof zAlertView>;

const zOne = z.strictObject({ id: zId });
const ENDED = ['ALERT_ENDED', 'NOT_YOUR_ALERT'] as const;

export const alertActions = {
  alert: query({ allow: HELPERS, input: zOne, output: zAlertView, errors: ['NOT_YOUR_ALERT'] }),

  /**
   * 一键求助. The elder's own is `held` for the seconds of the settings: the phone counts down and calls `releaseSos` at the end (or at
   * once: 现在就发), or `cancelSos`. A phone that says nothing more is released by the server. On behalf (family, staff) it is never held.
   * With one open already, this is one more report of it.
   */
  sos: command({
    allow: HELPERS,
    input: z.strictObject({ elderId: zId.optional(), place: zPlaceIn.optional(), words: zText(80).optional() }),
    output: zAlertView,
    errors: ['NOT_YOUR_ELDER', 'NOT_A_RESIDENT'],
  }),
  releaseSos: command({ allow: HELPERS, input: zOne, output: zAlertView, errors: [...ENDED] }),
  /** Within the holding time only; afterwards people are on their way and somebody looks. */
  cancelSos: command({ allow: HELPERS, input: zOne, output: zAlertView, errors: [...ENDED, 'TOO_LATE_TO_CANCEL'] }),
  /** Staff report what they see or were told, for any resident: kind `other`, or one of the others. */
  raiseAlert: command({
    allow: KEEPERS,
    input: z.strictObject({
      kind: z.enum(ALERT_KINDS),
      elderId: zId,
      title: zText(30).optional(),
      facts: z.array(zText(80)).max(5).optional(),
      place: zPlaceIn.optional(),
      photo: z.string().max(300).optional(),
    }),
    output: zAlertView,
    errors: ['OUTSIDE_YOUR_PART'],
  }),

  /** 认领: the ladder stops, for the minutes of the settings; then it goes on unless the alert moved on. */
  acknowledge: command({ allow: HELPERS, input: zOne, output: zAlertView, errors: [...ENDED, 'TAKEN_BY_OTHER', 'NOT_RAISED'] }),
  /** 我正在赶去; also takes the alert over from somebody who only acknowledged. */
  goNow: command({ allow: HELPERS, input: zOne, output: zAlertView, errors: [...ENDED, 'TAKEN_BY_OTHER', 'NOT_RAISED'] }),
  /** 我到了: by the code at the door, scanned or its figures typed, or by tapping. */
  arrive: command({
    allow: HELPERS,
    input: z.strictObject({ id: zId, doorCode: z.string().max(60).optional() }),
    output: zAlertView,
    errors: [...ENDED, 'NOT_RESPONDER', 'WRONG_DOOR'],
  }),
  /** To whom it can be handed over: the people of every rung, without who has it. `key` names a person without revealing the account. */
  candidates: query({
    allow: HELPERS,
    input: zOne,
    output: z.object({ people: z.array(z.object({ key: zId, name: z.string(), as: z.enum(RUNG_WHO) })) }),
    errors: ['NOT_YOUR_ALERT'],
  }),
  handOver: command({
    allow: HELPERS,
    input: z.strictObject({ id: zId, key: zId, words: zText(80).optional() }),
    output: zAlertView,
    errors: [...ENDED, 'NOT_RESPONDER', 'NOT_A_HELPER'],
  }),
  comment: command({
    allow: HELPERS,
    /** Words, a photo (`photoTicket`), or both. */
    input: z.strictObject({ id: zId, text: zText(200).optional(), photo: z.string().max(300).optional() }),
    output: zAlertView,
    errors: ['NOT_YOUR_ALERT'],
  }),
  /** The elder says 我没事: a line in the timeline; somebody looks all the same. */
  sayFine: command({ allow: HELPERS, input: zOne, output: zAlertView, errors: [...ENDED] }),
  /** 解除 with how it ended; everybody who was called hears 平安通报. Codes of `FALSE_ALARMS` make it a false alarm. */
  resolve: command({
    allow: HELPERS,
    input: z.strictObject({ id: zId, resolution: z.enum(CHOSEN_RESOLUTIONS), note: zText(200).optional() }),
    output: zAlertView,
    errors: [...ENDED, 'NOT_RESPONDER', 'STILL_HELD'],
  }),
  /** 急救卡, only while the alert is open and only for who took it. Logged; the elder and staff see who read it. */
  emergencyCard: query({
    allow: HELPERS,
    input: zOne,
    output: z.object({ subjectName: z.string(), card: zCard.optional() }),
    errors: ['NOT_YOUR_ALERT', 'NOT_RESPONDER', 'ALERT_ENDED', 'SEAL_KEY_MISSING', 'SEAL_BROKEN'],
  }),

  /** Where to upload one photo of what is seen; as `people.openUpload`. */
  photoTicket: command({
    allow: HELPERS,
    input: zNothing,
    output: z.object({ fileId: z.string(), url: z.string(), fields: z.record(z.string(), z.string()) }),
    errors: [],
  }),
  /** Addresses for the photos of one alert, good for an hour. */
  photos: query({
    allow: HELPERS,
    input: zOne,
    output: z.object({ photos: z.record(z.string(), z.string()) }),
    errors: ['NOT_YOUR_ALERT'],
  }),
  /** The phone reported whether WeChat may show notifications (`getAppAuthorizeSetting`). */
  tellNotifications: command({ allow: ['member'], input: z.strictObject({ on: z.boolean() }), output: zDone, errors: [] }),
};
