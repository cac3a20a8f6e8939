import { View } from '@tarojs/components';
import type { CanteenContract } from '../../../../types/canteen';
import type { OutputOf } from '../../../../types/contract';
import type { CivilDate } from '../../../../types/time';
import { clashText, DIET_TEXT } from '../../../../types/words';
import { Card } from '../../../components/Card';
import { type Column, DataTable } from '../../../components/DataTable';
import { Tag } from '../../../components/Tag';
import { longDay, mealText, momentText } from '../words';

type SheetMeal = OutputOf<CanteenContract, 'kitchenSheet'>['meals'][number];
type DishRow = { id: string; name: string; parts: string; dineIn: number; pickup: number; total: number };

const columns: readonly Column<DishRow>[] = [
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
  { key: 'dineIn', title: '堂食', number: true, cell: row => `${row.dineIn} 份` },
  { key: 'pickup', title: '自取', number: true, cell: row => `${row.pickup} 份` },
  { key: 'total', title: '合计', number: true, cell: row => <View className="sheet-total">{row.total} 份</View> },
];

const Dish = ({ row }: { row: DishRow }) => (
  <View className="between">
    <View className="grow">
      <View className="t-section">{row.name}</View>
      {row.parts ? <View className="t-secondary">{row.parts}</View> : null}
      <View className="t-secondary">
        堂食 {row.dineIn} · 自取 {row.pickup}
      </View>
    </View>
    <View className="t-hero">{row.total} 份</View>
  </View>
);

const sum = (rows: readonly DishRow[], key: 'dineIn' | 'pickup' | 'total') => rows.reduce((all, row) => all + row[key], 0);

/** One meal of the kitchen's sheet: counts by dish, whom a dish would harm, diets. */
export function SheetOf({ meal, today }: { meal: SheetMeal; today: CivilDate }) {
  const rows = meal.dishes.map(dish => ({ ...dish, id: dish.dishId, parts: dish.parts.join('、') }));
  const foot = {
    id: 'sum',
    name: '合计',
    parts: '',
    dineIn: sum(rows, 'dineIn'),
    pickup: sum(rows, 'pickup'),
    total: sum(rows, 'total'),
  };
  return (
    <View className="col sheet-meal">
      <View className="between">
        <View>
          <View className="t-title">{mealText(meal, today)}</View>
          <View className="t-secondary">
            {longDay(meal.day)} · {momentText(meal.cutoffAt, today)} 截止 · 最多 {meal.capacity} 份
          </View>
        </View>
        {meal.status === 'closed' ? <Tag word="已停餐" tone="danger" /> : <View className="t-hero">{meal.portions} 份</View>}
      </View>
      {meal.clashes.length > 0 ? <Clashes meal={meal} /> : null}
      <DataTable
        label={`${mealText(meal, today)}各菜份数`}
        columns={columns}
        rows={rows}
        keyOf={row => row.id}
        card={row => <Dish row={row} />}
        foot={foot}
      />
      <Diets meal={meal} />
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

const Diets = ({ meal }: { meal: SheetMeal }) =>
  meal.diets.length > 0 ? (
    <View className="desk-note">
      饮食要求：{meal.diets.map(({ diet, count }) => `${DIET_TEXT[diet]} ${count} 人`).join('，')}
    </View>
  ) : null;
