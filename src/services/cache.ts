/**
 * Answers kept on the phone, so that the home page and today's order open without network. WeChat gives 10 MB in all and 1 MB a key;
 * we use less, and the oldest answer goes first.
 */
import { systemNow } from './platform';
import { forget, keep, recall } from './store';

const INDEX = 'jl:kept';
const MAX_ONE = 900_000;
const MAX_ALL = 8_000_000;

type Kept = { at: number; data: unknown };
type Entry = { key: string; at: number; size: number };

const index = (): Entry[] => recall<Entry[]>(INDEX) ?? [];

export function recallAnswer(hash: string): Kept | undefined {
  return recall<Kept>(`jl:q:${hash}`);
}

export function keepAnswer(hash: string, data: unknown, at: number = systemNow()): void {
  const key = `jl:q:${hash}`;
  const size = JSON.stringify(data)?.length ?? 0;
  // Chinese characters take up to three bytes in the phone's storage.
  if (size === 0 || size * 3 > MAX_ONE) return;
  const others = index().filter(entry => entry.key !== key);
  let total = others.reduce((sum, entry) => sum + entry.size * 3, size * 3);
  while (total > MAX_ALL && others.length > 0) {
    const oldest = others.shift()!;
    forget(oldest.key);
    total -= oldest.size * 3;
  }
  if (keep(key, { at, data })) keep(INDEX, [...others, { key, at, size }]);
}

/** Another person signs in on this phone: nothing of the first one may be seen. */
export function forgetAnswers(): void {
  for (const entry of index()) forget(entry.key);
  forget(INDEX);
}
