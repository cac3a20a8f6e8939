/** A date of the check-up and a result while they are being typed. */
import type { SlotView } from '../../../../types/safety';
import { type CivilDate, clockText, isCivilDate, readClock } from '../../../../types/time';

export interface SlotDraft {
  id?: string;
  day: string;
  from: string;
  to: string;
  place: string;
  capacity: string;
  open: boolean;
}
export type Wrong = Record<string, string>;
type SlotIn = Pick<SlotView, 'day' | 'from' | 'to' | 'place' | 'capacity' | 'open' | 'year'> & { id?: string };

const MOST_PLACES = 500;
const DAY = '请写年-月-日，比如 2026-12-01';

export const EMPTY_SLOT: SlotDraft = { day: '', from: '08:00', to: '11:00', place: '', capacity: '30', open: true };

export const draftOf = ({ id, day, from, to, place, capacity, open }: SlotView): SlotDraft => ({
  id,
  day,
  from: clockText(from),
  to: clockText(to),
  place,
  capacity: String(capacity),
  open,
});

/** @returns the date, and what is wrong with which line; empty when all is well */
export function readSlot({ id, day, from, to, place, capacity, open }: SlotDraft): { slot: SlotIn; wrong: Wrong } {
  const wrong: Wrong = {};
  if (!isCivilDate(day.trim())) wrong.day = DAY;
  const clocks = { from: readClock(from), to: readClock(to) };
  for (const key of ['from', 'to'] as const) if (clocks[key] === undefined) wrong[key] = '请写几点几分，比如 08:00';
  if (place.trim() === '') wrong.place = '请写在哪里体检';
  const places = /^\d{1,3}$/.test(capacity.trim()) ? Number(capacity) : 0;
  if (places < 1 || places > MOST_PLACES) wrong.capacity = `请写 1 到 ${MOST_PLACES} 之间的人数`;
  const slot = {
    ...(id ? { id } : {}),
    day: day.trim() as CivilDate,
    year: Number(day.trim().slice(0, 4)),
    from: clocks.from as SlotIn['from'],
    to: clocks.to as SlotIn['to'],
    place: place.trim(),
    capacity: places,
    open,
  };
  return { slot, wrong };
}

/** @returns what is wrong with which line of a result; empty when all is well */
export function wrongInResult({ day, summary }: { day: string; summary: string }): Wrong {
  const wrong: Wrong = {};
  if (!isCivilDate(day.trim())) wrong.day = DAY;
  if (summary.trim() === '') wrong.summary = '请写结果，比如 血压偏高，其他正常';
  return wrong;
}
