/** Writing to many letters at once. Every write is conditional on the turn that was read, so a letter that somebody else took is left alone. */
import type { Attempt } from '../../../types/letters';
import { _, db } from '../../_shared/database';
import { letters } from '../collections';

type Fields = Record<string, unknown>;
type At = { id: string; turn: number };

/** What leaves a letter when its ladder has ended: the next time, the words of the channels, the telephone, the claim. */
export const gone = (): Fields => ({ dueAt: _.remove(), words: _.remove(), phone: _.remove(), claim: _.remove() });

export const pushed = (attempts: readonly Attempt[]): Fields =>
  attempts.length > 0 ? { attempts: _.push({ each: [...attempts] } as never) } : {};

async function update(where: Fields, fields: Fields): Promise<number> {
  const { updated } = await db()
    .collection(letters.name)
    .where(where)
    .update({ ...fields, turn: _.inc(1), version: _.inc(1) });
  return updated ?? 0;
}

/** @returns how many were still as they were read and are changed now. */
export async function change(all: readonly At[], fields: Fields, where: Fields = {}): Promise<number> {
  const turns = new Map<number, string[]>();
  for (const { id, turn } of all) turns.set(turn, [...(turns.get(turn) ?? []), id]);
  const counts = await Promise.all([...turns].map(([turn, ids]) => update({ _id: _.in(ids), turn, ...where }, fields)));
  return counts.reduce((sum, each) => sum + each, 0);
}

/** Which of these this claim holds. */
export async function claimed(all: readonly At[], by: string): Promise<Set<string>> {
  const { data } = await db()
    .collection(letters.name)
    .where({ _id: _.in(all.map(({ id }) => id)), 'claim.by': by })
    .field({ _id: true })
    .limit(all.length)
    .get();
  return new Set((data as { _id: string }[]).map(row => row._id));
}

/** What came of a claim, for all letters of which the same came. A claim that was taken away in the meantime changes nothing. */
export const record = (ids: readonly string[], by: string, fields: Fields): Promise<number> =>
  update({ _id: _.in([...ids]), 'claim.by': by }, fields);
