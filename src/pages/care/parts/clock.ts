/** The server's clock as far as a page can know it: what its answer said, and the time since. */
import { useEffect, useState } from 'react';
import { type Instant, MINUTE_MS } from '../../../../types/time';
import { systemNow } from '../../../services/platform';
import type { Shown } from '../../../services/useDoor';

const SECOND_MS = 1000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** The phone's own clock may be wrong by hours; only the time since the answer came is taken from it. */
export const serverNow = ({ now }: { now: Instant }, cameAt: number, phone: number): Instant =>
  (now + Math.max(0, phone - cameAt)) as Instant;

/** @returns the server's time, renewed each second; undefined until there is an answer */
export function useServerNow<T extends { now: Instant }>({ data, at }: Pick<Shown<T>, 'data' | 'at'>): Instant | undefined {
  const [, draw] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => draw(count => count + 1), SECOND_MS);
    return () => clearInterval(timer);
  }, []);
  return data && serverNow(data, at, systemNow());
}

/** 2 天 3 小时; 5 小时 20 分; 3 分 05 秒; 12 秒. Rounded up, so that it never says nought too soon. */
export function leftText(until: Instant, now: Instant): string {
  const seconds = Math.max(0, Math.ceil((until - now) / SECOND_MS));
  const [days, hours, minutes] = [Math.floor(seconds / 86_400), Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60];
  if (until - now >= DAY_MS) return hours > 0 ? `${days} 天 ${hours} 小时` : `${days} 天`;
  if (until - now >= HOUR_MS) return minutes > 0 ? `${hours} 小时 ${minutes} 分` : `${hours} 小时`;
  return minutes > 0 ? `${minutes} 分 ${String(seconds % 60).padStart(2, '0')} 秒` : `${seconds} 秒`;
}
