/**
 * The draw: repeatable by anybody. The seed was committed to (SHA-256) before anybody could enter; once it is open, whoever hashes
 * `seed:number` (of siblings: the smallest number among them) and sorts by priority and hash gets the same order. Pure: the hash comes in.
 */
/** `with`: the smallest number among siblings; they share its lot, so that they are drawn one after the other. */
export type Entry = { no: number; rank: number; with?: number };
export type Hash = (text: string) => string;

/** Families without priority come after every rank. */
export const NO_RANK = 99;

/** Priority first, lot within. */
export function drawOrder(entries: readonly Entry[], seed: string, hash: Hash): Entry[] {
  return entries
    .map(entry => ({ entry, lot: hash(`${seed}:${entry.with ?? entry.no}`) }))
    .sort((a, b) => a.entry.rank - b.entry.rank || (a.lot < b.lot ? -1 : a.lot > b.lot ? 1 : a.entry.no - b.entry.no))
    .map(({ entry }) => entry);
}

/** Children that share a guardian are siblings; each then carries the smallest number among them. */
export function withSiblings(entries: readonly { no: number; rank: number; guardians: readonly string[] }[]): Entry[] {
  const first = new Map<string, number>();
  return [...entries]
    .sort((a, b) => a.no - b.no)
    .map(({ no, rank, guardians }) => {
      const known = guardians.flatMap(each => first.get(each) ?? []);
      const leader = Math.min(no, ...known);
      for (const each of guardians) first.set(each, leader);
      return leader < no ? { no, rank, with: leader } : { no, rank };
    });
}

/** What is published before the draw. */
export const commitmentTo = (seed: string, hash: Hash): string => hash(seed);
