/** Rooms by the hour. An hour of a room is one scarce place; a talk holds every hour it touches, or none. */
import type { CaseSession } from '../../types/mediation';
import { DAY_MS, type Instant, MINUTE_MS } from '../../types/time';
import type { Context } from '../_shared/context';
import type { Places } from '../_shared/places';

const HOUR_MS = 60 * MINUTE_MS;

export const roomHours = (roomId: string, at: Instant, minutes: number): string[] => {
  const first = Math.floor(at / HOUR_MS);
  const last = Math.ceil((at + minutes * MINUTE_MS) / HOUR_MS);
  return Array.from({ length: Math.max(1, last - first) }, (_, i) => `room:${roomId}:${first + i}`);
};

/** Who holds an hour: a talk of a case at one instant, so that a late release cannot free another's. */
export const roomHolder = (caseId: string, no: number, at: Instant): string => `${caseId}~${no}~${at}`;

/** @returns true when all hours are held; otherwise what was taken here is given back. */
export async function holdRoom(ctx: Context, caseId: string, session: CaseSession, at: Instant): Promise<boolean> {
  if (session.mode === 'phone' || !session.roomId) return true;
  const holder = roomHolder(caseId, session.no, at);
  const hours = roomHours(session.roomId, at, session.minutes);
  const held = await Promise.all(hours.map(hour => claimHour(ctx.places, hour, holder, at)));
  if (held.every(Boolean)) return true;
  await giveBack(ctx, caseId, session, at);
  return false;
}

async function claimHour(places: Places, hour: string, holder: string, at: Instant): Promise<boolean> {
  const first = await places.claim(hour, holder, 1);
  if (first.taken !== 'no') return true;
  if (first.why !== 'none') return false;
  await places.open(hour, 1, (at + DAY_MS) as Instant);
  return (await places.claim(hour, holder, 1)).taken !== 'no';
}

export async function giveBack(ctx: Context, caseId: string, session: CaseSession, at: Instant): Promise<void> {
  if (session.mode === 'phone' || !session.roomId) return;
  const holder = roomHolder(caseId, session.no, at);
  await Promise.all(roomHours(session.roomId, at, session.minutes).map(hour => ctx.places.release(hour, holder, 1)));
}

/** Which of the offered slots have lost their room: `roomId@instant`. One call. */
export const roomIdsOf = (sessions: readonly CaseSession[]): string[] =>
  sessions
    .filter(session => session.status === 'offered' && session.roomId)
    .flatMap(session => session.slots.flatMap(slot => roomHours(session.roomId!, slot, session.minutes)));

export function takenSlots(sessions: readonly CaseSession[], full: ReadonlySet<string>): Set<string> {
  const offered = sessions.filter(session => session.status === 'offered' && session.roomId);
  return new Set(
    offered.flatMap(session =>
      session.slots
        .filter(slot => roomHours(session.roomId!, slot, session.minutes).some(hour => full.has(hour)))
        .map(slot => `${session.roomId}@${slot}`),
    ),
  );
}
