import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Numbers } from '../../../../types/canteen';
import { aria } from '../../../components/aria';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { type Column, DataTable } from '../../../components/DataTable';
import { longDay } from '../words';

type Day = Numbers['days'][number];

const columns: readonly Column<Day>[] = [
  { key: 'day', title: '日期', grow: 2, cell: day => longDay(day.day) },
  { key: 'orders', title: '订餐', number: true, cell: day => `${day.orders} 次` },
  { key: 'redeemed', title: '取餐', number: true, cell: day => `${day.redeemed} 次` },
  { key: 'missed', title: '没来取', number: true, cell: day => `${day.missed} 次` },
];

/** Under a whole month only every fifth day has room for its number. */
function nameOf(day: Day, count: number): string {
  const n = Number(day.day.slice(8));
  return count <= 10 || n === 1 || n % 5 === 0 ? String(n) : '';
}

/** A bar a day: what was fetched, and on top of it what was not. The same as a table, one tap away. */
export function Days({ days }: { days: readonly Day[] }) {
  const [table, setTable] = useState(false);
  const most = Math.max(1, ...days.map(day => day.orders));
  const high = (count: number) => ({ height: `${(count / most) * 100}%` });
  const best = days.reduce((a, b) => (b.orders > a.orders ? b : a));
  const spoken = `每天用餐，最多的是${longDay(best.day)}，${best.orders} 次`;
  return (
    <Card
      title="每天用餐"
      aside={<BigButton small kind="plain" text={table ? '看图' : '看数字'} onPress={() => setTable(!table)} />}
    >
      {table ? (
        <DataTable
          label="每天用餐"
          columns={columns}
          rows={days}
          keyOf={day => day.day}
          card={day => (
            <View className="between">
              <View className="t-body">{longDay(day.day)}</View>
              <View className="t-secondary">
                订 {day.orders} · 取 {day.redeemed} · 没来取 {day.missed}
              </View>
            </View>
          )}
        />
      ) : (
        <>
          <View className="day-plot" {...aria({ role: 'img', label: spoken })}>
            {days.map(day => (
              <View key={day.day} className="day-column">
                <View className="day-missed" style={high(day.missed)} />
                <View className="day-other" style={high(day.orders - day.missed)} />
                <View className="day-name">{nameOf(day, days.length)}</View>
              </View>
            ))}
          </View>
          <View className="desk-note">
            绿色是订餐，上面的橙色是没来取的。最多的一天是 {longDay(best.day)}，{best.orders} 次。
          </View>
        </>
      )}
    </Card>
  );
}
