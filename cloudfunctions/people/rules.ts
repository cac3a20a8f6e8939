/** Who may do what in the directory. Pure: types only, no clock, no database. */
import { GRANTED_ROLES, type GrantedRole, type Role } from '../../types/contract';
import type { Account, Address, Binding, Community, Grant, Resident } from '../../types/directory';
import { KEEPERS, type Scope, type TreeIn } from '../../types/people';
import type { CivilDate } from '../../types/time';
import { no, type Verdict, yes } from '../../types/verdict';

/** The person who acts, as far as a rule needs to know. */
export type Actor = {
  readonly accountId: string;
  readonly residentId?: string;
  readonly roles: ReadonlySet<Role>;
  readonly grants: readonly Grant[];
};

/** Failed tries to name an elder, a day and account. */
export const TRIES_A_DAY = 5;
/** Relatives of one elder, asked and confirmed; more is a mistake or mischief. */
export const MAX_FAMILY = 10;
/** Ended bindings kept on an elder's record. */
const ENDED_KEPT = 20;

const isKeeper = (role: GrantedRole): boolean => (KEEPERS as readonly string[]).includes(role);
const isEverywhere = (scope: Scope | undefined): boolean => !scope?.gridId && !scope?.buildingId && !scope?.unitId;

/** The narrowest id given counts. */
export function covers(scope: Scope | undefined, address: Pick<Address, 'gridId' | 'buildingId' | 'unitId'>): boolean {
  if (scope?.unitId) return scope.unitId === address.unitId;
  if (scope?.buildingId) return scope.buildingId === address.buildingId;
  return scope?.gridId ? scope.gridId === address.gridId : true;
}

/** The parts of the tree this person keeps; undefined: all of it. */
export function partsKept(actor: Pick<Actor, 'grants'>): Scope[] | undefined {
  const keeper = actor.grants.filter(grant => isKeeper(grant.role));
  return keeper.some(grant => isEverywhere(grant.scope)) ? undefined : keeper.map(grant => grant.scope as Scope);
}

export function canKeep(
  actor: Pick<Actor, 'grants'>,
  address: Pick<Address, 'gridId' | 'buildingId' | 'unitId'>,
): Verdict<'OUTSIDE_YOUR_PART'> {
  const parts = partsKept(actor);
  return !parts || parts.some(scope => covers(scope, address)) ? yes : no('OUTSIDE_YOUR_PART');
}

/** Somebody without a place in the tree is admitted or turned away by who keeps all of it. */
export const canKeepAll = (actor: Pick<Actor, 'grants'>): Verdict<'OUTSIDE_YOUR_PART'> =>
  partsKept(actor) ? no('OUTSIDE_YOUR_PART') : yes;

/** Every name once, every building in a grid of the tree. */
export function treeAgrees(tree: Omit<TreeIn, 'stamp'>): Verdict<'DOUBLE_NAME' | 'UNKNOWN_PLACE'> {
  const lists = [tree.grids, tree.buildings, ...tree.buildings.map(building => building.units)];
  for (const list of lists) {
    const double = list.find((item, at) => list.findIndex(other => other.name === item.name) !== at);
    if (double) return no('DOUBLE_NAME', { name: double.name });
  }
  const lost = tree.buildings.find(building => !tree.grids.some(grid => grid.name === building.grid));
  return lost ? no('UNKNOWN_PLACE', { name: lost.grid }) : yes;
}

/** Units of the tree as it stands that the new tree no longer has. */
export function unitsRemoved(before: Pick<Community, 'buildings'>, after: Pick<Community, 'buildings'>): string[] {
  const kept = new Set(after.buildings.flatMap(building => building.units.map(unit => `${building.id} ${unit.id}`)));
  return before.buildings.flatMap(building =>
    building.units.filter(unit => !kept.has(`${building.id} ${unit.id}`)).map(unit => unit.id),
  );
}

/** Where a unit is. */
export function placeOf(unitId: string, community: Pick<Community, 'buildings'>): Omit<Address, 'room'> | undefined {
  const building = community.buildings.find(candidate => candidate.units.some(unit => unit.id === unitId));
  return building && { gridId: building.gridId, buildingId: building.id, unitId };
}

/** As people write it: without spaces and dots, so that 阿依 · 古丽 is one person. */
export const plainName = (name: string): string => name.replace(/[\s·•.]/g, '');

/**
 * The resident behind a phone number that WeChat vouches for: phone and name must both be the roster's and point at one person.
 * A phone alone is not enough: the roster often has the daughter's number for the mother.
 */
export function recognise<R extends Pick<Resident, 'name' | 'accountId' | 'status'>>(
  name: string,
  samePhone: readonly R[],
): R | undefined {
  const same = samePhone.filter(resident => resident.status === 'living' && plainName(resident.name) === plainName(name));
  return same.length === 1 && !same[0]!.accountId ? same[0] : undefined;
}

export const canJoin = (account: Pick<Account, 'status'> | undefined): Verdict<'ALREADY_MEMBER'> =>
  account?.status === 'member' ? no('ALREADY_MEMBER') : yes;

/** A waiting account, or a member without a resident who turns out to be one. */
export const canAdmit = (
  account: Pick<Account, 'status' | 'residentId'>,
  residentId: string | undefined,
): Verdict<'NOT_WAITING'> =>
  account.status === 'waiting' || (account.status === 'member' && residentId && !account.residentId) ? yes : no('NOT_WAITING');

