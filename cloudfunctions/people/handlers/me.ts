/** Who I am here: account, household, elders, family, and what I may do next. One round trip beyond the session. */
import type { Account, Resident } from '../../../types/directory';
import type { Me, PeopleContract } from '../../../types/people';
import { ageOn } from '../../../types/time';
import { no, yes } from '../../../types/verdict';
import { addressText } from '../../../types/words';
import type { Stored } from '../../_shared/collection';
import type { Context, HandlersOf } from '../../_shared/context';
import { accounts, communities, firstAdmins, residents } from '../collections';
import { canJoin } from '../rules';
import { grantView, masked, openBindings, residentRow } from '../views';

type Mine = Pick<HandlersOf<PeopleContract>, 'communities' | 'me'>;

export const meHandlers: Mine = {
  async communities(_input, ctx) {
    const all = await ctx.store.across(communities, {}, { limit: 200, without: ['history', 'outbox', 'grids', 'buildings'] });
    return { communities: all.map(({ id, name }) => ({ id, name })) };
  },

  async me(_input, ctx) {
    const { accountId, communityId, residentId } = ctx.session;
    const [account, community, resident, elders, first] = await Promise.all([
      ctx.store.read(accounts, accountId),
      communityId ? ctx.store.read(communities, communityId) : undefined,
      residentId ? ctx.store.read(residents, residentId) : undefined,
      communityId
        ? ctx.store.find(residents, { 'family.accountId': accountId }, { limit: 50, without: ['history', 'outbox'] })
        : [],
      communityId ? undefined : ctx.store.read(firstAdmins, 'first'),
    ]);
    const known = account && account.status !== 'erased' ? account : undefined;
    const living = resident?.status === 'living' ? resident : undefined;
    return {
      account: accountView(known, ctx),
      roles: [...ctx.session.roles],
      grants: ctx.session.grants.map(grant => grantView(grant, community)),
      community: community && { id: community.id, name: community.name, phone: community.phone, address: community.address },
      resident: living && residentRow(living, community, ctx.today),
      elders: confirmedElders(elders, accountId).map(elder => ({
        id: elder.id,
        name: elder.name,
        relation: elder.family.find(binding => binding.accountId === accountId && binding.status === 'confirmed')?.relation ?? '',
        age: ageOn(elder.birthDate, ctx.today),
        address: addressText(elder.address, community),
      })),
      family: living ? openBindings(living, ctx.session) : [],
      bindings: bindingsOf(elders, ctx),
      may: {
        join: canJoin(known),
        askBinding: communityId ? yes : no('JOIN_FIRST'),
        claimFirstAdmin: communityId || first ? no('ALREADY_SET_UP') : yes,
        erase: known ? yes : no('NO_DATA_OF_YOURS'),
      },
    };
  },
};

const confirmedElders = (elders: readonly Stored<Resident>[], accountId: string) =>
  elders.filter(
    elder =>
      elder.status === 'living' &&
      elder.family.some(binding => binding.accountId === accountId && binding.status === 'confirmed'),
  );

const bindingsOf = (elders: readonly Stored<Resident>[], ctx: Context<never>) =>
  elders
    .filter(elder => elder.status === 'living')
    .flatMap(elder => openBindings(elder, ctx.session, binding => binding.accountId === ctx.session.accountId));

/** A relative without a place on the roster is a member by the binding, although the account itself still waits. */
function accountView(account: Stored<Account> | undefined, ctx: Context<never>): Me['account'] {
  if (!account) return { name: '', status: 'stranger' };
  const status = ctx.session.status === 'member' ? 'member' : account.status === 'member' ? 'member' : 'waiting';
  return { name: account.name, phone: masked(account.phone), status, turnedAway: account.turnedAway };
}
