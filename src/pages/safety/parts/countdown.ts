/** Seconds until something happens by itself, drawn once a second. */
import { useEffect, useState } from 'react';
import { systemNow } from '../../../services/platform';

const SECOND_MS = 1000;

/** Whole seconds, rounded up, never below nought. */
export const secondsTo = (until: number, now: number): number => Math.max(0, Math.ceil((until - now) / SECOND_MS));

/** @param onEnd once, when nothing is left */
export function useCountdown(ms: number, onEnd: () => void): number {
  const [until] = useState(() => systemNow() + ms);
  const [left, setLeft] = useState(() => secondsTo(until, systemNow()));
  // biome-ignore lint/correctness/useExhaustiveDependencies: `onEnd` is made anew each time; it belongs to the moment of the end
  useEffect(() => {
    if (left === 0) return onEnd();
    const timer = setTimeout(() => setLeft(secondsTo(until, systemNow())), SECOND_MS);
    return () => clearTimeout(timer);
  }, [left, until]);
  return left;
}
