/** Small things kept on this phone. Storage can be full or forbidden; then we forget, and the screen still works. */
import Taro from '@tarojs/taro';

export function recall<T>(key: string): T | undefined {
  try {
    const kept = Taro.getStorageSync<T | ''>(key);
    return kept === '' || kept === null ? undefined : kept;
  } catch {
    return undefined;
  }
}

/** @returns false when the phone has no room for it. */
export function keep(key: string, value: unknown): boolean {
  try {
    Taro.setStorageSync(key, value);
    return true;
  } catch {
    return false;
  }
}

export function forget(key: string): void {
  try {
    Taro.removeStorageSync(key);
  } catch {
    // Nothing to do: what cannot be removed was not readable either.
  }
}

/** Names of what is kept beside answers and must not survive the person: see `outbox.ts`. */
export const BOXES = 'jl:outboxes';
/** Called when another person begins to use this phone. */
export const onForget = new Set<() => void>();
