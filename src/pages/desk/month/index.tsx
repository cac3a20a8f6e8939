import { View } from '@tarojs/components';
import { useState } from 'react';
import type { CanteenContract } from '../../../../types/canteen';
import type { OutputOf } from '../../../../types/contract';
import { yuanText } from '../../../../types/money';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { type Column, DataTable } from '../../../components/DataTable';
import { Empty } from '../../../components/Empty';
import { FailureNote } from '../../../components/FailureNote';
import { Failed } from '../../../components/Screen';
import { Skeleton } from '../../../components/Skeleton';
import { asFailure, type Failure } from '../../../services/door';
import { isWeapp } from '../../../services/platform';
import { useCommand, useQueryOf } from '../../../services/useDoor';
import { openWorkbook } from '../files';
import { mayOpen } from '../nav';
import { Desk } from '../parts/Desk';
import { Count } from '../parts/Fact';
import { MonthBar } from '../parts/MonthBar';
import { canteen, dayHere, useMe } from '../queries';
import { monthText } from '../words';

type Month = OutputOf<CanteenContract, 'month'>;
type Row = Month['rows'][number];

const columns: readonly Column<Row>[] = [
  { key: 'name', title: '用餐人', grow: 2, cell: row => row.dinerName },
  { key: 'meals', title: '订餐', number: true, cell: row => `${row.meals} 次` },
  { key: 'redeemed', title: '已取', number: true, cell: row => `${row.redeemed} 次` },
  { key: 'due', title: '应付', number: true, cell: row => yuanText(row.due) },
  { key: 'subsidy', title: '补贴', number: true, cell: row => yuanText(row.subsidy) },
  { key: 'selfPay', title: '自付', number: true, cell: row => yuanText(row.selfPay) },
];

const Diner = ({ row }: { row: Row }) => (
  <>
    <View className="between">
      <View className="t-section">{row.dinerName}</View>
      <View className="t-body">自付 {yuanText(row.selfPay)}</View>
    </View>
    <View className="t-secondary">
      订 {row.meals} 次，取 {row.redeemed} 次 · 应付 {yuanText(row.due)}，补贴 {yuanText(row.subsidy)}
    </View>
  </>
);

/** WeChat draws about a thousand nodes well. */
const ON_PHONE = 60;

/** 用餐月表: what each diner ate and who pays for it. */
export default function MonthPage() {
  const [month, setMonth] = useState(() => dayHere().slice(0, 7));
  const query = useQueryOf(canteen, 'month', { month });
  const { data: me } = useMe();
  const { data, failure } = query;
  return (
    <Desk title="用餐月表">
      <MonthBar month={month} onChange={setMonth} />
      {failure ? <Failed failure={failure} onRetry={query.reload} /> : null}
      {query.loading ? <Skeleton /> : null}
      {data ? <Filled month={month} data={data} mayExport={mayOpen('settings', me?.roles ?? [])} /> : null}
    </Desk>
  );
}

function Filled({ month, data: { rows, total }, mayExport }: { month: string; data: Month; mayExport: boolean }) {
  const [shown, setShown] = useState(isWeapp ? ON_PHONE : Number.POSITIVE_INFINITY);
  if (rows.length === 0)
    return <Empty icon="chart" title={`${monthText(month)}没有人订餐`} next="有订餐后，这里会有每个人的次数和金额。" />;
  return (
    <View className="col">
      <Card>
        <View className="counts">
          <Count value={rows.length} unit="人用餐" />
          <Count value={total.meals} unit="次订餐" />
          <Count value={yuanText(total.subsidy)} unit="补贴合计" />
          <Count value={yuanText(total.selfPay)} unit="自付合计" />
        </View>
      </Card>
      {mayExport ? <Export month={month} /> : null}
      <DataTable
        label={`${monthText(month)}每人用餐`}
        columns={columns}
        rows={rows.slice(0, shown)}
        keyOf={row => row.dinerId}
        card={row => <Diner row={row} />}
        foot={{ ...total, dinerId: 'total', dinerName: '合计' }}
      />
      {shown < rows.length ? (
        <BigButton
          kind="plain"
          text={`再看 ${Math.min(ON_PHONE, rows.length - shown)} 人`}
          onPress={() => setShown(shown + ON_PHONE)}
        />
      ) : null}
    </View>
  );
}

function Export({ month }: { month: string }) {
  const [lost, setLost] = useState<Failure>();
  const write = useCommand(canteen, 'exportMonth', {
    onDone: file => void openWorkbook(file).catch(error => setLost(asFailure(error))),
  });
  return (
    <>
      <View className="row-wrap">
        <BigButton
          small
          kind="secondary"
          icon="download"
          text={isWeapp ? '打开 Excel 表格' : '导出 Excel 表格'}
          busy={write.busy}
          busyText="正在生成…"
          onPress={() => {
            setLost(undefined);
            write.run({ month });
          }}
        />
      </View>
      <FailureNote failure={write.failure ?? lost} onRetry={write.retry} />
    </>
  );
}
