/** In what quality somebody meets a case. Pure. */
import type { Role } from '../../../types/contract';
import type { Case, PartySide, Side, Standing, Visible } from '../../../types/mediation';
import { PARTIES } from '../../../types/mediation';
import type { Instant } from '../../../types/time';

export type Actor = {
  readonly accountId: string;
  readonly residentId?: string;
  readonly roles: ReadonlySet<Role>;
  /** Elders whose binding to this account stands. */
  readonly elders: readonly { id: string }[];
};

/** The party itself, or an agent whom it named and whose binding still stands. */
export function speaksFor(side: Side, actor: Actor): boolean {
  if (side.accountId === actor.accountId) return true;
  if (side.residentId !== undefined && side.residentId === actor.residentId) return true;
  return side.agents.includes(actor.accountId) && actor.elders.some(elder => elder.id === side.residentId);
}

/** An agent, not the party: the binding is asked for again before a write. */
export const isAgent = (side: Side, actor: Actor): boolean =>
  side.accountId !== actor.accountId && side.residentId !== actor.residentId && side.agents.includes(actor.accountId);

export const isOffice = (actor: Pick<Actor, 'roles'>): boolean => actor.roles.has('office') || actor.roles.has('admin');

/** Where the committee's mediators meet the register entry of a case that is not theirs: it waits for somebody, or to be archived. */
const IN_QUEUE: readonly Case['status'][] = ['applied', 'moreAsked', 'inviting', 'panelling', 'declined', 'refused', 'withdrawn'];

/** The respondent does not hear of an application before the committee has accepted it. */
export const isInvited = (kase: Pick<Case, 'acceptedAt'>): boolean => kase.acceptedAt !== undefined;

/**
 * All qualities of this person here; a party is a party alone, whatever else it is in the community: nobody decides in its own
 * matter. An applicant's quarrel is nobody else's, so whoever has no quality learns not even that the case exists.
 */
export function standingsOf(kase: Case, actor: Actor): readonly Standing[] {
  if (speaksFor(kase.applicant, actor)) return ['applicant'];
  const against = speaksFor(kase.respondent, actor) || kase.respondent.accountId === actor.accountId;
  if (against) return isInvited(kase) ? ['respondent'] : [];
  const found: Standing[] = [];
  if (kase.panel.some(member => member.accountId === actor.accountId)) found.push('panel');
  if (isOffice(actor) || (actor.roles.has('mediator') && IN_QUEUE.includes(kase.status))) found.push('office');
  return found;
}

/** The office has opened the file, and the time is not over. */
export const openedUntil = (kase: Pick<Case, 'openings'>, accountId: string, now: Instant): Instant | undefined =>
  kase.openings.filter(opening => opening.by === accountId && opening.until > now).at(-1)?.until;

/** Which parts somebody with this quality may read. `opened`: the office, with a file that it opened. */
export function sees(visible: Visible, standing: Standing, opened: boolean): boolean {
  if (standing === 'panel') return true;
  if (standing === 'office') return opened;
  return visible === standing || visible === 'shared';
}

export const sideOf = (standing: Standing | undefined): PartySide | undefined => PARTIES.find(side => side === standing);
export const otherSide = (side: PartySide): PartySide => (side === 'applicant' ? 'respondent' : 'applicant');
