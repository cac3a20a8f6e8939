/** The settings of mediation while they are typed; read into the contract's form when they are saved. Pure. */
import type { Clause, MediationSettings } from '../../../../types/mediation';

type NumberKey = { [K in keyof MediationSettings]: MediationSettings[K] extends number ? K : never }[keyof MediationSettings];

export interface NumberLine {
  key: NumberKey;
  label: string;
  unit: string;
  least: number;
  most: number;
  help?: string;
}

/** In the order in which a case meets them. Bounds are the contract's own. */
export const NUMBERS: readonly NumberLine[] = [
  { key: 'acceptDays', label: '几天内决定受理', unit: '天', least: 1, most: 120 },
  { key: 'answerDays', label: '对方几天内答复', unit: '天', least: 1, most: 120, help: '到期没有答复，按不愿意处理。' },
  { key: 'clockDays', label: '几天内调解完', unit: '天', least: 1, most: 120, help: '《人民调解工作若干规定》：一般一个月。' },
  { key: 'extensionDays', label: '一次最多延长', unit: '天', least: 1, most: 120, help: '双方都同意才延长。' },
  { key: 'remindDays', label: '到期前几天提醒', unit: '天', least: 1, most: 30 },
  { key: 'followUpDays', label: '协议生效后几天回访', unit: '天', least: 1, most: 120 },
  { key: 'refusals', label: '每方最多不要几位调解员', unit: '位', least: 0, most: 5 },
  { key: 'fullLoad', label: '一位调解员手上最多', unit: '件', least: 1, most: 50, help: '满了就先推荐别人。' },
  { key: 'openMinutes', label: '办公室查阅卷宗，打开多久', unit: '分钟', least: 5, most: 240 },
  { key: 'retainYears', label: '卷宗保存', unit: '年', least: 1, most: 100 },
  { key: 'smallCell', label: '月报里小于几的数不显示', unit: '', least: 2, most: 20, help: '免得让人猜出是哪一家。' },
];

export interface SettingsDraft {
  committee: string;
  shortName: string;
  court: string;
  numbers: Record<NumberKey, string>;
  rooms: { id: string; name: string }[];
  clauses: Clause[];
}

export type Wrong = Record<string, string>;

/** What each card of the page works on. */
export interface PartProps {
  draft: SettingsDraft;
  wrong: Wrong;
  set: (change: Partial<SettingsDraft>) => void;
}

export const draftOf = (settings: MediationSettings): SettingsDraft => ({
  committee: settings.committee,
  shortName: settings.shortName,
  court: settings.court,
  numbers: Object.fromEntries(NUMBERS.map(({ key }) => [key, String(settings[key])])) as Record<NumberKey, string>,
  rooms: settings.rooms,
  clauses: settings.clauses,
});

/** An id that none of these has: `room3`, `clause7`. */
export function newId(word: 'room' | 'clause', those: readonly { id: string }[]): string {
  for (let number = those.length + 1; ; number += 1) {
    const id = `${word}${number}`;
    if (!those.some(each => each.id === id)) return id;
  }
}

/** @returns the settings, and what is wrong with which line; empty when all is well */
export function readSettings(draft: SettingsDraft): { settings: MediationSettings; wrong: Wrong } {
  const wrong: Wrong = {};
  const text = (key: 'committee' | 'shortName' | 'court', say: string) => {
    if (!draft[key].trim()) wrong[key] = say;
    return draft[key].trim();
  };
  const number = ({ key, least, most, unit }: NumberLine) => {
    const value = /^\d{1,3}$/.test(draft.numbers[key].trim()) ? Number(draft.numbers[key]) : Number.NaN;
    if (!(value >= least && value <= most)) wrong[key] = `请写 ${least} 到 ${most}${unit ? ` ${unit}` : ''}`;
    return [key, value] as const;
  };
  draft.rooms.forEach(room => {
    if (!room.name.trim()) wrong[room.id] = '请写房间名，或者去掉这一间';
  });
  draft.clauses.forEach(clause => {
    if (!clause.name.trim() || !clause.text.trim()) wrong[clause.id] = '请写名称和条款，或者去掉这一条';
  });
  const settings = {
    committee: text('committee', '请写调委会全称'),
    shortName: text('shortName', '请写简称，用在编号里'),
    court: text('court', '请写法院名称'),
    ...(Object.fromEntries(NUMBERS.map(number)) as Record<NumberKey, number>),
    rooms: draft.rooms.map(({ id, name }) => ({ id, name: name.trim() })),
    clauses: draft.clauses.map(clause => ({ ...clause, name: clause.name.trim(), text: clause.text.trim() })),
  };
  return { settings, wrong };
}
