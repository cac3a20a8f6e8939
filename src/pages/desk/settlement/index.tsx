import { View } from '@tarojs/components';
import { useState } from 'react';
import type { StatementLine, StatementView } from '../../../../types/canteen';
import { signedYuanText } from '../../../../types/money';
import { Card } from '../../../components/Card';
import { type Column, DataTable } from '../../../components/DataTable';
import { Empty } from '../../../components/Empty';
import { Failed } from '../../../components/Screen';
import { Skeleton } from '../../../components/Skeleton';
import { Split } from '../../../components/Split';
import { useQueryOf } from '../../../services/useDoor';
import { Desk } from '../parts/Desk';
import { Count } from '../parts/Fact';
import { MonthBar } from '../parts/MonthBar';
import { canteen, dayHere } from '../queries';
import { monthBefore, monthText } from '../words';
import { Corrections } from './Corrections';
import { Rows } from './Rows';
import { Steps } from './Steps';

const sumOf = (line: StatementLine): number => line.amount + line.corrected;

const columns: readonly Column<StatementLine>[] = [
  { key: 'funder', title: '出资方', grow: 2, cell: line => line.funder },
  { key: 'name', title: '补贴项目', grow: 2, cell: line => line.name },
  { key: 'meals', title: '次数', number: true, cell: line => `${line.meals} 次` },
  { key: 'amount', title: '本月', number: true, cell: line => signedYuanText(line.amount) },
  { key: 'corrected', title: '上月更正', number: true, cell: line => (line.corrections ? signedYuanText(line.corrected) : '无') },
  { key: 'sum', title: '合计', number: true, cell: line => signedYuanText(sumOf(line)) },
];

const Line = ({ line }: { line: StatementLine }) => (
  <>
    <View className="between">
      <View className="t-section">{line.name}</View>
      <View className="t-body">{signedYuanText(sumOf(line))}</View>
    </View>
    <View className="t-secondary">
      {line.funder} · {line.meals} 次，{signedYuanText(line.amount)}
      {line.corrections ? `，更正 ${signedYuanText(line.corrected)}` : ''}
    </View>
  </>
);

/** 补贴结算: what each funder owes for a month, the meals behind it, and the lock. */
export default function SettlementPage() {
  const [month, setMonth] = useState(() => monthBefore(dayHere().slice(0, 7)));
  const query = useQueryOf(canteen, 'settlement', { month });
  const { data, failure } = query;
  return (
    <Desk title="补贴结算">
      <MonthBar month={month} onChange={setMonth} />
      {failure ? <Failed failure={failure} onRetry={query.reload} /> : null}
      {query.loading ? <Skeleton /> : null}
      {data ? <Filled key={month} data={data} /> : null}
    </Desk>
  );
}

function Filled({ data }: { data: StatementView }) {
  const [open, setOpen] = useState<StatementLine>();
  const { month, lines, total, diners, notEaten } = data;
  if (lines.length === 0)
    return <Empty icon="chart" title={`${monthText(month)}没有补贴`} next="有人吃了带补贴的餐以后，这里会按出资方算好。" />;
  return (
    <View className="col">
      <Card>
        <View className="col">
          <View className="counts">
            <Count value={diners} unit="人享受补贴" />
            <Count value={lines.reduce((sum, line) => sum + line.meals, 0)} unit="次用餐" />
            <Count value={signedYuanText(total)} unit="应结算" />
          </View>
          <View className="t-secondary">只算已经取走的餐{notEaten ? `；有 ${notEaten} 餐订了没来取，不算在内` : ''}。</View>
        </View>
      </Card>
      <Steps data={data} />
      <Split
        hint="点一项补贴，看是哪些餐"
        onBack={() => setOpen(undefined)}
        list={
          <View className="col">
            <DataTable
              label={`${monthText(month)}各项补贴`}
              columns={columns}
              rows={lines}
              keyOf={line => line.ruleId}
              card={line => <Line line={line} />}
              openKey={open?.ruleId}
              onOpen={setOpen}
            />
            <Corrections data={data} />
          </View>
        }
        detail={open ? <Rows key={open.ruleId} month={month} line={open} /> : undefined}
      />
    </View>
  );
}
