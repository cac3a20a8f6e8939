/** Dates of the check-up with what is left of them, and appointments as people see them. */
import type { Appointment, Slot } from '../../types/health';
import type { AppointmentView, SlotView } from '../../types/safety';
import type { Verdict } from '../../types/verdict';
import type { Stored } from '../_shared/collection';
import type { Context } from '../_shared/context';
import { places } from '../_shared/places';
import { LIGHT } from '../_shared/store';
import * as rules from './rules/health';

type Room = { left: number };
/** One call for all dates. */
export async function withRoom(
  ctx: Context,
  all: readonly Stored<Slot>[],
  book: (slot: Stored<Slot>) => Verdict<string>,
): Promise<SlotView[]> {
  const rooms = await ctx.store.readAll(
    places,
    all.map(({ id }) => rules.slotPlaces(id)),
    { without: [...LIGHT, 'holders'] },
  );
  const left = new Map(rooms.map(room => [room.id, (room as unknown as Room).left]));
  return all.map(slot => ({ ...slot, left: Math.max(0, left.get(rules.slotPlaces(slot.id)) ?? 0), may: { book: book(slot) } }));
}

/** @param addressOf where to fetch from, for who fetches. */
export function appointmentView(
  ctx: Context,
  appointment: Stored<Appointment>,
  slot: Slot | undefined,
  addressOf?: string,
): AppointmentView {
  const { id, year, elderId, elderName, slotId, day, status, transport, driver } = appointment;
  const where = { from: slot?.from ?? (0 as never), to: slot?.to ?? (0 as never), place: slot?.place ?? '' };
  return {
    ...{ id, year, elderId, elderName, slotId, day, status, transport, ...where },
    driverName: driver?.name,
    addressText: addressOf,
    may: {
      cancel: rules.canCancel(appointment),
      takeTransport: rules.canTakeTransport(appointment),
      finishTransport: rules.canFinishTransport(appointment, ctx.session.accountId),
    },
  };
}
