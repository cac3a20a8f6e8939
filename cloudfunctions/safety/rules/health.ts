/** The yearly check-up: whose is due, and what may happen with an appointment. Pure. */
import type { Appointment, Slot } from '../../../types/health';
import { type CivilDate, type Instant, instantAt } from '../../../types/time';
import { no, type Verdict, yes } from '../../../types/verdict';

/** Years completed by the last day of the year. */
export const ageInYear = (birthDate: CivilDate, year: number): number => year - Number(birthDate.slice(0, 4));
/** Who is born on or before this day is due in that year. */
export const bornBy = (year: number, age: number): CivilDate => `${year - age}-12-31` as CivilDate;

/** Old enough in that year, and no result of it yet. */
export const isDue = (
  birthDate: CivilDate,
  year: number,
  age: number,
  appointment: Pick<Appointment, 'status'> | undefined,
): boolean => ageInYear(birthDate, year) >= age && appointment?.status !== 'done';

export const slotCloses = (slot: Pick<Slot, 'day' | 'from'>): Instant => instantAt(slot.day, slot.from);

export function canBook(
  slot: Slot,
  appointment: Pick<Appointment, 'status'> | undefined,
  now: Instant,
): Verdict<'SLOT_CLOSED' | 'ALREADY_BOOKED' | 'CHECKUP_DONE'> {
  if (appointment?.status === 'done') return no('CHECKUP_DONE');
  if (appointment?.status === 'booked') return no('ALREADY_BOOKED');
  return slot.open && now < slotCloses(slot) ? yes : no('SLOT_CLOSED');
}

export function canCancel(appointment: Pick<Appointment, 'status'>): Verdict<'ALREADY_CANCELLED' | 'CHECKUP_DONE'> {
  if (appointment.status === 'done') return no('CHECKUP_DONE');
  return appointment.status === 'cancelled' ? no('ALREADY_CANCELLED') : yes;
}

export const canTakeTransport = (appointment: Appointment): Verdict<'TRANSPORT_TAKEN'> =>
  appointment.status === 'booked' && appointment.transport === 'asked' ? yes : no('TRANSPORT_TAKEN');

export const canFinishTransport = (appointment: Appointment, account: string): Verdict<'NOT_RESPONDER'> =>
  appointment.transport === 'taken' && appointment.driver?.account === account ? yes : no('NOT_RESPONDER');

export const slotHolder = (elderId: string, round: number): string => `${elderId}~${round}`;
export const slotPlaces = (slotId: string): string => `checkup:${slotId}`;
/** Examined elsewhere: a result without a date of ours. */
export const NO_SLOT = 'none';
export const appointmentId = (year: number, elderId: string): string => `${year}~${elderId}`;
