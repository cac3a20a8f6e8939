import { useEffect, useMemo, useState } from 'react';
import { CODE_MS, codeKeyOf, rotatingCode } from '../../../../types/rotating';
import type { Instant } from '../../../../types/time';
import { systemNow } from '../../../services/platform';

const startOfWindow = (): Instant => (Math.floor(systemNow() / CODE_MS) * CODE_MS) as Instant;

/** The code of this half minute; needs no network. A phone that slept shows the right one as soon as it wakes. */
export function useRotatingCode(orderId: string, secret: string): string {
  const [window, setWindow] = useState(startOfWindow);
  useEffect(() => {
    const timer = setInterval(() => setWindow(startOfWindow()), 1000);
    return () => clearInterval(timer);
  }, []);
  const key = useMemo(() => codeKeyOf(secret), [secret]);
  return useMemo(() => rotatingCode(orderId, key, window), [orderId, key, window]);
}
