/** A rule of money in one sentence, so that the office reads what it has typed before anybody pays by it. */
import { dateText, isCivilDate } from '../../../../types/time';
import { CATEGORY_TEXT } from '../../../../types/words';
import { PERIOD_TEXT } from '../words';
import type { PeriodDraft, RuleDraft } from './draft';

const fullDay = (text: string) => (isCivilDate(text) ? `${text.slice(0, 4)}年${dateText(text)}` : '……');
const typed = (text: string) => text.trim() || '……';

const agesText = ({ minAge, maxAge }: RuleDraft) =>
  maxAge.trim() ? `${typed(minAge)} 至 ${maxAge} 岁` : `满 ${typed(minAge)} 岁`;

export function ruleText(rule: RuleDraft): string {
  const who = rule.categories.length > 0 ? `、并且是${rule.categories.map(each => CATEGORY_TEXT[each]).join('或')}` : '';
  const meals = rule.periods.length > 0 ? rule.periods.map(each => PERIOD_TEXT[each]).join('、') : '每一餐';
  const least = Number(rule.atLeast) > 0 ? `，本人至少付 ${rule.atLeast} 元` : '';
  const where = rule.grids.length > 0 ? '、住在选定网格' : '';
  const caps = [
    rule.mostADay.trim() && `每天最多补 ${rule.mostADay} 元`,
    rule.mostAMonth.trim() && `每月最多补 ${rule.mostAMonth} 元`,
  ]
    .filter(Boolean)
    .map(text => `，${text}`)
    .join('');
  const top = rule.onTop ? '另外加补' : '补贴';
  return `${fullDay(rule.from)}到${fullDay(rule.to)}，用餐那天${agesText(rule)}${who}${where}的居民，${meals}${top} ${typed(rule.amount)} 元${least}${caps}；钱由${typed(rule.funder)}出。`;
}

const WHEN: Record<string, string> = { '0': '当天', '1': '前一天', '2': '前两天' };

export const whenText = (daysBefore: string): string => WHEN[daysBefore] ?? `前 ${daysBefore} 天`;

export const periodPreview = (each: PeriodDraft): string =>
  `${PERIOD_TEXT[each.period]} ${typed(each.servedFrom)}—${typed(each.servedTo)} 供应，${whenText(each.daysBefore)} ${typed(each.cutoff)} 截止订餐，最多 ${typed(each.capacity)} 份。`;
