/** The kitchen's settings while they are typed. */
import type { KitchenSettings } from '../../../../types/canteen';
import { readYuan, yuanText } from '../../../../types/money';

const NUMBERS = ['sampleGrams', 'sampleHours', 'fridgeFrom', 'fridgeTo', 'sampleRemindAfter', 'ratingDays', 'cardAge'] as const;
type NumberKey = (typeof NUMBERS)[number];

export interface KitchenDraft {
  numbers: Record<NumberKey, string>;
  /** 60、70、80、90 */
  bands: string;
  samplers: KitchenSettings['samplers'];
  budgets: { funder: string; monthly: string }[];
}
export type Wrong = Record<string, string>;

export const draftOf = (settings: KitchenSettings): KitchenDraft => ({
  numbers: Object.fromEntries(NUMBERS.map(key => [key, String(settings[key])])) as KitchenDraft['numbers'],
  bands: settings.ageBands.join('、'),
  samplers: settings.samplers,
  budgets: settings.budgets.map(({ funder, monthly }) => ({ funder, monthly: yuanText(monthly).slice(1) })),
});

/** The least and the most of each number, as the contract has them. */
const LIMITS: Record<NumberKey, readonly [number, number]> = {
  sampleGrams: [1, 1000],
  sampleHours: [1, 240],
  fridgeFrom: [-10, 20],
  fridgeTo: [-10, 20],
  sampleRemindAfter: [0, 240],
  ratingDays: [0, 14],
  cardAge: [0, 120],
};

function readNumber(text: string, key: NumberKey, wrong: Wrong): number {
  const [least, most] = LIMITS[key];
  const value = /^-?\d{1,4}$/.test(text.trim()) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  wrong[key] = `请写 ${least} 到 ${most} 之间的数`;
  return least;
}

function readBands(text: string, wrong: Wrong): number[] {
  const parts = text.split(/[、，,\s]+/).filter(Boolean);
  const bands = parts.map(Number);
  const rising = bands.every(
    (from, i) => Number.isInteger(from) && from >= 0 && from <= 120 && (i === 0 || from > bands[i - 1]!),
  );
  if (!rising || bands.length > 8) wrong.bands = '请从小到大写，最多 8 段，比如 60、70、80、90';
  return bands;
}

/** @returns the settings, and what is wrong with which line; empty when all is well */
export function readKitchen(draft: KitchenDraft): { settings: KitchenSettings; wrong: Wrong } {
  const wrong: Wrong = {};
  const numbers = Object.fromEntries(NUMBERS.map(key => [key, readNumber(draft.numbers[key], key, wrong)])) as Record<
    NumberKey,
    number
  >;
  const budgets = draft.budgets.flatMap(({ funder, monthly }) => {
    if (monthly.trim() === '') return [];
    const amount = readYuan(monthly);
    if (amount === undefined) wrong[`budget.${funder}`] = '请写金额，比如 20000';
    return amount === undefined ? [] : [{ funder, monthly: amount }];
  });
  return { settings: { ...numbers, ageBands: readBands(draft.bands, wrong), samplers: draft.samplers, budgets }, wrong };
}
