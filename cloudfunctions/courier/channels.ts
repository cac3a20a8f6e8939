/**
 * The channels beside the message centre; today WeChat's one-time subscription message. A channel without credentials, template
 * or credit is skipped with a visible reason: the letter in the message centre is always there.
 */
import { fillIn, fitsTemplate, type MessageData, type MessageForm } from '../../types/messages';
import type { Instant } from '../../types/time';
import { templateIds } from '../_shared/credits';
import { _, db } from '../_shared/database';
import { sendSubscribe } from '../_shared/wechat';

export type Attempt = { channel: 'subscribe'; at: Instant; outcome: 'sent' | 'skipped' | 'failed'; answer: string };

export const creditId = (openid: string, template: string): string => `${openid}:${template}`;

/** One credit, atomically; false when there is none. */
async function takeCredit(openid: string, template: string): Promise<boolean> {
  const { updated } = await db()
    .collection('credits')
    .where({ _id: creditId(openid, template), count: _.gt(0) })
    .update({ count: _.inc(-1), version: _.inc(1) });
  return (updated ?? 0) > 0;
}

const noCreditLeft = (openid: string, template: string) =>
  db()
    .collection('credits')
    .where({ _id: creditId(openid, template) })
    .update({ count: 0, version: _.inc(1) });

/** WeChat's answer 43101: the person refused or has no credit left. */
const REFUSED = 43101;

export async function subscribeMessage(
  kind: string,
  form: MessageForm,
  to: string,
  data: MessageData,
  now: Instant,
): Promise<Attempt> {
  const attempt = (outcome: Attempt['outcome'], answer: string): Attempt => ({ channel: 'subscribe', at: now, outcome, answer });
  const template = templateIds()[kind];
  if (!form.template) return attempt('skipped', '这类消息只在站内');
  if (!template) return attempt('skipped', '未配置订阅消息模板');
  if (!(await takeCredit(to, template))) return attempt('skipped', '没有订阅额度');
  const fields = Object.entries(form.template).map(([field, text]) => [
    field,
    { value: fitsTemplate(field, fillIn(text, data) || '—') },
  ]);
  try {
    const page = fillIn(form.page, data);
    const { errcode, errmsg } = await sendSubscribe({
      touser: to,
      template_id: template,
      page,
      data: Object.fromEntries(fields),
    });
    if (errcode === REFUSED) await noCreditLeft(to, template);
    return errcode === 0 ? attempt('sent', 'ok') : attempt('failed', `${errcode} ${errmsg}`);
  } catch (error) {
    return attempt('failed', error instanceof Error ? error.message.slice(0, 200) : 'error');
  }
}
