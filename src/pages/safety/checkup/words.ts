import type { AppointmentView } from '../../../../types/safety';
import type { Tone } from '../../../components/Tag';

export const STATUS: Record<AppointmentView['status'], { word: string; tone: Tone }> = {
  booked: { word: '已预约', tone: 'success' },
  cancelled: { word: '已取消', tone: 'neutral' },
  done: { word: '已体检', tone: 'neutral' },
};

/** Who fetches with the wheelchair, if anybody is to. */
export function fetchText({ transport, driverName }: Pick<AppointmentView, 'transport' | 'driverName'>): string {
  if (transport === 'none') return '自己去，不用接送。';
  if (transport === 'asked') return '轮椅接送：已经登记，正在安排人。';
  if (transport === 'taken') return `轮椅接送：${driverName ?? '志愿者'}来接您。`;
  return '轮椅接送：已经送到家。';
}
