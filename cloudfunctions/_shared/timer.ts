/**
 * A function has one timer. Each time it rings, the jobs of the contract that are due run: the contract says the rhythm, one small
 * document remembers when each ran last, so a ring that came late or not at all is made up for at the next one.
 */
import * as z from 'zod';
import type { Contract, Rhythm } from '../../types/contract';
import { dayOf, type Instant, instantAt, MINUTE_MS, readClock } from '../../types/time';
import { collection } from './collection';
import { db } from './database';
import { Store } from './store';

export const clockwork = collection('clockwork', {
  scope: 'environment',
  schema: z.object({ ran: z.record(z.string(), z.number()) }),
  retention: '运行期间',
});

/** When a job with this rhythm should have run last, seen from `now`. */
export function lastDue(rhythm: Rhythm, now: Instant): Instant {
  if ('everyMinutes' in rhythm) {
    const every = rhythm.everyMinutes * MINUTE_MS;
    return (Math.floor(now / every) * every) as Instant;
  }
  const today = instantAt(dayOf(now), readClock(rhythm.dailyAt) ?? 0);
  return (today <= now ? today : today - 86_400_000) as Instant;
}

/** A time that lies ahead is a clock that was set back, not a run. */
const hasRun = (ran: number | undefined, rhythm: Rhythm, now: Instant): boolean =>
  ran !== undefined && ran > lastDue(rhythm, now) && ran <= now + 1;

/** Runs the due jobs one after another; a job that fails is logged and tried again at the next ring. */
export async function runDue(
  contract: Contract,
  now: Instant,
  run: (action: string) => Promise<unknown>,
): Promise<Record<string, unknown>> {
  const known = await Store.ofEnvironment().read(clockwork, contract.name);
  const ran: Record<string, number> = { ...known?.ran };
  const results: Record<string, unknown> = {};
  for (const [name, action] of Object.entries(contract.actions)) {
    if (action.verb !== 'job' || !action.rhythm || hasRun(ran[name], action.rhythm, now)) continue;
    try {
      results[name] = await run(name);
      ran[name] = now + 1;
    } catch (error) {
      console.error(JSON.stringify({ domain: contract.name, job: name, error: String(error) }));
      results[name] = 'failed';
    }
  }
  if (Object.keys(results).length) await db().collection('clockwork').doc(contract.name).set({ ran });
  return results;
}
