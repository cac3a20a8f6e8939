/**
 * The courier's marks. A mark says "this document may have something in its outbox". It is left before the deed is written, so a
 * deed that nobody delivers cannot exist; the courier (`cloudfunctions/courier`) follows marks, drains outboxes, and removes a mark
 * only when its stamp is unchanged, the outbox is empty and it is older than the longest command.
 */
import * as z from 'zod';
import { zInstant } from '../../types/schemas';
import { type Instant, MINUTE_MS } from '../../types/time';
import { collection } from './collection';
import { _, cloud, db } from './database';
import { makeToken } from './token';

export const marks = collection('marks', {
  scope: 'environment',
  schema: z.object({ collection: z.string(), docId: z.string(), stamp: zInstant, leasedUntil: zInstant }),
  indexes: [{ fields: ['leasedUntil'] }],
  retention: '送达后即删除',
});

export const markId = (collectionName: string, docId: string): string => `${collectionName}:${docId}`;

const MARK_TRIES = 3;

/**
 * One upsert; the stamp moves on, so a courier that is just removing the mark will not. An answer that nothing was written (another write
 * came first) is tried again: a deed without its mark would never be told.
 */
export async function leaveMark(collectionName: string, docId: string, now: Instant): Promise<void> {
  const mark = db().collection('marks').doc(markId(collectionName, docId));
  for (let attempt = 1; attempt <= MARK_TRIES; attempt++) {
    const answer = await mark.set({ collection: collectionName, docId, stamp: now, leasedUntil: 0 });
    const { updated, upsertedId } = answer as { updated?: number; upsertedId?: unknown };
    if (updated || upsertedId) return;
  }
}

/** The row of the express bench (`cloudfunctions/courier/bench.ts`), in the collection `shifts`. */
export const EXPRESS = 'express';
/** Longer than one batch with a slow provider. An end later than that was set by a clock that was set back since. */
export const EXPRESS_MS = 15_000;

/** Leaves the marks with the courier's run that is at work on what hurries: one call instead of another run. False: there is none. */
export async function leaveAtBench(marksLeft: readonly string[], now: Instant): Promise<boolean> {
  const { updated } = await db()
    .collection('shifts')
    .where({ _id: EXPRESS, until: _.gt(now).and(_.lte(now + EXPRESS_MS)) })
    .update({ calls: _.inc(1), named: _.push({ each: [...marksLeft] } as never), version: _.inc(1) });
  return (updated ?? 0) > 0;
}

/** Long enough for the call to be on its way; the person does not wait for the courier's work. */
const ON_ITS_WAY_MS = 100;

/**
 * Calls the courier to these marks now. A call that is lost costs nothing: the minute's sweep follows the same marks.
 * @param everything calls it for a whole pass.
 */
export async function nudge(marksLeft: ReadonlySet<string>, now: Instant, everything = false): Promise<void> {
  if (marksLeft.size === 0 && !everything) return;
  const named = [...marksLeft].slice(0, 200);
  if (!everything && (await leaveAtBench(named, now).catch(() => false))) return;
  const systemToken = makeToken('door', 'system', (now + 5 * MINUTE_MS) as Instant);
  const data = { action: 'push', input: { marks: named }, systemToken };
  const called = cloud()
    .callFunction({ name: 'courier', data })
    .catch(error => console.error(JSON.stringify({ nudge: String(error).slice(0, 200) })));
  await Promise.race([called, new Promise(resolve => setTimeout(resolve, ON_ITS_WAY_MS))]);
}
