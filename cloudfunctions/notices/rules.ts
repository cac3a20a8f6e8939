/** The rules of notices, each a pure function. Sources: domain.md "Notices"; numbers and hours are settings of the community. */
import type { GrantedRole, Role } from '../../types/contract';
import type { Binding, Grant } from '../../types/directory';
import {
  type EyesReason,
  type Group,
  NOTICE_STEPS,
  type Notice,
  type NoticeSettings,
  type NoticeStatus,
  type Receipt,
  type Reminder,
} from '../../types/notices';
import { type Instant, MINUTE_MS } from '../../types/time';
import { no, type Verdict, yes } from '../../types/verdict';

/** The part of a session that rules look at. */
export type Actor = {
  readonly accountId: string;
  readonly residentId?: string;
  readonly roles: ReadonlySet<Role>;
  readonly grants: readonly Grant[];
};

export const isOffice = (actor: Pick<Actor, 'roles'>): boolean => actor.roles.has('office') || actor.roles.has('admin');
export const canStep = (from: NoticeStatus, to: NoticeStatus): boolean => NOTICE_STEPS[from].includes(to);

/** The office always; others by a role that the community lets send. */
export function mayWrite(actor: Pick<Actor, 'roles'>, senders: readonly GrantedRole[]): Verdict<'NOT_YOURS_TO_SEND'> {
  return isOffice(actor) || senders.some(role => actor.roles.has(role)) ? yes : no('NOT_YOURS_TO_SEND');
}

export const mayBeEmergency = (actor: Pick<Actor, 'roles'>): Verdict<'EMERGENCY_BY_OFFICE'> =>
  isOffice(actor) ? yes : no('EMERGENCY_BY_OFFICE');

type Sender = Pick<Actor, 'accountId' | 'roles'>;
type Owned = Pick<Notice, 'by' | 'status'>;

/** One's own, as long as one may write at all; the office everyone's. */
export function mayManage(
  notice: Pick<Notice, 'by'>,
  actor: Sender,
  senders: readonly GrantedRole[],
): Verdict<'NOT_YOURS_TO_SEND'> {
  if (isOffice(actor)) return yes;
  return notice.by === actor.accountId ? mayWrite(actor, senders) : no('NOT_YOURS_TO_SEND');
}

/** What is out stays as it was; it can only be recalled. */
export function mayEdit(
  notice: Owned,
  actor: Sender,
  senders: readonly GrantedRole[],
): Verdict<'NOT_YOURS_TO_SEND' | 'NOTICE_IS_OUT'> {
  const mine = mayManage(notice, actor, senders);
  return mine.ok && notice.status !== 'draft' ? no('NOTICE_IS_OUT') : mine;
}

export function mayTakeBack(
  notice: Owned,
  actor: Sender,
  senders: readonly GrantedRole[],
): Verdict<'NOT_YOURS_TO_SEND' | 'NOTICE_IS_OUT'> {
  const mine = mayManage(notice, actor, senders);
  return mine.ok && !canStep(notice.status, 'draft') ? no('NOTICE_IS_OUT') : mine;
}

type Timed = Pick<Notice, 'startsAt' | 'endsAt' | 'expiresAt'>;

export function timesAgree(words: Timed, now: Instant): Verdict<'ENDS_BEFORE_START' | 'EXPIRES_TOO_EARLY'> {
  if (words.endsAt !== undefined && words.endsAt < (words.startsAt ?? 0)) return no('ENDS_BEFORE_START');
  return expiresAfter(words, now);
}
/** Nobody gets a notice whose time is over when it comes. */
export const expiresAfter = (words: Pick<Notice, 'expiresAt'>, at: Instant): Verdict<'EXPIRES_TOO_EARLY'> =>
  words.expiresAt !== undefined && words.expiresAt <= at ? no('EXPIRES_TOO_EARLY', { at: words.expiresAt }) : yes;

const BLANK = /【[^】]{0,40}】/;
/** A template's blanks must all be filled in. */
export function noBlanks(words: Pick<Notice, 'title' | 'body' | 'place'>): Verdict<'BLANKS_LEFT'> {
  const blank = BLANK.exec(`${words.title}\n${words.body}\n${words.place ?? ''}`);
  return blank ? no('BLANKS_LEFT', { blank: blank[0] }) : yes;
}

