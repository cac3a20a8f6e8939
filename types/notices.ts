/**
 * Notices 通知: staff push a notice to exactly the right people, and know who has read it, who has confirmed it, and whose door to
 * knock at. The documents are in `types/notice.ts`, the audience in `types/audience.ts`; groups and shared cards have files of their own.
 *
 * The way of a notice: `saveNotice` (a draft) → `previewNotice` (freezes whom it goes to) → `sendNotice` with the id of that frozen
 * list → perhaps `approveNotice` by a second person → letters leave in bounded steps (`continueNotice` by the page, the job by itself).
 */
import * as z from 'zod';
import { zAudience } from './audience';
import { command, contract, job, query, STAFF } from './contract';
import { groupActions } from './groups';
import {
  frozenFields,
  HANDED,
  NOTICE_CATEGORIES,
  NOTICE_STATUS,
  noticeSettingsFields,
  PROGRESS,
  wordsFields,
  zNoticeDoc,
  zNoticeSettings,
} from './notice';
import { boardActions } from './noticeBoard';
import { zDone, zId, zInstant, zNothing, zText, zVerdict } from './schemas';
import { shareActions } from './shares';

export * from './audience';
export * from './groups';
export * from './notice';
export * from './noticeBoard';
export * from './shares';

const OFFICE = ['office', 'admin'] as const;
const READERS = ['member', 'resident', 'family'] as const;
const zWhich = z.strictObject({ id: zId });

/** A picture or a file with an address that is good for an hour. */
export const zShownFile = z.object({ fileId: z.string(), url: z.string(), name: z.string() });

/** What staff may do with a notice now; each with the reason why not. */
const zNoticeMay = z.object({
  edit: zVerdict,
  preview: zVerdict,
  send: zVerdict,
  approve: zVerdict,
  takeBack: zVerdict,
  recall: zVerdict,
  remind: zVerdict,
  pin: zVerdict,
  openDoors: zVerdict,
  export: zVerdict,
  drop: zVerdict,
});

/** A notice as staff see it. */
export const zNotice = zNoticeDoc.omit({ by: true, approvedBy: true, frozen: true, pictures: true, attachment: true }).extend({
  id: zId,
  now: zInstant,
  mine: z.boolean(),
  pictures: z.array(zShownFile),
  attachment: zShownFile.optional(),
  frozen: z
    .object({
      ...frozenFields,
      buildings: z.array(z.object({ buildingId: z.string(), name: z.string(), count: z.number().int() })),
    })
    .optional(),
  /** Why a second person would look before it goes out; empty: nobody needs to. Known after the preview. */
  eyesNeeded: z.array(z.enum(['emergency', 'many', 'text'])),
  /** Its time is over. */
  expired: z.boolean(),
  /** Letters are still leaving, or a correction or a reminder is: the page calls `continueNotice`. */
  busy: z.boolean(),
  may: zNoticeMay,
});
export type NoticeView = z.infer<typeof zNotice>;

/** A notice in a list of the desk. */
export const zNoticeRow = z.object({
  id: zId,
  title: z.string(),
  category: z.enum(NOTICE_CATEGORIES),
  status: z.enum(NOTICE_STATUS),
  emergency: z.boolean(),
  pinned: z.boolean(),
  byName: z.string(),
  mine: z.boolean(),
  /** When it was written; when it shall go, or went, out. */
  at: zInstant,
  scheduledAt: zInstant.optional(),
  sentAt: zInstant.optional(),
  total: z.number().int(),
  expired: z.boolean(),
});
export type NoticeRow = z.infer<typeof zNoticeRow>;

/** A notice as the person sees it who got it, or a relative for an elder. */
export const zMyNotice = z.object({
  id: zId,
  /** Whose notice: absent for one's own, else the elder's id and name. */
  forId: zId.optional(),
  forName: z.string().optional(),
  title: z.string(),
  /** The first line or two. */
  summary: z.string(),
  category: z.enum(NOTICE_CATEGORIES),
  emergency: z.boolean(),
  pinned: z.boolean(),
  sentAt: zInstant,
  expiresAt: zInstant.optional(),
  expired: z.boolean(),
  recalled: z.boolean(),
  progress: z.enum(PROGRESS),
  needsConfirmation: z.boolean(),
});
export type MyNotice = z.infer<typeof zMyNotice>;

