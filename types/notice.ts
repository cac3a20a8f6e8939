/** The documents of notices 通知: the notice, one receipt for each who gets it, the community's settings. */
import * as z from 'zod';
import { zAudience } from './audience';
import { GRANTED_ROLES } from './contract';
import { zId, zInstant, zText } from './schemas';

export const NOTICE_CATEGORIES = ['utilities', 'weather', 'health', 'safety', 'activity', 'service', 'other'] as const;
export type NoticeCategory = (typeof NOTICE_CATEGORIES)[number];

/** `expired` is no state: a sent notice whose time is over is shown as such. */
export const NOTICE_STATUS = ['draft', 'waitingForEyes', 'scheduled', 'sending', 'sent', 'recalled', 'dropped'] as const;
export type NoticeStatus = (typeof NOTICE_STATUS)[number];
export const NOTICE_STEPS: Record<NoticeStatus, readonly NoticeStatus[]> = {
  draft: ['waitingForEyes', 'scheduled', 'sending', 'dropped'],
  waitingForEyes: ['draft', 'scheduled', 'sending'],
  scheduled: ['draft', 'sending'],
  sending: ['sent', 'recalled'],
  sent: ['recalled'],
  recalled: [],
  dropped: [],
};

/** Lengths: title 30, body 2000 (with the title within the 2,500 characters that WeChat's text check takes). */
export const NOTICE_LIMITS = { title: 30, body: 2000, pictures: 9, robots: 10 } as const;

const zFileId = z.string().max(300);
/** What staff write. Times are instants; a blank 【…】 left over from a template is refused at the preview. */
export const wordsFields = {
  title: zText(NOTICE_LIMITS.title),
  body: zText(NOTICE_LIMITS.body),
  category: z.enum(NOTICE_CATEGORIES),
  pictures: z.array(zFileId).max(NOTICE_LIMITS.pictures),
  attachment: z.object({ fileId: zFileId, name: zText(60) }).optional(),
  place: zText(60).optional(),
  startsAt: zInstant.optional(),
  endsAt: zInstant.optional(),
  needsConfirmation: z.boolean(),
  /** Absent: so many days after sending as the settings say. */
  expiresAt: zInstant.optional(),
  emergency: z.boolean(),
  /** Anyone who opens a shared card or scans a poster sees title, text, place and time. */
  public: z.boolean(),
  audience: zAudience,
  /** Keys of WeCom robots of staff groups, as the courier's settings name them. */
  robots: z.array(zId).max(NOTICE_LIMITS.robots),
} as const;

/** How a person can be reached: own account with a push credit, own account, a relative's account, telephone alone, nobody but a visit. */
export const REACH = ['push', 'account', 'family', 'phone', 'none'] as const;
export type Reach = (typeof REACH)[number];
export const zReach = z.record(z.enum(REACH), z.number().int());

/** The frozen list 预览: whom exactly this very text goes to. Any later change of words or audience throws it away. */
export const frozenFields = {
  id: zId,
  at: zInstant,
  total: z.number().int(),
  /** Documents that hold the list, at most two hundred people each. */
  chunks: z.number().int(),
  reach: zReach,
  /** People by building; `''` for staff who do not live here. */
  buildings: z.array(z.object({ buildingId: z.string(), count: z.number().int() })),
  /** Ten names, masked: 王*兰. */
  sample: z.array(z.string()),
  /** In the audience but outside the author's part of the tree; not in the list. */
  leftOut: z.number().int(),
  /** What WeChat's text check said. `unchecked`: it could not be asked, `why` says so. */
  check: z.object({ suggest: z.enum(['pass', 'review', 'risky', 'unchecked']), why: z.string() }),
} as const;
const zFrozen = z.object(frozenFields);
export type Frozen = z.infer<typeof zFrozen>;

/** Why a second person looks first. */
export const EYES_REASONS = ['emergency', 'many', 'text'] as const;
export type EyesReason = (typeof EYES_REASONS)[number];

export const REMIND_WHOM = ['unread', 'unconfirmed'] as const;
const zReminder = z.object({
  at: zInstant,
  by: z.string(),
  byName: z.string(),
  whom: z.enum(REMIND_WHOM),
  /** Letters left so far, and whether that is all of them. */
  count: z.number().int(),
  done: z.boolean(),
});
export type Reminder = z.infer<typeof zReminder>;

