import * as z from 'zod';
import { letterFields } from '../../types/courier';
import { zInstant } from '../../types/schemas';
import { collection } from '../_shared/collection';

/** The message centre. The id is the cause's, so a message exists once however often it is delivered. */
export const letters = collection('letters', {
  scope: 'environment',
  schema: z.object(letterFields),
  indexes: [{ fields: ['to', 'at'] }, { fields: ['to', 'readAt'] }],
  retention: '一年',
});

/** `openid:template`: how many one-time subscription messages this person has allowed and not yet received. */
export const credits = collection('credits', {
  scope: 'environment',
  schema: z.object({ to: z.string(), template: z.string(), count: z.number().int() }),
  indexes: [{ fields: ['to'] }],
  retention: '注销后即删除',
});

/** What could not be brought to its listener after many tries, with the reason in words; the desk shows it. */
export const deadLetters = collection('deadLetters', {
  scope: 'environment',
  schema: z.object({
    item: z.record(z.string(), z.unknown()),
    reason: z.string(),
    at: zInstant,
    /** Put back by the office: on its way once more, in the outbox of this very document. */
    retriedAt: zInstant.optional(),
  }),
  indexes: [{ fields: ['communityId', 'at'] }],
  retention: '三个月',
});

export { marks } from '../_shared/courier';
