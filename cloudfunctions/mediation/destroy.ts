/** 到期销毁: what is done to a file whose years are over, in bounded steps. */
import type { Case } from '../../types/mediation';
import type { Stored } from '../_shared/collection';
import type { Context } from '../_shared/context';
import { files } from '../_shared/files';
import { LIGHT } from '../_shared/store';
import { caseParts, caseReads, cases } from './collections';

/** Rows of one kind that one step removes. */
const ROWS_A_STEP = 200;

async function destroyParts(ctx: Context, caseId: string): Promise<number> {
  const rows = await ctx.store.find(caseParts, { caseId }, { limit: ROWS_A_STEP, without: [...LIGHT, 'sealed'] });
  for (const row of rows) {
    if (row.fileId) await files.remove(row.fileId).catch(() => undefined);
    await ctx.store.together(tx => tx.remove(caseParts, row.id));
  }
  return rows.length;
}

/** Who read it goes with it; a line about several cases stays for the others. */
async function destroyReads(ctx: Context, caseId: string): Promise<number> {
  const rows = await ctx.store.find(caseReads, { of: caseId }, { limit: ROWS_A_STEP, without: LIGHT });
  for (const { id, of } of rows) {
    if (of.length === 1) await ctx.store.together(tx => tx.remove(caseReads, id));
    else
      await ctx.store.draft(caseReads, id, { quiet: true }).save(current => {
        return current && { doc: { ...current, of: current.of.filter(each => each !== caseId) } };
      });
  }
  return rows.length;
}

/** Parts, their files and the log first, the register entry last, so that a crash leaves nothing without its entry. @returns rows removed */
export async function destroy(ctx: Context, kase: Stored<Case>): Promise<number> {
  const parts = await destroyParts(ctx, kase.id);
  const reads = await destroyReads(ctx, kase.id);
  if (parts < ROWS_A_STEP && reads < ROWS_A_STEP) await ctx.store.together(tx => tx.remove(cases, kase.id));
  return parts + reads;
}
