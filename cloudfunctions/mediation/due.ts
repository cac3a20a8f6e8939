/** What is due in a case now: clocks, talks, promises, the thirty days, the follow-up. Said without a word of content. */
import type { Case, MediationSettings } from '../../types/mediation';
import { DAY_MS, dateText, dayOf, type Instant } from '../../types/time';
import type { Stored } from '../_shared/collection';
import type { Tell } from '../_shared/tell';
import { daysTo, lateness, meetsAtOf, runningClock } from './rules/clock';
import { isFollowedUp } from './rules/deeds';
import { tellCommittee, tellPanel, tellSide } from './tell';

type Due = { key: string; tell: Tell[]; session?: number; item?: number };

/** Everything that is due now and was not told yet. Each has a key, so that it is told once. */
export function dueOf(kase: Stored<Case>, committee: readonly string[], settings: MediationSettings, now: Instant): Due[] {
  const today = dayOf(now);
  const both = (kind: 'caseSoon' | 'caseYourTurn'): Tell[] =>
    (['applicant', 'respondent'] as const).flatMap(side => tellSide(kase, kase.id, side, kind));
  const desk = [...tellPanel(kase, kase.id, 'caseSoon'), ...tellCommittee(committee, kase, 'caseWaits')];
  const clock = runningClock(kase);
  const late = lateness(clock, now, settings.remindDays);
  const due: Due[] = late === 'no' || kase.status === 'inviting' ? [] : [{ key: `clock-${late}-${clock}`, tell: desk }];
  for (const session of meetsAtOf(kase) === undefined ? [] : kase.sessions) {
    if (session.status !== 'agreed' || session.at === undefined || session.at - now > DAY_MS || session.at < now) continue;
    const sides = session.kind === 'separate' ? [session.side!] : (['applicant', 'respondent'] as const);
    const data = { day: dateText(dayOf(session.at)) };
    const all = [
      ...sides.flatMap(side => tellSide(kase, kase.id, side, 'caseMeets', data)),
      ...tellPanel(kase, kase.id, 'caseMeets', data),
    ];
    due.push({ key: `meets-${session.no}-${session.at}`, tell: all });
  }
  if (kase.status !== 'performing') return due;
  for (const item of kase.items) {
    if (item.status !== 'open' || daysTo(item.dueOn, today) > 1) continue;
    due.push({ key: `item-${item.no}-${item.dueOn}`, tell: tellSide(kase, kase.id, item.by, 'caseSoon') });
    if (item.dueOn < today) due.push({ key: `overdue-${item.no}`, tell: tellPanel(kase, kase.id, 'caseSoon') });
  }
  const left = kase.confirmUntil === undefined ? -1 : daysTo(kase.confirmUntil, today);
  const open = kase.confirmation === undefined || kase.confirmation.status === 'wanted';
  if (open && left >= 0 && left <= settings.remindDays) due.push({ key: 'confirm', tell: both('caseSoon') });
  if (kase.followUpOn && kase.followUpOn <= today && !isFollowedUp(kase))
    due.push({ key: 'followUp', tell: [...both('caseYourTurn'), ...desk] });
  return due;
}
