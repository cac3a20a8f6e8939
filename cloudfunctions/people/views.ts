/** Documents as screens see them: phones masked, places said aloud, accounts behind keys, with what the person may do. */
import type { Binding, Community, Grant, Resident } from '../../types/directory';
import type { BindingView, ResidentRow, ResidentSheet, Scope } from '../../types/people';
import { ageOn, type CivilDate } from '../../types/time';
import { addressText, maskPhone } from '../../types/words';
import type { Stored } from '../_shared/collection';
import { bindingKey } from './ids';
import { type Actor, canAnswer, canEnd, canKeep } from './rules';

type Places = Pick<Community, 'grids' | 'buildings'> | undefined;
type Known<T> = T & { id: string };

export const masked = (phone: string | undefined): string | undefined => phone && maskPhone(phone);

export const residentRow = (resident: Known<Resident>, places: Places, today: CivilDate): ResidentRow => ({
  id: resident.id,
  name: resident.name,
  age: ageOn(resident.birthDate, today),
  address: addressText(resident.address, places),
  phone: masked(resident.phone),
  cardNo: resident.cardNo,
  categories: resident.categories,
  joined: Boolean(resident.accountId),
  status: resident.status === 'living' ? 'living' : 'left',
});

export const bindingView = (elder: Known<Resident>, binding: Binding, actor: Actor): BindingView => ({
  key: bindingKey(binding.accountId, elder.id),
  elderId: elder.id,
  elderName: elder.name,
  name: binding.name,
  phone: masked(binding.phone),
  relation: binding.relation,
  status: binding.status,
  askedAt: binding.askedAt,
  may: { answer: canAnswer(elder, binding, actor), end: canEnd(elder, binding, actor) },
});

/** Bindings that are asked or confirmed, newest first. */
export const openBindings = (elder: Known<Resident>, actor: Actor, mine = (_: Binding): boolean => true): BindingView[] =>
  elder.family
    .filter(binding => binding.status !== 'ended' && mine(binding))
    .sort((a, b) => b.askedAt - a.askedAt)
    .map(binding => bindingView(elder, binding, actor));

export const residentSheet = (resident: Stored<Resident>, places: Places, today: CivilDate, actor: Actor): ResidentSheet => ({
  ...residentRow(resident, places, today),
  birthDate: resident.birthDate,
  phone: resident.phone,
  gridId: resident.address.gridId,
  buildingId: resident.address.buildingId,
  unitId: resident.address.unitId,
  room: resident.address.room,
  allergens: resident.allergens,
  diets: resident.diets,
  family: openBindings(resident, actor),
  may: { save: canKeep(actor, resident.address) },
});

/** `第一网格`, `3号楼`, `3号楼2单元`; 全社区 without a scope. */
export function scopeText(scope: Scope | undefined, places: Places): string {
  const building = places?.buildings.find(
    candidate => candidate.id === scope?.buildingId || candidate.units.some(unit => unit.id === scope?.unitId),
  );
  const unit = building?.units.find(candidate => candidate.id === scope?.unitId);
  if (unit) return `${building?.name}${unit.name}`;
  if (scope?.buildingId) return building?.name ?? '';
  return places?.grids.find(grid => grid.id === scope?.gridId)?.name ?? (scope?.gridId ? '' : '全社区');
}

export const grantView = (grant: Grant, places: Places) => ({
  role: grant.role,
  scope: grant.scope,
  scopeText: scopeText(grant.scope, places),
  grantedAt: grant.grantedAt,
});

/** The narrowest filter of residents for parts of the tree; for a query, not a rule. */
export const inPart = (scope: Scope): Record<string, string> =>
  scope.unitId
    ? { 'address.unitId': scope.unitId }
    : scope.buildingId
      ? { 'address.buildingId': scope.buildingId }
      : { 'address.gridId': scope.gridId ?? '' };
