/** The month in figures. Pure. */
import type { Alert } from '../../../types/alerts';
import { ALERT_KINDS } from '../../../types/alerts';
import type { SafetyReport } from '../../../types/safetyDeskActions';

type Told = Pick<Alert, 'kind' | 'status' | 'drill' | 'raisedAt' | 'firstAckAt' | 'arrivedAt' | 'deviceId' | 'open'>;

/** The middle one; of an even number the lower middle, so that it is a time that really was. */
export function median(all: readonly number[]): number | undefined {
  const sorted = [...all].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)];
}

const seconds = (from: number, to: number | undefined): number[] => (to === undefined ? [] : [Math.round((to - from) / 1000)]);
const isFalse = ({ status }: Told): boolean => status === 'falseAlarm';

/** @param labels device → what it is called. SOS that were taken back in time are no alerts. */
export function reportOf(month: string, all: readonly Told[], labels: ReadonlyMap<string, string>): SafetyReport {
  const told = all.filter(({ status }) => status !== 'cancelled' && status !== 'held');
  const real = told.filter(({ drill }) => !drill);
  const kinds = ALERT_KINDS.map(kind => {
    const own = real.filter(alert => alert.kind === kind);
    return {
      kind,
      alerts: own.length,
      falseAlarms: own.filter(isFalse).length,
      toAcknowledge: median(own.flatMap(({ raisedAt, firstAckAt }) => seconds(raisedAt, firstAckAt))),
      toDoor: median(own.flatMap(({ raisedAt, arrivedAt }) => seconds(raisedAt, arrivedAt))),
      unacknowledged: own.filter(({ open, firstAckAt }) => !open && firstAckAt === undefined).length,
    };
  });
  const ids = [...new Set(real.flatMap(({ deviceId }) => deviceId ?? []))];
  const devices = ids.map(deviceId => {
    const own = real.filter(alert => alert.deviceId === deviceId);
    return { deviceId, label: labels.get(deviceId) ?? '', alerts: own.length, falseAlarms: own.filter(isFalse).length };
  });
  devices.sort((a, b) => b.falseAlarms - a.falseAlarms || b.alerts - a.alerts);
  return { month, kinds: kinds.filter(({ alerts }) => alerts > 0), devices, drills: told.length - real.length };
}
