/**
 * Every way into a function ends in one shape: a call and who the platform (or a token of ours) says is calling.
 * WeChat `callFunction`, HTTP access, the timer, and another function all enter here.
 */
import type { Call, HookCall } from '../../types/contract';
import type { Instant } from '../../types/time';
import { platformContext } from './database';
import { readToken } from './token';

/** `from`: the network address that the access layer saw; only for counting tries. */
export type Caller = { kind: 'account'; openid: string } | { kind: 'system' } | { kind: 'nobody'; from?: string };

export type Entry =
  | { kind: 'call'; call: Call; caller: Caller; bytes: number; http: boolean }
  | { kind: 'hook'; name: string; call: HookCall }
  | { kind: 'timer' }
  | { kind: 'garbled'; http: boolean };

type HttpEvent = {
  httpMethod: string;
  path?: string;
  headers?: Record<string, string | undefined>;
  queryStringParameters?: Record<string, string | undefined>;
  body?: string;
  isBase64Encoded?: boolean;
};

const isHttp = (event: unknown): event is HttpEvent =>
  typeof (event as HttpEvent)?.httpMethod === 'string' && 'headers' in (event as object);

/** The timer says so itself and the platform confirms it: a client cannot set the source of its own call. */
const isTimer = (event: unknown, source: string | undefined, openid: string | undefined): boolean =>
  (event as { Type?: string })?.Type === 'Timer' && source === 'wx_trigger' && !openid;

export function readEntry(event: unknown, context: unknown, now: Instant): Entry {
  const { WX_OPENID, TCB_SOURCE } = platformContext(context);
  if (isTimer(event, TCB_SOURCE, WX_OPENID)) return { kind: 'timer' };
  if (isHttp(event)) return readHttp(event, now);
  const call = readCall(event);
  if (!call) return { kind: 'garbled', http: false };
  const bytes = JSON.stringify(event).length;
  if (WX_OPENID) return { kind: 'call', call, caller: { kind: 'account', openid: WX_OPENID }, bytes, http: false };
  return { kind: 'call', call, caller: systemCaller(event, now), bytes, http: false };
}

/** `/api/courier/hooks/voice`, or as much of it as the platform leaves of the address. */
const HOOK = /\/hooks\/(\w{1,60})\/?$/;

const texts = (given: Record<string, string | undefined> = {}): Record<string, string> =>
  Object.fromEntries(Object.entries(given).map(([name, value]) => [name, String(value ?? '')]));

function readHook(event: HttpEvent, name: string): Entry {
  const headers = Object.fromEntries(Object.entries(texts(event.headers)).map(([key, value]) => [key.toLowerCase(), value]));
  const raw = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
  return { kind: 'hook', name, call: { method: event.httpMethod, headers, query: texts(event.queryStringParameters), raw } };
}

function readHttp(event: HttpEvent, now: Instant): Entry {
  const hook = HOOK.exec(event.path ?? '')?.[1];
  if (hook) return readHook(event, hook);
  const text = event.isBase64Encoded ? Buffer.from(event.body ?? '', 'base64').toString() : (event.body ?? '');
  const call = readCall(parse(text));
  if (!call) return { kind: 'garbled', http: true };
  return { kind: 'call', call, caller: bearer(event.headers ?? {}, now), bytes: text.length, http: true };
}

function bearer(headers: Record<string, string | undefined>, now: Instant): Caller {
  const header = Object.entries(headers).find(([name]) => name.toLowerCase() === 'authorization')?.[1] ?? '';
  const openid = header.startsWith('Bearer ') ? readToken(header.slice(7), 'desk', now) : undefined;
  return openid ? { kind: 'account', openid } : { kind: 'nobody', from: addressIn(headers) };
}

/** `x-real-ip` is written by the access layer; in `x-forwarded-for` it adds the last one, and whatever stands before may be made up. */
function addressIn(headers: Record<string, string | undefined>): string {
  const given = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value ?? '']));
  return (given['x-real-ip'] || given['x-forwarded-for']?.split(',').at(-1) || '').trim().slice(0, 64);
}

/** A function of ours calling another signs its call; the absence of an identity is never enough. */
function systemCaller(event: unknown, now: Instant): Caller {
  const { systemToken } = event as { systemToken?: unknown };
  return typeof systemToken === 'string' && readToken(systemToken, 'system', now) ? { kind: 'system' } : { kind: 'nobody' };
}

function readCall(event: unknown): Call | undefined {
  if (typeof event !== 'object' || event === null) return undefined;
  const { action, input, requestId, openData } = event as Record<string, unknown>;
  if (typeof action !== 'string') return undefined;
  return {
    action,
    input: input ?? {},
    openData,
    requestId: typeof requestId === 'string' && requestId.length <= 80 ? requestId : undefined,
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
