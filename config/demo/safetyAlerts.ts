/** Two alerts of the demo community: one that ended well, and one that is open. */
import type { Alert } from '../../types/alerts';
import { DAY_MS, type Instant, MINUTE_MS } from '../../types/time';
import { before, CHEN, type Elder, settings } from './safetySettings';

/** A gas alarm of last week that was a true one, for the report and the history. */
export function pastAlert(elder: Elder, now: Instant): Alert {
  const raisedAt = before(now, 6 * DAY_MS);
  const after = (minutes: number) => (raisedAt + minutes * MINUTE_MS) as Instant;
  const line = (minutes: number, what: Alert['timeline'][number]['what'], text: string, by?: string) => ({
    at: after(minutes),
    what,
    text,
    ...(by ? { by } : {}),
  });
  return {
    kind: 'gas',
    severity: 'critical',
    subjectId: elder.id,
    subjectName: elder.name,
    address: elder.address,
    title: '燃气报警',
    facts: ['厨房燃气报警器 001', '浓度 8%LEL'],
    source: 'device',
    deviceId: 'd-demo-1',
    drill: false,
    absent: false,
    status: 'resolved',
    open: false,
    episode: 1,
    raisedAt,
    reports: 1,
    lastReportAt: raisedAt,
    causes: ['demo'],
    ladder: settings.ladders.gas,
    round: 1,
    rung: 1,
    step: 0,
    setAt: after(19),
    firstAckAt: after(1),
    onTheWayAt: after(2),
    arrivedAt: after(8),
    endedAt: after(19),
    endedBy: CHEN.account,
    resolution: 'repaired',
    note: '灶具阀门老化，已关总阀，燃气公司上门更换',
    paged: [],
    timeline: [
      line(0, 'raised', '燃气报警；厨房燃气报警器 001；浓度 8%LEL'),
      line(0, 'paged', '李敏（女儿）、陈社工'),
      line(1, 'acknowledged', '认领：我来处理', '陈社工'),
      line(2, 'onTheWay', '正在赶去', '陈社工'),
      line(8, 'arrived', '到了，已扫门码', '陈社工'),
      line(19, 'resolved', '解除：已关阀、已维修', '陈社工'),
    ],
  };
}

/** Nobody has seen 赵德福 this morning; his keeper and the grid were called ten minutes ago. */
export function openAlert(elder: Elder, now: Instant): Alert {
  const raisedAt = before(now, 10 * MINUTE_MS);
  return {
    ...pastAlert(elder, now),
    kind: 'checkIn',
    severity: 'high',
    title: '今天没有平安信号',
    facts: ['上次平安信号：昨天 07:00'],
    source: 'watch',
    deviceId: undefined,
    status: 'raised',
    open: true,
    raisedAt,
    lastReportAt: raisedAt,
    ladder: settings.ladders.checkIn,
    nextAt: (now + 5 * MINUTE_MS) as Instant,
    setAt: raisedAt,
    firstAckAt: undefined,
    onTheWayAt: undefined,
    arrivedAt: undefined,
    endedAt: undefined,
    endedBy: undefined,
    resolution: undefined,
    note: undefined,
    paged: [{ ref: 'p0', name: '陈社工', as: 'keeper', account: CHEN.account, firstAt: raisedAt, state: 'sent' }],
    timeline: [
      { at: raisedAt, what: 'raised', text: '今天没有平安信号；上次平安信号：昨天 07:00' },
      { at: raisedAt, what: 'paged', text: '陈社工', round: 1, rung: 0 },
    ],
  };
}
