import { View } from '@tarojs/components';
import { useState } from 'react';
import type { CanteenContract } from '../../../../types/canteen';
import type { OutputOf } from '../../../../types/contract';
import { signedYuanText, yuanText } from '../../../../types/money';
import { clockText, dateText, minuteOf } from '../../../../types/time';
import { Card } from '../../../components/Card';
import { type Column, DataTable } from '../../../components/DataTable';
import { Empty } from '../../../components/Empty';
import { Failed } from '../../../components/Screen';
import { Skeleton } from '../../../components/Skeleton';
import { Tag } from '../../../components/Tag';
import { useQueryOf } from '../../../services/useDoor';
import { Desk } from '../parts/Desk';
import { Count } from '../parts/Fact';
import { MonthBar } from '../parts/MonthBar';
import { canteen, dayHere } from '../queries';
import { monthText } from '../words';

type Month = OutputOf<CanteenContract, 'shifts'>;
type Row = Month['shifts'][number];

const hours = ({ openedAt, closedAt }: Row): string =>
  `${clockText(minuteOf(openedAt))}—${closedAt ? clockText(minuteOf(closedAt)) : '还没交班'}`;

/** What was counted, and what it differs by, in words too. */
function Drawer({ counted, difference }: { counted: Row['cash']; difference: number }) {
  if (counted === undefined) return <>—</>;
  return (
    <>
      {yuanText(counted)}
      {difference === 0 ? null : (
        <Tag tone="warning" word={`${difference > 0 ? '多' : '少'} ${yuanText(Math.abs(difference) as never)}`} />
      )}
    </>
  );
}

const columns: readonly Column<Row>[] = [
  { key: 'day', title: '日期', cell: row => dateText(row.day) },
  { key: 'name', title: '收银人', cell: row => row.name },
  { key: 'hours', title: '时间', grow: 2, cell: hours },
  { key: 'float', title: '备用金', number: true, cell: row => yuanText(row.float) },
  {
    key: 'cash',
    title: '现金',
    number: true,
    grow: 2,
    cell: row => <Drawer counted={row.cash} difference={row.cashDifference} />,
  },
  {
    key: 'code',
    title: '收款码',
    number: true,
    grow: 2,
    cell: row => <Drawer counted={row.code} difference={row.codeDifference} />,
  },
  { key: 'note', title: '说明', grow: 2, cell: row => row.note ?? '' },
];

/** 收银记录: the shifts of a month and what did not agree. */
export default function Shifts() {
  const [month, setMonth] = useState(() => dayHere().slice(0, 7));
  const query = useQueryOf(canteen, 'shifts', { month });
  const { data, failure } = query;
  return (
    <Desk title="收银记录">
      <MonthBar month={month} onChange={setMonth} />
      {failure ? <Failed failure={failure} onRetry={query.reload} /> : null}
      {query.loading ? <Skeleton /> : null}
      {data ? <Filled month={month} data={data} /> : null}
    </Desk>
  );
}

function Filled({ month, data: { shifts, taken } }: { month: string; data: Month }) {
  if (shifts.length === 0)
    return <Empty icon="chart" title={`${monthText(month)}没有收银记录`} next="食堂在“收银”里开班收钱后，这里有每一班的数目。" />;
  const odd = shifts.filter(row => row.cashDifference !== 0 || row.codeDifference !== 0).length;
  return (
    <View className="col">
      <Card>
        <View className="counts">
          <Count value={shifts.length} unit="个班" />
          <Count value={signedYuanText(taken.cash)} unit="现金（不含备用金）" />
          <Count value={signedYuanText(taken.code)} unit="收款码" />
          <Count value={odd} unit="个班对不上" strong={odd > 0} />
        </View>
      </Card>
      <DataTable label={`${monthText(month)}收银记录`} columns={columns} rows={shifts} keyOf={row => row.id} />
    </View>
  );
}
