/** Times to offer for a talk: whole hours of the coming days, none that is over. */
import { type CivilDate, clockText, dateText, dayOf, dayText, type Instant, instantAt, minuteOf } from '../../../../types/time';

/** Rooms are held by the hour, so talks begin on the hour; the evening is when people are at home. */
export const HOURS = [9, 10, 11, 14, 15, 16, 17, 19, 20] as const;
export const MOST_SLOTS = 8;

export const slotsOf = (day: CivilDate, now: Instant): Instant[] =>
  HOURS.map(hour => instantAt(day, hour * 60)).filter(at => at > now);

/** Adds or takes away; in order of time; never more than the contract takes. */
export function toggled(slots: readonly Instant[], at: Instant): Instant[] {
  if (slots.includes(at)) return slots.filter(each => each !== at);
  return slots.length >= MOST_SLOTS ? [...slots] : [...slots, at].sort((a, b) => a - b);
}

/** 周五 11月27日 15:00 */
export function slotText(at: Instant, now: Instant): string {
  const day = dayOf(at);
  const near = dayText(day, dayOf(now));
  return `${near === dateText(day) ? near : `${near} ${dateText(day)}`} ${clockText(minuteOf(at))}`;
}

/** What suits a side, and what suits both. */
export function suitText(slots: { applicant: readonly Instant[]; respondent: readonly Instant[] }, at: Instant): string {
  const [a, b] = [slots.applicant.includes(at), slots.respondent.includes(at)];
  if (a && b) return '双方都行';
  if (a) return '申请人可以';
  return b ? '被申请人可以' : '';
}
