/** 送餐设置 while it is being typed: each line with the numbers that make sense. */
import type { DeliverySettings } from '../../../../types/canteen';

type Key = Exclude<keyof DeliverySettings, 'kitchen'>;
export type Draft = Record<Key, string>;
export type Wrong = Partial<Record<Key, string>>;

interface Line {
  key: Key;
  label: string;
  help: string;
  least: number;
  most: number;
}

export const LINES: readonly Line[] = [
  { key: 'standingDays', label: '长期订餐提前几天订好', help: '食堂出了菜单才会订。', least: 1, most: 14 },
  { key: 'roundMost', label: '一单最多几户', help: '超过的自动分成几单，按走路的顺序排。', least: 1, most: 60 },
  { key: 'minutesToDoor', label: '出发后多少分钟内送完', help: '超过会标红提醒。', least: 5, most: 240 },
  { key: 'hotAtLeast', label: '热菜出发时最低多少 ℃', help: '国家规范是 60 ℃（GB 31654）。', least: 40, most: 95 },
  { key: 'warnMinutes', label: '开餐前多少分钟还没人送，就标红', help: '留够找人的时间。', least: 0, most: 240 },
];

export const draftOf = (settings: DeliverySettings): Draft =>
  Object.fromEntries(LINES.map(({ key }) => [key, String(settings[key])])) as Draft;

/** @returns what can be saved, and what is wrong with each line that cannot. */
export function readDraft(draft: Draft, known: DeliverySettings): { settings: DeliverySettings; wrong: Wrong } {
  const wrong: Wrong = {};
  const settings = { ...known };
  for (const { key, least, most } of LINES) {
    const value = Number(draft[key]);
    const good = draft[key].trim() !== '' && Number.isInteger(value) && value >= least && value <= most;
    if (good) settings[key] = value;
    else wrong[key] = `请填 ${least} 到 ${most} 之间的整数。`;
  }
  return { settings, wrong };
}
