/**
 * Following the marks: lease one, drain the outbox of its document, take the mark away when nothing can be coming any more.
 * At least once: a crash anywhere leaves the mark and the item, and the next ring goes on.
 */
import { type Instant, MINUTE_MS } from '../../types/time';
import { now as clock } from '../_shared/clock';
import type { Outgoing } from '../_shared/collection';
import { _, db } from '../_shared/database';
import { urgencyOf } from '../_shared/tell';
import { deliver } from './deliver';
import { backOff } from './rules';

const MARKS_A_PASS = 200;
const AT_ONCE = 10;
const LEASE_MS = MINUTE_MS;
/** Longer than any command lives, so that a mark left for a deed still under way stays. */
const COMMAND_MS = MINUTE_MS;
const TRIES = 12;

type Mark = { _id: string; collection: string; docId: string; stamp: Instant; leasedUntil: Instant };
export type Delivered = { delivered: number; left: number };

/**
 * @param ids these marks, or without them the ones that wait longest; what is not reached in time waits on. A named mark is followed
 * although it is leased: a pass may have come between the mark and its deed, found nothing, and would keep an emergency waiting for a
 * minute. Delivering twice is delivering once.
 */
export async function followMarks(inTime: () => boolean, ids?: readonly string[]): Promise<Delivered> {
  const now = clock();
  const waiting = { leasedUntil: _.lte(now) };
  const { data } = await db()
    .collection('marks')
    .where(ids ? { _id: _.in([...ids]) } : waiting)
    .orderBy('leasedUntil', 'asc')
    .limit(MARKS_A_PASS)
    .get();
  const sum: Delivered = { delivered: 0, left: 0 };
  for (let i = 0; i < data.length && inTime(); i += AT_ONCE) {
    const results = await Promise.all((data as Mark[]).slice(i, i + AT_ONCE).map(mark => follow(mark, clock())));
    for (const { delivered, left } of results) {
      sum.delivered += delivered;
      sum.left += left;
    }
  }
  return sum;
}

async function follow(mark: Mark, now: Instant): Promise<Delivered> {
  const lease = await db()
    .collection('marks')
    .where({ _id: mark._id, stamp: mark.stamp, leasedUntil: mark.leasedUntil })
    .update({ leasedUntil: now + LEASE_MS });
  if (!lease.updated) return { delivered: 0, left: 0 };
  const { data } = await db().collection(mark.collection).doc(mark.docId).field({ outbox: true }).get();
  const outbox = (data as { outbox?: Outgoing[] }[])[0]?.outbox ?? [];
  const done: string[] = [];
  for (const item of outbox) if ((item.dueAt ?? 0) <= now && (await attempt(mark, item, now))) done.push(item.id);
  if (done.length) await take(mark, done);
  const left = outbox.length - done.length;
  if (left === 0 && mark.stamp + COMMAND_MS < now)
    await db().collection('marks').where({ _id: mark._id, stamp: mark.stamp }).remove();
  return { delivered: done.length, left };
}

const take = (mark: Mark, ids: string[]) =>
  db()
    .collection(mark.collection)
    .where({ _id: mark.docId })
    .update({ outbox: _.pull({ id: _.in(ids) }) });

/** True when the item is dealt with: delivered, or given up after many tries and laid among the dead letters. */
async function attempt(mark: Mark, item: Outgoing, now: Instant): Promise<boolean> {
  try {
    await deliver(item, now);
    return true;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    console.error(JSON.stringify({ courier: item.id, reason }));
    const tries = item.tries ?? 0;
    if (tries + 1 < TRIES) {
      await db()
        .collection(mark.collection)
        .where({ _id: mark.docId, 'outbox.id': item.id })
        .update({
          'outbox.$.tries': _.inc(1),
          'outbox.$.dueAt': now + backOff(tries, urgencyOf(item) !== 'normal', Math.random()),
        });
      return false;
    }
    const dead = { item, reason, at: now, communityId: item.communityId, version: 1, history: [], outbox: [] };
    await db().collection('deadLetters').doc(item.id).set(dead);
    return true;
  }
}
