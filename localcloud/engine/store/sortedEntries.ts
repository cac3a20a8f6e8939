import type { Slot } from './slot';

/** One index entry: an order-preserving key and the document that has it. */
export type Entry = { key: string; slot: Slot };

/** Receives entries in order; returning false ends the walk. */
export type Visit = (entry: Entry) => boolean;

const CHUNK = 256;

const before = (entry: Entry, key: string, ordinal: number): boolean =>
  entry.key < key || (entry.key === key && entry.slot.ordinal < ordinal);

/** Entries sorted by key, then by age of the document, in chunks: O(log n) to find, a short copy to insert. */
export class SortedEntries {
  private chunks: Entry[][] = [];

  /** Takes over all entries at once, in any order. */
  load(entries: Entry[]): void {
    entries.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.slot.ordinal - b.slot.ordinal));
    this.chunks = [];
    for (let i = 0; i < entries.length; i += CHUNK) this.chunks.push(entries.slice(i, i + CHUNK));
  }

  add(key: string, slot: Slot): void {
    if (this.chunks.length === 0) {
      this.chunks.push([{ key, slot }]);
      return;
    }
    const at = Math.min(this.chunkOf(key, slot.ordinal), this.chunks.length - 1);
    const chunk = this.chunks[at]!;
    chunk.splice(lowerBound(chunk, key, slot.ordinal), 0, { key, slot });
    if (chunk.length > CHUNK * 2) this.chunks.splice(at + 1, 0, chunk.splice(CHUNK));
  }

  remove(key: string, slot: Slot): void {
    const at = this.chunkOf(key, slot.ordinal);
    const chunk = this.chunks[at];
    if (!chunk) return;
    const position = lowerBound(chunk, key, slot.ordinal);
    if (chunk[position]?.slot !== slot) return;
    chunk.splice(position, 1);
    if (chunk.length === 0) this.chunks.splice(at, 1);
  }

  /** Entries with `from <= key < to`, upwards. */
  ascend(from: string, to: string | null, visit: Visit): void {
    let at = this.chunkOf(from, -1);
    let position = at < this.chunks.length ? lowerBound(this.chunks[at]!, from, -1) : 0;
    for (; at < this.chunks.length; at++, position = 0) {
      const chunk = this.chunks[at]!;
      for (; position < chunk.length; position++) {
        const entry = chunk[position]!;
        if ((to !== null && entry.key >= to) || !visit(entry)) return;
      }
    }
  }

  /** Entries with `from <= key < to`, downwards. */
  descend(from: string, to: string | null, visit: Visit): void {
    let at = to === null ? this.chunks.length - 1 : Math.min(this.chunkOf(to, -1), this.chunks.length - 1);
    if (at < 0) return;
    let position = (to === null ? this.chunks[at]!.length : lowerBound(this.chunks[at]!, to, -1)) - 1;
    while (at >= 0) {
      for (; position >= 0; position--) {
        const entry = this.chunks[at]![position]!;
        if (entry.key < from || !visit(entry)) return;
      }
      at--;
      if (at >= 0) position = this.chunks[at]!.length - 1;
    }
  }

  /** The first chunk whose last entry is not before (key, ordinal). */
  private chunkOf(key: string, ordinal: number): number {
    let low = 0;
    let high = this.chunks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const chunk = this.chunks[middle]!;
      if (before(chunk[chunk.length - 1]!, key, ordinal)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function lowerBound(chunk: Entry[], key: string, ordinal: number): number {
  let low = 0;
  let high = chunk.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (before(chunk[middle]!, key, ordinal)) low = middle + 1;
    else high = middle;
  }
  return low;
}
