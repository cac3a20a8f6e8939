/** What the canteen prints: the kitchen's sheet, stickers for boxes. Data in, a paper out. */
import type { KitchenMeal, Order, SheetMeal, Way } from '../../types/canteen';
import { clockText, dateText, type Instant, minuteOf, weekdayText } from '../../types/time';
import { ALLERGEN_TEXT, clashText, DIET_TEXT, MARK_TEXT, PERIOD_TEXT, WAY_TEXT } from '../../types/words';
import { type Label, type Paper, type ReportSection, reportPaper } from '../_shared/papers';
import { dishesText } from './rules';

const LATE_TEXT: Record<SheetMeal['late'][number]['change'], string> = {
  added: '新增',
  cancelled: '取消',
  waived: '代为取消',
  group: '人数变动',
};

/** 11月26日 周四 午餐 */
export const mealTitle = (meal: Pick<SheetMeal, 'day' | 'period'>): string =>
  `${dateText(meal.day)} ${weekdayText(meal.day)} ${PERIOD_TEXT[meal.period]}`;

const moment = (at: Instant): string => clockText(minuteOf(at));

function dishTable(meal: SheetMeal): ReportSection {
  const ways = meal.dishes[0]?.ways.map(each => each.way) ?? [];
  const used = ways.filter(way => meal.dishes.some(dish => (dish.ways.find(each => each.way === way)?.count ?? 0) > 0));
  const countOf = (dish: SheetMeal['dishes'][number], way: Way) => String(dish.ways.find(each => each.way === way)?.count ?? 0);
  return {
    heading: '各菜份数',
    table: {
      columns: [
        { title: '菜品', width: 5 },
        ...used.map(way => ({ title: WAY_TEXT[way], width: 1.2, align: 'right' as const })),
        { title: '合计', width: 1.2, align: 'right' },
      ],
      rows: meal.dishes.map(dish => [
        dish.parts.length ? `${dish.name}（${dish.parts.join('、')}）` : dish.name,
        ...used.map(way => countOf(dish, way)),
        String(dish.total),
      ]),
    },
  };
}

const clashTable = (meal: SheetMeal): ReportSection => ({
  heading: `要避开的 ${meal.clashes.length} 份`,
  table: {
    columns: [
      { title: '取餐号', width: 1 },
      { title: '姓名', width: 1.4 },
      { title: '订的菜', width: 3 },
      { title: '不能有', width: 3 },
    ],
    rows: meal.clashes.map(each => [each.number, each.dinerName, each.dish, each.clash.map(clashText).join('、')]),
  },
});

const allergenTable = (meal: SheetMeal): ReportSection => ({
  heading: '过敏原',
  table: {
    columns: [
      { title: '过敏原', width: 2 },
      { title: '含有的份数', width: 2, align: 'right' },
      { title: '不能吃的人数（含班级）', width: 3, align: 'right' },
    ],
    rows: meal.allergens.map(each => [ALLERGEN_TEXT[each.allergen], String(each.portions), String(each.people)]),
  },
});

const groupText = (group: KitchenMeal['groups'][number]): string => {
  const avoid = group.restrictions.map(each => `${ALLERGEN_TEXT[each.allergen]}过敏 ${each.count} 人`);
  return `${group.name} ${group.count} 份${avoid.length ? `（${avoid.join('，')}）` : ''}`;
};

const kindsOf = (meal: SheetMeal): [string, string][] => [
  ...meal.marks.map(({ mark, count }): [string, string] => [MARK_TEXT[mark], `${count} 份`]),
  ...meal.diets.map(({ diet, count }): [string, string] => [`要求${DIET_TEXT[diet]}`, `${count} 人`]),
];

const lateTable = (meal: SheetMeal): ReportSection => ({
  heading: '晚到的变动',
  table: {
    columns: [
      { title: '时间', width: 1 },
      { title: '变动', width: 1.2 },
      { title: '取餐号', width: 1 },
      { title: '谁', width: 1.6 },
      { title: '什么', width: 3.4 },
    ],
    rows: meal.late.map(each => [moment(each.at), LATE_TEXT[each.change], each.number, each.name, each.what]),
  },
});

/** 备餐单 of one meal on A4. */
export function sheetPaper(from: string, meal: SheetMeal, now: Instant): Paper {
  const kinds = kindsOf(meal);
  return reportPaper({
    title: `${mealTitle(meal)} 备餐单`,
    subtitle: `${from} · ${moment(now)} 打印`,
    figures: [
      { label: '订餐份数', value: String(meal.portions) },
      { label: '集体份数', value: String(meal.groupPortions) },
      { label: '一共要做', value: String(meal.portions + meal.groupPortions) },
      { label: '要避开的份数', value: String(meal.clashes.length) },
    ],
    sections: [
      ...(meal.clashes.length ? [clashTable(meal)] : []),
      dishTable(meal),
      ...(meal.groups.length ? [{ heading: '集体用餐', text: meal.groups.map(groupText).join('\n') }] : []),
      ...(kinds.length ? [{ heading: '餐型', facts: kinds }] : []),
      ...(meal.allergens.length ? [allergenTable(meal)] : []),
      ...(meal.late.length ? [lateTable(meal)] : []),
    ],
    footer: `${mealTitle(meal)} 备餐单`,
  });
}

/** One sticker: number and name large, what is inside, what must not be, where it goes. */
export const labelOf = (order: Order, clashes: readonly string[], round: string | undefined): Label => ({
  title: `${order.number} ${order.dinerName}`,
  lines: [
    dishesText(order),
    ...(clashes.length ? [`忌口：${clashes.map(clashText).join('、')}`] : []),
    round ?? WAY_TEXT[order.way],
  ],
});
