import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Numbers } from '../../../../types/canteen';
import { yuanText } from '../../../../types/money';
import { dateText, dayOf } from '../../../../types/time';
import { WAY_TEXT } from '../../../../types/words';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { type Column, DataTable } from '../../../components/DataTable';
import { Empty } from '../../../components/Empty';
import { FailureNote } from '../../../components/FailureNote';
import { Failed } from '../../../components/Screen';
import { Skeleton } from '../../../components/Skeleton';
import { useCommand, useQueryOf } from '../../../services/useDoor';
import { openFile } from '../../notices/files';
import { Desk } from '../parts/Desk';
import { Count } from '../parts/Fact';
import { MonthBar } from '../parts/MonthBar';
import { canteen, dayHere } from '../queries';
import { monthText, timeText } from '../words';
import { Bars } from './Bars';
import { Budgets } from './Budgets';
import { Days } from './Days';
import { bandText } from './words';
import './numbers.css';

/** 用餐数据: the month at a glance; everything that is drawn is written as well. */
export default function NumbersPage() {
  const [month, setMonth] = useState(() => dayHere().slice(0, 7));
  const numbers = useQueryOf(canteen, 'numbers', { month });
  return (
    <Desk title="用餐数据">
      <MonthBar month={month} onChange={setMonth} />
      {numbers.failure ? <Failed failure={numbers.failure} onRetry={numbers.reload} /> : null}
      {numbers.loading ? <Skeleton /> : null}
      {numbers.data ? <Filled numbers={numbers.data} /> : null}
    </Desk>
  );
}

const countedText = ({ countedAt }: Numbers): string =>
  countedAt === undefined
    ? '还没有算过，十分钟内会算出来。'
    : `算到 ${dateText(dayOf(countedAt))} ${timeText(countedAt)}，十分钟更新一次。`;

function Filled({ numbers }: { numbers: Numbers }) {
  if (numbers.days.length === 0)
    return <Empty icon="chart" title={`${monthText(numbers.month)}还没有数据`} next={countedText(numbers)} />;
  return (
    <View className="col">
      <Card>
        <View className="counts">
          <Count value={numbers.orders} unit="次订餐" />
          <Count value={numbers.redeemed} unit="次取餐" />
          <Count value={numbers.missed} unit="次没来取" strong={numbers.missed > 0} />
          <Count value={yuanText(numbers.subsidy)} unit="补贴合计" />
        </View>
        <View className="desk-note">
          {numbers.groupPortions > 0 ? `另有集体用餐 ${numbers.groupPortions} 份。` : ''}
          {numbers.waived > 0 ? `截止后取消 ${numbers.waived} 次。` : ''}
          {countedText(numbers)}
        </View>
      </Card>
      <Budgets budgets={numbers.budgets} />
      <Days days={numbers.days} />
      <View className="columns">
        <Bars title="年龄" unit="次" rows={numbers.ages.map(band => ({ label: bandText(band), value: band.orders }))} />
        <Bars title="怎么吃" unit="次" rows={numbers.ways.map(way => ({ label: WAY_TEXT[way.way], value: way.orders }))} />
        <Bars title="评价" unit="次" rows={facesOf(numbers)} />
        <Rules rules={numbers.rules} />
      </View>
      <Print month={numbers.month} />
    </View>
  );
}

const facesOf = ({ faces }: Numbers) => [
  { label: '好吃', value: faces.good },
  { label: '一般', value: faces.fair },
  { label: '不好吃', value: faces.poor },
];

type Rule = Numbers['rules'][number];
const columns: readonly Column<Rule>[] = [
  { key: 'name', title: '补贴', grow: 2, cell: rule => rule.name },
  { key: 'orders', title: '次数', number: true, cell: rule => `${rule.orders} 次` },
  { key: 'amount', title: '金额', number: true, cell: rule => yuanText(rule.amount) },
];

const Rules = ({ rules }: { rules: readonly Rule[] }) => (
  <Card title="各补贴">
    {rules.length === 0 ? <View className="desk-note">这个月没有补贴。</View> : null}
    {rules.length > 0 ? (
      <DataTable
        label="各补贴的次数和金额"
        columns={columns}
        rows={rules}
        keyOf={rule => rule.id}
        card={rule => (
          <View className="between">
            <View className="t-body">{rule.name}</View>
            <View className="t-secondary">
              {rule.orders} 次 {yuanText(rule.amount)}
            </View>
          </View>
        )}
      />
    ) : null}
  </Card>
);

function Print({ month }: { month: string }) {
  const print = useCommand(canteen, 'numbersPaper', { onDone: openFile });
  return (
    <View className="col">
      <FailureNote failure={print.failure} onRetry={print.retry} />
      <View className="row-wrap">
        <BigButton
          small
          kind="secondary"
          icon="download"
          text="月报 PDF（带图）"
          busy={print.busy}
          busyText="正在生成…"
          onPress={() => print.run({ month })}
        />
      </View>
    </View>
  );
}
