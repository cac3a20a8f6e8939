/**
 * The express bench 快件台: what hurries is worked at by one run for everybody who calls meanwhile. A call either finds a run at work,
 * leaves its marks there and goes, or becomes that run. So two hundred alarms at once are a few batches instead of two hundred passes.
 * A run that dies is followed by the next call after a few seconds, and by the minute's sweep: marks, letters and claims are as ever.
 */
import { randomUUID } from 'node:crypto';
import type { Instant } from '../../types/time';
import { now as clock } from '../_shared/clock';
import { EXPRESS, EXPRESS_MS, leaveAtBench } from '../_shared/courier';
import { _, db, isDuplicate } from '../_shared/database';
import { shifts } from './collections';

type Row = { until: Instant; by: string; calls: number; named: string[] };
export type Bench = { by: string; calls: number };

const row = () => db().collection(shifts.name);

/** @returns this run's place, or undefined when another run has taken these marks over. */
export async function sitDown(named: readonly string[]): Promise<Bench | undefined> {
  const now = clock();
  if (await leaveAtBench(named, now)) return undefined;
  const by = randomUUID();
  const mine = { until: now + EXPRESS_MS, by, calls: 0 };
  const taken = await row()
    .where({ _id: EXPRESS, until: _.lte(now).or(_.gt(now + EXPRESS_MS)) })
    .update({ ...mine, version: _.inc(1) });
  if (taken.updated) return { by, calls: 0 };
  try {
    await row().add({ _id: EXPRESS, communityId: '', ...mine, named: [], version: 1, history: [], outbox: [] });
    return { by, calls: 0 };
  } catch (error) {
    if (!isDuplicate(error)) throw error;
  }
  return sitDown(named);
}

/** What was left since the last look, of runs that died as well. Undefined: somebody else sits here now. */
export async function takeNamed(bench: Bench): Promise<string[] | undefined> {
  const { data } = await row().doc(EXPRESS).get();
  const [found] = data as Row[];
  if (found?.by !== bench.by) return undefined;
  bench.calls = found.calls;
  if (found.named.length === 0) return [];
  const { updated } = await row()
    .where({ _id: EXPRESS, by: bench.by })
    .update({ named: _.pullAll(found.named), until: clock() + EXPRESS_MS, version: _.inc(1) });
  return updated ? [...new Set(found.named)] : undefined;
}

/** Whether a run sits here at this moment. */
export async function isBusy(): Promise<boolean> {
  const now = clock();
  const { data } = await row().doc(EXPRESS).get();
  const [found] = data as Row[];
  return found !== undefined && found.until > now && found.until <= now + EXPRESS_MS;
}

/** True when nobody called since the last look; then the next call begins a run of its own. */
export async function standUp(bench: Bench): Promise<boolean> {
  const { updated } = await row()
    .where({ _id: EXPRESS, by: bench.by, calls: bench.calls })
    .update({ until: 0, version: _.inc(1) });
  return (updated ?? 0) > 0;
}
