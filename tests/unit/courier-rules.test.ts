/** Quiet hours, ladders, limits and splitting, as sentences. */

import { signedHeaders } from '../../cloudfunctions/_shared/tencent';
import { endOf, grouped, startOf } from '../../cloudfunctions/courier/outcomes';
import {
  afterRung,
  backOff,
  type Facts,
  FIRST_SETTINGS,
  LATER_MOST,
  nextDigest,
  plan,
  quietUntil,
  splitForRobot,
} from '../../cloudfunctions/courier/rules';
import type { Attempt, Letter, Way } from '../../types/letters';
import { addDays, civilDate, type Instant, instantAt, type MinuteOfDay } from '../../types/time';

const today = civilDate('2026-11-26');
const at = (text: string, day = today): Instant => instantAt(day, Number(text.slice(0, 2)) * 60 + Number(text.slice(3)));
const now = at('10:00');
const attempt = (channel: Way, outcome: Attempt['outcome']): Attempt => ({ channel, at: now, outcome, answer: '' });
type Due = Pick<Letter, 'attempts' | 'rung' | 'urgency' | 'kind' | 'to'>;
const letter = (more: Partial<Due> = {}): Due => ({
  attempts: [],
  rung: 0,
  urgency: 'normal',
  kind: 'joined',
  to: 'wx-a',
  ...more,
});
const facts = (more: Partial<Facts> = {}): Facts => ({
  now,
  settings: FIRST_SETTINGS,
  rungs: [['subscribe'], ['sms', 'voice']],
  whyNot: () => undefined,
  muted: false,
  sentToday: 0,
  ...more,
});

describe('quiet hours', () => {
  test.each([
    ['21:59', undefined],
    ['22:00', at('07:00', addDays(today, 1))],
    ['23:59', at('07:00', addDays(today, 1))],
    ['00:00', at('07:00')],
    ['06:59', at('07:00')],
    ['07:00', undefined],
  ])('at %s', (text, until) => expect(quietUntil(at(text), FIRST_SETTINGS)).toBe(until));

  test('may lie within a day, or not be at all', () => {
    const noon = { quietFrom: 720 as MinuteOfDay, quietTo: 840 as MinuteOfDay };
    expect(quietUntil(at('13:00'), noon)).toBe(at('14:00'));
    expect(quietUntil(at('14:00'), noon)).toBeUndefined();
    expect(quietUntil(at('03:00'), { quietFrom: 0 as MinuteOfDay, quietTo: 0 as MinuteOfDay })).toBeUndefined();
  });

  test('hold back what is normal and what is urgent, never an emergency', () => {
    const night = facts({ now: at('23:00') });
    expect(plan(letter(), night)).toMatchObject({ do: 'wait', until: at('07:00', addDays(today, 1)) });
    expect(plan(letter({ urgency: 'urgent' }), night)).toMatchObject({ do: 'wait' });
    expect(plan(letter({ urgency: 'emergency' }), night)).toMatchObject({ do: 'send', ways: ['subscribe'] });
  });

  test('do not hold back the end of a ladder that has no channel left', () => {
    expect(plan(letter(), facts({ now: at('23:00'), whyNot: () => '未配置' })).do).toBe('end');
  });
});

describe('the ladder', () => {
  test('passes a rung that cannot be used and says why', () => {
    const planned = plan(letter(), facts({ whyNot: way => (way === 'subscribe' ? '没有订阅额度' : undefined) }));
    expect(planned).toEqual({
      do: 'send',
      rung: 1,
      ways: ['sms', 'voice'],
      skips: [{ ...attempt('subscribe', 'skipped'), answer: '没有订阅额度' }],
    });
  });

  test('never comes back to a channel that may have told the person', () => {
    for (const outcome of ['sent', 'unknown', 'failed', 'skipped'] as const)
      expect(plan(letter({ attempts: [attempt('subscribe', outcome)] }), facts())).toMatchObject({ ways: ['sms', 'voice'] });
    expect(plan(letter({ attempts: [attempt('subscribe', 'later')] }), facts())).toMatchObject({ ways: ['subscribe'] });
  });

  test('ends when one channel of a rung took it', () => {
    const results = [attempt('sms', 'failed'), attempt('voice', 'sent')];
    expect(afterRung(letter({ rung: 1, attempts: results }), results, { rungs: 2, now, random: 0 })).toEqual({
      state: 'sent',
      rung: 1,
    });
  });

  test('goes on at once when none did, and ends after the last rung', () => {
    const results = [attempt('subscribe', 'unknown')];
    expect(afterRung(letter({ attempts: results }), results, { rungs: 2, now, random: 0 })).toEqual({
      state: 'waiting',
      rung: 1,
      dueAt: now,
    });
    expect(afterRung(letter({ attempts: results }), results, { rungs: 1, now, random: 0 })).toEqual({ state: 'unsent', rung: 1 });
  });

  test('waits for a channel that is down, unless the message hurries and another channel is left', () => {
    const results = [attempt('subscribe', 'later')];
    expect(afterRung(letter({ attempts: results }), results, { rungs: 2, now, random: 0 })).toMatchObject({
      state: 'waiting',
      rung: 0,
    });
    const urgent = letter({ attempts: results, urgency: 'emergency' });
    expect(afterRung(urgent, results, { rungs: 2, now, random: 0 })).toEqual({ state: 'waiting', rung: 1, dueAt: now });
    expect(afterRung(urgent, results, { rungs: 1, now, random: 0 })).toMatchObject({ state: 'waiting', rung: 0 });
  });

  test('gives a channel up after many tries', () => {
    const results = [attempt('subscribe', 'later')];
    const attempts = Array.from({ length: LATER_MOST }, () => results[0]!);
    expect(afterRung(letter({ attempts }), results, { rungs: 1, now, random: 0 }).state).toBe('unsent');
  });

  test('pauses grow, stay within bounds and are jittered', () => {
    const pauses = Array.from({ length: 12 }, (_, tries) => backOff(tries, false, 0.5));
    expect(pauses).toEqual([...pauses].sort((a, b) => a - b));
    expect(pauses.at(-1)).toBe(15 * 60_000);
    expect(backOff(3, false, 0)).toBeLessThan(backOff(3, false, 1));
  });
});

