/** What safety tells people: calls of a rung, 平安通报, handing over. Never an illness, never a number. */
import type { Alert, AlertKind, RungWay } from '../../types/alerts';
import type { Community } from '../../types/directory';
import { clockText, dateText, dayOf, type Instant, minuteOf } from '../../types/time';
import { addressText } from '../../types/words';
import { event, post, type Tell } from '../_shared/tell';
import { aboutOf } from './ids';
import { RESOLUTION_TEXT } from './rules/changes';
import type { Calling } from './rules/ladder';

export const KIND_TITLE: Record<AlertKind, string> = {
  sos: '一键求助',
  gas: '燃气报警',
  smoke: '烟感报警，可能着火',
  water: '家里漏水',
  checkIn: '今天没有平安信号',
  mealMissed: '订了餐没来取',
  mealUndelivered: '送餐没人应门',
  deviceSilent: '设备失联',
  found: '有人发现走失老人',
  childLate: '孩子过时没人接',
  other: '需要有人去看看',
};
/** Six characters, for a text message. */
const SHORT: Record<AlertKind, string> = {
  sos: '一键求助',
  gas: '燃气报警',
  smoke: '烟感报警',
  water: '家里漏水',
  checkIn: '没报平安',
  mealMissed: '没来取餐',
  mealUndelivered: '送餐没人应',
  deviceSilent: '设备失联',
  found: '走失被发现',
  childLate: '孩子没人接',
  other: '有事请去看',
};

/** `2026年11月26日 08:05`, as WeChat's time field wants it. */
export const momentText = (at: Instant): string => {
  const day = dayOf(at);
  return `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日 ${clockText(minuteOf(at))}`;
};
/** `11月26日 08:05` */
export const shortMoment = (at: Instant): string => `${dateText(dayOf(at))} ${clockText(minuteOf(at))}`;

const sentence = (text: string): string => (text ? `${text}。` : '');
export const homeText = (alert: Pick<Alert, 'address'>, community: Pick<Community, 'buildings'> | undefined): string =>
  alert.address ? addressText(alert.address, community) : '';

function wordsOf(alert: Alert, alertId: string, community: Pick<Community, 'buildings'> | undefined) {
  const home = homeText(alert, community);
  return {
    alertId,
    mark: alert.drill ? '【演练】' : '',
    subject: alert.subjectName,
    title: alert.title,
    short: SHORT[alert.kind],
    where: sentence([home, alert.place?.text].filter(Boolean).join('，')),
    house: home.slice(-6) || '见小程序',
    facts: sentence(alert.facts.join('；')),
    time: momentText(alert.raisedAt),
  };
}

const KIND_OF_WAY = { push: 'alertPush', text: 'alertText', call: 'alertCall' } as const satisfies Record<RungWay, string>;

type Known = Pick<Community, 'buildings'> | undefined;
export const callOf = (alert: Alert, alertId: string, calling: Calling | undefined, community: Known): Tell[] =>
  calling ? [post(KIND_OF_WAY[calling.way], calling.to, wordsOf(alert, alertId, community), aboutOf(alertId))] : [];

export const handOverOf = (alert: Alert, alertId: string, to: Calling['to'], from: string, community: Known): Tell[] => [
  post('alertHandedOver', to, { ...wordsOf(alert, alertId, community), from }, aboutOf(alertId)),
];

/** To everyone who was called, and to the domain that raised it. */
export function endOf(alert: Alert, alertId: string, by: string, community: Known): Tell[] {
  const to = alert.paged.map(({ ref, account, phone }) => ({ ref, ...(account ? { account } : { phone }) }));
  const how = alert.resolution ? RESOLUTION_TEXT[alert.resolution] : '已取消';
  const words = { ...wordsOf(alert, alertId, community), how, by, time: momentText(alert.endedAt ?? alert.raisedAt) };
  const { kind, subjectId, resolution } = alert;
  const clear = to.length > 0 ? [post('allClear', to, words, `${aboutOf(alertId)}~clear`)] : [];
  if (!resolution || alert.drill) return clear;
  const falseAlarm = alert.status === 'falseAlarm';
  return [...clear, event('alert.ended', { alertId, kind, subjectId, resolution, falseAlarm })];
}
