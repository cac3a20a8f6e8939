/** What I may demand: a copy of my data, and that it is erased (个人信息保护法 第四十五、四十七条). */
import type { Account, Resident } from '../../../types/directory';
import { ERASE_WORDS, type PeopleContract } from '../../../types/people';
import { civilDate } from '../../../types/time';
import type { Stored } from '../../_shared/collection';
import type { Context, HandlersOf } from '../../_shared/context';
import { handOut } from '../../_shared/handout';
import { forget } from '../../_shared/session';
import { LIGHT, type Store } from '../../_shared/store';
import { event } from '../../_shared/tell';
import type { Together } from '../../_shared/together';
import { workbook } from '../../_shared/workbook';
import { changeAdmins, countAdmins } from '../admins';
import { accessLog, accounts, communities, residents } from '../collections';
import { logAccess } from '../log';
import { mySheets } from '../mySheets';
import { canWithdraw, rolesOf } from '../rules';

type Mine = Pick<HandlersOf<PeopleContract>, 'exportMine' | 'eraseMe'>;
type EraseContext = Context<'NO_DATA_OF_YOURS' | 'LAST_ADMIN'>;

export const mineHandlers: Mine = {
  async exportMine(_input, ctx) {
    const { accountId, communityId, residentId } = ctx.session;
    if (!communityId) ctx.refuse('NO_DATA_OF_YOURS');
    const [account, community, resident, elders, seen] = await Promise.all([
      ctx.store.need(accounts, accountId),
      ctx.store.read(communities, communityId),
      residentId ? ctx.store.read(residents, residentId) : undefined,
      boundTo(accountId, ctx.store),
      residentId ? ctx.store.find(accessLog, { of: residentId }, { order: ['-at'], limit: 1000, without: LIGHT }) : [],
    ]);
    const sheets = mySheets({ accountId, account, community, resident, elders, seen });
    const plain = Object.fromEntries(sheets.map(({ name, rows }) => [name, rows]));
    const [table, json] = await Promise.all([
      workbook(sheets).then(content => handOut(ctx, 'xlsx', content)),
      handOut(ctx, 'json', Buffer.from(JSON.stringify(plain, null, 2))),
      logAccess(ctx, 'exportMine', residentId),
    ]);
    return { workbook: table, json, name: `我的信息-${ctx.today}.xlsx` };
  },

  async eraseMe({ words }, ctx) {
    if (words.trim() !== ERASE_WORDS) ctx.refuse('CONFIRMATION_WRONG');
    const { accountId, communityId } = ctx.session;
    if (!communityId) return eraseAgain(ctx);
    const elders = await boundTo(accountId, ctx.store);
    const erase = (tx: Together) => eraseAll(tx, elders, ctx);
    const isAdmin = ctx.session.roles.has('admin');
    await (isAdmin ? changeAdmins(ctx.store, communityId, erase) : ctx.store.together(erase));
    forget(accountId);
    return { done: true as const };
  },
};

const boundTo = (accountId: string, store: Store): Promise<Stored<Resident>[]> =>
  store.find(residents, { 'family.accountId': accountId }, { limit: 50, without: LIGHT });

/** The retry of a gesture that succeeded finds a stranger. */
async function eraseAgain(ctx: EraseContext): Promise<{ done: true }> {
  const account = await ctx.store.read(accounts, ctx.session.accountId);
  return account?.status === 'erased' ? { done: true } : ctx.refuse('NO_DATA_OF_YOURS');
}

/** Account, own record and the bindings to elders go at once; other domains hear of the record. */
async function eraseAll(tx: Together, elders: readonly Stored<Resident>[], ctx: EraseContext): Promise<void> {
  const accountId = ctx.session.accountId;
  const account = await tx.read(accounts, accountId);
  if (!account || account.status === 'erased') return;
  if (rolesOf(account).includes('admin')) {
    const admins = await countAdmins(ctx.store, account.communityId);
    if (!canWithdraw({ roles: new Set(['admin']) }, 'admin', admins).ok) ctx.refuse('LAST_ADMIN');
  }
  for (const { id } of elders) {
    const elder = await tx.read(residents, id);
    const family = elder?.family.filter(binding => binding.accountId !== accountId);
    if (elder && family) await tx.write(residents, id, { ...elder, family }, elder);
  }
  const resident = account.residentId ? await tx.read(residents, account.residentId) : undefined;
  if (resident) {
    await tx.write(residents, resident.id, husk(resident), resident, [event('resident.erased', { residentId: resident.id })]);
  }
  const gone: Account = { communityId: account.communityId, name: '已注销', grants: [], status: 'erased' };
  await tx.write(accounts, accountId, gone, account, [event('account.erased', { accountId })]);
}

/** What is left of a record: an id that other records may still name, and nothing about a person. */
const husk = (resident: Resident): Resident => ({
  name: '已注销居民',
  birthDate: civilDate('1900-01-01'),
  address: { ...resident.address, room: '-' },
  categories: [],
  allergens: [],
  diets: [],
  family: [],
  status: 'erased',
});
