/** Names for the demo community, made from common surnames and given names; nobody in particular. */

/** The same numbers on every machine: a demo that changes from start to start cannot be talked about. */
export function dice(seed: number): (sides: number) => number {
  let state = seed >>> 0;
  return sides => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

const SURNAMES: readonly [string, string][] = [
  ['王', 'wang'],
  ['李', 'li'],
  ['张', 'zhang'],
  ['刘', 'liu'],
  ['陈', 'chen'],
  ['杨', 'yang'],
  ['赵', 'zhao'],
  ['黄', 'huang'],
  ['周', 'zhou'],
  ['吴', 'wu'],
  ['徐', 'xu'],
  ['孙', 'sun'],
  ['马', 'ma'],
  ['朱', 'zhu'],
  ['胡', 'hu'],
  ['林', 'lin'],
];
const GIVEN: readonly [string, string][] = [
  ['桂', 'gui'],
  ['兰', 'lan'],
  ['英', 'ying'],
  ['秀', 'xiu'],
  ['珍', 'zhen'],
  ['华', 'hua'],
  ['建', 'jian'],
  ['国', 'guo'],
  ['明', 'ming'],
  ['丽', 'li'],
  ['芳', 'fang'],
  ['强', 'qiang'],
  ['伟', 'wei'],
  ['敏', 'min'],
  ['静', 'jing'],
  ['涛', 'tao'],
  ['玉', 'yu'],
  ['梅', 'mei'],
  ['平', 'ping'],
  ['福', 'fu'],
  ['生', 'sheng'],
  ['淑', 'shu'],
  ['文', 'wen'],
  ['德', 'de'],
];

export type Name = { name: string; pinyin: string };

/** Pinyin as the roster import writes it: initials, then syllables. */
export const pinyinOf = (...syllables: string[]): string =>
  `${syllables.map(syllable => syllable[0]).join('')} ${syllables.join('')}`;

export function anyName(roll: (sides: number) => number): Name {
  const [surname, first] = SURNAMES[roll(SURNAMES.length)]!;
  const [a, second] = GIVEN[roll(GIVEN.length)]!;
  const [b, third] = GIVEN[roll(GIVEN.length)]!;
  return { name: surname + a + b, pinyin: pinyinOf(first, second, third) };
}
