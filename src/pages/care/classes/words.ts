/** A class as a family compares it: when it opens, what is left, what it costs. Pure; whether a child may join is said by the server. */
import { yuanText } from '../../../../types/money';
import type { Instant } from '../../../../types/time';
import type { Tone } from '../../../components/Tag';
import type { ClassOffer } from '../queries';
import { ENROLMENT, LIVE, momentText } from '../words';

type Facts = Pick<ClassOffer, 'opensAt' | 'closesAt' | 'left' | 'mode' | 'waiting' | 'enrolment'>;

/** How it stands, in a word: mine first, then the time, then the places. */
export function stateOf(
  { opensAt, closesAt, left, mode, waiting, enrolment }: Facts,
  now: Instant,
): { word: string; tone: Tone } {
  if (enrolment && LIVE.includes(enrolment.status)) {
    const { word, tone } = ENROLMENT[enrolment.status];
    return { word: enrolment.position ? `候补第 ${enrolment.position} 位` : word, tone };
  }
  if (now < opensAt) return { word: `${momentText(opensAt, now)} 开始报名`, tone: 'info' };
  if (now >= closesAt) return { word: '报名结束', tone: 'neutral' };
  if (mode === 'draw') return { word: '抽签，报名中', tone: 'success' };
  if (left > 0) return { word: `还有 ${left} 个名额`, tone: 'success' };
  return { word: waiting > 0 ? `满了，${waiting} 人候补` : '满了，可以候补', tone: 'warning' };
}

/** ¥800 一学期; 不收费. */
export const feeText = ({ fee }: Pick<ClassOffer, 'fee'>): string => (fee > 0 ? `${yuanText(fee)} 一学期` : '不收费');

export interface TermOfClasses {
  termId: string;
  name: string;
  first: ClassOffer['first'];
  last: ClassOffer['last'];
  classes: ClassOffer[];
}

/** Classes by term, in the order the server gave. */
export function termsOf(classes: readonly ClassOffer[]): TermOfClasses[] {
  const terms = new Map<string, TermOfClasses>();
  for (const each of classes) {
    const { termId, termName: name, first, last } = each;
    const term = terms.get(termId) ?? { termId, name, first, last, classes: [] };
    term.classes.push(each);
    terms.set(termId, term);
  }
  return [...terms.values()];
}
