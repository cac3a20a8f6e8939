/**
 * Repeats a published draw on this device: hash the seed and compare with what was published before sign-up, hash `seed:number` for each
 * entry (of siblings: the smallest number among them), sort by priority and hash. SHA-256 (FIPS 180-4) is written out because WeChat has no Web Crypto. Pure.
 */
import type { DrawView } from '../queries';

const rotate = (x: number, n: number): number => (x >>> n) | (x << (32 - n));

/** The first 32 bits of the fractional parts of the square or cube roots of the first primes. */
function rootsOf(count: number, power: number): number[] {
  const roots: number[] = [];
  for (let n = 2; roots.length < count; n += 1) {
    let prime = true;
    for (let d = 2; d * d <= n; d += 1) if (n % d === 0) prime = false;
    const root = n ** power;
    if (prime) roots.push(((root - Math.floor(root)) * 2 ** 32) | 0);
  }
  return roots;
}
const K = rootsOf(64, 1 / 3);
const START = rootsOf(8, 1 / 2);

/** Seeds and numbers are plain ASCII: one byte a character. */
function wordsOf(text: string): number[] {
  const length = (((text.length + 8) >> 6) + 1) * 16;
  const words: number[] = Array.from({ length }, () => 0);
  for (let i = 0; i < text.length; i += 1) words[i >> 2]! |= text.charCodeAt(i) << (24 - (i % 4) * 8);
  words[text.length >> 2]! |= 0x80 << (24 - (text.length % 4) * 8);
  words[length - 1] = text.length * 8;
  return words;
}

function scheduleOf(block: readonly number[]): number[] {
  const w = [...block];
  for (let i = 16; i < 64; i += 1) {
    const [a, b] = [w[i - 15]!, w[i - 2]!];
    const s0 = rotate(a, 7) ^ rotate(a, 18) ^ (a >>> 3);
    const s1 = rotate(b, 17) ^ rotate(b, 19) ^ (b >>> 10);
    w.push((w[i - 16]! + s0 + w[i - 7]! + s1) | 0);
  }
  return w;
}

function compress(state: readonly number[], block: readonly number[]): number[] {
  let [a, b, c, d, e, f, g, h] = state as [number, number, number, number, number, number, number, number];
  const w = scheduleOf(block);
  for (let i = 0; i < 64; i += 1) {
    const t1 = (h + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + ((e & f) ^ (~e & g)) + K[i]! + w[i]!) | 0;
    const t2 = ((rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + t2) | 0];
  }
  return [a, b, c, d, e, f, g, h].map((value, i) => (value + state[i]!) | 0);
}

/** As 64 lower-case hexadecimal digits, of an ASCII text. */
export function sha256(text: string): string {
  const words = wordsOf(text);
  let state: readonly number[] = START;
  for (let at = 0; at < words.length; at += 16) state = compress(state, words.slice(at, at + 16));
  return state.map(word => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

type Published = Pick<DrawView, 'commitment' | 'seed' | 'entries'>;

/** `seed`: the seed is the one that was promised; `order`: sorting again gives the published order. */
export function repeatDraw({ commitment, seed, entries }: Published): { seed: boolean; order: boolean } {
  if (seed === undefined) return { seed: false, order: false };
  const again = entries
    .map(({ no, rank, with: leader = no }) => ({ no, rank, lot: sha256(`${seed}:${leader}`) }))
    .sort((a, b) => a.rank - b.rank || (a.lot < b.lot ? -1 : a.lot > b.lot ? 1 : a.no - b.no));
  return { seed: sha256(seed) === commitment, order: again.every(({ no }, i) => no === entries[i]!.no) };
}
