/** Carries a call to the cloud and its reply back. The only place that knows that WeChat and the web do it differently. */
import Taro from '@tarojs/taro';
import type { Call, Envelope } from '../../types/contract';
import { sessionToken } from './session';

declare const API_BASE: string;

const TIMEOUT_MS = 15_000;

type Send = (domain: string, call: Call) => Promise<Envelope<unknown>>;

const failed = (code: string): Envelope<never> => ({ ok: false, error: { code } });

/** What the platform says about a call that brought no reply, in our words. Exported for tests. */
export function transportCode(message: string): 'TIMEOUT' | 'OFFLINE' | 'INTERNAL' {
  if (/time ?out|timed out|-404012|-504003|ETIMEDOUT/i.test(message)) return 'TIMEOUT';
  if (/request:fail|network|Failed to fetch|Load failed|ERR_|errCode: -1\b|abort/i.test(message)) return 'OFFLINE';
  return 'INTERNAL';
}

const isEnvelope = (reply: unknown): reply is Envelope<unknown> => typeof reply === 'object' && reply !== null && 'ok' in reply;

const messageOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'errMsg' in error ? String(error.errMsg) : String(error);

/** The SDK gives up late or never; a person waits fifteen seconds at most. */
function within<T>(promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('timeout')), TIMEOUT_MS);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

async function throughWeChat(domain: string, call: Call): Promise<unknown> {
  const reply = await Taro.cloud.callFunction({ name: domain, data: call });
  return reply.result;
}

async function throughHttp(domain: string, call: Call): Promise<unknown> {
  const token = sessionToken();
  const reply = await Taro.request({
    url: `${API_BASE}/api/${domain}`,
    method: 'POST',
    data: call,
    header: { 'content-type': 'application/json', ...(token ? { Authorization: `Bearer ${token}` } : {}) },
    timeout: TIMEOUT_MS,
  });
  return reply.data;
}

/** Never throws: every outcome is an envelope. */
export const send: Send = async (domain, call) => {
  const through = process.env.TARO_ENV === 'weapp' ? throughWeChat : throughHttp;
  try {
    const reply = await within(through(domain, call));
    return isEnvelope(reply) ? reply : failed('INTERNAL');
  } catch (error) {
    return failed(transportCode(messageOf(error)));
  }
};

/** Call once when the app starts, before the first call. */
export function startTransport(): void {
  if (process.env.TARO_ENV === 'weapp') Taro.cloud.init({ traceUser: false });
}
