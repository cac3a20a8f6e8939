/** The first administrator of a new environment; docs/first-admin.md says how. */
import type { Account, Community } from '../../../types/directory';
import type { PeopleContract } from '../../../types/people';
import type { Context, HandlersOf } from '../../_shared/context';
import { digest } from '../../_shared/digest';
import { forget } from '../../_shared/session';
import { accounts, communities, firstAdmins } from '../collections';
import { sameSecret } from '../ids';

type FirstAdmin = Pick<HandlersOf<PeopleContract>, 'claimFirstAdmin'>;
type ClaimContext = Context<'ALREADY_SET_UP' | 'WRONG_SETUP_CODE'>;

const SHORTEST_CODE = 12;

export const firstAdminHandlers: FirstAdmin = {
  async claimFirstAdmin({ code, name, community, phone, address }, ctx) {
    insistOnCode(code, ctx);
    const accountId = ctx.session.accountId;
    const [admins, known] = await Promise.all([
      ctx.store.across(accounts, { 'grants.role': 'admin', status: 'member' }, { limit: 1 }),
      ctx.store.across(communities, {}, { limit: 1 }),
    ]);
    const communityId = known[0]?.id ?? `c-${digest(['community', ctx.store.author.requestId], 12)}`;
    const fresh: Community = { name: community, phone, address, grids: [], buildings: [] };
    const claimed = await ctx.store.together(async tx => {
      const first = await tx.read(firstAdmins, 'first');
      const again = first?.accountId === accountId && first.history.some(deed => deed.requestId === ctx.store.author.requestId);
      if (first && again) return first.communityId;
      if (first || admins.length) return ctx.refuse('ALREADY_SET_UP');
      const account = await tx.read(accounts, accountId);
      const kept = account?.status === 'member' && account.communityId === communityId ? account : undefined;
      const grants = [...(kept?.grants ?? []), { role: 'admin' as const, grantedBy: 'setup', grantedAt: ctx.now }];
      const admin: Account = { communityId, name, phone: account?.phone, residentId: kept?.residentId, grants, status: 'member' };
      if (known.length === 0) await tx.write(communities, communityId, fresh, await tx.read(communities, communityId));
      await tx.write(accounts, accountId, admin, account);
      await tx.write(firstAdmins, 'first', { communityId, accountId, at: ctx.now }, undefined);
      return communityId;
    });
    forget(accountId);
    return { communityId: claimed };
  },
};

/** Without a code in the environment nobody becomes administrator this way. */
function insistOnCode(given: string, ctx: ClaimContext): void {
  const right = process.env.JINLIN_SETUP_CODE ?? '';
  if (right.length < SHORTEST_CODE || !sameSecret(given.trim(), right)) ctx.refuse('WRONG_SETUP_CODE');
}
