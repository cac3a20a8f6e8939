/** The numbers among the rules of sending, as they are typed and as they are kept. */
import type { NoticeSettings } from '../../../../types/notices';

export type NumberName = 'eyesAbove' | 'expiryDays' | 'remindMinutes' | 'doorsAfter';

/** Bounds as in the contract. */
export const NUMBERS: Record<NumberName, { label: string; help: string; min: number; max: number }> = {
  eyesAbove: { label: '超过多少人要另一位同事审核', help: '紧急通知总是要审核。', min: 0, max: 100_000 },
  expiryDays: { label: '通知几天后过期', help: '过期后排到最后。', min: 1, max: 365 },
  remindMinutes: { label: '两次提醒至少隔多少分钟', help: '免得打扰大家。', min: 10, max: 7 * 24 * 60 },
  doorsAfter: { label: '紧急通知多少分钟没看，列入上门名单', help: '单元长会收到消息。', min: 0, max: 24 * 60 },
};
const NAMES = Object.keys(NUMBERS) as NumberName[];

export type Typed = Record<NumberName, string>;

export const numbersOf = (settings: NoticeSettings): Typed =>
  Object.fromEntries(NAMES.map(name => [name, String(settings[name])])) as Typed;

/** Values when every one is in its bounds; otherwise what is wrong with which. */
export function readNumbers(typed: Typed): { values?: Record<NumberName, number>; wrong: Partial<Record<NumberName, string>> } {
  const wrong: Partial<Record<NumberName, string>> = {};
  const values = {} as Record<NumberName, number>;
  for (const name of NAMES) {
    const { min, max } = NUMBERS[name];
    const value = Number(typed[name]);
    if (!/^\d+$/.test(typed[name]) || value < min || value > max) wrong[name] = `请填 ${min} 到 ${max} 之间的整数`;
    else values[name] = value;
  }
  return Object.keys(wrong).length ? { wrong } : { values, wrong };
}
