/** What goes out when, and on which channel. Pure: the courier asks, these answer. */
import type { Attempt, CourierSettings, Letter, Way } from '../../types/letters';
import { CHANNELS, type Channel, type Ladder, ladderOf, type MessageForm } from '../../types/messages';
import { addDays, dayOf, type Instant, instantAt, MINUTE_MS, minuteOf } from '../../types/time';

/** What a community starts with; the figures are settings. */
export const FIRST_SETTINGS: CourierSettings = {
  quietFrom: (22 * 60) as CourierSettings['quietFrom'],
  quietTo: (7 * 60) as CourierSettings['quietTo'],
  mostPerDay: 6,
  digestAt: (19 * 60) as CourierSettings['digestAt'],
  channelsOff: [],
  ladders: {},
  robots: [],
};

export const DIGEST = 'digest';
export const robotOf = (to: string): string | undefined => (to.startsWith('robot:') ? to.slice(6) : undefined);
export const hasAccount = (to: string): boolean => !to.startsWith('robot:') && !to.startsWith('phone:');

/** The end of the quiet hours that this instant lies in; undefined outside. They may run over midnight. */
export function quietUntil(
  at: Instant,
  { quietFrom, quietTo }: Pick<CourierSettings, 'quietFrom' | 'quietTo'>,
): Instant | undefined {
  const minute = minuteOf(at);
  const overnight = quietFrom > quietTo;
  const quiet = overnight ? minute >= quietFrom || minute < quietTo : minute >= quietFrom && minute < quietTo;
  if (!quiet) return undefined;
  return instantAt(overnight && minute >= quietFrom ? addDays(dayOf(at), 1) : dayOf(at), quietTo);
}

/** The next time the day's digest is told. */
export function nextDigest(at: Instant, digestAt: number): Instant {
  const today = instantAt(dayOf(at), digestAt);
  return today > at ? today : instantAt(addDays(dayOf(at), 1), digestAt);
}

/** The rungs for a letter: a staff group has its robot; everybody else what the community set, or the form's own. */
export function rungsOf(kind: string, form: MessageForm, settings: CourierSettings, to: string): readonly (readonly Way[])[] {
  return robotOf(to) ? [['robot']] : (settings.ladders[kind] ?? ladderOf(form));
}

export const needsPhone = (rungs: readonly (readonly Way[])[]): boolean =>
  rungs.some(rung => rung.includes('sms') || rung.includes('voice'));

/** Channels that a form has words for. */
export const possibleOf = (form: MessageForm): Channel[] =>
  CHANNELS.filter(channel => (channel === 'subscribe' ? form.template : form[channel]) !== undefined);

/** What is known about a letter's person and community when it is due. */
export type Facts = {
  now: Instant;
  settings: CourierSettings;
  rungs: Ladder | readonly (readonly Way[])[];
  /** Why a channel cannot be used for this letter; undefined: it can. */
  whyNot: (way: Way) => string | undefined;
  /** The person wants nothing of this category pushed. */
  muted: boolean;
  /** Normal messages pushed to this person today. */
  sentToday: number;
};

type Ways = readonly Way[];
export type Plan =
  | { do: 'send'; rung: number; ways: Ways; skips: Attempt[] }
  | { do: 'wait' | 'gather'; until: Instant }
  | { do: 'end'; rung: number; skips: Attempt[] };

export const LATER_MOST = 10;
const laters = (attempts: readonly Attempt[], way: Way) =>
  attempts.filter(attempt => attempt.channel === way && attempt.outcome === 'later').length;

/** Once a channel may have told the person, or has refused for good, it is never tried again for this letter. */
const settled = (attempts: readonly Attempt[], way: Way): boolean =>
  laters(attempts, way) >= LATER_MOST ||
  attempts.some(({ channel, outcome }) => channel === way && ['sent', 'failed', 'unknown', 'skipped'].includes(outcome));

const MUTED = '本人关闭了这类提醒';

