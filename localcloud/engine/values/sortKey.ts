import type { Value } from '../types';
import { rank } from './compare';
import { encode } from './ejson';
import type { ObjectId } from './objectId';

/*
 * Values as strings that sort, by UTF-16 code unit, in BSON order. A key begins with one character for the type and ends with
 * NUL NUL, so keys can be joined into compound keys and a prefix of fields is a prefix of characters.
 */
const TAGS: { [rank: number]: string } = { 1: 'B', 2: 'C', 3: 'D', 4: 'E', 5: 'F', 7: 'H', 8: 'I', 9: 'J', 11: 'L' };
const END = '\u0000\u0000';

/** Key of an empty array: below null, and never found by a filter. */
export const EMPTY_ARRAY_KEY = 'A';

const float = new Float64Array(1);
const words = new Uint16Array(float.buffer);

/** Four code units that order as the number does: sign bit flipped, negative numbers inverted. */
function numberKey(value: number): string {
  float[0] = value === 0 ? 0 : value;
  if (Number.isNaN(value)) return '\u0000\u0000\u0000\u0000';
  const flip = words[3]! & 0x8000 ? 0xffff : 0;
  return String.fromCharCode(words[3]! ^ (flip || 0x8000), words[2]! ^ flip, words[1]! ^ flip, words[0]! ^ flip);
}

const textKey = (text: string): string => (text.includes('\u0000') ? text.replaceAll('\u0000', '\u0000\u0001') : text) + END;

/** The key of one value. Objects order by their text, which serves equality only. */
export function sortKey(value: Value | undefined): string {
  if (typeof value === 'string') return `D${textKey(value)}`;
  const type = rank(value);
  const tag = TAGS[type]!;
  switch (type) {
    case 1:
      return tag;
    case 2:
      return tag + numberKey(value as number);
    case 8:
      return tag + (value ? '1' : '0');
    case 9:
      return tag + numberKey((value as Date).getTime());
    case 7:
      return tag + (value as ObjectId).hex;
    default:
      return tag + textKey(encode(value as Value));
  }
}

/** The first key after all keys of the same type as `value`: the end of a comparison's range. */
export const afterType = (value: Value): string => String.fromCharCode(TAGS[rank(value)]!.charCodeAt(0) + 1);

/** The first key of the same type as `value`. */
export const startOfType = (value: Value): string => TAGS[rank(value)]!;

/** The start of the keys of all strings with this beginning. */
export const textPrefix = (text: string): string => `D${text}`;
