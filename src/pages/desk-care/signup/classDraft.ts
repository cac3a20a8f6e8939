/** A class while the office types it; read into the contract's form when it is saved. Pure. */
import type { CareContract, ClassKind } from '../../../../types/care';
import type { InputOf } from '../../../../types/contract';
import type { Period } from '../../../../types/meals';
import { type Fen, readYuan, yuanText } from '../../../../types/money';
import { clockText, type Instant, type MinuteOfDay, readClock } from '../../../../types/time';
import type { DeskClass } from '../queries';
import type { Wrong } from './termDraft';

const NUMBERS = {
  capacity: { least: 1, most: 500, unit: '个' },
  reserved: { least: 0, most: 500, unit: '个' },
  ratio: { least: 1, most: 60, unit: '个' },
  minAge: { least: 2, most: 18, unit: '岁' },
  maxAge: { least: 2, most: 18, unit: '岁' },
} as const;
export type NumberKey = keyof typeof NUMBERS;

export interface ClassDraft extends Record<NumberKey, string> {
  id?: string;
  termId: string;
  kind: ClassKind;
  name: string;
  place: string;
  weekdays: string[];
  from: string;
  to: string;
  fee: string;
  meal: Period | 'none';
  mode: 'firstCome' | 'draw';
  opensAt?: Instant;
  closesAt?: Instant;
  reservedUntil?: Instant;
}

export const newClass = (termId: string): ClassDraft => ({
  termId,
  kind: 'afternoon',
  name: '',
  place: '',
  weekdays: ['1', '2', '3', '4', '5'],
  from: '16:30',
  to: '18:00',
  capacity: '',
  reserved: '0',
  ratio: '',
  fee: '0',
  minAge: '6',
  maxAge: '12',
  meal: 'none',
  mode: 'firstCome',
});

const yuan = (fee: Fen): string => yuanText(fee).replace('¥', '');

export const classDraft = (cls: DeskClass): ClassDraft => ({
  id: cls.id,
  termId: cls.termId,
  kind: cls.kind,
  name: cls.name,
  place: cls.place,
  weekdays: cls.weekdays.map(String),
  from: clockText(cls.from),
  to: clockText(cls.to),
  capacity: String(cls.capacity),
  reserved: String(cls.reserved),
  ratio: String(cls.ratio),
  fee: yuan(cls.fee),
  minAge: String(cls.minAge),
  maxAge: String(cls.maxAge),
  meal: cls.meal ?? 'none',
  mode: cls.mode,
  opensAt: cls.opensAt,
  closesAt: cls.closesAt,
  ...(cls.reservedUntil === undefined ? {} : { reservedUntil: cls.reservedUntil }),
});

function numbersOf(draft: ClassDraft, wrong: Wrong): Record<NumberKey, number> {
  const keys = Object.keys(NUMBERS) as NumberKey[];
  const read = keys.map(key => {
    const { least, most, unit } = NUMBERS[key];
    const value = /^\d{1,3}$/.test(draft[key].trim()) ? Number(draft[key]) : Number.NaN;
    if (!(value >= least && value <= most)) wrong[key] = `请写 ${least} 到 ${most} ${unit}`;
    return [key, value] as const;
  });
  return Object.fromEntries(read) as Record<NumberKey, number>;
}

/** @returns what is saved, and what is wrong with which line; empty when all is well */
export function readClass(draft: ClassDraft): { cls: InputOf<CareContract, 'saveClass'>; wrong: Wrong } {
  const wrong: Wrong = {};
  const minute = (key: 'from' | 'to'): MinuteOfDay => {
    const read = readClock(draft[key]);
    if (read === undefined) wrong[key] = '请写时间，比如 16:30';
    return (read ?? 0) as MinuteOfDay;
  };
  const instant = (key: 'opensAt' | 'closesAt'): Instant => {
    if (draft[key] === undefined) wrong[key] = '请选日期和时间';
    return (draft[key] ?? 0) as Instant;
  };
  const fee = readYuan(draft.fee);
  if (fee === undefined) wrong.fee = '请写金额，免费写 0';
  if (!draft.name.trim()) wrong.name = '请写班次的名字，比如 四点半一班';
  if (!draft.place.trim()) wrong.place = '请写在哪里';
  if (draft.weekdays.length === 0) wrong.weekdays = '请至少选一天';
  const numbers = numbersOf(draft, wrong);
  if (numbers.reserved > 0 && draft.mode === 'firstCome' && draft.reservedUntil === undefined)
    wrong.reservedUntil = '请选预留到什么时候，到时候名额给所有人';
  const cls = {
    ...(draft.id ? { id: draft.id } : {}),
    termId: draft.termId,
    kind: draft.kind,
    name: draft.name.trim(),
    place: draft.place.trim(),
    weekdays: draft.weekdays.map(Number).sort((a, b) => a - b),
    from: minute('from'),
    to: minute('to'),
    ...numbers,
    ...(draft.reservedUntil === undefined ? {} : { reservedUntil: draft.reservedUntil }),
    fee: (fee ?? 0) as Fen,
    ...(draft.meal === 'none' ? {} : { meal: draft.meal }),
    mode: draft.mode,
    opensAt: instant('opensAt'),
    closesAt: instant('closesAt'),
  };
  return { cls, wrong };
}
