/** Signing up: who may, into which room, what an offer is worth, what leaving does. Pure. */
import type { CareClass, CareSettings, Child, Enrolment, EnrolmentStatus } from '../../../types/care';
import { ENROLMENT_STEPS } from '../../../types/care';
import { addDays, ageOn, type CivilDate, type Instant } from '../../../types/time';
import { no, type Verdict, yes } from '../../../types/verdict';
import { overlap } from './calendar';
import { holds } from './consent';
import type { SeatKind } from './ids';

export const LIVE: readonly EnrolmentStatus[] = ['entered', 'waiting', 'offered', 'enrolled'];
export const isLive = (enrolment: Pick<Enrolment, 'status'> | undefined): boolean =>
  enrolment !== undefined && LIVE.includes(enrolment.status);
export const canStep = (from: EnrolmentStatus, to: EnrolmentStatus): boolean => ENROLMENT_STEPS[from].includes(to);

type SignUpNo =
  | 'CONSENT_NEEDED'
  | 'CLASS_NOT_OPEN'
  | 'SIGNUP_NOT_YET'
  | 'SIGNUP_OVER'
  | 'OUTSIDE_AGES'
  | 'ALREADY_SIGNED_UP'
  | 'CLASSES_OVERLAP';
type Wish = {
  cls: CareClass;
  child: Pick<Child, 'birthDate' | 'consents'>;
  existing?: Pick<Enrolment, 'status'>;
  /** Classes in which the child has a place, without the one it leaves for this. */
  others: readonly CareClass[];
  staff: boolean;
};

/** `staff` sign up for a family after the end of sign-up as well, never before its beginning. */
export function maySignUp({ cls, child, existing, others, staff }: Wish, now: Instant, today: CivilDate): Verdict<SignUpNo> {
  if (cls.status !== 'open' || today > cls.term.last) return no('CLASS_NOT_OPEN');
  if (isLive(existing)) return no('ALREADY_SIGNED_UP');
  if (now < cls.opensAt) return no('SIGNUP_NOT_YET', { at: cls.opensAt });
  if (now >= cls.closesAt && !staff) return no('SIGNUP_OVER', { at: cls.closesAt });
  const age = ageOn(child.birthDate, cls.term.first);
  if (age < cls.minAge || age > cls.maxAge) return no('OUTSIDE_AGES', { min: cls.minAge, max: cls.maxAge });
  const clash = others.find(other => overlap(cls, other));
  if (clash) return no('CLASSES_OVERLAP', { name: clash.name });
  return holds(child, 'care', today) ? yes : no('CONSENT_NEEDED');
}

/** A rule of priority asked for: it exists, and what it wants shown was shown. */
export function priorityOf(
  settings: Pick<CareSettings, 'priorities'>,
  asked: { id: string; documents: string[] } | undefined,
  staff: boolean,
):
  | { ok: true; priority?: Enrolment['priority'] }
  | { ok: false; code: 'UNKNOWN_PRIORITY' | 'DOCUMENT_NEEDED'; details?: Record<string, string | number> } {
  if (!asked) return { ok: true };
  const rule = settings.priorities.find(({ id }) => id === asked.id);
  if (!rule) return no('UNKNOWN_PRIORITY');
  if (rule.document && asked.documents.length === 0 && !staff)
    return { ok: false, code: 'DOCUMENT_NEEDED', details: { name: rule.document } };
  return { ok: true, priority: { ...asked, state: staff ? 'confirmed' : 'asked', rank: rule.rank } };
}

/** Places kept for priority go to families whose priority staff have confirmed, and to everybody once their time is over. */
export function mayTakeReserved(
  cls: Pick<CareClass, 'reserved' | 'reservedUntil'>,
  enrolment: Pick<Enrolment, 'priority'>,
  now: Instant,
): boolean {
  if (cls.reserved === 0) return false;
  return enrolment.priority?.state === 'confirmed' || (cls.reservedUntil !== undefined && now >= cls.reservedUntil);
}

