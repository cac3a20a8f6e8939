/**
 * Tries of people who need not be signed in, counted an hour at a time. A row is a name that says nothing (the caller is hashed with
 * JINLIN_SECRET), a count and an end; a job takes away what has ended, so the collection holds at most two hours of callers.
 */
import * as z from 'zod';
import { zInstant } from '../../types/schemas';
import type { Instant } from '../../types/time';
import { no, type Verdict, yes } from '../../types/verdict';
import { collection } from './collection';
import { _, db, isDuplicate } from './database';
import { keyed } from './token';

const HOUR_MS = 3_600_000;

/** `what:hash of the caller:hour` */
export const tries = collection('tries', {
  scope: 'environment',
  schema: z.object({ count: z.number().int(), until: zInstant }),
  indexes: [{ fields: ['until'] }],
  retention: '两小时，只为防止恶意反复尝试；不存来访者是谁',
});

/**
 * Counts one more try of this caller. Nobody in particular (an empty `who`) is not counted: better let in than lock everyone out at once.
 * One call; two for the first of an hour.
 */
export async function countTry(what: string, who: string, most: number, now: Instant): Promise<Verdict<'TOO_MANY_TRIES'>> {
  if (!who) return yes;
  const hour = Math.floor(now / HOUR_MS);
  const _id = `${what}:${keyed(who).slice(0, 22)}:${hour}`;
  for (let attempt = 0; attempt < 2; attempt++) {
    const counted = await db()
      .collection(tries.name)
      .where({ _id, count: _.lt(most) })
      .update({ count: _.inc(1), version: _.inc(1) });
    if (counted.updated) return yes;
    try {
      const until = (hour + 2) * HOUR_MS;
      await db().collection(tries.name).add({ _id, communityId: '', count: 1, until, version: 1, history: [], outbox: [] });
      return yes;
    } catch (error) {
      if (!isDuplicate(error)) throw error;
    }
  }
  return no('TOO_MANY_TRIES');
}

/** Takes away what has ended. @returns how many */
export async function sweepTries(now: Instant): Promise<number> {
  const { deleted } = await db()
    .collection(tries.name)
    .where({ until: _.lte(now) })
    .remove();
  return typeof deleted === 'number' ? deleted : 0;
}
