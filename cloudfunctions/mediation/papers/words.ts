/** How dates and people stand on a paper. Pure. */
import type { PersonContent } from '../../../types/mediation';
import { type CivilDate, clockText, dayOf, type Instant, minuteOf } from '../../../types/time';

/** `2026年11月26日` */
export const longDate = (day: CivilDate): string =>
  `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;
export const longMoment = (at: Instant): string => `${longDate(dayOf(at))} ${clockText(minuteOf(at))}`;
export const dayText = (at: Instant | undefined): string => (at === undefined ? '——' : longDate(dayOf(at)));

export const personLine = ({ name, phone, address }: PersonContent): string =>
  [name, phone && `电话 ${phone}`, address && `住址 ${address}`].filter(Boolean).join('，');

export const SIDE_NAME = { applicant: '申请人', respondent: '被申请人' } as const;
export const png = (base64: string): Uint8Array => Buffer.from(base64, 'base64');
