/** An alert: what may happen in which state, and by whom. Pure; how the document changes is in `changes.ts`. */
import { ALERT_STEPS, type Alert, type AlertKind, type AlertStatus, INHIBITING, SELF_ENDING } from '../../../types/alerts';
import type { Instant } from '../../../types/time';
import { no, type Verdict, yes } from '../../../types/verdict';
import { type Actor, type Elder, isDeskOf, isSelf } from './who';

export const canStep = (from: AlertStatus, to: AlertStatus): boolean => ALERT_STEPS[from].includes(to);

/** The open alert that a report belongs to: the same kind, or for silence a louder one of the same person. */
export function joins<A extends Pick<Alert, 'kind' | 'open' | 'drill'>>(recent: readonly A[], kind: AlertKind): A | undefined {
  const open = recent.filter(alert => alert.open && !alert.drill);
  const louder = SELF_ENDING.includes(kind) ? open.find(alert => INHIBITING.includes(alert.kind)) : undefined;
  return louder ?? open.find(alert => alert.kind === kind);
}

type Ended = 'ALERT_ENDED';
const isOpen = (alert: Pick<Alert, 'open'>): Verdict<Ended> => (alert.open ? yes : no('ALERT_ENDED'));
const isMine = (alert: Pick<Alert, 'responder'>, actor: Pick<Actor, 'accountId'>): boolean =>
  alert.responder?.account === actor.accountId;

export function canRelease(alert: Alert): Verdict<Ended> {
  return alert.open && alert.status === 'held' ? yes : no('ALERT_ENDED');
}

export function canCancel(alert: Alert, now: Instant): Verdict<Ended | 'TOO_LATE_TO_CANCEL'> {
  const open = isOpen(alert);
  if (!open.ok) return open;
  return alert.status === 'held' && now <= (alert.nextAt ?? 0) ? yes : no('TOO_LATE_TO_CANCEL');
}

type TakeRefusal = Ended | 'NOT_RAISED' | 'TAKEN_BY_OTHER' | 'NOT_YOUR_ALERT';
/** Not the one whom it is about; not while it may still be taken back; not what somebody has. */
export function canAcknowledge(alert: Alert, actor: Actor, elder: Elder | undefined): Verdict<TakeRefusal> {
  const open = isOpen(alert);
  if (!open.ok) return open;
  if (alert.status === 'held') return no('NOT_RAISED');
  if (isSelf(actor, elder)) return no('NOT_YOUR_ALERT');
  if (alert.status !== 'raised') return no('TAKEN_BY_OTHER', { name: alert.responder?.name ?? '' });
  return yes;
}

/** Who goes has it, also when somebody else had only acknowledged. */
export function canGo(alert: Alert, actor: Actor, elder: Elder | undefined): Verdict<TakeRefusal> {
  if (alert.status === 'acknowledged' || isMine(alert, actor)) {
    if (!alert.open) return no('ALERT_ENDED');
    return isSelf(actor, elder) ? no('NOT_YOUR_ALERT') : yes;
  }
  return canAcknowledge(alert, actor, elder);
}

export function canArrive(alert: Alert, actor: Actor): Verdict<Ended | 'NOT_RESPONDER'> {
  const open = isOpen(alert);
  if (!open.ok) return open;
  return isMine(alert, actor) ? yes : no('NOT_RESPONDER');
}

/** Who has it; or the desk, for somebody who does not answer. */
export function canHandOver(alert: Alert, actor: Actor): Verdict<Ended | 'NOT_RESPONDER'> {
  const open = isOpen(alert);
  if (!open.ok) return open;
  return isMine(alert, actor) || (isDeskOf(actor, alert.address) && alert.status !== 'held') ? yes : no('NOT_RESPONDER');
}

export function canSayFine(alert: Alert, actor: Actor, elder: Elder | undefined): Verdict<Ended | 'NOT_YOUR_ALERT'> {
  const open = isOpen(alert);
  if (!open.ok) return open;
  return isSelf(actor, elder) ? yes : no('NOT_YOUR_ALERT');
}

/** Who has it, or the desk; anybody of the circle while nobody has it. Never the one whom it is about: somebody looks. */
export function canResolve(
  alert: Alert,
  actor: Actor,
  elder: Elder | undefined,
): Verdict<Ended | 'NOT_RESPONDER' | 'STILL_HELD' | 'NOT_YOUR_ALERT'> {
  const open = isOpen(alert);
  if (!open.ok) return open;
  if (alert.status === 'held') return no('STILL_HELD');
  if (isMine(alert, actor) || isDeskOf(actor, alert.address)) return yes;
  if (isSelf(actor, elder)) return no('NOT_YOUR_ALERT');
  return alert.responder ? no('NOT_RESPONDER') : yes;
}

/** Only the one who has it, and only while it is open. */
export function canSeeCard(alert: Alert, actor: Actor): Verdict<Ended | 'NOT_RESPONDER'> {
  const open = isOpen(alert);
  if (!open.ok) return open;
  return isMine(alert, actor) ? yes : no('NOT_RESPONDER');
}
