/** Signing up: recognised by phone and name, or looked at by staff. */
import type { Account, Resident } from '../../../types/directory';
import type { PeopleContract } from '../../../types/people';
import type { Stored } from '../../_shared/collection';
import type { Context, HandlersOf } from '../../_shared/context';
import { forget } from '../../_shared/session';
import { getPhoneNumber } from '../../_shared/wechat';
import { accounts, communities, residents } from '../collections';
import { canJoin, recognise } from '../rules';

type Join = Pick<HandlersOf<PeopleContract>, 'join'>;
type JoinContext = Context<'ALREADY_MEMBER' | 'UNKNOWN_COMMUNITY' | 'PHONE_NOT_AVAILABLE'>;

export const joinHandlers: Join = {
  async join({ communityId, name, phoneCode }, ctx) {
    const own = ctx.within(communityId);
    const [account, community] = await Promise.all([
      ctx.store.read(accounts, ctx.session.accountId),
      ctx.store.read(communities, communityId),
    ]);
    if (account && joinedBy(account, ctx)) return outcome(account);
    ctx.insist(canJoin(account));
    if (!community) ctx.refuse('UNKNOWN_COMMUNITY');
    const phone = phoneCode ? await phoneBehind(phoneCode, ctx) : undefined;
    const samePhone = phone ? await own.store.find(residents, { phone }, { limit: 20, without: ['history', 'outbox'] }) : [];
    const resident = recognise(name, samePhone);
    const asked: Account = { communityId, name, phone, grants: [], status: 'waiting', askedAt: ctx.now };
    const saved = resident ? await link(asked, resident.id, own) : asked;
    if (saved.status === 'waiting') await wait(asked, ctx);
    forget(ctx.session.accountId);
    return outcome(saved);
  },
};

const outcome = (account: Pick<Account, 'status' | 'residentId'>) => ({
  status: account.status === 'member' ? ('member' as const) : ('waiting' as const),
  residentId: account.residentId,
});

const joinedBy = (account: Stored<Account>, ctx: JoinContext): boolean =>
  account.status !== 'erased' &&
  account.history.some(deed => deed.action === 'join' && deed.requestId === ctx.store.author.requestId);

/** The number comes from WeChat alone, never from what was typed. */
async function phoneBehind(code: string, ctx: JoinContext): Promise<string> {
  const { phone, errcode } = await getPhoneNumber(code);
  return phone ?? ctx.refuse('PHONE_NOT_AVAILABLE', { errcode });
}

/** Account and resident point at each other, or neither does. */
function link(asked: Account, residentId: string, own: JoinContext): Promise<Account> {
  return own.store.together(async tx => {
    const accountId = own.session.accountId;
    const [account, resident] = [await tx.read(accounts, accountId), await tx.read(residents, residentId)];
    own.insist(canJoin(account));
    if (!resident || !isFree(resident)) return asked;
    const linked: Account = { ...asked, residentId, status: 'member' };
    await tx.write(accounts, accountId, linked, account);
    await tx.write(residents, residentId, { ...resident, accountId }, resident);
    return linked;
  });
}

const isFree = (resident: Resident): boolean => resident.status === 'living' && !resident.accountId;

/** Staff look at it; asking again clears an earlier no. */
const wait = (asked: Account, ctx: JoinContext) =>
  ctx.store.draft(accounts, ctx.session.accountId, { quiet: true }).save(account => {
    ctx.insist(canJoin(account));
    return { doc: asked };
  });