/** Why a second person looks first: an emergency, more than so many people, or a text that WeChat finds doubtful. */
export function eyesReasons(
  notice: Pick<Notice, 'emergency' | 'frozen'>,
  settings: Pick<NoticeSettings, 'eyesAbove'>,
): EyesReason[] {
  const reasons: EyesReason[] = [];
  if (notice.emergency) reasons.push('emergency');
  if ((notice.frozen?.total ?? 0) > settings.eyesAbove) reasons.push('many');
  if (notice.frozen?.check.suggest === 'review') reasons.push('text');
  return reasons;
}

type Previewed = Pick<Notice, 'frozen'>;
/** Only the very list that was shown; a newer preview, or none, is not it. */
export const isPreviewed = (notice: Previewed, frozenId: string): Verdict<'PREVIEW_FIRST'> =>
  notice.frozen?.id === frozenId ? yes : no('PREVIEW_FIRST');

export function maySend(
  notice: Owned & Previewed & Pick<Notice, 'expiresAt'>,
  actor: Sender,
  senders: readonly GrantedRole[],
  at: Instant,
): Verdict<'NOT_YOURS_TO_SEND' | 'NOTICE_IS_OUT' | 'PREVIEW_FIRST' | 'TEXT_RISKY' | 'EXPIRES_TOO_EARLY'> {
  const mine = mayEdit(notice, actor, senders);
  if (!mine.ok) return mine;
  if (!notice.frozen) return no('PREVIEW_FIRST');
  return notice.frozen.check.suggest === 'risky' ? no('TEXT_RISKY') : expiresAfter(notice, at);
}

/** The office, never the author. */
export function mayApprove(notice: Owned, actor: Sender): Verdict<'NOT_WAITING_FOR_EYES' | 'OTHER_EYES_NEEDED'> {
  if (notice.status !== 'waitingForEyes') return no('NOT_WAITING_FOR_EYES');
  return isOffice(actor) && notice.by !== actor.accountId ? yes : no('OTHER_EYES_NEEDED');
}

const OUT: readonly NoticeStatus[] = ['sending', 'sent'];
export const isOut = (status: NoticeStatus): boolean => OUT.includes(status);

function stillOut(notice: Pick<Notice, 'status'>): Verdict<'NOT_OUT' | 'ALREADY_RECALLED'> {
  if (notice.status === 'recalled') return no('ALREADY_RECALLED');
  return isOut(notice.status) ? yes : no('NOT_OUT');
}

/** Recalling, pinning, opening the doors: the author or the office, while it is out. */
export function mayHandle(
  notice: Owned,
  actor: Sender,
  senders: readonly GrantedRole[],
): Verdict<'NOT_YOURS_TO_SEND' | 'NOT_OUT' | 'ALREADY_RECALLED'> {
  const mine = mayManage(notice, actor, senders);
  return mine.ok ? stillOut(notice) : mine;
}

type Remindable = Owned & Pick<Notice, 'reminders' | 'needsConfirmation' | 'expiresAt' | 'doneAt'>;

/** At most one reminder in so many minutes, and the first one so long after the letters. */
export function mayRemind(
  notice: Remindable,
  whom: Reminder['whom'],
  actor: Sender,
  settings: Pick<NoticeSettings, 'senders' | 'remindMinutes'>,
  now: Instant,
): Verdict<
  'NOT_YOURS_TO_SEND' | 'NOT_OUT' | 'ALREADY_RECALLED' | 'REMINDED_LATELY' | 'NO_CONFIRMATION_ASKED' | 'NOTICE_IS_OVER'
> {
  const handled = mayHandle(notice, actor, settings.senders);
  if (!handled.ok) return handled;
  if (notice.doneAt === undefined) return no('NOT_OUT');
  if (whom === 'unconfirmed' && !notice.needsConfirmation) return no('NO_CONFIRMATION_ASKED');
  if (isExpired(notice, now)) return no('NOTICE_IS_OVER');
  const next = (notice.reminders.at(-1)?.at ?? 0) + settings.remindMinutes * MINUTE_MS;
  return now < next ? no('REMINDED_LATELY', { at: next }) : yes;
}

