/** An alert from its first report to its end: what may happen in which state, and how the document changes. Pure. */
import {
  ALERT_STEPS,
  type Alert,
  type AlertKind,
  type AlertStatus,
  FALSE_ALARMS,
  INHIBITING,
  type Resolution,
  SELF_ENDING,
  type TimelineEntry,
} from '../../../types/alerts';
import { type Instant, MINUTE_MS } from '../../../types/time';
import { no, type Verdict, yes } from '../../../types/verdict';
import { withLine } from './ladder';
import { type Actor, type Elder, isDeskOf, isSelf } from './who';

export const canStep = (from: AlertStatus, to: AlertStatus): boolean => ALERT_STEPS[from].includes(to);

/** What somebody or something reports. */
export type Report = { kind: AlertKind; cause: string; facts: readonly string[]; at: Instant };

const CAUSES = 40;

/** The open alert that a report belongs to: the same kind, or for silence a louder one of the same person. */
export function joins<A extends Pick<Alert, 'kind' | 'open' | 'drill'>>(recent: readonly A[], kind: AlertKind): A | undefined {
  const open = recent.filter(alert => alert.open && !alert.drill);
  const louder = SELF_ENDING.includes(kind) ? open.find(alert => INHIBITING.includes(alert.kind)) : undefined;
  return louder ?? open.find(alert => alert.kind === kind);
}

/** A report that joins an open alert. The same report again changes nothing. */
export function joined(alert: Alert, { cause, facts, at }: Report): Alert | undefined {
  if (alert.causes.includes(cause)) return undefined;
  const text = facts.join('；').slice(0, 300) || '再次报告';
  return {
    ...alert,
    reports: alert.reports + 1,
    lastReportAt: at,
    causes: [...alert.causes, cause].slice(-CAUSES),
    timeline: withLine(alert.timeline, { at, what: 'repeat', text }),
  };
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

const until = (now: Instant, minutes: number): Instant => (now + minutes * MINUTE_MS) as Instant;
export type Taker = { account: string; name: string };

const line = (at: Instant, what: TimelineEntry['what'], by: string | undefined, text: string): TimelineEntry => ({
  at,
  what,
  ...(by ? { by } : {}),
  text,
});

export const acknowledged = (alert: Alert, taker: Taker, now: Instant, minutes: number): Alert => ({
  ...alert,
  status: 'acknowledged',
  responder: { ...taker, since: now },
  firstAckAt: alert.firstAckAt ?? now,
  nextAt: until(now, minutes),
  setAt: now,
  timeline: withLine(alert.timeline, line(now, 'acknowledged', taker.name, '认领：我来处理')),
});

export const going = (alert: Alert, taker: Taker, now: Instant, minutes: number): Alert => ({
  ...alert,
  status: 'onTheWay',
  responder: alert.responder?.account === taker.account ? alert.responder : { ...taker, since: now },
  firstAckAt: alert.firstAckAt ?? now,
  onTheWayAt: alert.onTheWayAt ?? now,
  nextAt: until(now, minutes),
  setAt: now,
  timeline: withLine(alert.timeline, line(now, 'onTheWay', taker.name, '正在赶去')),
});

export const arrived = (alert: Alert, taker: Taker, now: Instant, minutes: number, scanned: boolean): Alert => ({
  ...alert,
  status: 'onTheWay',
  onTheWayAt: alert.onTheWayAt ?? now,
  arrivedAt: alert.arrivedAt ?? now,
  nextAt: until(now, minutes),
  setAt: now,
  timeline: withLine(alert.timeline, line(now, 'arrived', taker.name, scanned ? '到了，已扫门码' : '到了')),
});

export const handedOver = (alert: Alert, from: string, to: Taker, now: Instant, minutes: number, words: string): Alert => ({
  ...alert,
  status: 'acknowledged',
  responder: { ...to, since: now },
  firstAckAt: alert.firstAckAt ?? now,
  nextAt: until(now, minutes),
  setAt: now,
  timeline: withLine(alert.timeline, line(now, 'handedOver', from, `转给${to.name}${words ? `：${words}` : ''}`)),
});

export const cancelled = (alert: Alert, by: Taker, now: Instant): Alert => ({
  ...alert,
  status: 'cancelled',
  open: false,
  nextAt: undefined,
  setAt: now,
  endedAt: now,
  endedBy: by.account,
  timeline: withLine(alert.timeline, line(now, 'cancelled', by.name, '按错了，已取消')),
});

export const RESOLUTION_TEXT: Record<Resolution, string> = {
  fine: '人没事',
  helped: '现场帮忙解决了',
  hospital: '已送医院',
  services: '120、119 或 110 已到场',
  broughtHome: '人找到了，已送回家',
  repaired: '已关阀、已维修',
  signOfLife: '有平安信号了',
  wentOut: '外出了，人没事',
  byMistake: '误按',
  deviceFault: '设备故障',
};

export function resolved(alert: Alert, by: Taker | undefined, now: Instant, resolution: Resolution, note?: string): Alert {
  const isFalse = FALSE_ALARMS.includes(resolution);
  const text = `${isFalse ? '误报' : '解除'}：${RESOLUTION_TEXT[resolution]}${note ? `。${note}` : ''}`.slice(0, 300);
  return {
    ...alert,
    status: isFalse ? 'falseAlarm' : 'resolved',
    open: false,
    nextAt: undefined,
    setAt: now,
    endedAt: now,
    endedBy: by?.account ?? 'system',
    resolution,
    ...(note ? { note } : {}),
    timeline: withLine(alert.timeline, line(now, 'resolved', by?.name, text)),
  };
}

export const commented = (alert: Alert, by: string, now: Instant, text: string, photo?: string): Alert => ({
  ...alert,
  timeline: withLine(alert.timeline, { ...line(now, 'comment', by, text), ...(photo ? { photo } : {}) }),
});

export const saidFine = (alert: Alert, by: string, now: Instant): Alert => ({
  ...alert,
  timeline: withLine(alert.timeline, line(now, 'saysFine', by, '本人说没事；仍会有人去看看')),
});