export const noticeFields = {
  ...wordsFields,
  status: z.enum(NOTICE_STATUS),
  by: z.string(),
  byName: z.string(),
  at: zInstant,
  /** Grows with every change of words or audience. */
  edition: z.number().int(),
  frozen: zFrozen.optional(),
  /** When it shall go out; absent: at once. */
  scheduledAt: zInstant.optional(),
  eyes: z.object({ reasons: z.array(z.enum(EYES_REASONS)), askedAt: zInstant }).optional(),
  approvedBy: z.string().optional(),
  approvedByName: z.string().optional(),
  /** Why the second person gave it back. */
  returned: z.object({ byName: z.string(), at: zInstant, reason: z.string() }).optional(),
  sentAt: zInstant.optional(),
  /** When the last letter was left with the courier. */
  doneAt: zInstant.optional(),
  pinned: z.boolean(),
  recall: z.object({ at: zInstant, by: z.string(), byName: z.string(), correction: z.string(), done: z.boolean() }).optional(),
  reminders: z.array(zReminder).max(50),
  /** The list of doors to knock at: open since, and by whom (`system` for an emergency). */
  doors: z.object({ openedAt: zInstant, by: z.string() }).optional(),
} as const;
export const zNoticeDoc = z.object(noticeFields);
export type Notice = z.infer<typeof zNoticeDoc>;

/** How a letter reaches a person of the list; `push` is not told apart because credits change by the hour. */
export const WAYS_TO_READ = ['account', 'family', 'phone', 'none'] as const;
export type WayToRead = (typeof WAYS_TO_READ)[number];
export const PROGRESS = ['new', 'read', 'confirmed'] as const;
export type Progress = (typeof PROGRESS)[number];
/** What the courier reported: nothing yet; failed; only the letter in the message centre; a push, text or call went out. */
export const HANDED = ['waiting', 'failed', 'letter', 'channel'] as const;
export type Handed = (typeof HANDED)[number];
/** At the door: told in person; nobody opened, come again. */
export const DOOR_OUTCOMES = ['none', 'notHome', 'told'] as const;
export type DoorOutcome = (typeof DOOR_OUTCOMES)[number];

/** One for each person of a notice. No name and no number: those are read from the directory when they are shown. */
export const receiptFields = {
  noticeId: zId,
  /** A resident's id, or `acc-…` for staff who do not live here. */
  ref: zId,
  gridId: z.string(),
  buildingId: z.string(),
  unitId: z.string(),
  way: z.enum(WAYS_TO_READ),
  /** Who got the letter: the person, or relatives for an elder without an account. */
  accounts: z.array(z.string()),
  sentAt: zInstant,
  handed: z.enum(HANDED),
  progress: z.enum(PROGRESS),
  readAt: zInstant.optional(),
  readBy: z.string().optional(),
  confirmedAt: zInstant.optional(),
  confirmedBy: z.string().optional(),
  /** A relative read or confirmed it first. */
  byFamily: z.boolean(),
  door: z.enum(DOOR_OUTCOMES),
  doorAt: zInstant.optional(),
  doorBy: z.string().optional(),
  doorByName: z.string().optional(),
  doorNote: z.string().optional(),
} as const;
export const zReceiptDoc = z.object(receiptFields);
export type Receipt = z.infer<typeof zReceiptDoc>;

/** Words for the usual notices. Blanks stand in 【】 and must be filled in. */
export const zTemplate = z.object({
  id: zId,
  name: zText(20),
  category: z.enum(NOTICE_CATEGORIES),
  title: zText(NOTICE_LIMITS.title),
  body: zText(NOTICE_LIMITS.body),
  needsConfirmation: z.boolean(),
  emergency: z.boolean(),
});
export type Template = z.infer<typeof zTemplate>;

export const noticeSettingsFields = {
  /** To more people than this, a second person looks first. */
  eyesAbove: z.number().int().min(0).max(100_000),
  expiryDays: z.number().int().min(1).max(365),
  /** Roles that may send within their part; office and administrators always may. */
  senders: z.array(z.enum(GRANTED_ROLES)).max(GRANTED_ROLES.length),
  /** Minutes between two reminders of one notice. */
  remindMinutes: z
    .number()
    .int()
    .min(10)
    .max(7 * 24 * 60),
  /** Minutes after which the unread of an emergency become a list of doors. */
  doorsAfter: z
    .number()
    .int()
    .min(0)
    .max(24 * 60),
  /** Text messages for those with only a telephone, for everyday notices too; emergencies always do. */
  textPhones: z.boolean(),
  templates: z.array(zTemplate).max(40),
} as const;
export const zNoticeSettings = z.object(noticeSettingsFields);
export type NoticeSettings = z.infer<typeof zNoticeSettings>;
