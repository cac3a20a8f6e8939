/** The agreement while it is being written: begun from the clauses of its kind, read as a paper beside it. Pure. */
import type { InputOf, OutputOf } from '../../../../types/contract';
import type { AgreementContent, CaseView, MediationContract, PartySide } from '../../../../types/mediation';
import { addDays, type CivilDate } from '../../../../types/time';
import { readDay } from '../../desk/people/draft';
import { SIDE_TEXT } from '../../mediation/words';
import { fullDay } from '../words';

export interface PromiseDraft {
  key: string;
  by: PartySide;
  what: string;
  manner: string;
  dueOn: string;
}

export interface AgreementDraft {
  form: 'written' | 'oral';
  facts: string;
  terms: string[];
  promises: PromiseDraft[];
  place: string;
}

export type Start = OutputOf<MediationContract, 'agreementStart'>;
export type Wrong = Record<string, string>;

const WEEK = 7;

export const newPromise = (today: CivilDate, number: number): PromiseDraft => ({
  key: `p${number}`,
  by: 'respondent',
  what: '',
  manner: '',
  dueOn: addDays(today, WEEK),
});

/** From what stands already, or from the facts of the application. */
export function draftOf(
  start: Start,
  before: AgreementContent | undefined,
  form: AgreementDraft['form'] = 'written',
): AgreementDraft {
  if (!before) return { form, facts: start.facts, terms: [], promises: [], place: '' };
  return {
    form,
    facts: before.facts,
    terms: before.terms,
    promises: before.promises.map((promise, i) => ({ ...promise, key: `p${i}` })),
    place: before.place,
  };
}

/** What has to be put right, by line. A promise without a day cannot be reminded of. */
export function wrongIn(draft: AgreementDraft, today: CivilDate): Wrong {
  const wrong: Wrong = {};
  if (!draft.facts.trim()) wrong.facts = '请写清楚为了什么事';
  if (!draft.place.trim()) wrong.place = '请写在哪里达成的，比如社区调解室';
  if (draft.terms.filter(term => term.trim()).length === 0) wrong.terms = '至少写一条约定';
  for (const promise of draft.promises) {
    const day = readDay(promise.dueOn);
    if (!promise.what.trim()) wrong[`${promise.key}.what`] = '请写做什么';
    if (!promise.manner.trim()) wrong[`${promise.key}.manner`] = '请写怎么做，比如请师傅上门、转账';
    if (!day) wrong[`${promise.key}.dueOn`] = '请写年月日，比如 2026-12-03';
    else if (day < today) wrong[`${promise.key}.dueOn`] = '这一天已经过去了';
  }
  return wrong;
}

/** As the contract wants it; call it when nothing is wrong. */
export const inputOf = (id: string, draft: AgreementDraft): InputOf<MediationContract, 'draftAgreement'> => ({
  id,
  form: draft.form,
  facts: draft.facts.trim(),
  terms: draft.terms.map(term => term.trim()).filter(Boolean),
  promises: draft.promises.map(({ by, what, manner, dueOn }) => ({
    by,
    what: what.trim(),
    manner: manner.trim(),
    dueOn: readDay(dueOn) as CivilDate,
  })),
  place: draft.place.trim(),
});

const dayText = (text: string): string => {
  const day = readDay(text);
  return day ? fullDay(day as CivilDate) : '……';
};
const typed = (text: string): string => text.trim() || '……';

/** The paper as both will read it, section by section. */
export function previewOf(
  draft: AgreementDraft,
  view: Pick<CaseView, 'applicant' | 'respondent' | 'panel'>,
): { name: string; lines: string[] }[] {
  const who = (side: PartySide) => {
    const known = view[side];
    return [`${SIDE_TEXT[side]}：${known?.name ?? '……'}`, known?.address, known?.phone].filter(Boolean).join('，');
  };
  return [
    { name: '当事人', lines: [who('applicant'), who('respondent')] },
    { name: '纠纷的主要事实', lines: [typed(draft.facts)] },
    {
      name: '双方约定',
      lines: draft.terms.filter(term => term.trim()).map((term, i) => `${i + 1}. ${term.trim()}`),
    },
    {
      name: '谁在什么时候做什么',
      lines: draft.promises.map(
        each => `${SIDE_TEXT[each.by]}在${dayText(each.dueOn)}前${typed(each.what)}（${typed(each.manner)}）。`,
      ),
    },
    {
      name: '其他',
      lines: [
        draft.form === 'written'
          ? '本协议双方签名、调解员签名并加盖调委会印章后生效，双方各执一份，调委会留存一份。'
          : '这是口头协议，由调解员记录，自达成之日起生效。',
        `地点：${typed(draft.place)}`,
        `调解员：${view.panel.map(each => each.name).join('、')}`,
      ],
    },
  ].filter(section => section.lines.length > 0);
}
