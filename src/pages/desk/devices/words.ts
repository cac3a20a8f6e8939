/** 报警设备 in words. */
import type { DeviceRow } from '../../../../types/safety';
import type { CivilDate } from '../../../../types/time';
import type { Tone } from '../../../components/Tag';
import { momentText } from '../words';

export const DEVICE_TEXT: Record<DeviceRow['kind'], string> = {
  sosPhone: '呼叫器、应急手机',
  gas: '燃气报警器',
  smoke: '烟感',
  water: '漏水传感器',
  motion: '门磁、活动传感',
};

/** What is wrong with it comes first; a silent device is as good as none. */
export function stateOf({ active, silent, lowBattery, lastContactAt }: DeviceRow): { word: string; tone: Tone } {
  if (!active) return { word: '已停用', tone: 'neutral' };
  if (silent) return { word: '失联', tone: 'danger' };
  if (lastContactAt === undefined) return { word: '还没接通', tone: 'warning' };
  if (lowBattery) return { word: '电量低', tone: 'danger' };
  return { word: '正常', tone: 'success' };
}

export const batteryText = ({ battery }: Pick<DeviceRow, 'battery'>): string =>
  battery === undefined ? '不报电量' : `${battery}%`;

export const contactText = ({ lastContactAt }: Pick<DeviceRow, 'lastContactAt'>, today: CivilDate): string =>
  lastContactAt === undefined ? '还没有' : momentText(lastContactAt, today);

/** 王桂兰 · 3栋2单元501 · 厨房 */
export const whereText = ({ elderName, addressText, spot }: Pick<DeviceRow, 'elderName' | 'addressText' | 'spot'>): string =>
  [elderName ?? '公共设备', addressText, spot].filter(Boolean).join(' · ');