export const isExpired = (notice: Pick<Notice, 'expiresAt'>, now: Instant): boolean =>
  notice.expiresAt !== undefined && notice.expiresAt <= now;

/** Letters, a correction or a reminder are still leaving. */
export const isBusy = (notice: Pick<Notice, 'status' | 'recall' | 'reminders'>): boolean =>
  notice.status === 'sending' ||
  (notice.status === 'recalled' && notice.recall?.done === false) ||
  (notice.status === 'sent' && notice.reminders.some(reminder => !reminder.done));

/** A relative whose binding is confirmed reads and confirms for the elder. */
export const mayReadFor = (elder: { family: readonly Binding[] } | undefined, accountId: string): Verdict<'NOT_YOUR_ELDER'> =>
  elder?.family.some(binding => binding.accountId === accountId && binding.status === 'confirmed') ? yes : no('NOT_YOUR_ELDER');

export function mayConfirm(
  notice: Pick<Notice, 'needsConfirmation' | 'status'>,
  receipt: Pick<Receipt, 'progress'>,
): Verdict<'NO_CONFIRMATION_ASKED' | 'ALREADY_RECALLED' | 'ALREADY_CONFIRMED'> {
  if (!notice.needsConfirmation) return no('NO_CONFIRMATION_ASKED');
  if (notice.status === 'recalled') return no('ALREADY_RECALLED');
  return receipt.progress === 'confirmed' ? no('ALREADY_CONFIRMED') : yes;
}

/** 王桂兰 → 王*兰, 李敏 → 李*, 欧阳娜娜 → 欧**娜. */
export function maskName(name: string): string {
  const letters = [...name];
  if (letters.length <= 2) return `${letters[0] ?? ''}*`;
  return `${letters[0]}${'*'.repeat(letters.length - 2)}${letters.at(-1)}`;
}

/** The beginning of the text on one line. */
export function summaryOf(body: string, most = 60): string {
  const letters = [...body.replace(/\s+/g, ' ').trim()];
  return letters.length <= most ? letters.join('') : `${letters.slice(0, most - 1).join('')}…`;
}

const ACCOUNT_REF = 'acc-';
/** Staff who do not live here are named by their account; the prefix is nobody's resident id. */
export const accountRef = (accountId: string): string => `${ACCOUNT_REF}${accountId}`;
export const receiptId = (noticeId: string, ref: string): string => `${noticeId}:${ref}`;
export const dispatchId = (noticeId: string, list: string, n: number): string =>
  `${noticeId}:${list}:${String(n).padStart(4, '0')}`;
/** What the courier's reports bring back. */
export const aboutOf = (noticeId: string): string => `notice:${noticeId}`;
export const noticeIn = (about: string): string | undefined => /^notice:([\w-]+)$/.exec(about)?.[1];

/** An addressee of a post: the person, or the nth relative of the person. */
export const addresseeRef = (ref: string, nth: number): string => (nth === 0 ? ref : `${ref}~${nth}`);
export const personIn = (addressee: string): string => addressee.replace(/~\d+$/, '');

/** Where the files of a community's notices lie. */
export const fileFolder = (communityId: string): string => `notices/${communityId}/`;
export function isNoticeFile(fileId: string, communityId: string): boolean {
  const path = /^cloud:\/\/[^/]+\/(.+)$/.exec(fileId)?.[1] ?? '';
  const folder = fileFolder(communityId);
  return path.startsWith(folder) && /^[\w-]+\.(jpg|png|pdf|docx|xlsx)$/.test(path.slice(folder.length));
}

export const REACH_NONE = { push: 0, account: 0, family: 0, phone: 0, none: 0 } as const;

/** Care classes and teams are kept by their own domain; saved groups and lists by who made them, and the office. */
export function mayChangeGroup(
  group: Pick<Group, 'kind' | 'by'>,
  actor: Pick<Actor, 'accountId' | 'roles'>,
): Verdict<'GROUP_KEPT_ELSEWHERE' | 'NOT_YOURS_TO_SEND'> {
  if (group.kind === 'careClass' || group.kind === 'team') return no('GROUP_KEPT_ELSEWHERE');
  return isOffice(actor) || group.by === actor.accountId ? yes : no('NOT_YOURS_TO_SEND');
}
