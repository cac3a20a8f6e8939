/**
 * Calls from outside that are no person's: a provider that reports, a device that raises an alarm. The door gives the handler the raw
 * body and the headers; what proves the caller differs from provider to provider, so the handler proves it first, with the tools here.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import type { Action, HookCall, HookReply } from '../../types/contract';
import { zInstant } from '../../types/schemas';
import type { Instant } from '../../types/time';
import { collection } from './collection';
import type { Context } from './context';
import { db, isDuplicate } from './database';
import { Refusal } from './refusal';

/** What came once and must not count again: `hook:id of the provider`. */
export const hookCalls = collection('hookCalls', {
  scope: 'environment',
  schema: z.object({ at: zInstant }),
  indexes: [{ fields: ['at'] }],
  retention: '三十天，只为识别重复的来信',
});

/** Compares in constant time; an empty secret is nobody's. */
export function sameSecret(given: string, right: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(right)];
  return b.length > 0 && a.length === b.length && timingSafeEqual(a, b);
}

/** HMAC-SHA-256 of the raw body (after `prefix`, such as a timestamp), in hex, as devices sign. */
export const hmacOf = (raw: Uint8Array, secret: string, prefix = ''): string =>
  createHmac('sha256', secret).update(prefix).update(raw).digest('hex');

/** True once for an id of a hook; false for a replay. Remembered for thirty days. */
export async function firstTime(hook: string, id: string, now: Instant): Promise<boolean> {
  try {
    await db()
      .collection(hookCalls.name)
      .add({ _id: `${hook}:${id}`, communityId: '', at: now, version: 1, history: [], outbox: [] });
    return true;
  } catch (error) {
    if (isDuplicate(error)) return false;
    throw error;
  }
}

/** The body as JSON, or undefined for anything else. */
export function jsonOf({ raw }: HookCall): unknown {
  try {
    return JSON.parse(Buffer.from(raw).toString('utf8'));
  } catch {
    return undefined;
  }
}

type HookHandler = (call: HookCall, ctx: Context<string>) => Promise<HookReply>;

/** One call from outside, from the size of its body to the reply of the handler. Nothing of the body is ever logged. */
export async function answerHook(
  action: Action | undefined,
  handler: HookHandler | undefined,
  call: HookCall,
  context: () => Context<string>,
): Promise<HookReply> {
  if (action?.verb !== 'hook' || !handler) return { status: 404 };
  if (call.raw.length > action.most) return { status: 413 };
  try {
    return action.output.parse(await handler(call, context()));
  } catch (error) {
    if (error instanceof Refusal) return { status: STATUS[error.code] ?? 409 };
    console.error(JSON.stringify({ hook: error instanceof Error ? `${error.name}: ${error.message.slice(0, 200)}` : 'failed' }));
    return { status: 500 };
  }
}

const STATUS: Record<string, number> = { NOT_ALLOWED: 403, BAD_INPUT: 400, NOT_FOUND: 404, BUSY: 503 };
