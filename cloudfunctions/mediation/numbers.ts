/** Numbers of a year without gaps: a case that has one keeps it, however often it asks, and every number has its case. */

import type { Context } from '../_shared/context';
import { Refusal } from '../_shared/refusal';
import { caseNumbers } from './collections';

export type Series = '受' | '协' | '卷';
const KEY: Record<Series, string> = { 受: 'accepted', 协: 'agreement', 卷: 'closed' };

/** A rush may meet others' writes more often than one draft tries. */
const ROUNDS = 12;

/** `幸福里民调受〔2026〕12号` */
export async function numberFor(ctx: Context, series: Series, shortName: string, caseId: string): Promise<string> {
  const year = ctx.today.slice(0, 4);
  const n = await allot(ctx, `${KEY[series]}:${year}`, caseId);
  return `${shortName}民调${series}〔${year}〕${n}号`;
}

async function allot(ctx: Context, id: string, caseId: string): Promise<number> {
  for (let round = 1; ; round++) {
    try {
      return await once(ctx, id, caseId);
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'BUSY' || round === ROUNDS) throw error;
    }
  }
}

async function once(ctx: Context, id: string, caseId: string): Promise<number> {
  const saved = await ctx.store.draft(caseNumbers, id, { quiet: true }).save(current => {
    if (current?.given[caseId] !== undefined) return undefined;
    const last = (current?.last ?? 0) + 1;
    return { doc: { last, given: { ...current?.given, [caseId]: last } } };
  });
  return saved.given[caseId]!;
}
