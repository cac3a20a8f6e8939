/**
 * Pinyin of a name, for finding people with two letters: `wgl wangguilan`.
 * Surnames that are read in their own way come first (多音姓氏), then the common reading of each character. The collation of the
 * platform would do without a table, but it differs from one ICU to the next: 强 came out as qie.
 */
import { READINGS } from './pinyinTable';

const SURNAMES: Record<string, string> = {
  单: 'shan',
  解: 'xie',
  仇: 'qiu',
  查: 'zha',
  覃: 'qin',
  盖: 'ge',
  朴: 'piao',
  区: 'ou',
  乐: 'yue',
  折: 'she',
  曾: 'zeng',
  员: 'yun',
  缪: 'miao',
  种: 'chong',
  秘: 'bi',
  召: 'shao',
  黑: 'he',
  繁: 'po',
  重: 'chong',
  燕: 'yan',
  宁: 'ning',
  洗: 'xian',
  隗: 'wei',
  宿: 'su',
  柏: 'bai',
  牟: 'mu',
  尉迟: 'yu chi',
  万俟: 'mo qi',
  令狐: 'ling hu',
  澹台: 'tan tai',
  长孙: 'zhang sun',
};

let readings: Map<string, string> | undefined;

function readingOf(character: string): string {
  readings ??= new Map(
    READINGS.flatMap(line => line.split(' ')).flatMap(entry => {
      const syllable = /^[a-z]+/.exec(entry)?.[0] ?? '';
      return [...entry.slice(syllable.length)].map(each => [each, syllable] as const);
    }),
  );
  return readings.get(character) ?? character.toLowerCase();
}

/** Initials and full pinyin; undefined when nothing in the name can be typed with letters. */
export function pinyinOf(name: string): string | undefined {
  const characters = [...name.replace(/[\s·•.]/g, '')];
  const surname = [characters.slice(0, 2).join(''), characters[0] ?? ''].find(part => part in SURNAMES);
  const own = surname ? SURNAMES[surname]!.split(' ') : [];
  const rest = characters.slice(surname ? [...surname].length : 0).map(readingOf);
  const syllables = [...own, ...rest].map(text => text.replace(/[^a-z0-9]/g, '')).filter(Boolean);
  return syllables.length ? `${syllables.map(text => text[0]).join('')} ${syllables.join('')}` : undefined;
}
