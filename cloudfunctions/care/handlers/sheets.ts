/** The office: sign-ups from Excel. */
import type { CareContract } from '../../../types/care';
import type { HandlersOf } from '../../_shared/context';
import { digest } from '../../_shared/digest';
import { newId } from '../../_shared/draft';
import { files } from '../../_shared/files';
import { handOut } from '../../_shared/handout';
import { canSeal, seal } from '../../_shared/seal';
import { fetchSheet, readSheet } from '../../_shared/sheet';
import { LIGHT } from '../../_shared/store';
import { careClasses, careImports } from '../collections';
import { importStep, importView, rowsWhere } from '../importing';
import { careHeading, readSignUps, templateBook } from '../sheets';
import { plausible } from './children';
import { deskChildId } from './office';

type Sheets = Pick<
  HandlersOf<CareContract>,
  'importTemplate' | 'importTicket' | 'readImport' | 'applyImport' | 'importStatus' | 'dropImport'
>;

const uploads = (communityId: string): string => `care/${communityId}/imports/`;

export const sheetHandlers: Sheets = {
  async importTemplate(_input, ctx) {
    const [first] = await ctx.store.find(careClasses, { status: 'open' }, { limit: 1, without: LIGHT });
    return { url: await handOut(ctx, 'xlsx', await templateBook(first?.name ?? '四点半班')), name: '托管报名-模板.xlsx' };
  },

  async importTicket(_input, ctx) {
    await ctx.store.author.guard;
    return files.ticket(`${uploads(ctx.session.communityId)}${newId('list')}.xlsx`);
  },

  /** The file is read once and taken away; what was good waits, sealed. */
  async readImport({ fileId }, ctx) {
    const { communityId, accountId: by, name: byName } = ctx.session;
    const id = `im-${digest(['careImport', by, ctx.store.author.requestId], 16)}`;
    const draft = ctx.store.draft(careImports, id, { quiet: true });
    const [known, classes] = await Promise.all([
      draft.current(),
      ctx.store.find(careClasses, { status: 'open' }, { limit: 200, without: LIGHT }),
    ]);
    if (known) return importView(known);
    if (!fileId.includes(`/${uploads(communityId)}`)) ctx.refuse('NOT_FOUND');
    if (!canSeal()) ctx.refuse('SEAL_KEY_MISSING');
    const content = await fetchSheet(fileId);
    if (!Buffer.isBuffer(content)) return ctx.refuse(content.code, content.details);
    const sheet = await readSheet(content);
    if (!('rows' in sheet)) return ctx.refuse(sheet.code, sheet.details);
    if (sheet.merged.length > 0) ctx.refuse('MERGED_CELLS', { cells: sheet.merged[0] ?? '', count: sheet.merged.length });
    const heading = careHeading(sheet.rows);
    if ('ok' in heading) return ctx.refuse(heading.code, heading.details);
    const childIdOf = (child: Parameters<typeof deskChildId>[1]) => deskChildId(communityId, child);
    const read = readSignUps(sheet, heading, {
      classes,
      childIdOf: child => childIdOf({ ...child, school: '', schoolClass: '' }),
      plausible: day => plausible(day, ctx.today),
    });
    if (read.seen === 0) ctx.refuse('NOTHING_TO_IMPORT');
    await files.remove(fileId).catch(() => undefined);
    const counts = {
      rows: read.seen,
      good: read.rows.length,
      applied: 0,
      placed: 0,
      waiting: 0,
      known: 0,
      refused: read.seen - read.rows.length,
    };
    const doc = {
      status: 'read' as const,
      by,
      byName,
      readAt: ctx.now,
      sealedRows: seal(read.rows, rowsWhere(communityId, id)),
      ...counts,
      problems: read.problems,
      leasedUntil: ctx.now,
    };
    return importView(await draft.save(current => (current ? undefined : { doc })));
  },

  async applyImport({ id }, ctx) {
    await ctx.store.author.guard;
    const after = await importStep(ctx, id);
    return after ? importView(after) : ctx.refuse('NOT_FOUND');
  },

  async importStatus({ id }, ctx) {
    const found = id
      ? await ctx.store.read(careImports, id)
      : (await ctx.store.find(careImports, {}, { order: ['-readAt'], limit: 1, without: LIGHT }))[0];
    return { import: found && importView(found) };
  },

  /** A reading that was not applied is emptied; one that runs is let be. */
  async dropImport({ id }, ctx) {
    await ctx.store.draft(careImports, id, { quiet: true }).save(current => {
      if (!current) return ctx.refuse('NOT_FOUND');
      if (current.status === 'applying') return ctx.refuse('IMPORT_RUNNING');
      const sealedRows = seal([], rowsWhere(ctx.session.communityId, id));
      return { doc: { ...current, status: 'done', finishedAt: ctx.now, sealedRows, problems: [] } };
    });
    return { done: true as const };
  },
};
