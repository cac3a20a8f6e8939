/** The settings of the care while they are typed; read into the contract's form when they are saved. Pure. */
import type { CareSettings, LateRung } from '../../../../types/care';
import { clockText, type MinuteOfDay, readClock } from '../../../../types/time';

type NumberKey = { [K in keyof CareSettings]: CareSettings[K] extends number ? K : never }[keyof CareSettings];
export interface NumberLine {
  key: NumberKey;
  label: string;
  unit: string;
  least: number;
  most: number;
  help?: string;
}

/** In the order of a day. Bounds are the contract's own. */
export const NUMBERS: readonly NumberLine[] = [
  { key: 'leaveCutoff', label: '请假截止，开始前', unit: '分钟', least: 0, most: 1440 },
  { key: 'askAbsentAfter', label: '开始后多久没到，问家长', unit: '分钟', least: 1, most: 60 },
  { key: 'callAfter', label: '问了多久没回，请老师打电话', unit: '分钟', least: 1, most: 60 },
  { key: 'remindBefore', label: '结束前多久，提醒来接', unit: '分钟', least: 0, most: 120 },
  { key: 'alarmAfter', label: '结束后多久没接走，报预警', unit: '分钟', least: 0, most: 240 },
  { key: 'offerHours', label: '候补有了名额，多久内确认', unit: '小时', least: 1, most: 240, help: '过期给下一位。' },
  { key: 'mostChildren', label: '一位监护人最多登记', unit: '个孩子', least: 1, most: 10 },
  { key: 'mostAdults', label: '一个孩子最多登记', unit: '位接送人', least: 1, most: 20 },
  { key: 'pictureDays', label: '照片保存', unit: '天', least: 1, most: 365 },
];

export interface PriorityDraft {
  id: string;
  name: string;
  document: string;
}
export interface RungDraft extends Pick<LateRung, 'who' | 'way'> {
  key: string;
  after: string;
}
export interface SettingsDraft {
  name: string;
  place: string;
  phone: string;
  numbers: Record<NumberKey, string>;
  priorities: PriorityDraft[];
  late: RungDraft[];
  lunch: string;
  dinner: string;
  consents: (Omit<CareSettings['consents'][number], 'version' | 'months'> & { version: string; months: string })[];
}
export type Wrong = Record<string, string>;

const clock = (minute: MinuteOfDay | undefined): string => (minute === undefined ? '' : clockText(minute));

export const draftOf = (settings: CareSettings): SettingsDraft => ({
  name: settings.name,
  place: settings.place,
  phone: settings.phone,
  numbers: Object.fromEntries(NUMBERS.map(({ key }) => [key, String(settings[key])])) as Record<NumberKey, string>,
  priorities: [...settings.priorities]
    .sort((a, b) => a.rank - b.rank)
    .map(({ id, name, document = '' }) => ({ id, name, document })),
  late: settings.late.map((rung, i) => ({ ...rung, key: `r${i}`, after: String(rung.after) })),
  lunch: clock(settings.mealsFrom.lunch),
  dinner: clock(settings.mealsFrom.dinner),
  consents: settings.consents.map(each => ({ ...each, version: String(each.version), months: String(each.months) })),
});

/** A name that nothing in the list has: `p4`, `r5`. */
export function newName(letter: string, taken: readonly string[]): string {
  let number = taken.length + 1;
  while (taken.includes(`${letter}${number}`)) number += 1;
  return `${letter}${number}`;
}

const whole = (text: string, least: number, most: number): number | undefined => {
  const value = /^\d{1,4}$/.test(text.trim()) ? Number(text) : Number.NaN;
  return value >= least && value <= most ? value : undefined;
};

/** Families with the first rule come first; the contract knows ranks 1 to 9. */
const LAST_RANK = 9;

function readLists(draft: SettingsDraft, wrong: Wrong): Pick<CareSettings, 'priorities' | 'late' | 'consents'> {
  const priorities = draft.priorities.map(({ id, name, document }, i) => {
    if (!name.trim()) wrong[id] = '请写名字，或者去掉这一条';
    const rank = Math.min(i + 1, LAST_RANK);
    return { id, name: name.trim(), rank, ...(document.trim() ? { document: document.trim() } : {}) };
  });
  const late = draft.late.map(({ key, after, who, way }) => {
    const minutes = whole(after, 0, 240);
    if (minutes === undefined) wrong[key] = '请写 0 到 240 分钟';
    return { after: minutes ?? 0, who, way };
  });
  if (late.length === 0) wrong.late = '至少要有一步';
  const consents = draft.consents.map(each => {
    const [version, months] = [whole(each.version, 1, 999), whole(each.months, 1, 36)];
    if (version === undefined) wrong[`${each.purpose}.version`] = '请写版本号，比如 2';
    if (months === undefined) wrong[`${each.purpose}.months`] = '请写 1 到 36 个月';
    if (!each.text.trim()) wrong[`${each.purpose}.text`] = '请写内容';
    return { ...each, text: each.text.trim(), version: version ?? 1, months: months ?? 1 };
  });
  return { priorities, late: late.sort((a, b) => a.after - b.after), consents };
}

/**
 * @param before what stands: corrections of the calendar are kept as they are
 * @returns the settings, and what is wrong with which line; empty when all is well
 */
export function readSettings(draft: SettingsDraft, before: CareSettings): { settings: CareSettings; wrong: Wrong } {
  const wrong: Wrong = {};
  if (!draft.name.trim()) wrong.name = '请写托管的名字';
  if (!draft.place.trim()) wrong.place = '请写在哪里';
  const numbers = NUMBERS.map(({ key, least, most, unit }) => {
    const value = whole(draft.numbers[key], least, most);
    if (value === undefined) wrong[key] = `请写 ${least} 到 ${most} ${unit}`;
    return [key, value ?? least] as const;
  });
  const meal = (key: 'lunch' | 'dinner') => {
    const minute = readClock(draft[key]);
    if (draft[key].trim() && minute === undefined) wrong[key] = '请写时间，比如 14:00；不带这一餐就空着';
    return minute === undefined ? {} : { [key]: minute };
  };
  const settings = {
    name: draft.name.trim(),
    place: draft.place.trim(),
    phone: draft.phone.trim(),
    days: before.days,
    mealsFrom: {
      ...(before.mealsFrom.breakfast === undefined ? {} : { breakfast: before.mealsFrom.breakfast }),
      ...meal('lunch'),
      ...meal('dinner'),
    },
    ...(Object.fromEntries(numbers) as Record<NumberKey, number>),
    ...readLists(draft, wrong),
  };
  return { settings, wrong };
}
