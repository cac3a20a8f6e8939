/** The clocks of a case. Pure; days are settings of the community, the thirty days of 第三十三条 the law's. */
import type { Case, Item, MediationSettings, PartySide } from '../../../types/mediation';
import { CONFIRMATION_DAYS } from '../../../types/mediationSettings';
import { addDays, type CivilDate, DAY_MS, dayOf, type Instant, instantAt } from '../../../types/time';
import { isFollowedUp } from './deeds';

/** The end of the n-th day after this instant, as people count: until midnight. */
export const endOfDay = (from: Instant, days: number): Instant => (instantAt(addDays(dayOf(from), days + 1)) - 1) as Instant;

/** The clock that runs in this status: to decide, to answer, to settle; none while paused or ended. */
export function runningClock(kase: Pick<Case, 'status' | 'decideBy' | 'answerBy' | 'dueAt'>): Instant | undefined {
  if (kase.status === 'applied') return kase.decideBy;
  if (kase.status === 'inviting') return kase.answerBy;
  return kase.status === 'panelling' || kase.status === 'mediating' || kase.status === 'agreed' ? kase.dueAt : undefined;
}

/** The last moment of a day: what is due on it is late from midnight on. */
const endOn = (day: CivilDate): Instant => (instantAt(addDays(day, 1)) - 1) as Instant;

type Following = Pick<Case, 'items' | 'followUpOn' | 'followUps' | 'confirmUntil' | 'confirmation'>;
/** After the agreement: the nearest open promise (of `side`, when only its own count), follow-up, or confirmation that is wanted. */
export function nextAfterAgreement(kase: Following, side?: PartySide): Instant | undefined {
  const promised = kase.items.filter(item => item.status === 'open' && (side === undefined || item.by === side));
  const days = [
    ...promised.map(item => item.dueOn),
    ...(kase.followUpOn !== undefined && !isFollowedUp(kase) ? [kase.followUpOn] : []),
    ...(kase.confirmUntil !== undefined && kase.confirmation?.status === 'wanted' ? [kase.confirmUntil] : []),
  ].sort();
  return days[0] === undefined ? undefined : endOn(days[0]);
}

/** What a list sorts and colours a case by. */
export const urgentClock = (kase: Case, side?: PartySide): Instant | undefined =>
  kase.status === 'performing' ? nextAfterAgreement(kase, side) : runningClock(kase);

const TALKING: readonly Case['status'][] = ['panelling', 'mediating', 'paused'];
/** The next talk that is agreed on, while people are talking. */
export function meetsAtOf(kase: Pick<Case, 'status' | 'sessions'>): Instant | undefined {
  if (!TALKING.includes(kase.status)) return undefined;
  const agreed = kase.sessions.flatMap(({ status, at }) => (status === 'agreed' && at !== undefined ? [at] : []));
  return agreed.sort((a, b) => a - b)[0];
}

export function lateness(clock: Instant | undefined, now: Instant, remindDays: number): 'no' | 'soon' | 'yes' {
  if (clock === undefined) return 'no';
  if (now >= clock) return 'yes';
  return now >= clock - remindDays * DAY_MS ? 'soon' : 'no';
}

/** The month stands still while paused: what is left then is left afterwards. */
export const dueAfterPause = (kase: Pick<Case, 'dueAt' | 'pausedAt'>, now: Instant): Instant | undefined =>
  kase.dueAt === undefined || kase.pausedAt === undefined ? kase.dueAt : ((kase.dueAt + (now - kase.pausedAt)) as Instant);

export const extendedBy = (dueAt: Instant | undefined, days: number): Instant | undefined =>
  dueAt === undefined ? undefined : ((dueAt + days * DAY_MS) as Instant);

/** What effect brings: the days for judicial confirmation and the follow-up. */
export function effectOf(now: Instant, settings: Pick<MediationSettings, 'followUpDays'>) {
  const day = dayOf(now);
  return {
    effectiveAt: now,
    confirmUntil: addDays(day, CONFIRMATION_DAYS),
    followUpOn: addDays(day, settings.followUpDays),
  };
}

export const isOverdue = (item: Pick<Item, 'status' | 'dueOn'>, today: CivilDate): boolean =>
  (item.status === 'open' || item.status === 'broken') && item.dueOn < today;

/** Whole days from today to a day; negative when it is over. */
export const daysTo = (day: CivilDate, today: CivilDate): number => Math.round((instantAt(day) - instantAt(today)) / DAY_MS);

/** The same day so many years on; 29 February becomes the 28th. */
export function yearsLater(day: CivilDate, years: number): CivilDate {
  const year = String(Number(day.slice(0, 4)) + years);
  const rest = day.slice(4) === '-02-29' ? '-02-28' : day.slice(4);
  return addDays(`${year}${rest}` as CivilDate, 0);
}
