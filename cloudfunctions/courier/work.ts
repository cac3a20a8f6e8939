/** One ring of the courier: marks, letters that hurry, the backlog, digests, posts; until nothing is due or the time is used. */
import { randomUUID } from 'node:crypto';
import { type Instant, MINUTE_MS } from '../../types/time';
import { now as clock } from '../_shared/clock';
import { nudge } from '../_shared/courier';
import { _, db, isDuplicate } from '../_shared/database';
import { shifts } from './collections';
import { tellDigests } from './digest';
import { followMarks } from './marks';
import { endPosts } from './posts';
import { sendDue } from './send/due';

/** Of the minute that the function has. */
const BUDGET_MS = 40_000;
export type Worked = { delivered: number; left: number; tried: number };

/** @param first marks to follow before anything else. */
export async function work(first: readonly string[] = []): Promise<Worked> {
  const until = performance.now() + BUDGET_MS;
  const inTime = () => performance.now() < until;
  const sum: Worked = { delivered: 0, left: 0, tried: 0 };
  if (first.length > 0) add(sum, await followMarks(inTime, first));
  sum.tried += await sendAll('fast', inTime);
  const shift = await takeShift();
  try {
    while (inTime()) {
      const before = sum.delivered + sum.tried;
      add(sum, await followMarks(inTime));
      sum.tried += await sendAll('fast', inTime);
      if (shift) {
        sum.tried += await sendDue('slow', inTime);
        sum.tried += await tellDigests(clock());
      }
      sum.delivered += await endPosts(clock());
      if (sum.delivered + sum.tried === before) return sum;
    }
  } finally {
    if (shift) await endShift(shift);
  }
  // Out of time, not out of work: the next one begins at once instead of at the next minute.
  await nudge(new Set(['next']), clock());
  return sum;
}

function add(sum: Worked, { delivered, left }: { delivered: number; left: number }): void {
  sum.delivered += delivered;
  sum.left = left;
}

async function sendAll(lane: 'fast', inTime: () => boolean): Promise<number> {
  for (let tried = 0; ; ) {
    const now = inTime() ? await sendDue(lane, inTime) : 0;
    if (now === 0) return tried;
    tried += now;
  }
}

const BACKLOG = 'backlog';

/** One run at a time works at the backlog; a shift whose holder died ends by itself. @returns its name, or undefined when it is taken */
async function takeShift(): Promise<string | undefined> {
  const now = clock();
  const by = randomUUID();
  const until = (now + MINUTE_MS) as Instant;
  const taken = await db()
    .collection(shifts.name)
    .where({ _id: BACKLOG, until: _.lte(now) })
    .update({ until, by, version: _.inc(1) });
  if (taken.updated) return by;
  try {
    await db().collection(shifts.name).add({ _id: BACKLOG, communityId: '', until, by, version: 1, history: [], outbox: [] });
    return by;
  } catch (error) {
    if (isDuplicate(error)) return undefined;
    throw error;
  }
}

const endShift = (by: string) =>
  db()
    .collection(shifts.name)
    .where({ _id: BACKLOG, by })
    .update({ until: 0, version: _.inc(1) });
