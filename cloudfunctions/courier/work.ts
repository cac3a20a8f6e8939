/** One ring of the courier: marks, letters that hurry, the backlog, digests, posts; until nothing is due or the time is used. */
import { randomUUID } from 'node:crypto';
import { type Instant, MINUTE_MS } from '../../types/time';
import { now as clock } from '../_shared/clock';
import { nudge } from '../_shared/courier';
import { _, db, isDuplicate } from '../_shared/database';
import { isBusy } from './bench';
import { shifts } from './collections';
import { tellDigests } from './digest';
import { express } from './express';
import { followMarks } from './marks';
import { endPosts } from './posts';
import { sendDue } from './send/due';

/** Of the minute that the function has. */
const BUDGET_MS = 40_000;
export type Worked = { delivered: number; left: number; tried: number };

const LOOK_EVERY_MS = 250;

/** What hurries of these marks; then, unless another run does that already, everything else. Without marks: a whole pass. */
export async function push(marks: readonly string[]): Promise<Worked> {
  const inTime = budget();
  if (marks.length === 0) return goOn(await work([], inTime), inTime);
  const fast = await express(marks, inTime);
  if (!fast) return { delivered: 0, left: 0, tried: 0 };
  const sum = await goOn(await whileCalm(inTime, calm => work([...new Set(fast.rest)], calm)), inTime);
  return { ...sum, delivered: sum.delivered + fast.delivered, tried: sum.tried + fast.tried };
}

export async function sweep(): Promise<Worked> {
  const inTime = budget();
  return goOn(await work([], inTime), inTime);
}

/** Out of time, not out of work: the next run begins at once instead of at the next minute. */
async function goOn(sum: Worked, inTime: () => boolean): Promise<Worked> {
  if (!inTime()) await nudge(new Set(), clock(), true);
  return sum;
}

function budget(): () => boolean {
  const until = performance.now() + BUDGET_MS;
  return () => performance.now() < until;
}

/** Stops as soon as something hurries again: the run that serves it goes on with the rest afterwards, and the minute's sweep if it dies. */
async function whileCalm<T>(inTime: () => boolean, work: (calm: () => boolean) => Promise<T>): Promise<T> {
  let calm = true;
  const look = setInterval(() => {
    isBusy().then(
      busy => {
        calm &&= !busy;
      },
      () => undefined,
    );
  }, LOOK_EVERY_MS);
  return work(() => calm && inTime()).finally(() => clearInterval(look));
}

/** @param first marks to follow before anything else. */
async function work(first: readonly string[], inTime: () => boolean): Promise<Worked> {
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
