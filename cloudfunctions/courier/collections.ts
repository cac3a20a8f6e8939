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
export { credits } from '../_shared/credits';
