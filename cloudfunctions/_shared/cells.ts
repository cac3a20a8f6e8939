/** What offices write into cells, read with good will: dates, phones, yes and no, lists. Pure. */
import type { Allergen, Diet } from '../../types/directory';
import { addDays, type CivilDate, civilDate, isCivilDate } from '../../types/time';
import { ALLERGEN_TEXT, DIET_TEXT } from '../../types/words';

/** Excel counts days from here (1900 is a leap year there, so March 1900 is the first day it has right). */
const EXCEL_DAY_ZERO = civilDate('1899-12-30');
const OLDEST = '1900-01-01';

/** 1950-1-2, 1950/1/2, 1950.1.2, 1950年1月2日, 19500102, or a serial number of Excel; undefined when it is no day. */
export function readDay(text: string): CivilDate | undefined {
  const parts =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:\s.*)?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (parts) {
    const day = `${parts[1]}-${parts[2]!.padStart(2, '0')}-${parts[3]!.padStart(2, '0')}`;
    return isCivilDate(day) && day >= OLDEST ? day : undefined;
  }
  return /^\d{2,5}$/.test(text) && Number(text) > 60 ? addDays(EXCEL_DAY_ZERO, Number(text)) : undefined;
}

/** A mobile number as people write it: with spaces, dashes or +86; undefined when it is none. */
export function readPhone(text: string): string | undefined {
  const digits = text.replace(/[\s-]/g, '').replace(/^(\+|00)?86(?=1\d{10}$)/, '');
  return /^1[3-9]\d{9}$/.test(digits) ? digits : undefined;
}

const YES = new Set(['是', '有', '√', '✓', '✔', '1', 'y', 'yes', 'true', '对', '本地', '户籍']);
const NO = new Set(['否', '无', '没有', '×', '✗', 'x', '0', 'n', 'no', 'false', '不是', '外地', '非户籍', '-', '—', '/']);

/** Blank is no: in an office's list an unmarked person is not marked. */
export function readYesNo(text: string): boolean | undefined {
  const word = text.toLowerCase();
  if (word === '' || NO.has(word)) return false;
  return YES.has(word) ? true : undefined;
}

const ALSO_ALLERGEN: Record<string, Allergen> = {
  小麦: 'gluten',
  面筋: 'gluten',
  麸质谷物: 'gluten',
  面粉: 'gluten',
  虾: 'crustacean',
  蟹: 'crustacean',
  甲壳类: 'crustacean',
  鱼类: 'fish',
  蛋: 'egg',
  蛋类: 'egg',
  黄豆: 'soy',
  豆: 'soy',
  豆制品: 'soy',
  奶: 'milk',
  乳: 'milk',
  奶制品: 'milk',
  乳制品: 'milk',
  核桃: 'nut',
  腰果: 'nut',
  杏仁: 'nut',
};
const ALSO_DIET: Record<string, Diet> = {
  猪肉: 'noPork',
  忌猪肉: 'noPork',
  清真: 'noPork',
  牛肉: 'noBeef',
  忌牛肉: 'noBeef',
  吃素: 'vegetarian',
  低糖: 'lowSugar',
  少糖: 'lowSugar',
  无糖: 'lowSugar',
  糖尿病: 'lowSugar',
  少盐: 'lowSalt',
  软: 'soft',
  软食: 'soft',
};

const reversed = <K extends string>(words: Record<K, string>): Record<string, K> =>
  Object.fromEntries(Object.entries(words).map(([key, word]) => [word, key])) as Record<string, K>;
const ALLERGEN_OF: Record<string, Allergen> = { ...ALSO_ALLERGEN, ...reversed(ALLERGEN_TEXT) };
const DIET_OF: Record<string, Diet> = { ...ALSO_DIET, ...reversed(DIET_TEXT) };

export type ReadList<T> = { known: T[]; unknown: string[] };

/** Words between 、 , ; / and spaces; 无 is an empty list. */
function readList<T>(text: string, words: Record<string, T>): ReadList<T> {
  const given = text.split(/[、，,;；/\s]+/).filter(word => word && !NO.has(word));
  const known = given.flatMap(word => words[word.replace(/过敏$/, '')] ?? []);
  return { known: [...new Set(known)].sort(), unknown: given.filter(word => !(word.replace(/过敏$/, '') in words)) };
}

export const readAllergens = (text: string): ReadList<Allergen> => readList(text, ALLERGEN_OF);
export const readDiets = (text: string): ReadList<Diet> => readList(text, DIET_OF);
export const isNone = (text: string): boolean => text !== '' && NO.has(text);
