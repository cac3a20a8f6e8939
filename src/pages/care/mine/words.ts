/** What of the answer needs the family first. Pure. */
import type { DayView, EnrolmentView } from '../../../../types/care';
import { sentenceOf } from '../../../services/sentences';
import { isAsked } from '../parts/day';
import type { MyCare, MyChild } from '../queries';

/** Children whom nobody can account for: before anything else. */
export const missingOf = ({ children }: Pick<MyCare, 'children'>): { day: DayView; childName: string }[] =>
  children.flatMap(({ name: childName, today }) => today.filter(isAsked).map(day => ({ day, childName })));

/** What is not in order with a child, in a sentence each; a consent has a card of its own. */
export const lacksOf = ({ may, enrolments }: Pick<MyChild, 'may' | 'enrolments'>): string[] => [
  ...(may.decide.ok ? [] : [`${sentenceOf(may.decide.code, may.decide.details).title}，您可以看，不能改。`]),
  ...enrolments.flatMap(({ className, priority }) => {
    if (priority?.state === 'asked') return [`${className}：${priority.name}的材料，等老师核对。`];
    return priority?.state === 'refused' ? [`${className}：${priority.name}没有核对上，不算优先。有疑问请打托管电话。`] : [];
  }),
];

/** Offers to answer, the one that runs out first at the top. */
export const offersOf = ({ children }: Pick<MyCare, 'children'>): EnrolmentView[] =>
  children
    .flatMap(({ enrolments }) => enrolments)
    .filter(({ status }) => status === 'offered')
    .sort((a, b) => (a.offerUntil ?? 0) - (b.offerUntil ?? 0));

/** 四点半学堂 · 社区服务中心二楼; on a day without care, why. */
export function whereText({ care, open, dayName }: Pick<MyCare, 'care' | 'open' | 'dayName'>): string {
  const where = [care.name, care.place].filter(Boolean).join(' · ');
  if (!open) return `今天没有托管${dayName ? `：${dayName}` : ''}`;
  return dayName ? `${where}（${dayName}）` : where;
}
