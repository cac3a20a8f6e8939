/** Who may see a child and who decides about it. Pure. Sources: domain.md "Children", issue 6 points 2 and 4. */
import type { Barred, Child, Guardian } from '../../../types/care';
import type { Role } from '../../../types/contract';
import { no, type Verdict, yes } from '../../../types/verdict';

export type Actor = { readonly accountId: string; readonly roles: ReadonlySet<Role> };
type Grownups = Pick<Child, 'guardians' | 'custody' | 'status'>;

export const isCareStaff = ({ roles }: Pick<Actor, 'roles'>): boolean => roles.has('care') || isOffice({ roles });
export const isOffice = ({ roles }: Pick<Actor, 'roles'>): boolean => roles.has('office') || roles.has('admin');

const plain = (name: string): string => name.replace(/[\s·•.]/g, '');

/** By the record of the office: this very person, the same name, or the same number. When in doubt, barred. */
export function isBarred(child: Pick<Child, 'custody'>, person: { id?: string; name: string; phone?: string }): boolean {
  const same = (barred: Barred): boolean =>
    (barred.adultId !== undefined && barred.adultId === person.id) ||
    plain(barred.name) === plain(person.name) ||
    (barred.phone !== undefined && barred.phone === person.phone);
  return (child.custody?.barred ?? []).some(same);
}

/** A guardian counts once confirmed, and not while barred. */
export const standingGuardian = (child: Grownups, guardian: Guardian): boolean =>
  guardian.status === 'confirmed' && !isBarred(child, guardian);

/**
 * Invited, or registered by staff on signed paper, who is a guardian from that moment on: whoever comes with this number becomes this
 * guardian's account.
 */
export const waitsForAccount = ({ status, accountId }: Pick<Guardian, 'status' | 'accountId'>): boolean =>
  status === 'invited' || (status === 'confirmed' && accountId === undefined);

/** The guardian that this account is now. */
export const guardianOf = (child: Grownups, actor: Pick<Actor, 'accountId'>): Guardian | undefined =>
  child.guardians.find(guardian => guardian.accountId === actor.accountId && standingGuardian(child, guardian));

/** May this guardian decide now: two in dispute follow what the office recorded. */
export function decidesNow(child: Grownups, guardianId: string): boolean {
  const guardian = child.guardians.find(({ id }) => id === guardianId);
  if (!guardian || !standingGuardian(child, guardian)) return false;
  const decides = child.custody?.decides;
  return decides === undefined || decides === guardianId;
}

/** Guardians, and staff of the care. Whoever may not see a child hears that there is none. */
export function maySee(child: Grownups | undefined, actor: Actor): Verdict<'NOT_YOUR_CHILD'> {
  if (child?.status !== 'active') return no('NOT_YOUR_CHILD');
  return isCareStaff(actor) || guardianOf(child, actor) ? yes : no('NOT_YOUR_CHILD');
}

/**
 * Everyday matters (leave, sign-up): guardians who decide, and staff of the care on their behalf. `adults`: who may collect the child,
 * and the profile: guardians, and the office alone.
 */
export function mayDecide(
  child: Grownups | undefined,
  actor: Actor,
  about: 'daily' | 'adults' = 'daily',
): Verdict<'NOT_YOUR_CHILD' | 'OTHER_DECIDES'> {
  const seen = maySee(child, actor);
  if (!child || !seen.ok) return seen.ok ? no('NOT_YOUR_CHILD') : seen;
  const guardian = guardianOf(child, actor);
  if (guardian) return decidesNow(child, guardian.id) ? yes : no('OTHER_DECIDES');
  return about === 'daily' || isOffice(actor) ? yes : no('NOT_YOUR_CHILD');
}

/** Takes back an invitation, or oneself; another confirmed guardian is the office's to end. */
export function mayEndGuardian(
  child: Grownups,
  guardianId: string,
  actor: Actor,
): Verdict<'NOT_YOUR_CHILD' | 'OTHER_DECIDES' | 'UNKNOWN_ADULT' | 'LAST_GUARDIAN' | 'OFFICE_DECIDES'> {
  const seen = maySee(child, actor);
  if (!seen.ok) return seen;
  const guardian = child.guardians.find(({ id, status }) => id === guardianId && status !== 'ended');
  if (!guardian) return no('UNKNOWN_ADULT');
  if (guardian.status === 'invited') return mayDecide(child, actor, 'adults');
  if (guardian.accountId !== actor.accountId && !isOffice(actor)) return no('OFFICE_DECIDES');
  return child.guardians.some(({ id, status }) => id !== guardianId && status === 'confirmed') ? yes : no('LAST_GUARDIAN');
}

/** Whom messages about the child go to. */
export const guardianAccounts = (child: Grownups): string[] =>
  child.guardians.flatMap(guardian => (standingGuardian(child, guardian) && guardian.accountId ? [guardian.accountId] : []));

/** What is kept beside the guardians and adults, for finding. */
export const findable = (child: Pick<Child, 'guardians' | 'adults'>) => ({
  guardianAccounts: child.guardians.flatMap(each => (each.status === 'confirmed' && each.accountId ? [each.accountId] : [])),
  invitedPhones: child.guardians.flatMap(each => (waitsForAccount(each) && each.phone ? [each.phone] : [])),
  adultAccounts: child.adults.flatMap(each => (each.endedAt === undefined && each.accountId ? [each.accountId] : [])),
});
