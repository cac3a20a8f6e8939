/** An audience as a sentence, so that whoever sends it and whoever looks it over read the same. */
import type { Audience, Criterion } from '../../../../types/notices';
import { dateText } from '../../../../types/time';
import { CATEGORY_TEXT, GRANTED_TEXT, PERIOD_TEXT } from '../../../../types/words';

export interface Names {
  /** Of a grid, a building (3栋) or a unit (3栋2单元). */
  place: (kind: 'grid' | 'building' | 'unit', id: string) => string;
  group: (id: string) => string;
}

const list = (words: readonly string[]): string => words.join('、');

function ageText(from: number | undefined, to: number | undefined): string {
  if (from !== undefined && to !== undefined) return `${from} 到 ${to} 岁`;
  if (from !== undefined) return `${from} 岁以上`;
  return to === undefined ? '任何年龄' : `${to} 岁以下`;
}

function leafText(leaf: Criterion, names: Names): string {
  switch (leaf.kind) {
    case 'everyone':
      return '全社区';
    case 'grid':
    case 'building':
    case 'unit':
      return list(leaf.ids.map(id => names.place(leaf.kind, id)));
    case 'age':
      return ageText(leaf.from, leaf.to);
    case 'category':
      return list(leaf.categories.map(each => CATEGORY_TEXT[each]));
    case 'role':
      return list(leaf.roles.map(each => GRANTED_TEXT[each]));
    case 'bookedMeal':
      return `订了${dateText(leaf.day)}${leaf.period ? PERIOD_TEXT[leaf.period] : '用餐'}的人`;
    case 'people':
      return `点名的 ${leaf.ids.length} 人`;
    case 'group':
      return list(leaf.ids.map(id => `“${names.group(id)}”`));
  }
}

/** `3栋、5栋，60 岁以上；加上“太极队”；不包括独居`. */
export function audienceText(audience: Audience, names: Names): string {
  if ('who' in audience) return `${audienceText(audience.who, names)}；不包括${audienceText(audience.except, names)}`;
  if ('any' in audience) return audience.any.map(each => audienceText(each, names)).join('；加上');
  if ('all' in audience) return audience.all.map(each => audienceText(each, names)).join('，');
  return leafText(audience, names);
}
