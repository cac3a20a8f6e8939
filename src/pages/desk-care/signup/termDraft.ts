/** A term while the office types it; read into the contract's form when it is saved. Pure. */
import type { CareContract } from '../../../../types/care';
import type { InputOf } from '../../../../types/contract';
import type { CivilDate } from '../../../../types/time';
import { readDay } from '../../desk/people/draft';
import type { Term } from '../queries';

export type Wrong = Record<string, string>;
export interface HolidayDraft {
  key: string;
  from: string;
  to: string;
  name: string;
}
export interface TermDraft {
  id?: string;
  name: string;
  first: string;
  last: string;
  holidays: HolidayDraft[];
}

const WRONG_DAY = '请写年月日，比如 2027-02-22';

export const termDraft = (term?: Term): TermDraft =>
  term
    ? {
        id: term.id,
        name: term.name,
        first: term.first,
        last: term.last,
        holidays: term.holidays.map((each, i) => ({ key: `h${i}`, ...each })),
      }
    : { name: '', first: '', last: '', holidays: [] };

/** A key that no holiday of this draft has. */
export function newKey(holidays: readonly HolidayDraft[]): string {
  for (let number = holidays.length; ; number += 1) if (!holidays.some(({ key }) => key === `h${number}`)) return `h${number}`;
}

/** @returns what is saved, and what is wrong with which line; empty when all is well */
export function readTerm(draft: TermDraft): { term: InputOf<CareContract, 'saveTerm'>; wrong: Wrong } {
  const wrong: Wrong = {};
  const day = (key: string, text: string): CivilDate => {
    const read = readDay(text);
    if (!read) wrong[key] = WRONG_DAY;
    return (read ?? '') as CivilDate;
  };
  if (!draft.name.trim()) wrong.name = '请写学期的名字，比如 2027年春季';
  const term = {
    ...(draft.id ? { id: draft.id } : {}),
    name: draft.name.trim(),
    first: day('first', draft.first),
    last: day('last', draft.last),
    holidays: draft.holidays.map(({ key, from, to, name }) => {
      if (!name.trim()) wrong[`${key}.name`] = '请写假期的名字，或者去掉这一条';
      return { from: day(`${key}.from`, from), to: day(`${key}.to`, to || from), name: name.trim() };
    }),
  };
  return { term, wrong };
}
