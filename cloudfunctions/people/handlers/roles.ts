/** Roles: given and withdrawn by the office. */
import { GRANTED_ROLES, type GrantedRole } from '../../../types/contract';
import type { Account, Community } from '../../../types/directory';
import type { PeopleContract } from '../../../types/people';
import type { Verdict } from '../../../types/verdict';
import type { Stored } from '../../_shared/collection';
import type { Context, HandlersOf } from '../../_shared/context';
import { _ } from '../../_shared/database';
import { forget } from '../../_shared/session';
import { type Filter, LIGHT } from '../../_shared/store';
import { changeAdmins, countAdmins } from '../admins';
import { accounts, communities } from '../collections';
import { canGive, canWithdraw, isScoped, rolesOf, scopeFits } from '../rules';
import { grantView, masked } from '../views';

type Roles = Pick<HandlersOf<PeopleContract>, 'staffList' | 'grantRole' | 'withdrawRole'>;

const done = { done: true } as const;

export const roleHandlers: Roles = {
  async staffList({ text }, ctx) {
    const { communityId } = ctx.session;
    const [found, community] = await Promise.all([
      ctx.store.find(
        accounts,
        _.and([{ communityId, status: 'member' }, text ? named(text) : withRole()] as never[]) as unknown as Filter,
        {
          limit: 200,
          without: LIGHT,
        },
      ),
      ctx.store.read(communities, communityId),
    ]);
    const admins = text ? 2 : found.filter(account => rolesOf(account).includes('admin')).length;
    return {
      accounts: found.map(account => accountRow(account, community, admins, ctx)),
      may: {
        grant: Object.fromEntries(GRANTED_ROLES.map(role => [role, canGive(ctx.session, role)])) as Record<
          GrantedRole,
          Verdict<string>
        >,
      },
    };
  },

  async grantRole({ accountId, role, scope }, ctx) {
    ctx.insist(canGive(ctx.session, role));
    const draft = ctx.store.draft(accounts, accountId, { quiet: true });
    const community = await ctx.store.need(communities, ctx.session.communityId);
    const part = isScoped(role) ? (scope ?? {}) : {};
    ctx.insist(scopeFits(role, part, community));
    await draft.save(account => {
      const member = memberOf(account, ctx);
      if (member.status !== 'member') return ctx.refuse('NOT_A_MEMBER');
      const same = (grant: Account['grants'][number]) =>
        grant.role === role && JSON.stringify(grant.scope ?? {}) === JSON.stringify(part);
      if (member.grants.some(same)) return undefined;
      const grant = {
        role,
        grantedBy: ctx.session.accountId,
        grantedAt: ctx.now,
        ...(Object.keys(part).length ? { scope: part } : {}),
      };
      return { doc: { ...member, grants: [...member.grants, grant] } };
    });
    forget(accountId);
    return done;
  },

  async withdrawRole({ accountId, role }, ctx) {
    const without = (account: Account): Account => ({ ...account, grants: account.grants.filter(grant => grant.role !== role) });
    if (role === 'admin') {
      await changeAdmins(ctx.store, ctx.session.communityId, async tx => {
        const account = memberOf(await tx.read(accounts, accountId), ctx);
        if (!rolesOf(account).includes('admin')) return;
        ctx.insist(canWithdraw(ctx.session, role, await countAdmins(ctx.store, ctx.session.communityId)));
        await tx.write(accounts, accountId, without(account), account);
      });
    } else {
      ctx.insist(canGive(ctx.session, role));
      await ctx.store.draft(accounts, accountId, { quiet: true }).save(account => ({ doc: without(memberOf(account, ctx)) }));
    }
    forget(accountId);
    return done;
  },
};

const withRole = () => ({ grants: _.elemMatch({ role: _.in([...GRANTED_ROLES]) }) });

/** Members by the beginning of the name or the tail of the phone. */
function named(text: string): Record<string, unknown> {
  return /^\d+$/.test(text) ? { phone: new RegExp(`${text}$`) } : { name: _.gte(text).and(_.lt(`${text}\uffff`)) };
}

/** An account of another community does not exist here. */
function memberOf(account: Stored<Account> | undefined, ctx: Context<never>): Stored<Account> {
  if (!account || account.communityId !== ctx.session.communityId || account.status === 'erased') return ctx.refuse('NOT_FOUND');
  return account;
}

function accountRow(account: Stored<Account>, community: Community | undefined, admins: number, ctx: Context<never>) {
  const roles = rolesOf(account);
  return {
    accountId: account.id,
    name: account.name,
    phone: masked(account.phone),
    residentId: account.residentId,
    grants: account.grants.map(grant => grantView(grant, community)),
    may: { withdraw: Object.fromEntries(roles.map(role => [role, canWithdraw(ctx.session, role, admins)])) },
  };
}
