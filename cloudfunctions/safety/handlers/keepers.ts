/** 包保: who keeps whom, with at most so many elders each. */
import type { Resident } from '../../../types/directory';
import { KEEPERS } from '../../../types/people';
import type { SafetyContract } from '../../../types/safety';
import { ageOn, type Instant } from '../../../types/time';
import { no, yes } from '../../../types/verdict';
import type { Assignment } from '../../../types/watch';
import { addressText } from '../../../types/words';
import type { Stored } from '../../_shared/collection';
import type { Context, HandlersOf } from '../../_shared/context';
import { accounts, communities, residents } from '../../_shared/directory';
import { LIGHT } from '../../_shared/store';
import { staffOf } from '../circle';
import { assignments } from '../collections';
import { keeperHolder, keeperPlaces } from '../rules/keeping';
import { canKeep, isStaffOf } from '../rules/who';
import { settingsOf } from '../settings';

type Keepers = Pick<HandlersOf<SafetyContract>, 'keepers' | 'assignKeeper' | 'endKeeping'>;

const SHOWN = 200;
/** Places of a keeper never close. */
const NEVER = 8_000_000_000_000 as Instant;

type Numbers = { elders: Stored<Resident>[]; kept: Stored<Assignment>[] };
const aloneAndKept = async (ctx: Context): Promise<Numbers> => {
  const [elders, kept] = await Promise.all([
    ctx.store.find(residents, { categories: 'livesAlone', status: 'living' }, { limit: 1000, without: [...LIGHT, 'family'] }),
    ctx.store.find(assignments, { active: true }, { limit: 1000, without: LIGHT }),
  ]);
  return { elders, kept };
};

export const keeperHandlers: Keepers = {
  async keepers(_input, ctx) {
    const [{ elders, kept }, staff, community, { mostPerKeeper: most }] = await Promise.all([
      aloneAndKept(ctx),
      staffOf(ctx.store),
      ctx.store.read(communities, ctx.session.communityId),
      settingsOf(ctx.store),
    ]);
    const people = new Map(staff.filter(({ status }) => status === 'member').map(({ id, name }) => [id, name]));
    for (const { keeper, keeperName } of kept) if (!people.has(keeper)) people.set(keeper, keeperName);
    const withKeeper = new Set(kept.map(({ id }) => id));
    const unkept = elders.filter(({ id, address }) => !withKeeper.has(id) && isStaffOf(ctx.session, address));
    const rows = unkept.map(elder => ({
      elderId: elder.id,
      name: elder.name,
      age: ageOn(elder.birthDate, ctx.today),
      addressText: addressText(elder.address, community),
      building: community?.buildings.find(({ id }) => id === elder.address.buildingId)?.name ?? '',
    }));
    rows.sort((a, b) => (a.addressText < b.addressText ? -1 : 1));
    const keepers = [...people].map(([account, name]) => {
      const own = kept.filter(({ keeper }) => keeper === account);
      return {
        account,
        name,
        load: own.length,
        elders: own.map(({ id: elderId, elderName, address, visitEvery }) => ({
          ...{ elderId, name: elderName, visitEvery },
          addressText: addressText(address, community),
        })),
        may: { assign: own.length < most ? yes : no('KEEPER_FULL', { most }) },
      };
    });
    keepers.sort((a, b) => b.load - a.load || (a.name < b.name ? -1 : 1));
    return { most, keepers, unkept: rows.slice(0, SHOWN), unkeptCount: rows.length };
  },

  /** The place first, then the record; a place whose record never came is given back by `sweepHolds`. */
  async assignKeeper({ elderId, account, visitEvery }, ctx) {
    const draft = ctx.store.draft(assignments, elderId, { quiet: true });
    const [elder, keeper, settings, before] = await Promise.all([
      ctx.store.need(residents, elderId),
      ctx.store.read(accounts, account),
      settingsOf(ctx.store),
      draft.current(),
      ctx.store.author.guard,
    ]);
    ctx.insist(canKeep(ctx.session, elder.address));
    const isStaff = keeper?.grants.some(({ role }) => (KEEPERS as readonly string[]).includes(role));
    if (!keeper || keeper.communityId !== ctx.session.communityId || keeper.status !== 'member' || !isStaff)
      return ctx.refuse('NOT_A_HELPER');
    await ctx.places.open(keeperPlaces(account), settings.mostPerKeeper, NEVER);
    const saved = await draft.save(async current => {
      if (current?.active && current.keeper === account) return visitEvery ? { doc: { ...current, visitEvery } } : undefined;
      const round = (current?.round ?? 0) + 1;
      const claim = await ctx.places.claim(keeperPlaces(account), keeperHolder(elderId, round), 1);
      if (claim.taken === 'no') ctx.refuse('KEEPER_FULL', { most: settings.mostPerKeeper });
      return {
        doc: assignmentOf(
          elder,
          { account, name: keeper.name, phone: keeper.phone },
          ctx,
          round,
          visitEvery ?? settings.visitEvery,
        ),
      };
    });
    if (before?.active && before.round !== saved.round)
      await ctx.places.release(keeperPlaces(before.keeper), keeperHolder(elderId, before.round), 1);
    return { done: true as const };
  },

  async endKeeping({ elderId }, ctx) {
    const draft = ctx.store.draft(assignments, elderId, { quiet: true });
    const elder = await ctx.store.need(residents, elderId);
    ctx.insist(canKeep(ctx.session, elder.address));
    const saved = await draft.save(current => {
      if (!current) return ctx.refuse('NOT_FOUND');
      return current.active ? { doc: { ...current, active: false } } : undefined;
    });
    await ctx.places.release(keeperPlaces(saved.keeper), keeperHolder(elderId, saved.round), 1);
    return { done: true as const };
  },
};

function assignmentOf(
  elder: Resident,
  keeper: { account: string; name: string; phone?: string },
  ctx: Context,
  round: number,
  visitEvery: number,
): Assignment {
  return {
    elderName: elder.name,
    address: elder.address,
    keeper: keeper.account,
    keeperName: keeper.name,
    ...(keeper.phone ? { keeperPhone: keeper.phone } : {}),
    since: ctx.today,
    visitEvery,
    active: true,
    round,
  };
}
