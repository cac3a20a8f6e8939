/** What the conflict rule needs to know of parties and mediators, read in as few calls as may be. */
import type { Resident } from '../../types/directory';
import type { Case, Mediator } from '../../types/mediation';
import type { Stored } from '../_shared/collection';
import type { Context } from '../_shared/context';
import { _ } from '../_shared/database';
import { residents } from '../_shared/directory';
import { LIGHT } from '../_shared/store';
import { homeOf } from './applicant';
import { cases, mediators } from './collections';
import { type Conflict, conflictOf, fitsKind, isAway, type Known, type Weighed } from './rules/panel';

const OPEN: Case['status'][] = ['inviting', 'panelling', 'mediating', 'paused', 'agreed', 'performing'];

const knownOf = (resident: Stored<Resident> | undefined, accountId: string | undefined): Known => ({
  accountId: accountId ?? resident?.accountId,
  residentId: resident?.id,
  unitId: resident?.address.unitId,
  home: resident && homeOf(resident.address),
  relatives: (resident?.family ?? []).filter(each => each.status === 'confirmed').map(each => each.accountId),
});

type Keyed = Pick<Case, 'applicant' | 'respondent'>;
const sidesOf = (kase: Keyed) => [kase.applicant, kase.respondent];
const keysOf = (kase: Keyed): string[] =>
  sidesOf(kase)
    .flatMap(side => [side.accountId, side.residentId])
    .filter((key): key is string => key !== undefined);

/** Parties with what the roster says now, and everybody who was in an earlier case of theirs. */
async function partiesOf(ctx: Context, kase: Stored<Case>, people: ReadonlyMap<string, Stored<Resident>>) {
  const earlier = await ctx.store.find(
    cases,
    { people: _.in(keysOf(kase)) },
    { limit: 200, without: [...LIGHT, 'parts', 'openings'] },
  );
  const others = earlier.filter(each => each.id !== kase.id && !kase.joined.includes(each.id));
  const former = new Set(others.flatMap(each => [...keysOf(each), ...sidesOf(each).flatMap(side => side.agents)]));
  const mediated = new Set(others.flatMap(each => each.panel.map(member => member.accountId)));
  for (const key of keysOf(kase)) former.delete(key);
  const parties = sidesOf(kase).map(side => {
    const resident = side.residentId ? people.get(side.residentId) : undefined;
    return resident ? knownOf(resident, side.accountId) : { ...side, relatives: side.agents };
  });
  const agents = sidesOf(kase).flatMap(side => side.agents.map(accountId => ({ accountId, relatives: [] })));
  return { parties: [...parties, ...agents], former, mediated };
}

const residentsOf = async (ctx: Context, ids: readonly (string | undefined)[]): Promise<Map<string, Stored<Resident>>> => {
  const wanted = [...new Set(ids.filter((id): id is string => id !== undefined))];
  const found = await ctx.store.readAll(residents, wanted, { without: LIGHT });
  return new Map(found.map(resident => [resident.id, resident]));
};

/** Everybody who could mediate this case, weighed. Two waves. */
export async function weighAll(ctx: Context, kase: Stored<Case>): Promise<Weighed[]> {
  const [all, open] = await Promise.all([ctx.store.find(mediators, {}, { limit: 100, without: LIGHT }), openCases(ctx)]);
  const people = await residentsOf(ctx, [...all.map(each => each.residentId), ...sidesOf(kase).map(side => side.residentId)]);
  const { parties, former, mediated } = await partiesOf(ctx, kase, people);
  return all.map(each => {
    const known = knownOf(each.residentId ? people.get(each.residentId) : undefined, each.id);
    const conflict = conflictOf(
      known,
      parties,
      former,
      kase.ruledOut.map(out => out.accountId),
    );
    return weigh(each, kase, { load: loadOf(open, each.id, kase.id), knew: mediated.has(each.id), conflict }, ctx);
  });
}

export const loadOf = (open: readonly Stored<Case>[], accountId: string, but?: string): number =>
  open.filter(each => each.id !== but && each.panel.some(member => member.accountId === accountId)).length;

type Measured = Pick<Weighed, 'load' | 'knew' | 'conflict'>;
const weigh = (each: Stored<Mediator>, kase: Case, measured: Measured, ctx: Context): Weighed => ({
  accountId: each.id,
  name: each.name,
  part: each.part,
  ...measured,
  fits: fitsKind(each, kase.kind),
  away: isAway(each, ctx.today),
  active: each.active,
});

/** Whoever decides on an application must not be near to it either. One wave. */
export async function ownConflict(ctx: Context, kase: Stored<Case>): Promise<Conflict | undefined> {
  const { accountId, residentId } = ctx.session;
  const people = await residentsOf(ctx, [residentId, ...sidesOf(kase).map(side => side.residentId)]);
  const me = knownOf(residentId ? people.get(residentId) : undefined, accountId);
  const parties = sidesOf(kase).map(side => {
    const resident = side.residentId ? people.get(side.residentId) : undefined;
    return resident ? knownOf(resident, side.accountId) : { ...side, relatives: side.agents };
  });
  return conflictOf(me, parties, new Set(), []);
}

export const openCases = (ctx: Context): Promise<Stored<Case>[]> =>
  ctx.store.find(
    cases,
    { status: _.in(OPEN) },
    { limit: 1000, without: [...LIGHT, 'parts', 'openings', 'sessions', 'items', 'told'] },
  );
