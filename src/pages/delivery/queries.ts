/** What a carrier asks and does. Deeds at doors go through an outbox: a stairwell has no network. */
import type { DeliveryContract, DeliveryOutcome, MyRound, Stop } from '../../../types/canteen';
import type { OutputOf } from '../../../types/contract';
import type { Instant } from '../../../types/time';
import { type Deed, outbox } from '../../services/outbox';
import { queryClient } from '../../services/query';
import { useQueryOf } from '../../services/useDoor';
import { delivery } from '../canteen/standingQueries';
import { dropPicture, sendPicture } from './picture';

export { delivery } from '../canteen/standingQueries';
export type MyRounds = OutputOf<DeliveryContract, 'myRounds'>;

/** Kept on the phone for the way; asked again while the page is open, for a round may be given to somebody else. */
export const useMyRounds = () => useQueryOf(delivery, 'myRounds', {}, { keep: true, everyMs: 60_000 });

export type DoorDeed =
  | { do: 'leave'; roundId: string; celsius?: number; at: Instant }
  | { do: 'door'; roundId: string; orderId: string; name: string; outcome: DeliveryOutcome; at: Instant; picture?: string };

async function send(deed: DoorDeed, requestId: string): Promise<unknown> {
  if (deed.do === 'leave') {
    const { roundId: id, celsius, at } = deed;
    return delivery('leaveKitchen', { id, at, ...(celsius === undefined ? {} : { celsius }) }, requestId);
  }
  const { roundId, orderId, outcome, at, picture } = deed;
  const photo = picture ? await sendPicture(picture, () => delivery('doorPhotoTicket', {})) : undefined;
  const done = await delivery('recordDelivery', { roundId, orderId, outcome, at, ...(photo ? { photo } : {}) }, requestId);
  if (picture) dropPicture(picture);
  return done;
}

/** One lane a door: what was said last about a door arrives last. */
export const doors = outbox<DoorDeed>('doors', async (deed, requestId) => {
  await send(deed, requestId);
  void queryClient.invalidateQueries({ queryKey: [delivery.domain] });
});

export const laneOf = (deed: DoorDeed): string => (deed.do === 'door' ? deed.orderId : deed.roundId);

export type DoorNow = Stop & { waiting: boolean };

/** The round as the carrier knows it: what the server has, and over it what this phone has not sent yet. */
export function roundNow(round: MyRound, waiting: readonly Deed<DoorDeed>[]): { doors: DoorNow[]; leftAt: Instant | undefined } {
  const told = waiting.map(({ input }) => input).filter(({ roundId }) => roundId === round.id);
  const leave = told.find(deed => deed.do === 'leave');
  const doorsNow = round.stops
    .filter(({ cancelled }) => !cancelled)
    .map(stop => {
      const last = [...told].reverse().find(deed => deed.do === 'door' && deed.orderId === stop.orderId);
      if (last?.do !== 'door') return { ...stop, waiting: false };
      return { ...stop, waiting: true, delivered: { outcome: last.outcome, at: last.at, byName: '' } };
    });
  return { doors: doorsNow, leftAt: round.leftAt ?? leave?.at };
}
