/** The roster as a file: template, upload, dry run, apply, export. */
import type { PeopleContract } from '../../../types/people';
import { IMPORT_STEPS, type ImportDoc, type ImportView } from '../../../types/roster';
import { DAY_MS } from '../../../types/time';
import type { Stored } from '../../_shared/collection';
import type { Context, HandlersOf } from '../../_shared/context';
import { _ } from '../../_shared/database';
import { digest } from '../../_shared/digest';
import { newId } from '../../_shared/draft';
import { files } from '../../_shared/files';
import { handOut } from '../../_shared/handout';
import { LIGHT } from '../../_shared/store';
import { workbook } from '../../_shared/workbook';
import { communities, imports, residents } from '../collections';
import { logAccess } from '../log';
import { grow, isGrown } from '../roster/places';
import { firstProblems } from '../roster/plan';
import { keepParts, placeIds, type Reading, readFile } from '../roster/reading';
import { clearAway, importStep } from '../roster/steps';
import { rosterSheet, templateSheets } from '../roster/write';

type Roster = Pick<
  HandlersOf<PeopleContract>,
  | 'rosterTemplate'
  | 'openUpload'
  | 'readRoster'
  | 'applyRoster'
  | 'continueImport'
  | 'importStatus'
  | 'dropImport'
  | 'exportRoster'
>;

/** A reading older than this may no longer be true. */
const FRESH_MS = DAY_MS;
const uploadsOf = (communityId: string): string => `rosters/${communityId}/`;

export const rosterHandlers: Roster = {
  async rosterTemplate(_input, ctx) {
    return { url: await handOut(ctx, 'xlsx', await workbook(templateSheets())), name: '居民名单模板.xlsx' };
  },

  openUpload: (_input, ctx) => files.ticket(`${uploadsOf(ctx.session.communityId)}${newId('roster')}.xlsx`),

  async readRoster({ fileId, createPlaces }, ctx) {
    const { communityId, accountId, name } = ctx.session;
    if (!fileId.includes(`/${uploadsOf(communityId)}`)) ctx.refuse('NOT_FOUND');
    const id = `i-${digest(['import', ctx.store.author.requestId])}`;
    const community = await ctx.store.need(communities, communityId);
    const reading = await readFile(fileId, id, createPlaces, community, ctx);
    if ('ok' in reading) {
      await files.remove(fileId);
      return ctx.refuse(reading.code, reading.details);
    }
    const parts = await keepParts(id, reading.plan, ctx);
    const about = { fileId, by: accountId, byName: name, readAt: ctx.now, createPlaces, treeVersion: community.version, parts };
    const saved = await ctx.store
      .draft(imports, id, { quiet: true, fresh: true })
      .save(() => ({ doc: importOf(reading, about) }));
    return view(saved);
  },

  async applyRoster({ id }, ctx) {
    const draft = ctx.store.draft(imports, id, { quiet: true });
    const [work, community, others] = await Promise.all([
      draft.current(),
      ctx.store.need(communities, ctx.session.communityId),
      ctx.store.find(
        imports,
        { status: _.in(['applying', 'done']) },
        { order: ['-readAt'], limit: 20, without: [...LIGHT, 'problems'] },
      ),
    ]);
    if (!work) return ctx.refuse('NOT_FOUND');
    if (work.status !== 'read') return view(work);
    if (work.parts === 0) ctx.refuse('NOTHING_TO_IMPORT');
    const overtaken = others.some(
      other => other.id !== id && (other.status === 'applying' || (other.finishedAt ?? 0) > work.readAt),
    );
    if (overtaken || ctx.now - work.readAt > FRESH_MS) ctx.refuse('IMPORT_OUT_OF_DATE');
    await growTree(work, community.version, ctx);
    const saved = await draft.save(current => {
      if (!current) return ctx.refuse('NOT_FOUND');
      return IMPORT_STEPS[current.status].includes('applying') ? { doc: { ...current, status: 'applying' as const } } : undefined;
    });
    return view(saved);
  },

  async continueImport({ id }, ctx) {
    await importStep(ctx.store, id);
    return view(await ctx.store.need(imports, id));
  },

  async importStatus({ id }, ctx) {
    const found = id
      ? await ctx.store.read(imports, id)
      : (await ctx.store.find(imports, {}, { order: ['-readAt'], limit: 1 }))[0];
    return { import: found && view(found) };
  },

  async dropImport({ id }, ctx) {
    const work = await ctx.store.need(imports, id);
    if (work.status === 'read') {
      await ctx.store.draft(imports, id, { quiet: true }).save(current => current && { doc: { ...current, parts: 0 } });
      await clearAway(ctx.store, work);
    }
    return { done: true as const };
  },

  async exportRoster(_input, ctx) {
    const [community, living] = await Promise.all([
      ctx.store.need(communities, ctx.session.communityId),
      ctx.store.findAll(residents, { status: 'living' }, { without: [...LIGHT, 'family'] }),
    ]);
    if (living.length === 0) ctx.refuse('NO_RESIDENTS');
    await logAccess(ctx, 'exportRoster');
    const content = await workbook([rosterSheet(living, community)]);
    return { url: await handOut(ctx, 'xlsx', content), name: `${community.name}居民名单-${ctx.today}.xlsx` };
  },
};

type About = Pick<ImportDoc, 'fileId' | 'by' | 'byName' | 'readAt' | 'createPlaces' | 'treeVersion' | 'parts'>;

function importOf(reading: Reading, about: About): ImportDoc {
  const problems = [...reading.problems, ...reading.plan.problems];
  const { fresh, changed, same, missing } = reading.plan.counts;
  const warnings = problems.filter(problem => problem.level === 'warning').length;
  return {
    ...about,
    status: 'read',
    rows: reading.seen,
    counts: { fresh, changed, same, missing, warnings, leftOut: reading.seen - fresh - changed - same },
    problems: firstProblems(problems),
    newPlaces: reading.newPlaces,
    partsDone: 0,
    applied: 0,
    leasedUntil: 0 as ImportDoc['leasedUntil'],
  };
}

const view = (work: Stored<ImportDoc>): ImportView => ({ ...work, toApply: work.counts.fresh + work.counts.changed });

/** The tree gets the places of the file before its first resident; a retry finds them there. */
async function growTree(work: Stored<ImportDoc>, treeVersion: number, ctx: Context<'IMPORT_OUT_OF_DATE'>): Promise<void> {
  const grown = work.createPlaces && work.newPlaces.length > 0;
  if (!grown) {
    if (treeVersion !== work.treeVersion) ctx.refuse('IMPORT_OUT_OF_DATE');
    return;
  }
  await ctx.store.draft(communities, ctx.session.communityId, { quiet: true }).save(current => {
    if (!current) return ctx.refuse('NOT_FOUND');
    const idFor = placeIds(work.id);
    if (isGrown(current, work.newPlaces, idFor)) return undefined;
    if (current.version !== work.treeVersion) return ctx.refuse('IMPORT_OUT_OF_DATE');
    return { doc: { ...current, ...grow(current, work.newPlaces, idFor) } };
  });
}