/** What to do with a due letter. */
export function plan(letter: Pick<Letter, 'attempts' | 'rung' | 'urgency' | 'kind' | 'to'>, facts: Facts): Plan {
  const { now, rungs, settings } = facts;
  const skip = (channel: Way, answer: string): Attempt => ({ channel, at: now, outcome: 'skipped', answer });
  const limited = letter.urgency === 'normal' && letter.kind !== DIGEST && !robotOf(letter.to);
  const skips: Attempt[] = [];
  for (let rung = letter.rung; rung < rungs.length; rung++) {
    const left = rungs[rung]!.filter(way => !settled(letter.attempts, way) && !skips.some(({ channel }) => channel === way));
    const reasons = left.map(way => (limited && facts.muted ? MUTED : facts.whyNot(way)));
    const ways = left.filter((_, i) => reasons[i] === undefined);
    for (const [i, reason] of reasons.entries()) if (reason !== undefined) skips.push(skip(left[i]!, reason));
    if (ways.length === 0) continue;
    const quiet = letter.urgency === 'emergency' ? undefined : quietUntil(now, settings);
    if (quiet !== undefined) return { do: 'wait', until: quiet };
    if (limited && facts.sentToday >= settings.mostPerDay) return { do: 'gather', until: nextDigest(now, settings.digestAt) };
    return { do: 'send', rung, ways, skips };
  }
  return { do: 'end', rung: rungs.length, skips };
}

/** How long until the next try, growing, with jitter so that many do not come back in step. `random` in 0…1. */
export function backOff(tries: number, hurried: boolean, random: number): number {
  const first = hurried ? MINUTE_MS / 4 : MINUTE_MS / 2;
  const most = hurried ? 2 * MINUTE_MS : 15 * MINUTE_MS;
  return Math.round(Math.min(most, first * 2 ** tries) * (0.75 + random / 2));
}

/** How a letter stands after a rung was tried: ended, tried again, or on the next rung. */
export type After = Pick<Letter, 'state' | 'rung'> & { dueAt?: Instant };

/** @param attempts all of the letter, with those of this rung. @param retryAt said by a channel that knows when it has room again. */
export function afterRung(
  { attempts, rung, urgency }: Pick<Letter, 'attempts' | 'rung' | 'urgency'>,
  results: readonly Attempt[],
  { rungs, now, random, retryAt }: { rungs: number; now: Instant; random: number; retryAt?: Instant },
): After {
  if (results.some(({ outcome }) => outcome === 'sent')) return { state: 'sent', rung };
  const hurried = urgency !== 'normal';
  const lastRung = rung + 1 >= rungs;
  const again = results.filter(({ channel, outcome }) => outcome === 'later' && laters(attempts, channel) < LATER_MOST);
  // What hurries does not wait for a channel that is down while another one is left.
  if (again.length > 0 && (!hurried || lastRung)) {
    const tries = Math.max(...again.map(({ channel }) => laters(attempts, channel))) - 1;
    return { state: 'waiting', rung, dueAt: retryAt ?? ((now + backOff(Math.max(0, tries), hurried, random)) as Instant) };
  }
  return lastRung ? { state: 'unsent', rung: rung + 1 } : { state: 'waiting', rung: rung + 1, dueAt: now };
}

/** WeCom takes at most this many bytes of UTF-8 in one text. */
export const ROBOT_BYTES = 2048;
const bytes = (text: string): number => new TextEncoder().encode(text).length;
/** Room for （12/12） at the end of each part. */
const MARK_BYTES = 16;

/** Parts of at most 2048 bytes, split at the ends of lines or sentences where there are any, marked （1/3）. */
export function splitForRobot(text: string, most: number = ROBOT_BYTES): string[] {
  if (bytes(text) <= most) return [text];
  const parts: string[] = [];
  let part = '';
  for (const piece of piecesOf(text, most - MARK_BYTES)) {
    if (part !== '' && bytes(part + piece) > most - MARK_BYTES) {
      parts.push(part.trimEnd());
      part = '';
    }
    part += piece;
  }
  parts.push(part.trimEnd());
  return parts.map((each, i) => `${each}（${i + 1}/${parts.length}）`);
}

/** Sentences and lines; one that is too long by itself is cut between characters. */
function piecesOf(text: string, most: number): string[] {
  const sentences = text.match(/[^\n。！？；!?;]*[\n。！？；!?;]+|[^\n。！？；!?;]+/gu) ?? [];
  return sentences.flatMap(sentence => (bytes(sentence) <= most ? [sentence] : cutByBytes(sentence, most)));
}

function cutByBytes(text: string, most: number): string[] {
  const parts: string[] = [''];
  for (const letter of text) {
    if (bytes(parts.at(-1)! + letter) > most) parts.push('');
    parts[parts.length - 1] += letter;
  }
  return parts;
}
