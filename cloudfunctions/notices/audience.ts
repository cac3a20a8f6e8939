/** From an audience to a list of people: what its criteria ask of other documents, then every resident, a page at a time. */
import type { Audience, Group } from '../../types/audience';
import type { GrantedRole } from '../../types/contract';
import type { Account, Resident } from '../../types/directory';
import type { Reach } from '../../types/notices';
import type { Stored } from '../_shared/collection';
import type { Context } from '../_shared/context';
import { creditHolders } from '../_shared/credits';
import { _ } from '../_shared/database';
import { accounts, residents } from '../_shared/directory';
import { LIGHT, type Store } from '../_shared/store';
import { diners, groups, memberships, type Recipient } from './collections';
import { accountRef, REACH_NONE } from './rules';
import {
  asksForRoles,
  type Candidate,
  type Facts,
  groupsIn,
  isInPart,
  isMeant,
  mealDaysIn,
  mealKey,
  type Part,
} from './rulesOfAudience';

export type Found = { people: Recipient[]; reach: Record<Reach, number>; sample: string[]; leftOut: number };

/** What a list of people does not need of a resident. */
const UNASKED = [...LIGHT, 'pinyin', 'allergens', 'diets', 'cardNo'] as const;
const SAMPLE = 10;

/** Everybody who is meant and in the author's part. `kind`: of the message, whose credits decide who gets a push. */
export async function peopleOf(
  audience: Audience,
  parts: readonly Part[] | undefined,
  kind: string,
  ctx: Context<'UNKNOWN_GROUP'>,
): Promise<Found> {
  const known = await groupsOf(audience, ctx);
  const all = [audience, ...known.flatMap(group => group.audience ?? [])];
  const [facts, staff, withCredit] = await Promise.all([
    factsOf(known, all, ctx),
    asksForRoles(all) ? staffOf(ctx) : [],
    creditHolders(ctx.store, kind),
  ]);
  const list = new List(withCredit);
  const roles = new Map(staff.flatMap(account => (account.residentId ? [[account.residentId, rolesOf(account)] as const] : [])));
  for await (const page of ctx.store.pages(residents, { status: 'living' }, { without: UNASKED })) {
    for (const resident of page) {
      const person: Candidate = { id: resident.id, roles: roles.get(resident.id) ?? [], resident };
      if (isMeant(audience, person, facts)) list.add(resident.name, recipientOf(resident), parts);
    }
  }
  for (const account of staff.filter(({ residentId }) => !residentId)) {
    const ref = accountRef(account.id);
    if (isMeant(audience, { id: ref, roles: rolesOf(account) }, facts))
      list.add(account.name, { ...staffAt(ref), accounts: [account.id] }, parts);
  }
  return list.found;
}

/** The list as it grows, with its counts. */
class List {
  readonly found: Found = { people: [], reach: { ...REACH_NONE }, sample: [], leftOut: 0 };

  constructor(private readonly withCredit: ReadonlySet<string>) {}

  add(name: string, person: Recipient, parts: readonly Part[] | undefined): void {
    if (!isInPart(parts, person)) {
      this.found.leftOut += 1;
      return;
    }
    this.found.people.push(person);
    const push = person.way === 'account' && person.accounts.some(account => this.withCredit.has(account));
    this.found.reach[push ? 'push' : person.way] += 1;
    if (this.found.sample.length < SAMPLE) this.found.sample.push(name);
  }
}

async function groupsOf(audience: Audience, ctx: Context<'UNKNOWN_GROUP'>): Promise<Stored<Group>[]> {
  const ids = groupsIn(audience);
  const found = await ctx.store.readAll(groups, ids, { without: [...LIGHT, 'reading'] });
  if (found.length < ids.length || found.some(group => group.gone)) ctx.refuse('UNKNOWN_GROUP');
  return found;
}

async function factsOf(known: readonly Stored<Group>[], all: readonly Audience[], ctx: Context): Promise<Facts> {
  const listed = known.filter(group => group.edition !== undefined);
  const [members, eats] = await Promise.all([
    Promise.all(listed.map(async group => [group.id, await membersOf(group, ctx.store)] as const)),
    eatersOf(mealDaysIn(all), ctx.store),
  ]);
  const saved = new Map(known.flatMap(group => (group.audience ? [[group.id, group.audience] as const] : [])));
  return { today: ctx.today, members: new Map(members), saved, eats };
}

async function membersOf(group: Stored<Group>, store: Store): Promise<Set<string>> {
  const parts = await store.findAll(memberships, { groupId: group.id, edition: group.edition }, { without: LIGHT });
  return new Set(parts.flatMap(part => part.residentIds));
}

async function eatersOf(days: readonly string[], store: Store): Promise<Map<string, Set<string>>> {
  const eats = new Map<string, Set<string>>();
  if (days.length === 0) return eats;
  for (const { day, period, residentId } of await store.findAll(
    diners,
    { day: _.in([...days]), standing: true },
    { without: LIGHT },
  ))
    for (const key of [mealKey(day), mealKey(day, period)]) eats.set(key, (eats.get(key) ?? new Set()).add(residentId));
  return eats;
}

/** Accounts with any granted role; some dozens. */
const staffOf = (ctx: Context): Promise<Stored<Account>[]> =>
  ctx.store.findAll(
    accounts,
    { communityId: ctx.store.communityId, status: 'member', 'grants.role': _.exists(true) },
    { without: LIGHT },
  );

const rolesOf = (account: Account): GrantedRole[] => account.grants.map(grant => grant.role);

const staffAt = (ref: string): Recipient => ({
  ref,
  name: '',
  gridId: '',
  buildingId: '',
  unitId: '',
  way: 'account',
  accounts: [],
});

/** The name stays only where a relative reads for whom it is. */
function recipientOf(resident: Stored<Resident>): Recipient {
  const { gridId, buildingId, unitId } = resident.address;
  const place = { ref: resident.id, name: '', gridId, buildingId, unitId };
  if (resident.accountId) return { ...place, way: 'account', accounts: [resident.accountId] };
  const family = [...new Set(resident.family.filter(({ status }) => status === 'confirmed').map(({ accountId }) => accountId))];
  if (family.length) return { ...place, name: resident.name, way: 'family', accounts: family };
  return { ...place, way: resident.phone ? 'phone' : 'none', accounts: [] };
}
