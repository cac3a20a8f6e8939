/** A walk-in's application: the residents' own questions, and who it is that staff write for. Pure. */
import type { Guide } from '../../../../types/mediation';
import { type Application, type Draft, type Gaps, gapsOf, inputOf, type Step, stepsOf } from '../../mediation/apply/draft';
import type { Person } from '../parts/FindPerson';

export interface Who {
  /** On the roster, or a visitor whom it does not know. */
  by: 'roster' | 'walkIn';
  resident: Person | undefined;
  name: string;
  phone: string;
  address: string;
  /** The other side, when the roster knows it. */
  other: Person | undefined;
}

export const NOBODY: Who = {
  by: 'roster',
  resident: undefined,
  name: '',
  phone: '',
  address: '',
  other: undefined,
};

const PHONE = /^1[3-9]\d{9}$/;

export type WhoGaps = Partial<Record<'resident' | 'name' | 'phone', string>>;

export function whoGaps({ by, resident, name, phone }: Who): WhoGaps {
  if (by === 'roster') return resident ? {} : { resident: '请找到申请人，或选“不在名册里”。' };
  return {
    ...(name.trim() ? {} : { name: '请写姓名' }),
    ...(phone.trim() === '' || PHONE.test(phone.trim()) ? {} : { phone: '手机号是 11 位数字；没有就空着' }),
  };
}

/** The questions of the residents' pages in their order; a respondent found in the roster is not asked for again. */
export const questionsFor = (draft: Draft, kinds: Guide['kinds'], who: Who): Step[] =>
  stepsOf(draft, kinds, false).filter(step => step !== 'check' && !(step === 'whom' && who.other));

export const gapsOn = (steps: readonly Step[], draft: Draft): Gaps =>
  Object.assign({}, ...steps.map(step => gapsOf(step, draft))) as Gaps;

/** As the contract wants it; call it when nothing is missing. */
export function applicationOf(draft: Draft, kinds: Guide['kinds'], who: Who): Application {
  const { forResident: _forWhom, ...application } = inputOf(draft, kinds);
  return {
    ...application,
    ...(who.by === 'roster'
      ? { forResident: who.resident?.id ?? '' }
      : {
          walkIn: {
            name: who.name.trim(),
            ...(who.phone.trim() ? { phone: who.phone.trim() } : {}),
            ...(who.address.trim() ? { address: who.address.trim() } : {}),
          },
        }),
    ...(who.other
      ? { respondent: { residentId: who.other.id, name: who.other.name, address: who.other.address, is: 'resident' } }
      : {}),
  };
}