/** In which order rooms are tried. */
export const roomsFor = (
  cls: Pick<CareClass, 'reserved' | 'reservedUntil'>,
  enrolment: Pick<Enrolment, 'priority'>,
  now: Instant,
): SeatKind[] =>
  !mayTakeReserved(cls, enrolment, now)
    ? ['general']
    : enrolment.priority?.state === 'confirmed'
      ? ['reserved', 'general']
      : ['general', 'reserved'];

/** How many places each room has. */
export const capacities = (cls: Pick<CareClass, 'capacity' | 'reserved'>): Record<SeatKind, number> => ({
  general: cls.capacity - Math.min(cls.reserved, cls.capacity),
  reserved: Math.min(cls.reserved, cls.capacity),
});

/** While lots are to be drawn everybody enters; before it and after it there is no order of arrival. */
export const entersDraw = (cls: Pick<CareClass, 'mode' | 'draw' | 'closesAt'>, now: Instant): boolean =>
  cls.mode === 'draw' && cls.draw?.drawnAt === undefined && now < cls.closesAt;

/** To the millisecond: at its end an offer is over, and the next family gets it. */
export function mayAccept(
  enrolment: Pick<Enrolment, 'status' | 'offerUntil'>,
  child: Pick<Child, 'consents'>,
  now: Instant,
  today: CivilDate,
): Verdict<'NO_OFFER' | 'OFFER_OVER' | 'CONSENT_NEEDED'> {
  if (enrolment.status === 'expired') return no('OFFER_OVER');
  if (enrolment.status !== 'offered') return no('NO_OFFER');
  if (now >= (enrolment.offerUntil ?? 0)) return no('OFFER_OVER');
  return holds(child, 'care', today) ? yes : no('CONSENT_NEEDED');
}

export const mayWithdraw = (enrolment: Pick<Enrolment, 'status'>): Verdict<'NOT_ENROLLED'> =>
  isLive(enrolment) ? yes : no('NOT_ENROLLED');

/** The days that somebody enrolled today is in the class. */
export const daysIn = (cls: Pick<CareClass, 'term'>, today: CivilDate): { from: CivilDate; to: CivilDate } => ({
  from: today > cls.term.first ? today : cls.term.first,
  to: cls.term.last,
});

/** Leaving: today still counts; whoever never began leaves no days behind. */
export function daysAfterLeaving(enrolment: Pick<Enrolment, 'from'>, today: CivilDate): Pick<Enrolment, 'from' | 'to'> {
  return enrolment.from !== undefined && enrolment.from <= today
    ? { from: enrolment.from, to: today }
    : { from: undefined, to: undefined };
}

export const isOnRoll = (enrolment: Pick<Enrolment, 'from' | 'to'>, day: CivilDate): boolean =>
  enrolment.from !== undefined && enrolment.to !== undefined && enrolment.from <= day && day <= enrolment.to;

type ClassTimes = Pick<
  CareClass,
  'from' | 'to' | 'capacity' | 'reserved' | 'minAge' | 'maxAge' | 'opensAt' | 'closesAt' | 'mode'
>;

/** What the office writes makes sense. */
export function classAgrees(cls: ClassTimes, lastDayEnds: Instant): Verdict<'CLASS_TIMES' | 'SIGNUP_TIMES'> {
  if (cls.to <= cls.from || cls.maxAge < cls.minAge || cls.reserved > cls.capacity) return no('CLASS_TIMES');
  return cls.opensAt < cls.closesAt && cls.closesAt <= lastDayEnds ? yes : no('SIGNUP_TIMES');
}

/** First before last, at most a year, holidays within. */
export function termAgrees(term: {
  first: CivilDate;
  last: CivilDate;
  holidays: readonly { from: CivilDate; to: CivilDate }[];
}): Verdict<'TERM_DATES'> {
  const within = term.holidays.every(({ from, to }) => term.first <= from && from <= to && to <= term.last);
  return term.first <= term.last && term.last <= addDays(term.first, 400) && within ? yes : no('TERM_DATES');
}
