import { refused } from '../errors';
import type { Doc, Value } from '../types';
import { ObjectId } from './objectId';

type Decoder = (inner: unknown, now: number) => Value;

const number = (inner: unknown): Value => Number(inner);

const decoders: { [key: string]: Decoder } = {
  $numberInt: number,
  $numberLong: number,
  $numberDouble: number,
  $undefined: () => null,
  $oid: inner => new ObjectId(String(inner)),
  $date: inner => decodeDate(inner),
  $regularExpression: inner => {
    const { pattern, options } = inner as { pattern: string; options?: string };
    return toRegExp(pattern, options ?? '');
  },
  $tcb_server_date: (inner, now) => new Date(now + Number(decodeValue((inner as { offset?: unknown }).offset ?? 0, now))),
};

const unsupported = new Set([
  '$binary',
  '$numberDecimal',
  '$timestamp',
  '$minKey',
  '$maxKey',
  '$code',
  '$symbol',
  '$dbPointer',
  '$uuid',
]);

/** A regular expression with MongoDB's options: i, m and s; x (free spacing) and u are dropped. */
export function toRegExp(pattern: string, options: string): RegExp {
  try {
    return new RegExp(pattern, [...new Set(options)].filter(flag => 'ims'.includes(flag)).join(''));
  } catch {
    throw refused(`Regular expression is invalid: ${pattern}`);
  }
}

function decodeDate(inner: unknown): Date {
  const plain = typeof inner === 'object' && inner !== null ? Number((inner as { $numberLong: string }).$numberLong) : inner;
  return new Date(plain as string | number);
}

/** Turns parsed EJSON (canonical or relaxed) into values. Works in place: the input must not be used afterwards. */
export function decodeValue(raw: unknown, now: number): Value {
  if (typeof raw !== 'object' || raw === null) return raw as Value;
  if (Array.isArray(raw)) {
    for (let i = 0; i < raw.length; i++) {
      if (typeof raw[i] === 'object') raw[i] = decodeValue(raw[i], now);
    }
    return raw as Value[];
  }
  const object = raw as { [key: string]: unknown };
  for (const key in object) {
    if (key.charCodeAt(0) === 36) {
      const decoder = decoders[key];
      if (decoder) return decoder(object[key], now);
      if (unsupported.has(key)) throw refused(`the local cloud does not store ${key} values`);
    }
    const inner = object[key];
    if (typeof inner === 'object' && inner !== null) object[key] = decodeValue(inner, now);
  }
  return object as Doc;
}

/** Parses a string of EJSON. `now` (epoch ms) stands for the server date. */
export function decode(text: string, now: number): Value {
  const raw: unknown = JSON.parse(text);
  return text.includes('"$') ? decodeValue(raw, now) : (raw as Value);
}

/** True if the value holds something that plain JSON cannot say. */
function isSpecial(value: Value): boolean {
  if (typeof value === 'number') return !Number.isFinite(value);
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some(isSpecial);
  if (value instanceof Date || value instanceof RegExp || value instanceof ObjectId) return true;
  for (const key in value) {
    if (isSpecial(value[key] as Value)) return true;
  }
  return false;
}

function encodeValue(value: Value): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? value : { $numberDouble: String(value) };
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(encodeValue);
  if (value instanceof Date) return { $date: { $numberLong: String(value.getTime()) } };
  if (value instanceof RegExp) return { $regularExpression: { pattern: value.source, options: value.flags } };
  if (value instanceof ObjectId) return { $oid: value.hex };
  const out: { [key: string]: unknown } = {};
  for (const key in value) out[key] = encodeValue(value[key] as Value);
  return out;
}

/** EJSON text of a value: relaxed numbers, canonical dates; the SDK reads it back to the same values. */
export function encode(value: Value): string {
  return JSON.stringify(isSpecial(value) ? encodeValue(value) : value);
}
