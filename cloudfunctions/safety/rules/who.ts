/** Who may see and do what with an alert, a watch, a health file. Pure. */
import { type Alert, CRIES_FOR_HELP } from '../../../types/alerts';
import type { Role } from '../../../types/contract';
import type { Grant, Resident } from '../../../types/directory';
import { KEEPERS } from '../../../types/people';
import { no, type Verdict, yes } from '../../../types/verdict';
import { type Assignment, type Consent, FIRST_SEES, type Sees } from '../../../types/watch';

/** The person who acts, as far as a rule needs to know. */
export type Actor = {
  readonly accountId: string;
  readonly residentId?: string;
  readonly roles: ReadonlySet<Role>;
  readonly grants: readonly Grant[];
};
type Home = { gridId: string; buildingId: string; unitId: string };
export type Elder = Pick<Resident, 'family' | 'accountId' | 'address'> & { id: string };

const isKeeperRole = (role: string): boolean => (KEEPERS as readonly string[]).includes(role);

/** The narrowest id of the scope counts; none: all of the community. */
function covers(scope: Grant['scope'], home: Home): boolean {
  if (scope?.unitId) return scope.unitId === home.unitId;
  if (scope?.buildingId) return scope.buildingId === home.buildingId;
  return scope?.gridId ? scope.gridId === home.gridId : true;
}

/** Does one of these grants, of these roles, reach this home? Without a home only who has the whole community. */
export const reaches = (grants: readonly Grant[], roles: readonly string[], home: Home | undefined): boolean =>
  grants.some(({ role, scope }) => {
    if (!roles.includes(role)) return false;
    const everywhere = !scope?.gridId && !scope?.buildingId && !scope?.unitId;
    return home ? covers(scope, home) : everywhere;
  });

export const isStaffOf = (actor: Pick<Actor, 'grants'>, home: Home | undefined): boolean => reaches(actor.grants, KEEPERS, home);
/** The office and grid leads, who answer for how an alert is closed. */
export const isDeskOf = (actor: Pick<Actor, 'grants'>, home: Home | undefined): boolean =>
  reaches(actor.grants, ['gridLead', 'office', 'admin'], home);

export const canKeep = (actor: Pick<Actor, 'grants'>, home: Home): Verdict<'OUTSIDE_YOUR_PART'> =>
  isStaffOf(actor, home) ? yes : no('OUTSIDE_YOUR_PART');

/** True when some grant of a keeper's role covers the whole community: no list needs to be cut down. */
export const keepsAll = (actor: Pick<Actor, 'grants'>): boolean =>
  actor.grants.some(({ role, scope }) => isKeeperRole(role) && !scope?.gridId && !scope?.buildingId && !scope?.unitId);

export const isSelf = (actor: Actor, elder: Pick<Elder, 'id' | 'accountId'> | undefined): boolean =>
  elder !== undefined && (actor.residentId === elder.id || (elder.accountId ?? '') === actor.accountId);

export const isRelative = (elder: Pick<Elder, 'family'> | undefined, account: string): boolean =>
  elder?.family.some(binding => binding.accountId === account && binding.status === 'confirmed') ?? false;

/** What the elder lets this relative see, as it stands this moment. */
export const seesOf = (consent: Pick<Consent, 'relatives'> | undefined, account: string): Sees =>
  consent?.relatives.find(relative => relative.account === account)?.sees ?? FIRST_SEES;

/** For what family does for an elder, and staff for everyone of their part. */
export function canActFor(actor: Actor, elder: Elder): Verdict<'NOT_YOUR_ELDER'> {
  const mine = isSelf(actor, elder) || isRelative(elder, actor.accountId) || isStaffOf(actor, elder.address);
  return mine ? yes : no('NOT_YOUR_ELDER');
}

export type Around = { elder?: Elder; assignment?: Pick<Assignment, 'keeper' | 'active'>; consent?: Pick<Consent, 'relatives'> };

/** The elder, relatives who may see alerts (a cry for help: every relative), keeper, staff of the part, and whoever was called or has it. */
export function canSeeAlert(alert: Alert, actor: Actor, { elder, assignment, consent }: Around): Verdict<'NOT_YOUR_ALERT'> {
  const may = CRIES_FOR_HELP.includes(alert.kind) || seesOf(consent, actor.accountId).alerts;
  const relative = isRelative(elder, actor.accountId) && may;
  const keeper = assignment?.active === true && assignment.keeper === actor.accountId;
  const called = alert.paged.some(({ account, as }) => account === actor.accountId && as !== 'family');
  const mine = isSelf(actor, elder) || relative || keeper || called || isStaffOf(actor, alert.address);
  return mine ? yes : no('NOT_YOUR_ALERT');
}
