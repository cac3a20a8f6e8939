import * as z from 'zod';
import { zCourierSettings, zLetterDoc, zPostDoc, zPushChoices } from '../../types/letters';
import { zInstant } from '../../types/schemas';
import { collection } from '../_shared/collection';

/** The message centre. The id is the cause's, so a message exists once however often it is delivered. */
export const letters = collection('letters', {
  scope: 'environment',
  schema: zLetterDoc,
  indexes: [
    { fields: ['to', 'at'] },
    { fields: ['to', 'readAt'] },
    { fields: ['lane', 'dueAt'] },
    { fields: ['gatherAt'] },
    { fields: ['to', 'pushedOn'] },
    { fields: ['postId', 'state'] },
    { fields: ['communityId', 'triedAt'] },
    { fields: ['calls'] },
    { fields: ['at'] },
  ],
  retention: '一年，注销后即删除；电话号码和各渠道的文字在送完后即删除',
});

/** Posts on their way; looked at until every letter has ended. The id is the item's. */
export const posts = collection('posts', {
  schema: zPostDoc,
  indexes: [{ fields: ['dueAt'] }, { fields: ['at'] }],
  retention: '三个月',
});

/** By account: what this person does not want pushed. */
export const pushChoices = collection('pushChoices', {
  scope: 'environment',
  schema: zPushChoices,
  retention: '注销后即删除',
});

/** One document, `main`, in each community. */
export const courierSettings = collection('courierSettings', {
  schema: zCourierSettings,
  retention: '社区存续期间',
});

/** When a robot spoke last, at most twenty instants of one minute. */
export const robotMinutes = collection('robotMinutes', {
  scope: 'environment',
  schema: z.object({ sent: z.array(zInstant) }),
  retention: '一分钟内有用，随群机器人保留',
});

/**
 * Who works at the backlog at the moment, and who at the express bench, so that overlapping runs do not get in each other's way. `named`:
 * marks that were left at the bench; `calls` counts those who left them.
 */
export const shifts = collection('shifts', {
  scope: 'environment',
  schema: z.object({
    until: zInstant,
    by: z.string(),
    calls: z.number().int().optional(),
    named: z.array(z.string()).optional(),
  }),
  retention: '运行期间',
});

/** What could not be brought to its listener after many tries, with the reason in words; the desk shows it. */
export const deadLetters = collection('deadLetters', {
  scope: 'environment',
  schema: z.object({
    item: z.record(z.string(), z.unknown()),
    reason: z.string(),
    at: zInstant,
    communityId: z.string(),
    /** Put back by the office: on its way once more, in the outbox of this very document. */
    retriedAt: zInstant.optional(),
  }),
  indexes: [{ fields: ['communityId', 'at'] }, { fields: ['at'] }],
  retention: '三个月',
});

/** Tests of the channels that the office asked for, by addressee; the outbox carries them. */
export const tryouts = collection('tryouts', {
  schema: z.object({ at: zInstant }),
  retention: '社区存续期间',
});

export { marks } from '../_shared/courier';
export { credits } from '../_shared/credits';
export { hookCalls } from '../_shared/hooks';
