/** One's own cases in short: for the list, and for the row that leads to it. Pure. */
import type { CaseCard, OwnPromise } from '../../../../types/mediation';
import type { CivilDate, Instant } from '../../../../types/time';
import type { Tone } from '../../../components/Tag';
import type { MyCases } from '../queries';
import { nearMomentText } from '../words';

/** 漏水渗水，和赵建国; the other's name as far as the card says it. */
export function titleOf({ kindName, as, names }: CaseCard): string {
  const other = as === 'respondent' ? names?.applicant : names?.respondent;
  return other ? `${kindName}，和${other}` : kindName;
}

/** What to do, or else where it stands; and when one meets. */
export function lineOf({ next, statusText, meetsAt }: CaseCard, now: Instant): string {
  const meets = meetsAt ? `商谈时间：${nearMomentText(meetsAt, now)}` : undefined;
  return [next ?? statusText, meets].filter(Boolean).join('。');
}

/** How many cases go on and whether one waits, in a few words. */
export function casesText(mine: Pick<MyCases, 'cases' | 'offers' | 'promises'> | undefined): string | undefined {
  if (!mine) return undefined;
  const waiting = mine.cases.filter(({ next }) => next).length + mine.offers.length;
  if (waiting > 0) return `${waiting} 件等您办`;
  if (mine.promises.length > 0) return `${mine.promises.length} 件事要做`;
  return mine.cases.length > 0 ? `${mine.cases.length} 件在办` : '现在没有';
}

/** How much a promise hurries, in a word. */
export function dueTag(
  { dueOn, overdue }: Pick<OwnPromise, 'dueOn' | 'overdue'>,
  today: CivilDate,
): { word: string; tone: Tone } {
  if (overdue) return { word: '已经过期', tone: 'danger' };
  if (dueOn === today) return { word: '今天到期', tone: 'accent' };
  return { word: '还没做', tone: 'warning' };
}
