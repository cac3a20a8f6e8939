/** A dead letter as the office reads it. Pure. */
import type { DeadLetter } from '../../types/courier';
import type { EventName } from '../../types/events';
import { type MessageKind, messageForms } from '../../types/messages';
import type { Instant } from '../../types/time';
import type { Outgoing } from '../_shared/collection';

const EVENT_TEXT: Record<EventName, string> = {
  'meal.booked': '订餐后的登记',
  'meal.redeemed': '取餐后的登记',
  'mediation.item': '调解约定的事项',
  'request.repeated': '反复反映之后，建议调解',
  'resident.erased': '居民注销后，隐去订餐里的姓名',
  'resident.left': '居民离开后，取消以后的订餐',
};

const DOMAIN_TEXT: Record<string, string> = { canteen: '食堂', people: '居民', mediation: '调解', courier: '消息' };

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
