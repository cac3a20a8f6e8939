/** 值班 of one day while it is being written. */
import type { DutyDay, ShiftView } from '../../../../types/safety';
import { addDays, type CivilDate, clockText, dayText, readClock } from '../../../../types/time';
import type { Tone } from '../../../components/Tag';
import { systemNow } from '../../../services/platform';

export type Person = NonNullable<ShiftView['person']>;
export interface ShiftDraft {
  id: string;
  name: string;
  from: string;
  to: string;
  person?: Person;
  substitute?: Person;
  away: boolean;
}
export type Wrong = Record<string, string>;
type ShiftIn = Pick<ShiftView, 'id' | 'name' | 'from' | 'to' | 'person' | 'substitute' | 'away'>;

/** What a day begins with when nothing stands there yet: a day and a night. */
const FIRST: readonly Omit<ShiftDraft, 'id' | 'away'>[] = [
  { name: '白班', from: '08:00', to: '18:00' },
  { name: '夜班', from: '18:00', to: '08:00' },
];

const newId = (i: number): string => `s${systemNow().toString(36)}${i}`;

export const draftOf = (day: DutyDay): ShiftDraft[] =>
  day.shifts.length > 0
    ? day.shifts.map(({ id, name, from, to, person, substitute, away }) => ({
        id,
        name,
        from: clockText(from),
        to: clockText(to),
        ...(person ? { person } : {}),
        ...(substitute ? { substitute } : {}),
        away,
      }))
    : FIRST.map((shift, i) => ({ ...shift, id: newId(i), away: false }));

export const newShift = (draft: readonly ShiftDraft[]): ShiftDraft => ({
  id: newId(draft.length),
  name: '',
  from: '',
  to: '',
  away: false,
});

/** @returns the shifts to send, and what is wrong with which line; empty when all is well */
export function readDraft(draft: readonly ShiftDraft[]): { shifts: ShiftIn[]; wrong: Wrong } {
  const wrong: Wrong = {};
  const clock = (text: string, key: string) => {
    const read = readClock(text);
    if (read === undefined) wrong[key] = '请写几点几分，比如 08:00';
    return read as ShiftIn['from'];
  };
  const shifts = draft.map(({ id, name, from, to, person, substitute, away }) => {
    if (name.trim() === '') wrong[`${id}.name`] = '请写班次，比如 白班';
    return {
      id,
      name: name.trim(),
      from: clock(from, `${id}.from`),
      to: clock(to, `${id}.to`),
      ...(person ? { person } : {}),
      ...(substitute ? { substitute } : {}),
      away,
    };
  });
  return { shifts, wrong };
}

/** How a day stands, in a word; a day on which nobody would come shows red from the day before. */
export function dayState({ day, empty, shifts }: DutyDay, today: CivilDate): { word: string; tone: Tone } | undefined {
  if (day < today) return undefined;
  if (!empty) return { word: '已排好', tone: 'success' };
  const soon = day <= addDays(today, 1);
  const what = shifts.length === 0 ? '没有排班' : '有班没人';
  return soon ? { word: `${dayText(day, today)}${what}`, tone: 'danger' } : { word: what, tone: 'warning' };
}

/** 陈社工；不能来，由王主任替 */
export function whoText({ person, substitute, away }: Pick<ShiftView, 'person' | 'substitute' | 'away'>): string {
  if (away) return `${person?.name ?? '值班人'}不能来，${substitute ? `${substitute.name}替` : '没有人替'}`;
  if (!person) return substitute ? `${substitute.name}（替班）` : '没有人';
  return substitute ? `${person.name}（替班 ${substitute.name}）` : person.name;
}
