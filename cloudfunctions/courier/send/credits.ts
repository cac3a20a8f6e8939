/** The ledger of one-time subscription messages: one accept is one message. */
import { _, db } from '../../_shared/database';
import { credits } from '../collections';

const idsOf = (name: string): Record<string, string> => {
  try {
    return JSON.parse(process.env[name] ?? '{}') as Record<string, string>;
  } catch {
    return {};
  }
};

export { templateIds } from '../../_shared/credits';

/** Ids of approved SMS texts and voice texts, by kind of message, from Tencent Cloud's console. */
export const smsTemplates = (): Record<string, string> => idsOf('SMS_TEMPLATES');
export const voiceTemplates = (): Record<string, string> => idsOf('VOICE_TEMPLATES');

/** Why a subscription message is not tried, for the office. */
export const NO_CREDIT = '本人还没有允许微信提醒，或允许的次数用完了';

export const creditId = (openid: string, template: string): string => `${openid}:${template}`;

const rowOf = (openid: string, template: string) => ({ _id: creditId(openid, template) });

/** One credit, atomically; false when there is none. */
export async function takeCredit(openid: string, template: string): Promise<boolean> {
  const { updated } = await db()
    .collection(credits.name)
    .where({ ...rowOf(openid, template), count: _.gt(0) })
    .update({ count: _.inc(-1), version: _.inc(1) });
  return (updated ?? 0) > 0;
}

/** WeChat did not take the message, so the permission is still there. */
export const giveBack = (openid: string, template: string) =>
  db()
    .collection(credits.name)
    .where(rowOf(openid, template))
    .update({ count: _.inc(1), version: _.inc(1) });

/** WeChat says that there is none, whatever we counted. */
export const noCreditLeft = (openid: string, template: string) =>
  db()
    .collection(credits.name)
    .where(rowOf(openid, template))
    .update({ count: 0, version: _.inc(1) });
