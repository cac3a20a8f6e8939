/** The settings of safety while they are being typed; read into the contract's form when they are saved. */
import type { AlertKind, SafetySettings } from '../../../../types/safety';
import { clockText, readClock } from '../../../../types/time';
import { type LadderDraft, draftOf as ladderDraft, readLadder, type Wrong, wholeIn } from './ladder';

/** Whole numbers of the settings: least, most, as the contract has them. */
export const NUMBERS = {
  holdSeconds: [0, 30],
  ackMinutes: [1, 120],
  wayMinutes: [1, 240],
  mostPerKeeper: [1, 50],
  visitEvery: [1, 90],
  watchGrace: [0, 480],
  deviceSilentHours: [1, 720],
  lowBattery: [1, 90],
  codeUsesPerHour: [1, 100],
  checkUpAge: [50, 100],
} as const;
const CLOCKS = ['nightFrom', 'nightTo', 'watchFrom', 'watchTo'] as const;
export type NumberKey = keyof typeof NUMBERS;
export type ClockKey = (typeof CLOCKS)[number];

export type SettingsDraft = Record<NumberKey | ClockKey | 'dutyPhone' | 'relayPhone', string> & {
  ladders: Record<AlertKind, LadderDraft>;
  mealMissed: boolean;
  drillVolunteers: SafetySettings['drillVolunteers'];
};

const keysOf = <K extends string>(of: Record<K, unknown>): K[] => Object.keys(of) as K[];

export function draftOf(settings: SafetySettings): SettingsDraft {
  const numbers = Object.fromEntries(keysOf(NUMBERS).map(key => [key, String(settings[key])]));
  const clocks = Object.fromEntries(CLOCKS.map(key => [key, clockText(settings[key])]));
  const ladders = Object.fromEntries(keysOf(settings.ladders).map(kind => [kind, ladderDraft(settings.ladders[kind])]));
  const { dutyPhone, relayPhone, mealMissed, drillVolunteers } = settings;
  return { ...numbers, ...clocks, ladders, dutyPhone, relayPhone, mealMissed, drillVolunteers } as SettingsDraft;
}

/** @returns the settings, and what is wrong with which line; empty when all is well */
export function readSettings(draft: SettingsDraft): { settings: SafetySettings; wrong: Wrong } {
  const wrong: Wrong = {};
  const numbers = keysOf(NUMBERS).map(key => {
    const [least, most] = NUMBERS[key];
    const value = wholeIn(draft[key], least, most);
    if (value === undefined) wrong[key] = `请写 ${least} 到 ${most} 之间的数`;
    return [key, value];
  });
  const clocks = CLOCKS.map(key => {
    const value = readClock(draft[key]);
    if (value === undefined) wrong[key] = '请写几点几分，比如 22:00';
    return [key, value];
  });
  const ladders = keysOf(draft.ladders).map(kind => [kind, readLadder(draft.ladders[kind], kind, wrong)]);
  const settings = {
    ...Object.fromEntries([...numbers, ...clocks]),
    ladders: Object.fromEntries(ladders),
    dutyPhone: draft.dutyPhone.trim(),
    relayPhone: draft.relayPhone.trim(),
    mealMissed: draft.mealMissed,
    drillVolunteers: draft.drillVolunteers,
  } as SafetySettings;
  return { settings, wrong };
}
