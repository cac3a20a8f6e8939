/** One deed in one case: who acts, whether it may be, what it changes, which sealed parts it leaves. All in one write of the case. */
import type { Case, CaseView, Deed, PartySide, Standing } from '../../types/mediation';
import type { CASE_ERRORS } from '../../types/mediationApply';
import type { Instant } from '../../types/time';
import type { Stored } from '../_shared/collection';
import type { Context } from '../_shared/context';
import { communities, residents } from '../_shared/directory';
import type { Tell } from '../_shared/tell';
import { cases } from './collections';
import { logRead } from './log';
import { IMAGES, type NewPart, type PartRow, partRows, putParts } from './parts';
import { canStep, mayDo, type Who } from './rules/deeds';
import { isAgent, isOffice, openedUntil, sideOf, standingsOf } from './rules/standing';
import { settingsOf } from './settings';
import { caseView, kindsSeen } from './views';

export type CaseContext = Context<(typeof CASE_ERRORS)[number]>;
export type Outcome = { change?: Partial<Case>; parts?: NewPart[]; tell?: Tell[] };
export type Scene = {
  kase: Stored<Case>;
  who: Who;
  /** In what quality the deed is done. */
  standing: Standing;
  /** The side that acts, by itself or by staff on its behalf. */
  side: PartySide | undefined;
  /** The sealed parts as they stood when the deed began. */
  rows: readonly PartRow[];
};

/** Who this person is in the case. @throws Refusal NOT_FOUND when nobody: the case is then not even named. */
export function whoIs(ctx: Context, kase: Case | undefined): Who {
  const standings = kase ? standingsOf(kase, ctx.session) : [];
  if (!kase || standings.length === 0) return ctx.refuse('NOT_FOUND');
  const leads = kase.panel.some(member => member.accountId === ctx.session.accountId && member.leads);
  return { standings, office: isOffice(ctx.session), leads };
}

/** Everything of the register that says whom the case concerns. */
export const peopleOf = (kase: Pick<Case, 'applicant' | 'respondent' | 'panel'>): string[] => [
  ...new Set(
    [kase.applicant, kase.respondent]
      .flatMap(side => [side.accountId, side.residentId, ...side.agents])
      .concat(kase.panel.map(member => member.accountId))
      .filter((key): key is string => key !== undefined),
  ),
];

/** An agent's right is the binding: asked for again before the write. */
async function agentStillBound(ctx: CaseContext, kase: Case, side: PartySide | undefined): Promise<void> {
  if (!side || !isAgent(kase[side], ctx.session)) return;
  const residentId = kase[side].residentId;
  const resident = residentId ? await ctx.store.read(residents, residentId) : undefined;
  const bound = resident?.family.some(each => each.accountId === ctx.session.accountId && each.status === 'confirmed');
  if (!bound) ctx.refuse('NOT_FOUND');
}

/** A party that joined after the case began is told by its account from now on. */
function withAccount(ctx: CaseContext, kase: Case, side: PartySide | undefined): Partial<Case> {
  if (!side || kase[side].accountId || !kase[side].residentId || kase[side].residentId !== ctx.session.residentId) return {};
  return { [side]: { ...kase[side], accountId: ctx.session.accountId } };
}

export function sceneOf(
  ctx: CaseContext,
  kase: Stored<Case> | undefined,
  deed: Deed,
  as?: PartySide,
  rows: readonly PartRow[] = [],
): Scene {
  const who = whoIs(ctx, kase);
  ctx.insist(mayDo(deed, kase!, who, as));
  const own = sideOf(who.standings[0]);
  return { kase: kase!, who, standing: who.standings[0]!, side: own ?? as, rows };
}

/**
 * Does a deed and answers with the case as this person sees it now. `work` may run again after a conflict. Three waves: the reads; the
 * sealed parts, with the log of what the answer lets this person read; the case itself.
 */
export async function inCase(
  ctx: CaseContext,
  input: { id: string; as?: PartySide },
  deed: Deed,
  work: (scene: Scene) => Outcome | Promise<Outcome>,
): Promise<CaseView> {
  const draft = ctx.store.draft(cases, input.id);
  const [settings, community, before] = await Promise.all([
    settingsOf(ctx.store),
    ctx.store.read(communities, ctx.session.communityId),
    partRows(ctx.store, input.id),
  ]);
  let rows = before;
  let logged = false;
  const saved = await draft.save(async current => {
    const scene = sceneOf(ctx, current, deed, input.as, before);
    const { change = {}, parts = [], tell = [] } = await work(scene);
    const own = sideOf(scene.standing);
    const next: Case = { ...scene.kase, ...withAccount(ctx, scene.kase, own), ...change };
    if (!canStep(scene.kase.status, next.status)) throw new Error(`${deed}: ${scene.kase.status} to ${next.status} is no step`);
    const after = { ...scene.kase, ...next };
    const [written] = await Promise.all([
      putParts(ctx, scene.kase.id, parts, scene.side ?? scene.standing, own === undefined && scene.side !== undefined),
      agentStillBound(ctx, scene.kase, own),
      logRead(ctx, after.id, scene.standing, 'view', kindsSeen(ctx, after, scene.standing, parts)),
    ]);
    logged = true;
    rows = [...before, ...written.map(({ row }) => row).filter(row => !IMAGES.includes(row.kind))];
    return {
      doc: { ...next, parts: [...scene.kase.parts, ...written.map(({ ref }) => ref)], people: peopleOf(next) },
      tell,
      onBehalfOf: input.as && (next[input.as].residentId ?? input.as),
    };
  });
  // The retry of a gesture that was done already finds parts that the first try wrote after these reads.
  if (!logged) rows = await partRows(ctx.store, input.id);
  return caseView(ctx, saved, { rows, settings, community, who: whoAfter(ctx, saved), roomsTaken: new Set(), logged });
}

/** Whoever has just left the case (a mediator who stood back) sees no more than the register. */
function whoAfter(ctx: CaseContext, kase: Stored<Case>): Who {
  const standings = standingsOf(kase, ctx.session);
  const leads = kase.panel.some(member => member.accountId === ctx.session.accountId && member.leads);
  return { standings: standings.length ? standings : ['office'], office: isOffice(ctx.session), leads };
}

export const isOpened = (ctx: Pick<Context, 'now' | 'session'>, kase: Case): Instant | undefined =>
  openedUntil(kase, ctx.session.accountId, ctx.now);