describe('the day’s limit', () => {
  const full = facts({ sentToday: FIRST_SETTINGS.mostPerDay });
  test('gathers what is normal until the digest', () => {
    expect(plan(letter(), full)).toEqual({ do: 'gather', until: at('19:00') });
    expect(nextDigest(at('19:00'), 19 * 60)).toBe(at('19:00', addDays(today, 1)));
  });
  test('lets through what is urgent, the digest itself, and what goes to a staff group', () => {
    for (const more of [{ urgency: 'urgent' }, { kind: 'digest' }, { to: 'robot:grid' }] as const)
      expect(plan(letter(more), full).do).toBe('send');
  });
  test('a category that is switched off is skipped, with that reason', () => {
    expect(plan(letter(), facts({ muted: true }))).toMatchObject({
      do: 'end',
      skips: [{ answer: '本人关闭了这类提醒' }, {}, {}],
    });
    expect(plan(letter({ urgency: 'urgent' }), facts({ muted: true })).do).toBe('send');
  });
});

describe('a text for a group robot', () => {
  const bytes = (text: string) => Buffer.byteLength(text);
  test('of 2048 bytes stays whole', () => expect(splitForRobot('a'.repeat(2048))).toHaveLength(1));
  test('is split at the ends of sentences, marked, and nothing is lost', () => {
    const text = Array.from({ length: 80 }, (_, i) => `第${i}句话说的是停水通知，请大家提前储水。`).join('');
    const parts = splitForRobot(text);
    expect(parts.every(part => bytes(part) <= 2048)).toBe(true);
    expect(parts[0]).toMatch(/。（1\/\d）$/);
    expect(parts.map(part => part.replace(/（\d+\/\d+）$/, '')).join('')).toBe(text);
  });
  test('without any full stop is cut between characters', () => {
    const parts = splitForRobot('汉😀'.repeat(1500));
    expect(parts.every(part => bytes(part) <= 2048 && !part.includes('\ufffd'))).toBe(true);
    expect(parts.map(part => part.replace(/（\d+\/\d+）$/, '')).join('')).toBe('汉😀'.repeat(1500));
  });
});

describe('the report of a post', () => {
  test('puts everybody under one outcome', () => {
    expect(startOf({ to: 'wx-a', state: 'inside' })).toEqual({ channel: 'inside', outcome: 'inside' });
    expect(startOf({ to: 'phone:r', state: 'waiting' })).toEqual({ channel: 'nowhere', outcome: 'pending' });
    expect(endOf({ to: 'wx-a', state: 'sent', attempts: [attempt('sms', 'sent')] })).toEqual({ channel: 'sms', outcome: 'sent' });
    expect(endOf({ to: 'wx-a', state: 'unsent', attempts: [] })).toEqual({ channel: 'inside', outcome: 'unsent' });
    expect(endOf({ to: 'phone:r', state: 'unsent', attempts: [] })).toEqual({ channel: 'nowhere', outcome: 'unsent' });
    const both = [{ ref: 'a', channel: 'sms', outcome: 'sent' } as const, { ref: 'b', channel: 'sms', outcome: 'sent' } as const];
    expect(grouped(both)).toEqual([{ channel: 'sms', outcome: 'sent', refs: ['a', 'b'] }]);
  });
});

test('a request to Tencent Cloud is signed as version 3 wants it, by the day in UTC', () => {
  const given = { service: 'sms', host: 'sms.tencentcloudapi.com', action: 'SendSms', body: '{}', at: at('06:00') } as const;
  const headers = signedHeaders(given, { id: 'ID', key: 'KEY' });
  expect(headers.authorization).toMatch(
    /^TC3-HMAC-SHA256 Credential=ID\/2026-11-25\/sms\/tc3_request, SignedHeaders=content-type;host;x-tc-action, Signature=[0-9a-f]{64}$/,
  );
  expect(signedHeaders(given, { id: 'ID', key: 'OTHER' }).authorization).not.toBe(headers.authorization);
});
