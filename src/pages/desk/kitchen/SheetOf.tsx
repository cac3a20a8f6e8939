import { View } from '@tarojs/components';
import type { SheetMeal, Way } from '../../../../types/canteen';
import type { CivilDate } from '../../../../types/time';
import { ALLERGEN_TEXT, clashText, DIET_TEXT, MARK_TEXT, WAY_TEXT } from '../../../../types/words';
import { Card } from '../../../components/Card';
import { type Column, DataTable } from '../../../components/DataTable';
import { Tag } from '../../../components/Tag';
import { longDay, mealText, momentText } from '../words';
import { Late } from './Late';

type DishRow = { id: string; name: string; parts: string; ways: SheetMeal['dishes'][number]['ways']; total: number };

const countOf = (row: DishRow, way: Way): number => row.ways.find(each => each.way === way)?.count ?? 0;

/** Ways that anybody chose; a column of noughts helps nobody. */
const waysOf = (rows: readonly DishRow[]): Way[] =>
  (rows[0]?.ways ?? []).map(each => each.way).filter((way, i) => i === 0 || rows.some(row => countOf(row, way) > 0));

const columnsOf = (rows: readonly DishRow[]): readonly Column<DishRow>[] => [
  {
    key: 'name',
    title: '菜品',
    grow: 3,
    cell: row => (
      <View>
        <View className="t-body">{row.name}</View>
        {row.parts ? <View className="t-secondary">{row.parts}</View> : null}
      </View>
    ),
  },
  ...waysOf(rows).map(way => ({
    key: way,
    title: WAY_TEXT[way],
    number: true,
    cell: (row: DishRow) => `${countOf(row, way)} 份`,
  })),
  { key: 'total', title: '合计', number: true, cell: row => <View className="sheet-total">{row.total} 份</View> },
];

const Dish = ({ row, ways }: { row: DishRow; ways: readonly Way[] }) => (
  <View className="between">
    <View className="grow">
      <View className="t-section">{row.name}</View>
      {row.parts ? <View className="t-secondary">{row.parts}</View> : null}
      <View className="t-secondary">{ways.map(way => `${WAY_TEXT[way]} ${countOf(row, way)}`).join(' · ')}</View>
    </View>
    <View className="t-hero">{row.total} 份</View>
  </View>
);

function footOf(rows: readonly DishRow[]): DishRow {
  const ways = (rows[0]?.ways ?? []).map(({ way }) => ({ way, count: rows.reduce((sum, row) => sum + countOf(row, way), 0) }));
  return { id: 'sum', name: '合计', parts: '', ways, total: rows.reduce((sum, row) => sum + row.total, 0) };
}

/** One meal of the kitchen's sheet: what changed late, whom a dish would harm, counts by dish, groups, kinds of meal, allergens. */
export function SheetOf({ meal, today }: { meal: SheetMeal; today: CivilDate }) {
  const rows = meal.dishes.map(dish => ({ ...dish, id: dish.dishId, parts: dish.parts.join('、') }));
  const ways = waysOf(rows);
  const all = meal.portions + meal.groupPortions;
  return (
    <View className="col sheet-meal">
      <View className="between">
        <View>
          <View className="t-title">{mealText(meal, today)}</View>
          <View className="t-secondary">
            {longDay(meal.day)} · {momentText(meal.cutoffAt, today)} 截止 · 最多 {meal.capacity} 份
          </View>
        </View>
        {meal.status === 'closed' ? <Tag word="已停餐" tone="danger" /> : <View className="t-hero">{all} 份</View>}
      </View>
      <Late meal={meal} today={today} />
      {meal.clashes.length > 0 ? <Clashes meal={meal} /> : null}
      <DataTable
        label={`${mealText(meal, today)}各菜份数`}
        columns={columnsOf(rows)}
        rows={rows}
        keyOf={row => row.id}
        card={row => <Dish row={row} ways={ways} />}
        foot={footOf(rows)}
      />
      <Others meal={meal} />
    </View>
  );
}

const Clashes = ({ meal }: { meal: SheetMeal }) => (
  <Card title={`要避开的 ${meal.clashes.length} 份`} tone="danger">
    {meal.clashes.map(each => (
      <View key={`${each.number}${each.dish}`} className="sheet-clash">
        <View className="sheet-number">{each.number}</View>
        <View className="grow">
          {each.dinerName}订了“{each.dish}”，但{each.clash.map(wordsOf).join('、')}
        </View>
      </View>
    ))}
  </Card>
);

/** An allergen is said as a danger, a diet as it is. */
const wordsOf = (clash: string) => (clash in DIET_TEXT ? `要求${clashText(clash)}` : `对${clashText(clash)}过敏`);

const avoidText = (group: SheetMeal['groups'][number]): string =>
  group.restrictions.map(each => `${ALLERGEN_TEXT[each.allergen]}过敏 ${each.count} 人`).join('，');

const line = (name: string, parts: readonly string[]) =>
  parts.length > 0 ? (
    <View className="desk-note">
      {name}：{parts.join('，')}
    </View>
  ) : null;

/** Groups, kinds of meal, what people ask for, allergens. */
const Others = ({ meal }: { meal: SheetMeal }) => (
  <View className="col">
    {meal.groups.map(group => (
      <View key={group.id} className="between">
        <View className="grow">
          <View className="t-body">{group.name}</View>
          {group.restrictions.length > 0 ? <View className="sheet-avoid">{avoidText(group)}</View> : null}
        </View>
        <View className="t-section">{group.count} 份</View>
      </View>
    ))}
    {line(
      '餐型',
      meal.marks.map(({ mark, count }) => `${MARK_TEXT[mark]} ${count} 份`),
    )}
    {line(
      '饮食要求',
      meal.diets.map(({ diet, count }) => `${DIET_TEXT[diet]} ${count} 人`),
    )}
    {line(
      '含过敏原的份数',
      meal.allergens.filter(each => each.portions > 0).map(each => `${ALLERGEN_TEXT[each.allergen]} ${each.portions} 份`),
    )}
    {line(
      '不能吃的人数',
      meal.allergens.filter(each => each.people > 0).map(each => `${ALLERGEN_TEXT[each.allergen]} ${each.people} 人`),
    )}
  </View>
);