const isOpen = (binding: Pick<Binding, 'status'>): boolean => binding.status !== 'ended';

type AskRefusal = 'CANNOT_BIND_SELF' | 'ALREADY_BOUND' | 'FAMILY_FULL';
export function canAskBinding(elder: Pick<Resident, 'accountId' | 'family'>, accountId: string): Verdict<AskRefusal> {
  if (elder.accountId === accountId) return no('CANNOT_BIND_SELF');
  if (elder.family.some(binding => binding.accountId === accountId && isOpen(binding))) return no('ALREADY_BOUND');
  return elder.family.filter(isOpen).length >= MAX_FAMILY ? no('FAMILY_FULL', { max: MAX_FAMILY }) : yes;
}

type Elder = { id: string } & Pick<Resident, 'address' | 'accountId'>;
const isElder = (elder: Elder, actor: Actor): boolean => actor.residentId === elder.id;

/** The elder answers, or staff who keep the elder's part of the tree; never the relative. */
export function canAnswer(
  elder: Elder,
  binding: Pick<Binding, 'status' | 'accountId'>,
  actor: Actor,
): Verdict<'BINDING_CLOSED' | 'OUTSIDE_YOUR_PART'> {
  if (binding.status !== 'asked') return no('BINDING_CLOSED');
  if (isElder(elder, actor)) return yes;
  if (binding.accountId === actor.accountId) return no('OUTSIDE_YOUR_PART');
  return canKeep(actor, elder.address);
}

/** Either side ends a binding at any time; staff for an elder without a phone. */
export function canEnd(
  elder: Elder,
  binding: Pick<Binding, 'status' | 'accountId'>,
  actor: Actor,
): Verdict<'BINDING_CLOSED' | 'OUTSIDE_YOUR_PART'> {
  if (!isOpen(binding)) return no('BINDING_CLOSED');
  if (isElder(elder, actor) || binding.accountId === actor.accountId) return yes;
  return canKeep(actor, elder.address);
}

/** The family with one binding set; the newest of an account replaces its older ones, and old endings are forgotten. */
export function withBinding(family: readonly Binding[], binding: Binding): Binding[] {
  const others = family.filter(other => other.accountId !== binding.accountId);
  const ended = others.filter(other => !isOpen(other)).slice(-ENDED_KEPT);
  return [...others.filter(isOpen), ...ended, binding];
}

/** The administrator gives every role; the office every role but administrator and office. */
export function canGive(actor: Pick<Actor, 'roles'>, role: GrantedRole): Verdict<'ROLE_NOT_YOURS_TO_GIVE'> {
  if (actor.roles.has('admin')) return yes;
  return actor.roles.has('office') && role !== 'admin' && role !== 'office' ? yes : no('ROLE_NOT_YOURS_TO_GIVE');
}

export function canWithdraw(
  actor: Pick<Actor, 'roles'>,
  role: GrantedRole,
  admins: number,
): Verdict<'ROLE_NOT_YOURS_TO_GIVE' | 'LAST_ADMIN'> {
  const given = canGive(actor, role);
  if (!given.ok) return given;
  return role === 'admin' && admins <= 1 ? no('LAST_ADMIN') : yes;
}

const SCOPED: Partial<Record<GrantedRole, keyof Scope | 'any'>> = {
  gridWorker: 'any',
  gridLead: 'gridId',
  buildingLead: 'buildingId',
  unitLead: 'unitId',
};

/** Leads lead something; a grid worker may keep the whole community; all other roles hold everywhere. */
export function scopeFits(role: GrantedRole, scope: Scope, community: Community): Verdict<'SCOPE_NEEDED' | 'UNKNOWN_PLACE'> {
  const needed = SCOPED[role];
  if (needed && needed !== 'any' && !scope[needed]) return no('SCOPE_NEEDED');
  const units = community.buildings.flatMap(building => building.units);
  const known: [string | undefined, readonly { id: string }[]][] = [
    [scope.gridId, community.grids],
    [scope.buildingId, community.buildings],
    [scope.unitId, units],
  ];
  return known.every(([id, places]) => !id || places.some(place => place.id === id)) ? yes : no('UNKNOWN_PLACE');
}

export const isScoped = (role: GrantedRole): boolean => role in SCOPED;
export const rolesOf = (account: Pick<Account, 'grants'>): GrantedRole[] =>
  GRANTED_ROLES.filter(role => account.grants.some(grant => grant.role === role));

export const bornBy = (birthDate: CivilDate, today: CivilDate): Verdict<'BIRTH_IN_FUTURE'> =>
  birthDate <= today ? yes : no('BIRTH_IN_FUTURE');

type Person = { id: string } & Pick<Resident, 'name' | 'birthDate' | 'cardNo' | 'status'>;
/** One card, one resident; one name and birth date, one living resident: the second is the first, entered twice. */
export function isNew(
  person: Pick<Person, 'name' | 'birthDate' | 'cardNo'> & { id?: string },
  known: readonly Person[],
): Verdict<'CARD_TAKEN' | 'RESIDENT_EXISTS'> {
  const others = known.filter(other => other.id !== person.id && other.status !== 'erased');
  const holder = others.find(other => person.cardNo && other.cardNo === person.cardNo);
  if (holder) return no('CARD_TAKEN', { name: holder.name });
  const twin = others.find(other => plainName(other.name) === plainName(person.name) && other.birthDate === person.birthDate);
  return twin ? no('RESIDENT_EXISTS', { name: twin.name }) : yes;
}
