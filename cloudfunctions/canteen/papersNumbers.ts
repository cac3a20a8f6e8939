/** The month on paper: figures, plots, tables, pictures. */
import type { DishSum, Numbers } from '../../types/canteen';
import { yuanText } from '../../types/money';
import { dateText } from '../../types/time';
import { WAY_TEXT } from '../../types/words';
import { type Paper, type PictureBytes, type ReportSection, reportPaper } from '../_shared/papers';

type Picture = { bytes: PictureBytes; caption: string };
const POPULAR = 10;

/** 60–69 岁, 90 岁以上, 60 岁以下 */
export const bandText = ({ from, to }: Numbers['ages'][number]): string => {
  if (to === undefined) return `${from} 岁以上`;
  return from === 0 ? `${to + 1} 岁以下` : `${from}–${to} 岁`;
};

const budgetTable = (numbers: Numbers): ReportSection => ({
  heading: '各出资方',
  table: {
    columns: [
      { title: '出资方', width: 3 },
      { title: '已用', width: 1.5, align: 'right' },
      { title: '本月额度', width: 1.5, align: 'right' },
      { title: '还剩', width: 1.5, align: 'right' },
    ],
    rows: numbers.budgets.map(each => [
      each.funder,
      yuanText(each.used),
      each.monthly === undefined ? '未设' : yuanText(each.monthly),
      each.over ? '已超' : each.left === undefined ? '' : yuanText(each.left),
    ]),
  },
});

const ruleTable = (numbers: Numbers): ReportSection => ({
  heading: '各补贴',
  table: {
    columns: [
      { title: '补贴', width: 3 },
      { title: '出资方', width: 2 },
      { title: '用餐次数', width: 1.5, align: 'right' },
      { title: '金额', width: 1.5, align: 'right' },
    ],
    rows: numbers.rules.map(each => [each.name, each.funder, String(each.orders), yuanText(each.amount)]),
  },
});

const popularTable = (popular: readonly DishSum[]): ReportSection => ({
  heading: '受欢迎的菜',
  table: {
    columns: [
      { title: '菜', width: 3 },
      { title: '份数', width: 1, align: 'right' },
      { title: '好吃', width: 1, align: 'right' },
      { title: '一般', width: 1, align: 'right' },
      { title: '不好吃', width: 1, align: 'right' },
      { title: '剩一半', width: 1, align: 'right' },
      { title: '剩很多', width: 1, align: 'right' },
    ],
    rows: popular
      .slice(0, POPULAR)
      .map(dish => [dish.name, ...[dish.portions, dish.good, dish.fair, dish.poor, dish.half, dish.most].map(String)]),
  },
});

/** 用餐数据 of a month. */
export function numbersReport(from: string, numbers: Numbers, popular: readonly DishSum[], pictures: readonly Picture[]): Paper {
  const [year, month] = [numbers.month.slice(0, 4), Number(numbers.month.slice(5))];
  const bars = (rows: { label: string; value: number }[]) => ({ unit: '次', rows });
  return reportPaper({
    title: `${year}年${month}月 用餐数据`,
    subtitle: from,
    figures: [
      { label: '订餐', value: `${numbers.orders} 次` },
      { label: '取餐', value: `${numbers.redeemed} 次` },
      { label: '未取餐', value: `${numbers.missed} 次` },
      { label: '补贴', value: yuanText(numbers.subsidy) },
    ],
    sections: [
      { heading: '每天用餐', bars: bars(numbers.days.map(each => ({ label: dateText(each.day), value: each.orders }))) },
      { heading: '怎么吃', bars: bars(numbers.ways.map(each => ({ label: WAY_TEXT[each.way], value: each.orders }))) },
      { heading: '年龄', bars: bars(numbers.ages.map(each => ({ label: bandText(each), value: each.orders }))) },
      budgetTable(numbers),
      ruleTable(numbers),
      popularTable(popular),
      ...(pictures.length ? [{ heading: '吃得最多的', pictures }] : []),
    ],
    footer: `${from} ${year}年${month}月`,
  });
}
