import type { Value } from '../types';

/** Freezes a value and what it holds. Parts that are frozen already are shared with an older version: not visited again. */
export function deepFreeze<T extends Value>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  if (Array.isArray(value)) {
    for (const item of value) deepFreeze(item);
  } else if (!(value instanceof Date) && !(value instanceof RegExp)) {
    for (const key in value) deepFreeze((value as { [field: string]: Value })[key] as Value);
  }
  return Object.freeze(value);
}
