/** Dead letters and attempts as the office reads them. Pure. */
import type { DeadLetter } from '../../types/courier';
import type { EventName } from '../../types/events';
import type { Attempt, Way } from '../../types/letters';
import { type MessageKind, messageForms } from '../../types/messages';
import type { Instant } from '../../types/time';
import type { Outgoing } from '../_shared/collection';

const EVENT_TEXT: Record<EventName, string> = {
  'meal.booked': '订餐后的登记',
  'meal.cancelled': '取消订餐后的登记',
  'meal.redeemed': '取餐后的登记',
  'group.changed': '班级或队伍的名单变动',
  'mediation.item': '调解约定的事项',
  'request.repeated': '反复反映之后，建议调解',
  'resident.erased': '居民注销后，隐去订餐里的姓名',
  'resident.left': '居民离开后，取消以后的订餐',
  'meal.missed': '订了餐没来取的登记',
  'care.meals': '托管班的用餐人数',
  'sign.ofLife': '平安信号的登记',
  'alarm.raised': '一条预警',
  'alert.ended': '预警结束的登记',
  'absence.recorded': '外出报备',
  'absence.ended': '提前回家的登记',
  'account.erased': '居民注销后，删去消息和提醒次数',
  'post.handed': '通知送达情况的回报',
  'message.acknowledged': '居民按了“知道了”的回报',
};

const DOMAIN_TEXT: Record<string, string> = {
  canteen: '食堂',
  people: '居民',
  notices: '通知',
  mediation: '调解',
  safety: '长者安全',
  courier: '消息',
};

const whatOf = (item: Outgoing): string =>
  item.kind === 'event'
    ? (EVENT_TEXT[item.name as EventName] ?? '系统里的一件事')
    : `给居民的通知「${messageForms[item.message as MessageKind]?.title ?? '消息'}」`;

/** Only what any message of the kind says on its first line; never its whole text. */
const aboutOf = (item: Outgoing): string =>
  item.kind !== 'event' ? [item.data.diner ?? item.data.elder, item.data.day, item.data.period].filter(Boolean).join(' ') : '';

/** `canteen did not hear resident.left: INTERNAL` → 食堂那边没有办成（INTERNAL） */
export function reasonText(reason: string): string {
  const [, domain = '', code = ''] = /^(\w+) did not hear \S+: (.+)$/.exec(reason) ?? [];
  if (!domain) return '发送时系统出错';
  const where = DOMAIN_TEXT[domain] ?? '接收的一方';
  return /^[A-Z_]+$/.test(code) ? `${where}那边没有办成（${code}）` : `${where}那边没有回音`;
}

export const deadLetterView = (id: string, item: Outgoing, reason: string, at: Instant): DeadLetter => ({
  id,
  kind: item.kind === 'event' ? 'event' : 'message',
  what: whatOf(item),
  about: aboutOf(item),
  happenedAt: item.at,
  givenUpAt: at,
  reason: reasonText(reason),
});

export const WAY_TEXT: Record<Way, string> = { subscribe: '微信提醒', sms: '短信', voice: '语音电话', robot: '企业微信群' };

/** Codes that staff meet, in words; the documentation of the providers says what each means. */
const CODE_TEXT: readonly [code: RegExp, text: string][] = [
  [/^43101\b/, '本人没有允许，或次数用完了'],
  [/^47003\b/, '模板里的一栏不合要求，请技术人员核对模板'],
  [/^40037\b/, '模板编号不对，请技术人员核对'],
  [/^41030\b/, '小程序还没有发布这个页面'],
  [/^(45009|RequestLimitExceeded|LimitExceeded)/, '短时间内发得太多'],
  [/^-1\b/, '对方系统忙'],
  [/^(-1001|ECONNREFUSED|ENOTFOUND|EAI_AGAIN)/, '连不上对方的服务器'],
  [/^(-1002|TimeoutError|HTTP 5)/, '对方没有回音，可能收到，也可能没有'],
  [/IncorrectPhoneNumber|CalledNumber/, '手机号不对'],
  [/^AuthFailure/, '密钥不对，请技术人员核对'],
  [/^93000\b/, '群机器人的地址不对或已删除'],
];

/** One attempt as a sentence: 短信：没有发，未配置短信服务 */
export function attemptText({ channel, outcome, answer }: Attempt): string {
  const why = CODE_TEXT.find(([code]) => code.test(answer))?.[1] ?? answer;
  const said: Record<Attempt['outcome'], string> = {
    sent: '已送出',
    skipped: `没有发，${why}`,
    failed: `没发成，${why}`,
    later: `还没发成，${why}，会再试`,
    unknown: `结果不明，${why}`,
  };
  return `${WAY_TEXT[channel]}：${said[outcome]}`;
}
