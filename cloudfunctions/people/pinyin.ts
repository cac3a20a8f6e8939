/**
 * Pinyin of a name, for finding people with two letters: `wgl wangguilan`.
 * The table of tiny-pinyin gives the common reading of a character; surnames that are read in their own way stand here
 * (《通用规范汉字表》与常见多音姓), and a few characters that names use in another reading.
 */
import { convertToPinyin, isSupported } from 'tiny-pinyin';

const SURNAMES: Record<string, string> = {
  单: 'shan',
  解: 'xie',
  仇: 'qiu',
  查: 'zha',
  翟: 'zhai',
  覃: 'qin',
  盖: 'ge',
  朴: 'piao',
  区: 'ou',
  乐: 'yue',
  折: 'she',
  曾: 'zeng',
  尉迟: 'yu chi',
  万俟: 'mo qi',
  员: 'yun',
  缪: 'miao',
  种: 'chong',
  秘: 'bi',
  召: 'shao',
  黑: 'he',
  繁: 'po',
  逄: 'pang',
  那: 'na',
  重: 'chong',
  燕: 'yan',
  宁: 'ning',
  洗: 'xian',
  冼: 'xian',
  郗: 'xi',
  隗: 'wei',
  郇: 'xun',
  令狐: 'ling hu',
  澹台: 'tan tai',
  长孙: 'zhang sun',
  宿: 'su',
  俞: 'yu',
  贾: 'jia',
  柏: 'bai',
  臧: 'zang',
  过: 'guo',
  车: 'che',
  卜: 'bu',
  石: 'shi',
  吕: 'lv',
};
const IN_NAMES: Record<string, string> = { 乐: 'le', 卜: 'bu', 石: 'shi', 曾: 'zeng' };

const isHan = (character: string): boolean => /\p{Script=Han}/u.test(character);

function read(characters: readonly string[]): string[] {
  return characters.map(
    character => IN_NAMES[character] ?? (isHan(character) ? convertToPinyin(character, '', true) : character.toLowerCase()),
  );
}

/** Initials and full pinyin, or undefined where the platform has no Chinese collation (the name is then found by its characters). */
export function pinyinOf(name: string): string | undefined {
  if (!isSupported()) return undefined;
  const characters = [...name.replace(/[\s·•.]/g, '')];
  const surname = [characters.slice(0, 2).join(''), characters[0] ?? ''].find(part => part in SURNAMES);
  const own = surname ? SURNAMES[surname]!.split(' ') : [];
  const syllables = [...own, ...read(characters.slice(surname ? [...surname].length : 0))].map(text =>
    text.replace(/[^a-z0-9]/g, ''),
  );
  const full = syllables.join('');
  return full ? `${syllables.map(text => text[0] ?? '').join('')} ${full}` : undefined;
}
