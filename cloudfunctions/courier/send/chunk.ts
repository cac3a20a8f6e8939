/** A handful of claimed letters: sent side by side, then written down together where the same came of them. */
import type { Attempt, Way } from '../../../types/letters';
import { dayOf } from '../../../types/time';
import { now as clock } from '../../_shared/clock';
import { _ } from '../../_shared/database';
import { afterRung, robotOf } from '../rules';
import { gone, pushed, record } from './change';
import { type Result, type Sendable, sendOn } from './channels';
import type { Known } from './facts';

/** A letter on a rung, and the ways that will be tried; `skips` are the ones before it that could not be. */
export type Job = { letter: Sendable; known: Known; rung: number; ways: readonly Way[]; skips: readonly Attempt[] };

export async function sendChunk(chunk: readonly Job[], by: string): Promise<void> {
  const outcomes = await Promise.all(chunk.map(job => sendOne(job)));
  const groups = new Map<string, { ids: string[]; fields: Record<string, unknown> }>();
  for (const { id, key, fields } of outcomes) {
    const group = groups.get(key) ?? { ids: [] as string[], fields };
    group.ids.push(id);
    groups.set(key, group);
  }
  await Promise.all([...groups.values()].map(({ ids, fields }) => record(ids, by, fields)));
}

/** The results of the ways of one rung, and how the letter stands then. `key` is the same for letters that are written alike. */
async function sendOne({ letter, known, rung, ways, skips }: Job) {
  const results = await Promise.all(ways.map(way => sendOn(way, letter, known.settings, known.phone)));
  const at = clock();
  const attempts = [...skips, ...results.map(result => attemptOf(result, at))];
  const calls = results.flatMap(({ callId }) => callId ?? []);
  const retryAt = results.find(result => result.retryAt)?.retryAt;
  const next = afterRung({ attempts: [...letter.attempts, ...attempts], rung, urgency: letter.urgency }, attempts, {
    rungs: known.rungs.length,
    now: at,
    random: Math.random(),
    retryAt,
  });
  const counts = next.state === 'sent' && letter.urgency === 'normal' && !robotOf(letter.to);
  const plain = { ...next, triedAt: at, ...(counts ? { pushedOn: dayOf(at) } : {}) };
  const end = next.dueAt === undefined ? gone() : { claim: _.remove() };
  const fields = {
    ...plain,
    ...pushed(attempts),
    ...(calls.length > 0 ? { calls: _.push({ each: calls } as never) } : {}),
    ...end,
  };
  return { id: letter.id, key: JSON.stringify([plain, attempts, calls]), fields };
}

const attemptOf = ({ channel, outcome, answer }: Result, at: Attempt['at']): Attempt => ({ channel, at, outcome, answer });
