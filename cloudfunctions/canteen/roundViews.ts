/** How a round 配送单 looks to its carrier and to the desk. Names, homes and telephones are read fresh; a round holds none. */
import type { DeliverySettings, DeskRound, Meal, MyRound, Order, Recipient, Round, Stop } from '../../types/canteen';
import type { Community, Resident } from '../../types/directory';
import type { Instant, MinuteOfDay } from '../../types/time';
import { yes } from '../../types/verdict';
import { addressText } from '../../types/words';
import type { Stored } from '../_shared/collection';
import type { Context } from '../_shared/context';
import { residents } from '../_shared/directory';
import { LIGHT } from '../_shared/store';
import { orders, recipients } from './collections';
import { dishesText } from './rules';
import * as rules from './rulesOfDelivery';

export type Doors = {
  order: ReadonlyMap<string, Stored<Order>>;
  diner: ReadonlyMap<string, Stored<Resident>>;
  recipient: ReadonlyMap<string, Stored<Recipient>>;
};

/** What stands behind the doors of these rounds, side by side. */
export async function doorsBehind(ctx: Context, stops: readonly Round['stops'][number][]): Promise<Doors> {
  const who = [...new Set(stops.map(({ dinerId }) => dinerId))];
  const [booked, diners, granted] = await Promise.all([
    ctx.store.readAll(orders, [...new Set(stops.map(({ orderId }) => orderId))], { without: LIGHT }),
    ctx.store.readAll(residents, who, { without: [...LIGHT, 'family'] }),
    ctx.store.readAll(recipients, who, { without: LIGHT }),
  ]);
  const byId = <T extends { id: string }>(rows: readonly T[]) => new Map(rows.map(row => [row.id, row]));
  return { order: byId(booked), diner: byId(diners), recipient: byId(granted) };
}

/** @param close true for who carries it: with the telephone. */
export function stopsOf(round: Round, doors: Doors, community: Stored<Community> | undefined, close: boolean): Stop[] {
  return round.stops.flatMap(({ orderId, dinerId }) => {
    const order = doors.order.get(orderId);
    if (!order) return [];
    const diner = doors.diner.get(dinerId);
    const recipient = doors.recipient.get(dinerId);
    return [
      {
        orderId,
        number: order.number,
        name: order.dinerName,
        address: diner ? addressText(diner.address, community) : '',
        ...(close && diner?.phone ? { phone: diner.phone } : {}),
        ...(recipient?.doorNote ? { doorNote: recipient.doorNote } : {}),
        ...(close && recipient?.spot ? { spot: recipient.spot } : {}),
        dishes: dishesText(order),
        cancelled: order.status === 'cancelled',
        ...(order.delivery ? { delivered: order.delivery } : {}),
      },
    ];
  });
}

type Known = { community: Stored<Community> | undefined; settings: DeliverySettings; meal: Pick<Meal, 'servedFrom'> | undefined };

export const servedFromOf = ({ meal }: Pick<Known, 'meal'>): MinuteOfDay => meal?.servedFrom ?? (0 as MinuteOfDay);

/** What everybody may know of a round. */
export const factsOf = (round: Stored<Round>, { community, settings, meal }: Known) => ({
  id: round.id,
  day: round.day,
  period: round.period,
  gridName: community?.grids.find(({ id }) => id === round.gridId)?.name ?? '',
  n: round.n,
  status: round.status,
  carrierName: round.carrierName,
  servedFrom: servedFromOf({ meal }),
  leftAt: round.leftAt,
  dueAt: round.leftAt === undefined ? undefined : rules.dueAtOf(round.leftAt, settings),
  celsius: round.celsius,
  cold: rules.isCold(round.celsius, settings),
  doors: round.stops.length,
});

export function myRound(round: Stored<Round>, doors: Doors, known: Known, accountId: string): MyRound {
  const behind = round.stops.flatMap(({ orderId }) => doors.order.get(orderId) ?? []);
  const mine = rules.isMine(round, accountId);
  return {
    ...factsOf(round, known),
    stops: stopsOf(round, doors, known.community, true),
    may: {
      giveBack: rules.mayGiveBack(round, accountId),
      leave: rules.mayLeave(round, accountId),
      finish: mine.ok ? rules.mayFinish(behind) : mine,
    },
  };
}

/** In which buildings, in walking order, each once. */
export function openRound(round: Stored<Round>, doors: Doors, known: Known, accountId: string) {
  const names = round.stops.flatMap(({ dinerId }) => {
    const buildingId = doors.diner.get(dinerId)?.address.buildingId;
    return known.community?.buildings.find(({ id }) => id === buildingId)?.name ?? [];
  });
  return { ...factsOf(round, known), buildings: [...new Set(names)], may: { take: rules.mayTake(round, accountId) } };
}

export function deskRound(round: Stored<Round>, doors: Doors, known: Known, now: Instant): DeskRound {
  const stops = stopsOf(round, doors, known.community, false);
  const left = stops.filter(({ cancelled, delivered }) => !cancelled && !delivered).length;
  const photoOf = (orderId: string): boolean => doors.order.get(orderId)?.delivery?.photo !== undefined;
  return {
    ...factsOf(round, known),
    ...(round.carrier ? { carrier: round.carrier } : {}),
    stops: stops.map(stop => ({ ...stop, photo: photoOf(stop.orderId) })),
    late: rules.isLate(round, servedFromOf(known), left, known.settings, now),
    may: { assign: round.status === 'done' ? rules.mayAssign(round) : yes },
  };
}
