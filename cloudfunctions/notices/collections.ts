import * as z from 'zod';
import { PERIODS } from '../../types/meals';
import {
  groupFields,
  groupOpenFields,
  membershipFields,
  noticeFields,
  noticeSettingsFields,
  receiptFields,
  shareGroupFields,
} from '../../types/notices';
import { zDay, zId, zInstant } from '../../types/schemas';
import { collection } from '../_shared/collection';

export const notices = collection('notices', {
  schema: z.object(noticeFields),
  indexes: [
    { fields: ['communityId', 'status', '-at'] },
    { fields: ['communityId', 'by', 'status', '-at'] },
    { fields: ['status', 'scheduledAt'] },
    { fields: ['status', 'emergency', 'sentAt'] },
    { fields: ['communityId', 'doors.openedAt'] },
  ],
  retention: '三年，作为通知过居民的凭证',
});

/** One person of a frozen list: where they live, who gets the letter. */
export const zRecipient = z.object({
  ref: zId,
  name: z.string(),
  gridId: z.string(),
  buildingId: z.string(),
  unitId: z.string(),
  way: receiptFields.way,
  accounts: z.array(z.string()),
});
export type Recipient = z.infer<typeof zRecipient>;

/**
 * Up to two hundred people of a list, `notice:list:n`. `frozen` waits; `out` has left its letters in its own outbox; `corrected` the
 * correction too; `stopped` was recalled before it went. A list is a frozen preview, or `remind-n`.
 */
export const DISPATCH_STATUS = ['frozen', 'out', 'corrected', 'stopped'] as const;
export const dispatches = collection('dispatches', {
  schema: z.object({
    noticeId: zId,
    list: zId,
    n: z.number().int(),
    status: z.enum(DISPATCH_STATUS),
    at: zInstant,
    size: z.number().int(),
    people: z.array(zRecipient).max(200),
  }),
  indexes: [
    { fields: ['communityId', 'noticeId', 'list', 'status', 'n'] },
    { fields: ['communityId', 'people.ref'] },
    { fields: ['status', 'at'] },
  ],
  retention: '三个月',
});
export type Dispatch = z.infer<typeof dispatches.schema>;

/** `notice:ref`: one for each person of a notice, so that there cannot be two. */
export const receipts = collection('receipts', {
  schema: z.object(receiptFields),
  indexes: [
    { fields: ['communityId', 'noticeId', 'progress', 'ref'] },
    { fields: ['communityId', 'noticeId', 'buildingId', 'unitId'] },
    { fields: ['communityId', 'ref', '-sentAt'] },
    { fields: ['communityId', 'accounts'] },
    { fields: ['communityId', 'readBy'] },
    { fields: ['communityId', 'confirmedBy'] },
  ],
  retention: '三年，作为通知过居民的凭证；注销后隐去账号',
});

export const groups = collection('groups', {
  schema: z.object(groupFields),
  indexes: [{ fields: ['communityId', 'gone', 'kind'] }],
  retention: '解散后一年',
});

/** `group:edition:n` */
export const memberships = collection('memberships', {
  schema: z.object(membershipFields),
  indexes: [{ fields: ['communityId', 'groupId', 'edition'] }, { fields: ['communityId', 'residentIds'] }],
  retention: '分组解散或换名单后即删除',
});

/** `day:period:resident`: who has a meal ordered, from the canteen's events. */
export const diners = collection('diners', {
  schema: z.object({ day: zDay, period: z.enum(PERIODS), residentId: zId, round: z.number().int(), standing: z.boolean() }),
  indexes: [{ fields: ['communityId', 'day', 'standing'] }, { fields: ['day'] }, { fields: ['communityId', 'residentId'] }],
  retention: '用餐后一周',
});

/** `notice:group:account` in digests: an opening from a WeChat group counts once. */
export const groupOpens = collection('groupOpens', {
  schema: z.object(groupOpenFields),
  indexes: [
    { fields: ['communityId', 'noticeId', 'group'] },
    { fields: ['communityId', 'noticeId', 'account'] },
    { fields: ['communityId', 'account'] },
  ],
  retention: '一年',
});

export const shareGroups = collection('shareGroups', { schema: z.object(shareGroupFields), retention: '社区存续期间' });

/** One document per community, `main`. */
export const noticeSettings = collection('noticeSettings', {
  schema: z.object(noticeSettingsFields),
  retention: '社区存续期间',
});

export { handouts } from '../_shared/handout';
