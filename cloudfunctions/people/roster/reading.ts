/** The dry run: from an uploaded file to an import that only waits to be applied. */
import type { Community } from '../../../types/directory';
import { type No, no } from '../../../types/verdict';
import type { Context } from '../../_shared/context';
import { digest } from '../../_shared/digest';
import { pinyinOf } from '../../_shared/pinyin';
import { fetchSheet, readSheet } from '../../_shared/sheet';
import { importParts, residents } from '../collections';
import { findHeading, mergedBelow } from './headers';
import { grow, type IdFor, PlaceFinder, unitPlaces } from './places';
import { type Plan, planRoster } from './plan';
import { type ReadRows, type RosterRow, readRows } from './rows';
import { partId, ROWS_A_STEP } from './steps';

export type RosterRefusal = No<'FILE_TOO_LARGE' | 'NOT_A_WORKBOOK' | 'MERGED_CELLS' | 'WRONG_HEADERS' | 'NOTHING_TO_IMPORT'>;
export type Reading = ReadRows & { plan: Plan };

/** New places of one import have ids of its own. */
export const placeIds =
  (importId: string): IdFor =>
  (kind, ...names) =>
    `${kind}-${digest([importId, kind, ...names], 12)}`;

const personId = (row: RosterRow, again: number): string =>
  `r-${digest(['roster', row.name, row.birthDate, row.unitId, row.room, String(again)])}`;

/** Reads the file and compares it with every resident of the community; writes nothing. */
export async function readFile(
  fileId: string,
  importId: string,
  createPlaces: boolean,
  community: Community,
  ctx: Context<never>,
): Promise<Reading | RosterRefusal> {
  const content = await fetchSheet(fileId);
  if (!Buffer.isBuffer(content)) return content;
  const sheet = await readSheet(content);
  if (!('rows' in sheet)) return sheet;
  const heading = findHeading(sheet.rows);
  if ('ok' in heading) return heading;
  const merged = mergedBelow(sheet.merged, heading);
  if (merged) return merged;
  const idFor = placeIds(importId);
  const read = readRows(sheet.rows, heading, new PlaceFinder(community, createPlaces ? idFor : undefined), ctx.today);
  if (read.seen === 0) return no('NOTHING_TO_IMPORT');
  const tree = createPlaces ? grow(community, read.newPlaces, idFor) : community;
  const known = await ctx.store.findAll(residents, {}, { without: ['history', 'outbox', 'family'] });
  return { ...read, plan: planRoster(read.rows, known, { places: unitPlaces(tree), pinyinOf, idFor: personId }) };
}

/** The planned rows, five hundred a document. @returns how many documents */
export async function keepParts(importId: string, plan: Plan, ctx: Context<never>): Promise<number> {
  const parts = Math.ceil(plan.rows.length / ROWS_A_STEP);
  await Promise.all(
    Array.from({ length: parts }, (_part, part) => {
      const rows = plan.rows.slice(part * ROWS_A_STEP, (part + 1) * ROWS_A_STEP);
      const draft = ctx.store.draft(importParts, partId(importId, part), { quiet: true, fresh: true });
      return draft.save(() => ({ doc: { importId, part, readAt: ctx.now, rows } }));
    }),
  );
  return parts;
}
