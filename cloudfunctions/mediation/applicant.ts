/** Who asks, and whom: the sides of a new case from what was entered and from the roster. */
import type { Community, Resident } from '../../types/directory';
import type { PersonContent, Side } from '../../types/mediation';
import { addressText } from '../../types/words';
import type { Stored } from '../_shared/collection';
import type { Context } from '../_shared/context';
import { residents } from '../_shared/directory';
import { isStaff } from '../_shared/session';

export type Told = { side: Side; person: PersonContent };
type Ask = Context<'NOT_YOUR_ELDER'>;
type Place = Pick<Community, 'buildings'> | undefined;

export const homeOf = (address: Pick<Resident['address'], 'unitId' | 'room'>): string => `${address.unitId}-${address.room}`;

/** A side as the roster knows it. */
export const ofResident = (resident: Stored<Resident>, agents: string[], community: Place): Told => ({
  side: {
    residentId: resident.id,
    accountId: resident.accountId,
    agents,
    home: homeOf(resident.address),
    unitId: resident.address.unitId,
    is: 'resident',
  },
  person: { name: resident.name, phone: resident.phone, address: addressText(resident.address, community) || undefined },
});

type ApplicantIn = { forResident?: string; walkIn?: { name: string; phone?: string; address?: string } };

/** Oneself; a bound elder, whose agent one then is; staff for any resident or for somebody who is not on the roster. */
export async function applicantOf(ctx: Ask, input: ApplicantIn, community: Place): Promise<Told> {
  const { session, store } = ctx;
  const staff = isStaff(session);
  if (input.walkIn && staff) return { side: { agents: [], is: 'person' }, person: input.walkIn };
  const residentId = input.forResident ?? session.residentId;
  const resident = residentId ? await store.read(residents, residentId) : undefined;
  if (input.walkIn || !resident || resident.status !== 'living') return ctx.refuse('NOT_YOUR_ELDER');
  if (resident.id === session.residentId) return ofResident(resident, [], community);
  const bound = resident.family.some(each => each.accountId === session.accountId && each.status === 'confirmed');
  if (!bound && !staff) return ctx.refuse('NOT_YOUR_ELDER');
  return ofResident(resident, bound ? [session.accountId] : [], community);
}

type RespondentIn = {
  residentId?: string;
  name: string;
  phone?: string;
  address?: string;
  unitId?: string;
  room?: string;
  is: Side['is'];
};

/**
 * The one resident of that home with that name, when there is exactly one; otherwise what the applicant knows. The reply never says
 * which it was, so nobody learns from an application who lives where.
 */
export async function respondentOf(ctx: Context, input: RespondentIn, community: Place): Promise<Told> {
  const found = await residentMeant(ctx, input);
  if (found) {
    const told = ofResident(found, [], community);
    return { ...told, person: { ...told.person, name: input.residentId ? found.name : input.name } };
  }
  const address = input.address ?? (input.room ? `${input.room}室` : undefined);
  const home = input.unitId && input.room ? homeOf({ unitId: input.unitId, room: input.room }) : undefined;
  const is = input.is === 'resident' ? 'person' : input.is;
  return { side: { agents: [], is, home, unitId: input.unitId }, person: { name: input.name, phone: input.phone, address } };
}

async function residentMeant(ctx: Context, input: RespondentIn): Promise<Stored<Resident> | undefined> {
  if (input.residentId && isStaff(ctx.session)) return ctx.store.read(residents, input.residentId);
  if (input.is !== 'resident' || !input.unitId || !input.room) return undefined;
  const alike = await ctx.store.find(residents, { name: input.name, 'address.unitId': input.unitId }, { limit: 5 });
  const there = alike.filter(each => each.status === 'living' && each.address.room === input.room);
  return there.length === 1 ? there[0] : undefined;
}

/** One home or one account on both sides is no dispute between two. */
export const isOneself = (a: Side, b: Side): boolean =>
  (a.residentId !== undefined && a.residentId === b.residentId) ||
  (a.accountId !== undefined && a.accountId === b.accountId) ||
  (b.accountId !== undefined && a.agents.includes(b.accountId));
