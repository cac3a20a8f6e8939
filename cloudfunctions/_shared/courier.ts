/**
 * The courier's marks. A mark says "this document may have something in its outbox". It is left before the deed is written, so a
 * deed that nobody delivers cannot exist; the courier (`cloudfunctions/courier`) follows marks, drains outboxes, and removes a mark
 * only when its stamp is unchanged, the outbox is empty and it is older than the longest command.
 */
import * as z from 'zod';
import { zInstant } from '../../types/schemas';
import type { Instant } from '../../types/time';
import { collection } from './collection';
import { db } from './database';

export const marks = collection('marks', {
  scope: 'environment',
  schema: z.object({ collection: z.string(), docId: z.string(), stamp: zInstant, leasedUntil: zInstant }),
  indexes: [{ fields: ['leasedUntil'] }],
  retention: '送达后即删除',
});

export const markId = (collectionName: string, docId: string): string => `${collectionName}:${docId}`;

/** One upsert; the stamp moves on, so a courier that is just removing the mark will not. */
export async function leaveMark(collectionName: string, docId: string, now: Instant): Promise<void> {
  await db()
    .collection('marks')
    .doc(markId(collectionName, docId))
    .set({ collection: collectionName, docId, stamp: now, leasedUntil: 0 });
}
