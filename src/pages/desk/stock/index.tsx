import { View } from '@tarojs/components';
import { useState } from 'react';
import type { CanteenContract } from '../../../../types/canteen';
import type { OutputOf } from '../../../../types/contract';
import { addDays, type CivilDate, dateText } from '../../../../types/time';
import { Card } from '../../../components/Card';
import { type Column, DataTable } from '../../../components/DataTable';
import { Empty } from '../../../components/Empty';
import { Segmented } from '../../../components/Segmented';
import { useQueryOf } from '../../../services/useDoor';
import { Desk } from '../parts/Desk';
import { canteen, dayHere } from '../queries';
import { longDay, mealText } from '../words';
import { Leftovers } from './Leftovers';

type Hint = OutputOf<CanteenContract, 'purchaseHint'>;
type HintMeal = Hint['meals'][number];
type HintRow = HintMeal['all'];

/** So many days ahead somebody may want to buy for. */
const DAYS = [0, 1, 2, 3];

/** 备料和剩余: how much the last four weeks say, and what was left over today. */
export default function Stock() {
  const [ahead, setAhead] = useState('1');
  const today = dayHere();
  const day = addDays(today, Number(ahead));
  const hint = useQueryOf(canteen, 'purchaseHint', { day });
  return (
    <Desk title="备料和剩余" of={hint}>
      {({ meals, today: now }) => (
        <View className="col">
          <Segmented
            label="哪一天"
            value={ahead}
            onChange={setAhead}
            options={DAYS.map(n => ({
              value: String(n),
              text: n === 0 ? '今天' : n === 1 ? '明天' : longDay(addDays(today, n)),
            }))}
          />
          {meals.length === 0 ? (
            <Empty icon="kitchen" title={`${longDay(day)}没有供餐`} next="先写好菜单并发布，这里会有备料的参考数。" />
          ) : null}
          <View className="columns">
            {meals.map(meal => (
              <View key={meal.mealId} className="col">
                <MealHint meal={meal} day={day} today={now} />
                {day === now ? <Leftovers mealId={meal.mealId} /> : null}
              </View>
            ))}
          </View>
        </View>
      )}
    </Desk>
  );
}

const meanText = (row: HintRow): string => (row.weeks > 0 ? `${row.mean} 份` : '没有记录');

const columns: readonly Column<HintRow>[] = [
  { key: 'name', title: '菜', grow: 2, cell: row => row.name },
  { key: 'mean', title: '前四周平均', number: true, grow: 2, cell: meanText },
  { key: 'ordered', title: '已订', number: true, cell: row => `${row.ordered} 份` },
];

const Line = ({ row }: { row: HintRow }) => (
  <View className="between">
    <View>
      <View className="t-body">{row.name}</View>
      <View className="t-secondary">已订 {row.ordered} 份</View>
    </View>
    <View className="t-section">{row.weeks > 0 ? `参考 ${row.mean} 份` : '没有记录'}</View>
  </View>
);

function MealHint({ meal, day, today }: { meal: HintMeal; day: CivilDate; today: CivilDate }) {
  const past = meal.past.map(
    week => `${dateText(week.day)} ${week.portions} 份${week.leftover ? `（剩 ${week.leftover}）` : ''}`,
  );
  return (
    <Card title={mealText({ day, period: meal.period }, today)}>
      <View className="t-body">
        {meal.all.weeks > 0
          ? `前 ${meal.all.weeks} 周同一天平均 ${meal.all.mean} 份，现在已订 ${meal.all.ordered} 份。`
          : `以前同一天没有记录，现在已订 ${meal.all.ordered} 份。`}
      </View>
      {past.length > 0 ? <View className="t-secondary">{past.join('，')}</View> : null}
      <DataTable
        label="每样备多少"
        columns={columns}
        rows={meal.parts}
        keyOf={row => row.name}
        card={row => <Line row={row} />}
      />
      <View className="desk-note">平均数向上取整，只算做过这样菜的那几周。集体用餐算在总数里。</View>
    </Card>
  );
}
