/** The agreement as it is read, and as it is read aloud. Pure. */
import type { AgreementContent, CaseView } from '../../../../types/mediation';
import { dateText } from '../../../../types/time';
import { contentsOf, SIDE_TEXT } from '../words';

/** The words of the round that counts now; undefined: not for this person, or not there yet. */
export function agreementOf(view: Pick<CaseView, 'agreement' | 'parts'>): AgreementContent | undefined {
  return contentsOf(view.parts, 'agreement').find(({ id }) => id === view.agreement?.partId)?.content;
}

export const promiseText = (
  { by, what, manner, dueOn }: AgreementContent['promises'][number],
  content: AgreementContent,
): string => `${content[by].name}：${what}。${manner}，${dateText(dueOn)}前做完。`;

/** All of it, in order, for the ear. */
export const spokenAgreement = (content: AgreementContent): string =>
  [
    '调解协议书',
    `${SIDE_TEXT.applicant}，${content.applicant.name}`,
    `${SIDE_TEXT.respondent}，${content.respondent.name}`,
    '事情经过',
    content.facts,
    '双方说好',
    ...content.terms.map((term, at) => `第${at + 1}条，${term}`),
    ...content.promises.map(promise => promiseText(promise, content)),
  ].join('。');

/** Who has signed: in the order of the law, each in words. */
export function signaturesOf(view: Pick<CaseView, 'agreement' | 'names'>): { who: string; done: boolean }[] {
  const signed = view.agreement?.signed;
  if (!signed) return [];
  return [
    { who: view.names?.applicant ?? SIDE_TEXT.applicant, done: signed.applicant !== undefined },
    { who: view.names?.respondent ?? SIDE_TEXT.respondent, done: signed.respondent !== undefined },
    { who: '调解员', done: signed.mediator !== undefined },
    { who: '调委会盖章', done: signed.seal !== undefined },
  ];
}
