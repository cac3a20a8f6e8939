/**
 * The WeChat server API over HTTPS, as its documentation describes it: `cgi-bin/stable_token`, `wxa/business/getuserphonenumber`,
 * `cgi-bin/message/subscribe/send`, `wxa/msg_sec_check`. The access token is shared by all instances through one document, because WeChat counts how
 * often it is asked for. Secrets come from the environment alone: WECHAT_APPID, WECHAT_SECRET, and WECHAT_API_BASE for another host.
 */
import * as z from 'zod';
import { zInstant } from '../../types/schemas';
import type { Instant } from '../../types/time';
import { now } from './clock';
import { collection } from './collection';
import { db } from './database';
import { ProviderError, postJson } from './provider';

export const wechatTokens = collection('wechatTokens', {
  scope: 'environment',
  schema: z.object({ token: z.string(), until: zInstant }),
  retention: '两小时，到期即换',
});

/** What WeChat answers; errcode 0 is success. */
export type WechatAnswer = { errcode: number; errmsg: string };
export type SubscribeMessage = {
  touser: string;
  template_id: string;
  page?: string;
  data: Record<string, { value: string }>;
  miniprogram_state?: 'developer' | 'trial' | 'formal';
};

/** Not answers of WeChat: no keys are set; it was never reached; it was reached and nobody knows what it did. */
export const NOT_CONFIGURED = -1000;
export const NOT_REACHED = -1001;
export const NO_ANSWER = -1002;
const unconfigured: WechatAnswer = { errcode: NOT_CONFIGURED, errmsg: 'WECHAT_APPID or WECHAT_SECRET is not set' };
const failed = (error: unknown): WechatAnswer => ({
  errcode: error instanceof ProviderError && error.accepted === 'perhaps' ? NO_ANSWER : NOT_REACHED,
  errmsg: error instanceof Error ? error.message.slice(0, 100) : 'error',
});

const TOKEN_REFUSED = new Set([40001, 40014, 42001]);
/** A token is asked for anew this long before WeChat ends it. */
const MARGIN_MS = 300_000;
let known: { token: string; until: Instant } | undefined;

export const isConfigured = (): boolean => Boolean(process.env.WECHAT_APPID && process.env.WECHAT_SECRET);

/** Asks WeChat for the number behind the code of a getPhoneNumber button: good for five minutes, once. */
export async function getPhoneNumber(code: string): Promise<WechatAnswer & { phone?: string }> {
  const answer = await withToken<{ phone_info?: { purePhoneNumber?: string } }>('/wxa/business/getuserphonenumber', { code });
  return { errcode: answer.errcode, errmsg: answer.errmsg, phone: answer.phone_info?.purePhoneNumber };
}

/** Sends one subscription message. 43101: no credit; 47003: a field is not valid. */
export async function sendSubscribe(message: SubscribeMessage): Promise<WechatAnswer> {
  const { errcode, errmsg } = await withToken('/cgi-bin/message/subscribe/send', { lang: 'zh_CN', ...message });
  return { errcode, errmsg };
}

/** Text that WeChat looks at in one call, in characters. */
const CHECKED_AT_ONCE = 2500;
/** Where the text is shown: 1 a profile, 2 a comment, 3 a forum, 4 a social log. */
export type CheckScene = 1 | 2 | 3 | 4;
/** `review`: a person looks at it before it goes out. `unchecked`: WeChat was not asked or did not answer; `why` says so. */
export type TextVerdict = { suggest: 'pass' | 'review' | 'risky' | 'unchecked'; why?: string };

/**
 * Has WeChat look at a text that somebody wrote (`msgSecCheck` version 2); a long one in pieces, and the worst answer counts.
 * @param openid of the writer, who must have opened the mini-program within two hours; otherwise the answer is `unchecked`.
 */
export async function checkText(openid: string, text: string, scene: CheckScene = 2): Promise<TextVerdict> {
  const characters = [...text];
  const pieces: string[] = [];
  for (let i = 0; i < characters.length; i += CHECKED_AT_ONCE) pieces.push(characters.slice(i, i + CHECKED_AT_ONCE).join(''));
  const verdicts = await Promise.all(pieces.map(piece => checkPiece(openid, piece, scene)));
  const worst = (['risky', 'review', 'unchecked'] as const).map(suggest => verdicts.find(each => each.suggest === suggest));
  return worst.find(Boolean) ?? { suggest: 'pass' };
}

async function checkPiece(openid: string, content: string, scene: CheckScene): Promise<TextVerdict> {
  type Checked = { result: { suggest: 'pass' | 'review' | 'risky' } };
  const answer = await withToken<Checked>('/wxa/msg_sec_check', { openid, scene, version: 2, content });
  if (answer.errcode === 0 && answer.result) return { suggest: answer.result.suggest };
  return { suggest: 'unchecked', why: `${answer.errcode} ${answer.errmsg}` };
}

async function withToken<T>(path: string, body: unknown): Promise<WechatAnswer & Partial<T>> {
  if (!isConfigured()) return { ...unconfigured } as WechatAnswer & Partial<T>;
  let token: string;
  try {
    token = await tokenFor(false);
  } catch (error) {
    return { ...failed(error), errcode: NOT_REACHED } as WechatAnswer & Partial<T>;
  }
  try {
    const answer = await post<T>(`${path}?access_token=${token}`, body);
    if (!TOKEN_REFUSED.has(answer.errcode)) return answer;
    return await post<T>(`${path}?access_token=${await tokenFor(true)}`, body);
  } catch (error) {
    return failed(error) as WechatAnswer & Partial<T>;
  }
}

/** From memory, from the shared document, or from WeChat. `anew`: the one we had was refused. */
async function tokenFor(anew: boolean): Promise<string> {
  const at = now();
  if (!anew && known && known.until > at) return known.token;
  if (!anew) {
    const { data } = await db().collection(wechatTokens.name).doc('access').get();
    const [stored] = data as { token: string; until: Instant }[];
    if (stored && stored.until > at) {
      known = { token: stored.token, until: stored.until };
      return stored.token;
    }
  }
  return fetchToken(at, anew);
}

async function fetchToken(at: Instant, anew: boolean): Promise<string> {
  const answer = await post<{ access_token?: string; expires_in?: number }>('/cgi-bin/stable_token', {
    grant_type: 'client_credential',
    appid: process.env.WECHAT_APPID,
    secret: process.env.WECHAT_SECRET,
    force_refresh: anew,
  });
  if (!answer.access_token) throw new Error(`stable_token ${answer.errcode}`);
  const until = (at + (answer.expires_in ?? 7200) * 1000 - MARGIN_MS) as Instant;
  known = { token: answer.access_token, until };
  await db()
    .collection(wechatTokens.name)
    .doc('access')
    .set({ communityId: '', token: known.token, until, version: 1, history: [], outbox: [] });
  return known.token;
}

async function post<T>(path: string, body: unknown): Promise<WechatAnswer & Partial<T>> {
  const base = process.env.WECHAT_API_BASE || 'https://api.weixin.qq.com';
  const answer = await postJson<Partial<WechatAnswer> & Partial<T>>(`${base}${path}`, JSON.stringify(body));
  return { ...answer, errcode: answer.errcode ?? 0, errmsg: answer.errmsg ?? '' };
}
