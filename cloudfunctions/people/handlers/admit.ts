/** Staff look at who asked to join. */
import type { Account, Resident } from '../../../types/directory';
import type { PeopleContract } from '../../../types/people';
import type { Stored } from '../../_shared/collection';
import type { Context, HandlersOf } from '../../_shared/context';
import { _ } from '../../_shared/database';
import { forget } from '../../_shared/session';
import { LIGHT } from '../../_shared/store';
import { message } from '../../_shared/tell';
import type { Together } from '../../_shared/together';
import { accounts, communities, residents } from '../collections';
import { canAdmit, canKeep, canKeepAll, plainName } from '../rules';
import { masked, residentRow } from '../views';

type Admit = Pick<HandlersOf<PeopleContract>, 'waiting' | 'admit' | 'turnAway'>;
type AdmitContext = Context<'NOT_WAITING' | 'RESIDENT_TAKEN' | 'OUTSIDE_YOUR_PART'>;

const done = { done: true } as const;
const CANDIDATES = 5;

export const admitHandlers: Admit = {
  async waiting(_input, ctx) {
    const { communityId } = ctx.session;
    const [asking, community] = await Promise.all([
      ctx.store.find(accounts, { communityId, status: 'waiting', turnedAway: _.exists(false) }, { limit: 100, without: LIGHT }),
      ctx.store.read(communities, communityId),
    ]);
    const alike = await residentsLike(asking, ctx);
    const admitAsGuest = canKeepAll(ctx.session);
    const oldestFirst = [...asking].sort((a, b) => (a.askedAt ?? 0) - (b.askedAt ?? 0));
    return {
      accounts: oldestFirst.map(account => ({
        accountId: account.id,
        name: account.name,
        phone: masked(account.phone),
        askedAt: account.askedAt,
        candidates: alike
          .filter(resident => isLike(resident, account) && canKeep(ctx.session, resident.address).ok)
          .slice(0, CANDIDATES)
          .map(resident => residentRow(resident, community, ctx.today)),
        may: { admitAsGuest },
      })),
    };
  },

  async admit({ accountId, residentId, replace }, ctx) {
    if (!residentId) ctx.insist(canKeepAll(ctx.session));
    const community = await ctx.store.read(communities, ctx.session.communityId);
    const left = await ctx.store.together(async tx => {
      const account = await waitingAccount(tx, accountId, ctx);
      if (admittedBy(account, ctx)) return undefined;
      ctx.insist(canAdmit(account, residentId));
      const before = residentId ? await giveResident(tx, residentId, accountId, replace ?? false, ctx) : undefined;
      const { turnedAway: _cleared, ...rest } = account;
      const welcome = message('joined', accountId, { name: account.name, community: community?.name ?? '' });
      const admitted = { ...rest, status: 'member' as const, ...(residentId ? { residentId } : {}) };
      await tx.write(accounts, accountId, admitted, account, [welcome]);
      return before;
    });
    for (const changed of [accountId, left]) if (changed) forget(changed);
    return done;
  },

  async turnAway({ accountId, reason }, ctx) {
    ctx.insist(canKeepAll(ctx.session));
    await ctx.store.draft(accounts, accountId).save(account => {
      if (!account || account.communityId !== ctx.session.communityId) return ctx.refuse('NOT_FOUND');
      if (account.status !== 'waiting') return ctx.refuse('NOT_WAITING');
      return { doc: { ...account, turnedAway: reason }, tell: [message('turnedAway', accountId, { reason })] };
    });
    return done;
  },
};

const isLike = (resident: Resident, account: Account): boolean =>
  (account.phone !== undefined && resident.phone === account.phone) || plainName(resident.name) === plainName(account.name);

/** Living residents with the phone or the name of somebody who waits. */
async function residentsLike(asking: readonly Account[], ctx: Context<never>): Promise<Stored<Resident>[]> {
  const phones = asking.flatMap(account => account.phone ?? []);
  const names = asking.map(account => account.name);
  if (names.length === 0) return [];
  const alike = _.or([{ phone: _.in(phones) }, { name: _.in(names) }] as never[]);
  const filter = _.and([{ status: 'living' }, alike] as never[]) as never;
  return ctx.store.find(residents, filter, { limit: 500, without: [...LIGHT, 'family'] });
}

async function waitingAccount(tx: Together, accountId: string, ctx: AdmitContext): Promise<Stored<Account>> {
  const account = await tx.read(accounts, accountId);
  return account && account.communityId === ctx.session.communityId ? account : ctx.refuse('NOT_FOUND');
}

const admittedBy = (account: Stored<Account>, ctx: AdmitContext): boolean =>
  account.history.some(deed => deed.action === 'admit' && deed.requestId === ctx.store.author.requestId);

/** @returns the account that had the resident before, when it was replaced. */
async function giveResident(
  tx: Together,
  residentId: string,
  accountId: string,
  replace: boolean,
  ctx: AdmitContext,
): Promise<string | undefined> {
  const resident = await tx.read(residents, residentId);
  if (resident?.status !== 'living') return ctx.refuse('NOT_FOUND');
  ctx.insist(canKeep(ctx.session, resident.address));
  const holder = resident.accountId === accountId ? undefined : resident.accountId;
  if (holder && !replace) ctx.refuse('RESIDENT_TAKEN', { name: resident.name });
  await tx.write(residents, residentId, { ...resident, accountId }, resident);
  if (holder) await unlink(tx, holder);
  return holder;
}

/** The old account keeps its roles if it has any; otherwise it waits again. */
async function unlink(tx: Together, accountId: string): Promise<void> {
  const old = await tx.read(accounts, accountId);
  if (!old) return;
  const { residentId: _gone, ...rest } = old;
  await tx.write(accounts, accountId, { ...rest, status: rest.grants.length ? 'member' : 'waiting' }, old);
}
