import { randomBytes } from 'node:crypto';

/** A MongoDB object id: 12 bytes, held as 24 hexadecimal digits. */
export class ObjectId {
  readonly hex: string;

  constructor(hex: string) {
    this.hex = hex.toLowerCase();
  }

  toString(): string {
    return this.hex;
  }
}

let pool = '';
let used = 0;

/** A fresh document id as CloudBase makes them: 32 hexadecimal digits. Random bytes are drawn for many ids at once. */
export function newDocumentId(): string {
  if (used + 32 > pool.length) {
    pool = randomBytes(16 * 64).toString('hex');
    used = 0;
  }
  used += 32;
  return pool.slice(used - 32, used);
}