export const zOpenNotice = zMyNotice.extend({
  body: z.string(),
  pictures: z.array(zShownFile),
  attachment: zShownFile.optional(),
  place: z.string().optional(),
  startsAt: zInstant.optional(),
  endsAt: zInstant.optional(),
  publisher: z.string(),
  /** May be shared with people who are no members. */
  public: z.boolean(),
  /** The telephone of the community, for questions. */
  phone: z.string(),
  /** Instead of the text: what was wrong with it. The text of a recalled notice is not shown. */
  correction: z.string().optional(),
  handed: z.enum(HANDED),
  readAt: zInstant.optional(),
  confirmedAt: zInstant.optional(),
  /** A relative read it for the elder: `女儿代看`. */
  readFor: z.string().optional(),
  may: z.object({ confirm: zVerdict }),
});
export type OpenNotice = z.infer<typeof zOpenNotice>;

/** Own notice, or that of an elder bound to me. */
const zMineIn = z.strictObject({ id: zId, forId: zId.optional() });

const zTemplateIn = z.strictObject(noticeSettingsFields.templates.element.shape);
const zSettingsIn = z.strictObject({ ...noticeSettingsFields, templates: z.array(zTemplateIn).max(40) });

export const notices = contract('notices', {
  /** The desk's lists, newest first, thirty at a time: my drafts; what waits for a second pair of eyes; what is out or about to be. */
  desk: query({
    allow: STAFF,
    input: z.strictObject({ list: z.enum(['drafts', 'waiting', 'out']), before: zInstant.optional() }),
    output: z.object({
      now: zInstant,
      notices: z.array(zNoticeRow),
      /** How many wait for eyes, for the tile of the desk. */
      waiting: z.number().int(),
      may: z.object({ write: zVerdict, emergency: zVerdict }),
    }),
    errors: [],
  }),
  notice: query({ allow: STAFF, input: zWhich, output: zNotice, errors: [] }),
  /** Where to upload one picture or attachment, and its id afterwards; as `canteen.photoTicket`. `ending`: of the file's name. */
  fileTicket: command({
    allow: STAFF,
    input: z.strictObject({ ending: z.enum(['jpg', 'png', 'pdf', 'docx', 'xlsx']) }),
    output: z.object({ fileId: z.string(), url: z.string(), fields: z.record(z.string(), z.string()) }),
    errors: ['NOT_YOURS_TO_SEND'],
  }),
  /** A new draft (no id) or a changed one. Any change throws the preview away. */
  saveNotice: command({
    allow: STAFF,
    input: z.strictObject({
      ...wordsFields,
      id: zId.optional(),
      attachment: z.strictObject(wordsFields.attachment.unwrap().shape).optional(),
      audience: zAudience,
    }),
    output: zNotice,
    errors: [
      'NOT_YOURS_TO_SEND',
      'EMERGENCY_BY_OFFICE',
      'NOTICE_IS_OUT',
      'ENDS_BEFORE_START',
      'EXPIRES_TOO_EARLY',
      'UNKNOWN_FILE',
    ],
  }),
  dropNotice: command({ allow: STAFF, input: zWhich, output: zDone, errors: ['NOT_YOURS_TO_SEND', 'NOTICE_IS_OUT'] }),
  /** Works out the audience, checks the text with WeChat, and freezes both: reply's `frozen` says how many, by which way, where. */
  previewNotice: command({
    allow: STAFF,
    input: zWhich,
    output: zNotice,
    errors: ['NOT_YOURS_TO_SEND', 'NOTICE_IS_OUT', 'BLANKS_LEFT', 'UNKNOWN_GROUP', 'NOBODY_MEANT', 'EMERGENCY_BY_OFFICE'],
  }),
  /** Sends what was previewed, now or at `at`; asks for a second pair of eyes first where the rules want it. */
  sendNotice: command({
    allow: STAFF,
    input: z.strictObject({ id: zId, frozenId: zId, at: zInstant.optional() }),
    output: zNotice,
    errors: [
      'NOT_YOURS_TO_SEND',
      'NOTICE_IS_OUT',
      'PREVIEW_FIRST',
      'TEXT_RISKY',
      'PAST_TIME',
      'EXPIRES_TOO_EARLY',
      'EMERGENCY_BY_OFFICE',
    ],
  }),
  /** The second pair of eyes says yes to exactly this list. */
  approveNotice: command({
    allow: OFFICE,
    input: z.strictObject({ id: zId, frozenId: zId }),
    output: zNotice,
    errors: ['NOT_WAITING_FOR_EYES', 'OTHER_EYES_NEEDED', 'PREVIEW_FIRST', 'EXPIRES_TOO_EARLY'],
  }),
  /** Gives it back to the author with a reason. */
  returnNotice: command({
    allow: OFFICE,
    input: z.strictObject({ id: zId, reason: zText(100) }),
    output: zNotice,
    errors: ['NOT_WAITING_FOR_EYES', 'OTHER_EYES_NEEDED'],
  }),
  /** Back to a draft while nothing has gone out: it waits for eyes or for its time. */
  takeBackNotice: command({ allow: STAFF, input: zWhich, output: zNotice, errors: ['NOT_YOURS_TO_SEND', 'NOTICE_IS_OUT'] }),
  /** One bounded step of what is under way (sending, correcting, reminding); the page calls it while it is open. */
  continueNotice: command({ allow: STAFF, input: zWhich, output: zNotice, errors: [] }),
  /** Stops what has not gone out; who had it is told the correction. */
  recallNotice: command({
    allow: STAFF,
    input: z.strictObject({ id: zId, correction: zText(200) }),
    output: zNotice,
    errors: ['NOT_YOURS_TO_SEND', 'NOT_OUT', 'ALREADY_RECALLED'],
  }),
  pinNotice: command({
    allow: STAFF,
    input: z.strictObject({ id: zId, pinned: z.boolean() }),
    output: zNotice,
    errors: ['NOT_YOURS_TO_SEND', 'NOT_OUT', 'ALREADY_RECALLED'],
  }),

  /** Pinned and unread first, what is over last; fifty at a time, of oneself and of bound elders. */
  myNotices: query({
    allow: READERS,
    input: z.strictObject({ forId: zId.optional(), before: zInstant.optional() }),
    output: z.object({ now: zInstant, notices: z.array(zMyNotice), unread: z.number().int(), next: zInstant.optional() }),
    errors: ['NOT_YOUR_ELDER'],
  }),
  /** Shows a notice to whom it was sent, and writes down that it was read, by whom. */
  openNotice: command({ allow: READERS, input: zMineIn, output: zOpenNotice, errors: ['NOT_YOUR_ELDER', 'NOT_SENT_TO_YOU'] }),
  confirmNotice: command({
    allow: READERS,
    input: zMineIn,
    output: zOpenNotice,
    errors: ['NOT_YOUR_ELDER', 'NOT_SENT_TO_YOU', 'NO_CONFIRMATION_ASKED', 'ALREADY_RECALLED', 'ALREADY_CONFIRMED'],
  }),

  ...boardActions,
  ...groupActions,
  ...shareActions,

  settings: query({ allow: STAFF, input: zNothing, output: zNoticeSettings, errors: [] }),
  saveSettings: command({ allow: OFFICE, input: zSettingsIn, output: zNoticeSettings, errors: ['DOUBLE_TEMPLATE'] }),

  /** What is due, in bounded steps: scheduled notices, letters, corrections, reminders, doors of emergencies. */
  noticeSteps: job({ input: zNothing, output: z.object({ steps: z.number().int() }), errors: [], rhythm: { everyMinutes: 1 } }),
  /** Frozen lists nobody sent, meals long eaten, members of replaced editions. */
  tidyNotices: job({
    input: zNothing,
    output: z.object({ removed: z.number().int() }),
    errors: [],
    rhythm: { dailyAt: '03:20' },
  }),
  hear: job({
    input: z.object({ id: z.string(), name: z.string(), communityId: zId, payload: z.record(z.string(), z.unknown()) }),
    output: zDone,
    errors: [],
  }),
});
export type NoticesContract = typeof notices;
