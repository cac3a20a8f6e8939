/** A notice on paper, for lifts and doors. */
import type { Notice } from '../../types/notices';
import { clockText, dateText, dayOf, type Instant, minuteOf, weekdayText } from '../../types/time';
import type { Poster } from '../_shared/papers';
import { CATEGORY_WORD } from './words';

/** So much of the text is read standing in a lift; the rest is behind the code. */
const MOST_TEXT = 160;

const moment = (at: Instant): string => {
  const day = dayOf(at);
  return `${dateText(day)} ${weekdayText(day)} ${clockText(minuteOf(at))}`;
};

/** 11月27日 周五 08:00–12:00 */
function spanText(startsAt: Instant | undefined, endsAt: Instant | undefined): string | undefined {
  if (startsAt === undefined) return endsAt === undefined ? undefined : `${moment(endsAt)}前`;
  if (endsAt === undefined) return moment(startsAt);
  const end = dayOf(startsAt) === dayOf(endsAt) ? clockText(minuteOf(endsAt)) : moment(endsAt);
  return `${moment(startsAt)}–${end}`;
}

const short = (text: string): string => {
  const characters = [...text];
  return characters.length <= MOST_TEXT ? text : `${characters.slice(0, MOST_TEXT).join('')}……`;
};

/** @param link what the code opens; without it the poster has none */
export function posterOf(
  notice: Pick<Notice, 'title' | 'body' | 'place' | 'startsAt' | 'endsAt' | 'category' | 'emergency' | 'sentAt'>,
  community: { name: string; phone: string },
  link: string | undefined,
): Poster {
  const span = spanText(notice.startsAt, notice.endsAt);
  const facts: [string, string][] = [
    ...(span ? [['时间', span] as [string, string]] : []),
    ...(notice.place ? [['地点', notice.place] as [string, string]] : []),
  ];
  return {
    from: community.name,
    mark: notice.emergency ? '紧急通知' : CATEGORY_WORD[notice.category],
    title: notice.title,
    text: short(notice.body),
    facts,
    ...(link ? { qr: { text: link, caption: '微信扫一扫，看全文' } } : {}),
    ask: `有疑问请打 ${community.phone}`,
    ...(notice.emergency ? { color: '#c81e1e' as const } : {}),
    ...(notice.sentAt === undefined ? {} : { date: dateText(dayOf(notice.sentAt)) }),
  };
}
