/** Doors of the developer and of tests: the clock, timers, faults, figures, the inbox. */

import { readFault } from '../faults';
import { httpReplyOf } from '../functions/internalHttp';
import { HttpError, textOf } from '../http/exchange';
import type { Parts } from '../parts';
import { keyPressCallback } from '../wechat/tencent';
import type { Doors } from './types';

const PEEKED = 50;

async function moveClock({ clock, scheduler, options }: Parts, body: Record<string, unknown>): Promise<{ now: number }> {
  const { now, advanceMs } = body;
  const target = typeof now === 'number' ? now : typeof advanceMs === 'number' ? clock.now() + advanceMs : Number.NaN;
  if (!Number.isFinite(target)) throw new HttpError(400, 'INVALID_PARAM', 'now (epoch ms) or advanceMs is needed');
  await scheduler.move(target, options.catchUp ?? true);
  return { now: clock.now() };
}

async function fire({ scheduler }: Parts, name: string): Promise<unknown> {
  const outcome = await scheduler.fire(name);
  if (!outcome) throw new HttpError(404, 'NOT_FOUND', `there is no timer ${name}`);
  if (!outcome.ok) throw new HttpError(500, outcome.code, outcome.message);
  return { result: JSON.parse(outcome.result) as unknown };
}

/** Presses a key during a voice call: notes it, and tells the function behind `voiceCallback` as the provider would. */
async function pressKey(parts: Parts, body: Record<string, unknown>): Promise<unknown> {
  const message = parts.wechat.inbox.find(textOf(body, 'id'));
  const key = textOf(body, 'key');
  if (message?.channel !== 'voice' || !/^[\d*#]$/.test(key))
    throw new HttpError(400, 'INVALID_PARAM', 'the id of a voice call and one key are needed');
  message.keyPress = key;
  const target = parts.options.voiceCallback;
  return { message, callback: target ? await httpReplyOf(parts, target, keyPressCallback(message.id, message.to, key)) : null };
}

export const localDoors: Doors = {
  'GET /local/clock': ({ clock }) => ({ now: clock.now() }),
  'POST /local/clock': (parts, { body }) => moveClock(parts, body),
  'GET /local/timers': ({ scheduler }) => scheduler.list(),
  'POST /local/timers/*/fire': (parts, { name }) => fire(parts, name),
  'GET /local/inbox': ({ wechat }, { query }) => {
    const [openid, channel] = [query.get('openid') ?? undefined, query.get('channel') ?? undefined];
    const found = wechat.inbox.list({ openid, channel, all: query.has('all') });
    const limit = Number(query.get('limit'));
    return limit > 0 ? found.slice(-limit) : found;
  },
  'DELETE /local/inbox': ({ wechat }) => {
    wechat.inbox.clear();
    return {};
  },
  'GET /local/faults': ({ faults }) => faults.pending(),
  'POST /local/faults': ({ faults }, { body }) => {
    if (body.clear === true) faults.clear();
    if (typeof body.delayMs === 'number') faults.delay(body.delayMs);
    if (body.target !== undefined || body.kind !== undefined) faults.add(readFault(body));
    return faults.pending();
  },
  'GET /local/stats': ({ stats }) => stats.all(),
  'DELETE /local/stats': ({ stats }) => {
    stats.reset();
    return {};
  },
  'GET /local/log': ({ runner }) => runner.log.slice(-2000),
  'GET /local/collections': ({ engine }) => engine.collections(),
  'GET /local/collections/*': ({ engine }, { name }) => {
    const found = engine.collections().find(collection => collection.name === name);
    if (!found) throw new HttpError(404, 'NOT_FOUND', `there is no collection ${name}`);
    return { ...found, documents: engine.peek(name, {}, PEEKED) };
  },
  'GET /local/devices': ({ options }) => options.devices ?? [],
  'POST /local/hearing': ({ wechat }, { body }) => {
    wechat.said = textOf(body, 'text');
    return { text: wechat.said };
  },
  'POST /local/voice/press': (parts, { body }) => pressKey(parts, body),
};
