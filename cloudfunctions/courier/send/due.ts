/**
 * Sending what is due. Two hundred letters are looked at together; what needs no provider (quiet hours, nothing configured, no credit)
 * is settled by one write for all that are alike. What goes to a provider is claimed first, sixteen at a time: a claim that a crash
 * leaves behind is recorded as `unknown`, and the ladder goes on to the next channel. So nobody is told twice on one channel.
 */
import { randomUUID } from 'node:crypto';
import type { Attempt, Way } from '../../../types/letters';
import { type Instant, MINUTE_MS } from '../../../types/time';
import { now as clock } from '../../_shared/clock';
import { _ } from '../../_shared/database';
import { Store } from '../../_shared/store';
import { letters } from '../collections';
import type { LetterRow } from '../letters';
import { type Plan, plan } from '../rules';
import { change, claimed, gone, pushed } from './change';
import type { Sendable } from './channels';
import { type Job, sendChunk } from './chunk';
import { factsOf, type Known } from './facts';

const BATCH = 200;
/** So many providers' answers are waited for at once, and so many pushes a crash can leave unknown. */
const CHUNK = 16;
const CHUNKS_AT_ONCE = 3;
/** What hurries waits for more answers side by side. */
const FAST_CHUNKS = 8;
/** Longer than any provider is waited for. */
const LEASE_MS = 3 * MINUTE_MS;

export type Lane = 'fast' | 'slow';
type Due = Sendable & { claim?: { by: string; ways: Way[] } };

/** One batch; no provider is called any more once `inTime` says no. @returns how many letters went on; 0 when nothing is due. */
export async function sendDue(lane: Lane, inTime: () => boolean): Promise<number> {
  const now = clock();
  const due: Due[] = await Store.ofEnvironment().across(
    letters,
    { lane, dueAt: _.lte(now) },
    { order: ['dueAt'], limit: BATCH, without: ['history', 'outbox'] },
  );
  return sendEach(due, now, inTime, lane === 'fast' ? FAST_CHUNKS : CHUNKS_AT_ONCE);
}

/** Letters that were just written, in the order in which they shall go out; somebody else may have sent them in the meantime. */
export async function sendThese(rows: readonly LetterRow[], inTime: () => boolean): Promise<number> {
  const due = rows.filter(({ dueAt }) => dueAt !== undefined).map(({ _id, ...letter }) => ({ ...letter, id: _id }));
  return sendEach(due, clock(), inTime, FAST_CHUNKS);
}

async function sendEach(due: readonly Due[], now: Instant, inTime: () => boolean, chunksAtOnce: number): Promise<number> {
  if (due.length === 0) return 0;
  const left = due.filter(letter => letter.claim);
  const fresh = due.filter(letter => !letter.claim);
  const [abandoned, known] = await Promise.all([release(left, now), factsOf(fresh, now)]);
  const jobs = fresh.map(letter => ({ letter, known: known(letter) }));
  const planned = withinDay(jobs);
  const settled = await settle(planned, now);
  return abandoned + settled + (await sendAll(planned, inTime, chunksAtOnce));
}

type Planned = { letter: Due; known: Known; plan: Plan };

/** Several letters of one batch to one person count towards the day's limit as they are planned. */
function withinDay(jobs: readonly { letter: Due; known: Known }[]): Planned[] {
  const today = new Map<string, number>();
  return jobs.map(({ letter, known }) => {
    const before = today.get(letter.to) ?? 0;
    const planned = plan(letter, { ...known, sentToday: known.sentToday + before });
    if (planned.do === 'send' && letter.urgency === 'normal') today.set(letter.to, before + 1);
    return { letter, known, plan: planned };
  });
}

/** A claim past its lease: whoever held it is gone, and what it did on these channels nobody knows. */
async function release(left: readonly Due[], now: Instant): Promise<number> {
  const groups = groupBy(left, ({ rung, claim }) => JSON.stringify([rung, claim!.ways]));
  const counts = await Promise.all(
    groups.map(group => {
      const { rung, claim } = group[0]!;
      const attempts = claim!.ways.map(
        (channel): Attempt => ({ channel, at: now, outcome: 'unknown', answer: '发送时中断，结果不明' }),
      );
      const next = { rung: rung + 1, dueAt: now, claim: _.remove(), triedAt: now, ...pushed(attempts) };
      return change(group, next, { dueAt: _.lte(now) });
    }),
  );
  return sum(counts);
}

/** What needs no provider: it waits, is gathered for the digest, or has come to its end. */
async function settle(planned: readonly Planned[], now: Instant): Promise<number> {
  const quiet = planned.filter(({ plan: { do: what } }) => what !== 'send');
  const groups = groupBy(quiet, each => JSON.stringify(each.plan));
  const counts = await Promise.all(
    groups.map(group => {
      const what = group[0]!.plan;
      const all = group.map(({ letter }) => letter);
      if (what.do === 'wait') return change(all, { dueAt: what.until });
      if (what.do === 'gather') return change(all, { state: 'gathered', gatherAt: what.until, ...gone() });
      if (what.do === 'end')
        return change(all, { state: 'unsent', rung: what.rung, triedAt: now, ...pushed(what.skips), ...gone() });
      return 0;
    }),
  );
  return sum(counts);
}

async function sendAll(planned: readonly Planned[], inTime: () => boolean, chunksAtOnce: number): Promise<number> {
  const jobs = planned.flatMap(({ letter, known, plan: what }): Job[] =>
    what.do === 'send' ? [{ letter, known, rung: what.rung, ways: what.ways, skips: what.skips }] : [],
  );
  const chunks = groupBy(jobs, ({ letter, ways }) => JSON.stringify([letter.turn, ways])).flatMap(group =>
    chunksOf(group, CHUNK),
  );
  let sent = 0;
  for (let i = 0; i < chunks.length && inTime(); i += chunksAtOnce)
    sent += sum(await Promise.all(chunks.slice(i, i + chunksAtOnce).map(claimAndSend)));
  return sent;
}

async function claimAndSend(chunk: readonly Job[]): Promise<number> {
  const now = clock();
  const by = randomUUID();
  const all = chunk.map(({ letter }) => letter);
  const ways = [...chunk[0]!.ways];
  const won = await change(all, { claim: _.set({ by, ways }), dueAt: now + LEASE_MS }, { dueAt: _.lte(now) });
  if (won === 0) return 0;
  const mine = won === chunk.length ? undefined : await claimed(all, by);
  await sendChunk(mine ? chunk.filter(({ letter }) => mine.has(letter.id)) : chunk, by);
  return won;
}

const sum = (all: readonly number[]): number => all.reduce((total, each) => total + each, 0);

export function groupBy<T>(all: readonly T[], key: (each: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const each of all) groups.set(key(each), [...(groups.get(key(each)) ?? []), each]);
  return [...groups.values()];
}

const chunksOf = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_unused, i) => all.slice(i * size, (i + 1) * size));
