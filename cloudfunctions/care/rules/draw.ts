/**
 * The draw: repeatable by anybody. The seed was committed to (SHA-256) before anybody could enter; once it is open, whoever hashes
 * `seed:number` and sorts by priority and hash gets the same order. Pure: the hash comes in.
 */
export type Entry = { no: number; rank: number };
export type Hash = (text: string) => string;

/** Families without priority come after every rank. */
export const NO_RANK = 99;

/** Priority first, lot within. */
export function drawOrder(entries: readonly Entry[], seed: string, hash: Hash): Entry[] {
  return entries
    .map(({ no, rank }) => ({ no, rank, lot: hash(`${seed}:${no}`) }))
    .sort((a, b) => a.rank - b.rank || (a.lot < b.lot ? -1 : a.lot > b.lot ? 1 : a.no - b.no))
    .map(({ no, rank }) => ({ no, rank }));
}

/** What is published before the draw. */
export const commitmentTo = (seed: string, hash: Hash): string => hash(seed);
