/** An alert from its first report to its end: how the document changes. Pure; what may happen is asked of `alert.ts` before. */
import { type Alert, type AlertKind, FALSE_ALARMS, type Resolution, type TimelineEntry } from '../../../types/alerts';
import { type Instant, MINUTE_MS } from '../../../types/time';
import { withLine } from './ladder';

/** What somebody or something reports. */
export type Report = { kind: AlertKind; cause: string; facts: readonly string[]; at: Instant };

const CAUSES = 40;

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
