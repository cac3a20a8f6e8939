import { View } from '@tarojs/components';
import { useState } from 'react';
import type { CanteenContract } from '../../../../types/canteen';
import type { OutputOf } from '../../../../types/contract';
import { type Column, DataTable } from '../../../components/DataTable';
import { Empty } from '../../../components/Empty';
import { Failed } from '../../../components/Screen';
import { Skeleton } from '../../../components/Skeleton';
import { useQueryOf } from '../../../services/useDoor';
import { MonthBar } from '../parts/MonthBar';
import { canteen, dayHere } from '../queries';

type Row = OutputOf<CanteenContract, 'popularDishes'>['dishes'][number];

const columns: readonly Column<Row>[] = [
  { key: 'name', title: '菜', grow: 2, cell: row => row.name },
  { key: 'portions', title: '吃了', number: true, cell: row => `${row.portions} 份` },
  { key: 'good', title: '好吃', number: true, cell: row => row.good },
  { key: 'fair', title: '一般', number: true, cell: row => row.fair },
  { key: 'poor', title: '不好吃', number: true, cell: row => row.poor },
  { key: 'half', title: '剩一半', number: true, cell: row => `${row.half} 盘` },
  { key: 'most', title: '剩很多', number: true, cell: row => `${row.most} 盘` },
];

const Line = ({ row }: { row: Row }) => (
  <>
    <View className="between">
      <View className="t-section">{row.name}</View>
      <View className="t-body">{row.portions} 份</View>
    </View>
    <View className="t-secondary">
      好吃 {row.good} · 一般 {row.fair} · 不好吃 {row.poor}
    </View>
    <View className="t-secondary">
      剩一半 {row.half} 盘 · 剩很多 {row.most} 盘
    </View>
  </>
);

/** Dishes of a month, the most eaten first, with faces and what came back. */
export function Popular() {
  const [month, setMonth] = useState(() => dayHere().slice(0, 7));
  const popular = useQueryOf(canteen, 'popularDishes', { month });
  const rows = popular.data?.dishes ?? [];
  return (
    <View className="col">
      <MonthBar month={month} onChange={setMonth} />
      {popular.failure ? <Failed failure={popular.failure} onRetry={popular.reload} /> : null}
      {popular.loading ? <Skeleton cards={2} /> : null}
      {popular.data && rows.length === 0 ? (
        <Empty icon="chart" title="这个月还没有数据" next="有人用餐后，十分钟内会算出来。" />
      ) : null}
      {rows.length > 0 ? (
        <DataTable label="受欢迎的菜" columns={columns} rows={rows} keyOf={row => row.name} card={row => <Line row={row} />} />
      ) : null}
    </View>
  );
}
