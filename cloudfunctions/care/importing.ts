/** Signing up a whole list, twenty rows a step: by the page while it is open, by the timer when it is not. Doing a row twice is doing it once. */
import type * as z from 'zod';
import type { CareImportView, Health } from '../../types/care';
import { NO_HEALTH } from '../../types/care';
import { type Instant, MINUTE_MS } from '../../types/time';
import type { Stored } from '../_shared/collection';
import type { Context } from '../_shared/context';
import { _ } from '../_shared/database';
import { Refusal } from '../_shared/refusal';
import { seal, unseal } from '../_shared/seal';
import { careChildren, careHealth, careImports, type ImportRow } from './collections';
import { enrol, type SignUpNo } from './enrol';
import { healthWhere } from './handlers/consents';
import { childAtDesk } from './handlers/office';

export const ROWS_A_STEP = 20;
const LEASE_MS = MINUTE_MS;

type Import = Stored<z.infer<typeof careImports.schema>>;
export const rowsWhere = (communityId: string, importId: string): string[] => ['care', communityId, 'import', importId];

export const importView = ({ id, status, byName, readAt, finishedAt, problems, ...counts }: Import): CareImportView => ({
  id,
  status,
  byName,
  readAt,
  finishedAt,
  rows: counts.rows,
  good: counts.good,
  applied: counts.applied,
  placed: counts.placed,
  waiting: counts.waiting,
  known: counts.known,
  refused: counts.refused,
  problems,
});

type Outcome = 'placed' | 'waiting' | 'known' | 'refused';

/** One row: the child, its allergies, its place. What the rules refuse is said with the row. */
async function signUpRow(ctx: Context<SignUpNo>, row: ImportRow): Promise<{ outcome: Outcome; why?: string }> {
  const { guardian, allergens, name, birthDate, school, schoolClass, childId, classId } = row;
  const paper = allergens.length > 0 ? (['care', 'health'] as const) : (['care'] as const);
  await childAtDesk(ctx, childId, { name, birthDate, school, schoolClass, guardian, paper });
  if (allergens.length > 0) await keepAllergens(ctx, childId, allergens);
  try {
    const { enrolment } = await enrol(ctx, { classId, childId }, true);
    return { outcome: enrolment.status === 'enrolled' ? 'placed' : 'waiting' };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.code === 'ALREADY_SIGNED_UP' ? { outcome: 'known' } : { outcome: 'refused', why: error.code };
  }
}

/** Only where nothing is on file: what a guardian wrote is not written over by a list. */
async function keepAllergens(ctx: Context, childId: string, allergens: Health['allergens']): Promise<void> {
  const draft = ctx.store.draft(careHealth, childId, { quiet: true });
  if (await draft.current()) return;
  const sealed = seal({ ...NO_HEALTH, allergens }, healthWhere(ctx.store.communityId, childId));
  await draft.save(current => (current ? undefined : { doc: { sealed, updatedAt: ctx.now, updatedBy: ctx.store.author.by } }));
  await ctx.store
    .at(`hasHealth:${childId}`)
    .draft(careChildren, childId, { quiet: true })
    .save(current => current && { doc: { ...current, hasHealth: true } });
}

const WHY: Record<string, string> = {
  CLASS_NOT_OPEN: '这个班没有在报名。',
  SIGNUP_NOT_YET: '这个班还没有开始报名。',
  OUTSIDE_AGES: '孩子的年龄不在这个班的范围里。',
  CLASSES_OVERLAP: '和孩子已经报的班时间重叠。',
  CONSENT_NEEDED: '没有托管的知情同意。',
};

/** The next rows, under a lease so that page and timer do not work on the same ones. */
export async function importStep(ctx: Context, id: string): Promise<Import | undefined> {
  const draft = ctx.store.at(`lease:${ctx.now}`).draft(careImports, id, { quiet: true });
  let leased = false;
  const taken = await draft.save(current => {
    if (!current || current.status === 'done' || current.leasedUntil > ctx.now) return undefined;
    leased = true;
    return { doc: { ...current, status: 'applying', leasedUntil: (ctx.now + LEASE_MS) as Instant } };
  });
  if (!leased) return taken;
  const all = unseal<ImportRow[]>(taken.sealedRows, rowsWhere(ctx.store.communityId, id));
  const part = all.slice(taken.applied, taken.applied + ROWS_A_STEP);
  const counts = { placed: 0, waiting: 0, known: 0, refused: 0 };
  const problems: Import['problems'] = [];
  for (const row of part) {
    const { outcome, why } = await signUpRow(rowContext(ctx, row.row), row);
    counts[outcome] += 1;
    if (why)
      problems.push({
        row: row.row,
        column: '班次',
        level: 'error',
        text: `${row.name}没有报上：${WHY[why] ?? '请核对后重新报名。'}`,
      });
  }
  return ctx.store
    .at(`step:${taken.applied}:${ctx.now}`)
    .draft(careImports, id, { quiet: true })
    .save(current => {
      if (!current || current.applied !== taken.applied) return undefined;
      const applied = taken.applied + part.length;
      const done = applied >= all.length;
      return {
        doc: {
          ...current,
          applied,
          placed: current.placed + counts.placed,
          waiting: current.waiting + counts.waiting,
          known: current.known + counts.known,
          refused: current.refused + counts.refused,
          problems: [...current.problems, ...problems].slice(0, 400),
          status: done ? 'done' : 'applying',
          finishedAt: done ? ctx.now : undefined,
          sealedRows: done ? seal([], rowsWhere(ctx.store.communityId, id)) : current.sealedRows,
          leasedUntil: ctx.now,
        },
      };
    });
}

/** Each row is a step of its own, so that a later row may write what an earlier one wrote. */
const rowContext = (ctx: Context, row: number): Context<SignUpNo> =>
  ({ ...ctx, store: ctx.store.at(`row:${row}`) }) as Context<SignUpNo>;

/** Imports that were begun and whose page is closed. */
export async function continueImports(ctx: Context): Promise<number> {
  const open = await ctx.store.across(careImports, { status: 'applying', leasedUntil: _.lt(ctx.now - LEASE_MS) }, { limit: 5 });
  for (const each of open) await importStep(ctx.within(each.communityId), each.id);
  return open.length;
}
