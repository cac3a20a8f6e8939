/** What of the answer needs the family first. Pure. */
import type { DayView, EnrolmentView } from '../../../../types/care';
import { isAsked } from '../parts/day';
import type { MyCare } from '../queries';

/** Children whom nobody can account for: before anything else. */
export const missingOf = ({ children }: Pick<MyCare, 'children'>): { day: DayView; childName: string }[] =>
  children.flatMap(({ name: childName, today }) => today.filter(isAsked).map(day => ({ day, childName })));

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
