/** The words of a notice as messages, and to whom they go. Pure. */
import type { MessageKind } from '../../types/messages';
import type { Notice, Reminder } from '../../types/notices';
import { clockText, dayOf, type Instant, minuteOf } from '../../types/time';
import { type Addressee, POST_MOST } from '../_shared/collection';
import { post, type Tell } from '../_shared/tell';
import type { Recipient } from './collections';
import { aboutOf, addresseeRef, summaryOf } from './rules';
import { CATEGORY_WORD } from './words';

export const kindOf = (notice: Pick<Notice, 'emergency'>): MessageKind => (notice.emergency ? 'noticeUrgent' : 'notice');

/** A reminder of an emergency is as loud as the emergency. */
export const reminderKind = (notice: Pick<Notice, 'emergency'>, whom: Reminder['whom']): MessageKind =>
  notice.emergency ? 'noticeUrgent' : whom === 'unconfirmed' ? 'noticeConfirm' : 'noticeReminder';

/** `2026年11月22日 11:00`, as WeChat's time field wants it. */
export function timeText(at: Instant): string {
  const day = dayOf(at);
  return `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日 ${clockText(minuteOf(at))}`;
}

type Sent = Pick<Notice, 'title' | 'body' | 'category' | 'startsAt' | 'byName'> & { id: string };

export const wordsOf = (notice: Sent, now: Instant, extra: Record<string, string> = {}): Record<string, string> => ({
  who: '',
  noticeId: notice.id,
  forId: '',
  title: notice.title,
  summary: summaryOf(notice.body),
  category: CATEGORY_WORD[notice.category],
  time: timeText(notice.startsAt ?? now),
  publisher: notice.byName,
  ...extra,
});

/** The person; or each relative of an elder without an account, who reads for whom it is. `phone`: where a text or a call shall reach. */
export function addresseesOf(person: Recipient, phone: string | undefined): Addressee[] {
  if (person.accounts.length === 0) return phone ? [{ ref: person.ref, phone }] : [];
  const own = person.way === 'family' ? { data: { who: `替${person.name}看：`, forId: person.ref } } : {};
  return person.accounts.map((account, nth) => ({
    ref: addresseeRef(person.ref, nth),
    account,
    ...(nth === 0 && phone ? { phone } : {}),
    ...own,
  }));
}

/** As many posts as the addressees need. */
export function postsOf(kind: MessageKind, notice: Sent, to: readonly Addressee[], words: Record<string, string>): Tell[] {
  return Array.from({ length: Math.ceil(to.length / POST_MOST) }, (_part, n) =>
    post(kind, to.slice(n * POST_MOST, (n + 1) * POST_MOST), words, aboutOf(notice.id)),
  );
}
