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

/** Not an answer of WeChat: the community has not set up its keys, or the network failed. */
export const NOT_CONFIGURED: WechatAnswer = { errcode: -1000, errmsg: 'WECHAT_APPID or WECHAT_SECRET is not set' };
const unreachable = (error: unknown): WechatAnswer => ({
  errcode: -1001,
  errmsg: `unreachable: ${(error as Error)?.name ?? 'error'}`,
});

const TOKEN_REFUSED = new Set([40001, 40014, 42001]);
/** A token is asked for anew this long before WeChat ends it. */
const MARGIN_MS = 300_000;
/** A function has seconds, and the person waits. */
const PATIENCE_MS = 4_000;

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

/** What the text check says. `unchecked`: it could not be asked for good reason, `why` says so in words for the office. */
export type TextCheck = { suggest: 'pass' | 'review' | 'risky' | 'unchecked'; why: string };
/** Where the text will stand, as WeChat counts: 1 profile, 2 comment, 3 forum, 4 social log. */
export type TextScene = 1 | 2 | 3 | 4;

/** The person has not opened the mini-program within two hours, which version 2 of the check wants. */
const NOT_SEEN_LATELY = 61010;

/** Text that a person wrote, at most 2,500 characters (`msg_sec_check`, version 2). What cannot be asked is for a human to look at. */
export async function checkText(openid: string, content: string, scene: TextScene): Promise<TextCheck> {
  if (!isConfigured()) return { suggest: 'unchecked', why: '没有配置文字检查' };
  const body = { version: 2, openid, scene, content };
  const { errcode, result } = await withToken<{ result?: { suggest?: TextCheck['suggest'] } }>('/wxa/msg_sec_check', body);
  if (errcode === NOT_SEEN_LATELY) return { suggest: 'unchecked', why: '发布人两小时内没有打开过小程序，微信没有检查' };
  if (errcode !== 0 || !result?.suggest) return { suggest: 'review', why: `文字检查没有回音（${errcode}）` };
  return { suggest: result.suggest, why: '' };
}

async function withToken<T>(path: string, body: unknown): Promise<WechatAnswer & Partial<T>> {
  if (!isConfigured()) return { ...NOT_CONFIGURED } as WechatAnswer & Partial<T>;
  try {
    const answer = await post<T>(`${path}?access_token=${await tokenFor(false)}`, body);
    if (!TOKEN_REFUSED.has(answer.errcode)) return answer;
    return await post<T>(`${path}?access_token=${await tokenFor(true)}`, body);
  } catch (error) {
    return unreachable(error) as WechatAnswer & Partial<T>;
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
  const response = await fetch(`${base}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  const answer = (await response.json()) as Partial<WechatAnswer> & Partial<T>;
  return { ...answer, errcode: answer.errcode ?? 0, errmsg: answer.errmsg ?? '' };
}
