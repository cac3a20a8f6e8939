/** What the pieces of a case say on a party's page, and in which order. Pure. */
import type { CaseView, PartView } from '../../../../types/mediation';
import { PIECE_TEXT } from '../words';

/** Pieces that have a place of their own on the page, or are no reading matter. */
const ELSEWHERE: readonly PartView['kind'][] = ['agreement', 'signature', 'seal', 'summary', 'ending', 'party', 'evidence'];

const SPOKEN: { [K in PartView['kind']]?: (part: Extract<PartView, { kind: K }>) => string } = {
  application: ({ content: { what, where, since, fair, answers } }) =>
    [
      what,
      `地点：${where}`,
      `时间：${since}`,
      `希望：${fair}`,
      ...answers.map(({ question, answer }) => `${question}${answer}`),
    ].join('\n'),
  attorney: ({ content: { name, relation, scope } }) => `${name}（${relation}）：${scope}`,
  specialist: ({ content: { profession, name } }) => `${profession} ${name}`,
  record: ({ content: { text, place, present } }) =>
    [`地点：${place}`, `到场：${present.map(({ name }) => name).join('、')}`, text].join('\n'),
};

/** The words of a piece; those without a form of their own are plain text. */
export function wordsOf(part: PartView): string {
  const say = SPOKEN[part.kind] as ((each: PartView) => string) | undefined;
  if (say) return say(part);
  return 'text' in part.content ? part.content.text : '';
}

/** 谁写的: for the reader's own pieces 我. */
export function fromText(part: Pick<PartView, 'from' | 'onBehalf'>, as: CaseView['as']): string {
  if (part.from === as) return part.onBehalf ? '我（工作人员代办）' : '我';
  if (part.from === 'panel') return '调解员';
  return part.from === 'office' ? '社区' : '对方';
}

/** What a piece is, for this reader: one's own wish is not the other's. */
export const titleOf = (part: PartView, as: CaseView['as']): string =>
  part.kind === 'counterClaim' && part.from === as ? '我的要求' : PIECE_TEXT[part.kind];

/** What both can read, and what only this side and the panel can; newest first. */
export function shelvesOf({ parts, status }: Pick<CaseView, 'parts' | 'status'>): { shared: PartView[]; own: PartView[] } {
  // What the committee asks stands above while it waits for an answer.
  const asked = status === 'moreAsked' ? 'moreAsked' : undefined;
  const shown = parts.filter(({ kind }) => kind !== asked && !ELSEWHERE.includes(kind)).sort((a, b) => b.at - a.at);
  return {
    shared: shown.filter(({ visible }) => visible === 'shared'),
    own: shown.filter(({ visible }) => visible !== 'shared'),
  };
}
