/**
 * Codes that a counter can verify without network. The diner's phone makes a new one every half minute from the order's secret; the
 * counter holds a key derived from it, good for this order's codes and nothing else. SHA-256 is written out here because WeChat's script
 * engine has none, and phone, counter and server must come to the same letters.
 */
import type { Instant } from './time';
import { no, type Verdict, yes } from './verdict';

/** How long a code is shown, in milliseconds. */
export const CODE_MS = 30_000;
/** So many windows before and after are taken too: clocks of phones differ, and a person needs a moment. */
const SLACK = 2;

const FIRST_PRIMES = (() => {
  const primes: number[] = [];
  for (let n = 2; primes.length < 64; n++) if (primes.every(prime => n % prime !== 0)) primes.push(n);
  return primes;
})();
/** The first 32 bits of the fraction of a root, as FIPS 180-4 defines its constants. */
const fraction = (root: number): number => ((root - Math.floor(root)) * 0x1_0000_0000) | 0;
const ROUNDS = FIRST_PRIMES.map(prime => fraction(Math.cbrt(prime)));
const START = FIRST_PRIMES.slice(0, 8).map(prime => fraction(Math.sqrt(prime)));

const turn = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

function padded(message: readonly number[]): number[] {
  const bits = message.length * 8;
  const words: number[] = new Array((((message.length + 8) >> 6) + 1) * 16).fill(0);
  [...message, 0x80].forEach((byte, i) => {
    words[i >> 2]! |= byte << (24 - (i % 4) * 8);
  });
  words[words.length - 2] = Math.floor(bits / 0x1_0000_0000);
  words[words.length - 1] = bits | 0;
  return words;
}

function mixed(state: readonly number[], block: readonly number[]): number[] {
  const w = [...block];
  for (let i = 16; i < 64; i++) {
    const [a, b] = [w[i - 15]!, w[i - 2]!];
    const low = turn(a, 7) ^ turn(a, 18) ^ (a >>> 3);
    const high = turn(b, 17) ^ turn(b, 19) ^ (b >>> 10);
    w[i] = (w[i - 16]! + low + w[i - 7]! + high) | 0;
  }
  let [a, b, c, d, e, f, g, h] = state as [number, number, number, number, number, number, number, number];
  for (let i = 0; i < 64; i++) {
    const s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
    const one = (h + s1 + ((e & f) ^ (~e & g)) + ROUNDS[i]! + w[i]!) | 0;
    const s0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
    const two = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
  }
  return [a, b, c, d, e, f, g, h].map((word, i) => (word + state[i]!) | 0);
}

function sha256(message: readonly number[]): number[] {
  const words = padded(message);
  let state = START;
  for (let at = 0; at < words.length; at += 16) state = mixed(state, words.slice(at, at + 16));
  return state.flatMap(word => [24, 16, 8, 0].map(by => (word >>> by) & 0xff));
}

/** Ids and secrets of ours are plain letters: one byte each. */
const bytesOf = (text: string): number[] => [...text].map(letter => letter.charCodeAt(0) & 0xff);
const hex = (bytes: readonly number[]): string => bytes.map(byte => byte.toString(16).padStart(2, '0')).join('');

/** HMAC-SHA-256 in hexadecimal digits; the key at most 64 letters. */
export function hmacHex(key: string, text: string): string {
  const block = [...bytesOf(key), ...new Array(64).fill(0)].slice(0, 64) as number[];
  const inner = sha256([...block.map(byte => byte ^ 0x36), ...bytesOf(text)]);
  return hex(sha256([...block.map(byte => byte ^ 0x5c), ...inner]));
}

/** What the counter holds of an order: makes and verifies its rotating codes, and says nothing about the secret. */
export const codeKeyOf = (secret: string): string => hmacHex(secret, 'rotating').slice(0, 32);
/** What the counter holds of a card. */
export const cardDigestOf = (secret: string): string => hmacHex(secret, 'card').slice(0, 20);

const windowOf = (at: Instant): number => Math.floor(at / CODE_MS);
const markOf = (codeKey: string, orderId: string, window: number): string =>
  hmacHex(codeKey, `${orderId}|${window}`).slice(0, 16);

/** The text of the QR code at this moment. */
export const rotatingCode = (orderId: string, codeKey: string, at: Instant): string =>
  `JL1|${orderId}|${windowOf(at).toString(36)}|${markOf(codeKey, orderId, windowOf(at))}`;
/** The text of a printed card. */
export const cardCode = (no: string, secret: string): string => `JLC|${no}|${secret}`;

export type Scan = { kind: 'order'; id: string; window: number; mark: string } | { kind: 'card'; no: string; secret: string };

/** What a scanner read; undefined when it is no code of ours. */
export function readScan(text: string): Scan | undefined {
  const order = /^JL1\|([\w:~-]{1,96})\|([0-9a-z]{1,10})\|([0-9a-f]{16})$/.exec(text.trim());
  if (order) return { kind: 'order', id: order[1]!, window: Number.parseInt(order[2]!, 36), mark: order[3]! };
  const card = /^JLC\|([\w-]{1,20})\|([\w-]{8,40})$/.exec(text.trim());
  return card ? { kind: 'card', no: card[1]!, secret: card[2]! } : undefined;
}

/** Is it this order's code, and of this moment? The same answer on the counter's phone and on the server. */
export function codeFits(
  scan: Extract<Scan, { kind: 'order' }>,
  orderId: string,
  codeKey: string,
  at: Instant,
): Verdict<'WRONG_CODE' | 'CODE_OLD'> {
  if (scan.id !== orderId || scan.mark !== markOf(codeKey, orderId, scan.window)) return no('WRONG_CODE');
  return Math.abs(scan.window - windowOf(at)) <= SLACK ? yes : no('CODE_OLD');
}

/** Is it this person's card, and the one that is valid now? */
export const cardFits = (
  scan: Extract<Scan, { kind: 'card' }>,
  card: { no: string | undefined; digest: string | undefined },
): Verdict<'CARD_VOID'> =>
  card.digest && scan.no === card.no && cardDigestOf(scan.secret) === card.digest ? yes : no('CARD_VOID');
