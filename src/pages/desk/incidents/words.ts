/** 预警月报 in words. */
import type { AlertKind, SafetyReport } from '../../../../types/safety';

export type KindRow = SafetyReport['kinds'][number];

/** 1 分 20 秒; seconds. */
export function secondsText(seconds: number | undefined): string {
  if (seconds === undefined) return '—';
  if (seconds < 60) return `${seconds} 秒`;
  const minutes = Math.floor(seconds / 60);
  if (minutes >= 60) return `${Math.floor(minutes / 60)} 小时 ${minutes % 60} 分`;
  return seconds % 60 === 0 ? `${minutes} 分钟` : `${minutes} 分 ${seconds % 60} 秒`;
}

export const sumOf = (kinds: readonly KindRow[], what: 'alerts' | 'falseAlarms' | 'unacknowledged'): number =>
  kinds.reduce((sum, row) => sum + row[what], 0);

/** What may be tried out; the others need a device or a meal. */
export const DRILLED: readonly AlertKind[] = ['sos', 'gas', 'checkIn', 'found'];
