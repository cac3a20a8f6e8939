import { View } from '@tarojs/components';
import { useState } from 'react';
import type { CanteenContract, StatementLine } from '../../../../types/canteen';
import type { OutputOf } from '../../../../types/contract';
import { signedYuanText, yuanText } from '../../../../types/money';
import { clockText, dateText, minuteOf } from '../../../../types/time';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { List, Row } from '../../../components/List';
import { Failed } from '../../../components/Screen';
import { Skeleton } from '../../../components/Skeleton';
import { useQueryOf } from '../../../services/useDoor';
import { canteen } from '../queries';
import { PERIOD_TEXT } from '../words';

type Meal = OutputOf<CanteenContract, 'settlementRows'>['rows'][number];

const text = ({ period, number, redeemedAt, due, selfPay }: Meal): string =>
  [
    `${PERIOD_TEXT[period]} ${number}`,
    redeemedAt ? `${clockText(minuteOf(redeemedAt))}核销` : '后来取消了',
    `应付 ${yuanText(due)}，自付 ${yuanText(selfPay)}`,
  ].join(' · ');

/** The meals behind one line of a statement, a page at a time. */
export function Rows({ month, line }: { month: string; line: StatementLine }) {
  const [pages, setPages] = useState<(string | undefined)[]>([undefined]);
  const after = pages[pages.length - 1];
  const query = useQueryOf(canteen, 'settlementRows', { month, ruleId: line.ruleId, after });
  const { data, failure } = query;
  return (
    <Card>
      <View className="t-section">
        {line.name}：{line.meals} 餐，{yuanText(line.amount)}
      </View>
      {failure ? <Failed failure={failure} onRetry={query.reload} /> : null}
      {query.loading ? <Skeleton /> : null}
      {data ? (
        <List label={`${line.name}的每一餐`}>
          {data.rows.map(meal => (
            <Row
              key={meal.orderId}
              title={`${dateText(meal.day)} ${meal.dinerName}`}
              text={text(meal)}
              value={signedYuanText(meal.amount)}
            />
          ))}
        </List>
      ) : null}
      <View className="row-wrap">
        {pages.length > 1 ? (
          <BigButton small kind="plain" icon="back" text="上一页" onPress={() => setPages(pages.slice(0, -1))} />
        ) : null}
        {data?.next ? <BigButton small kind="plain" text="下一页" onPress={() => setPages([...pages, data.next])} /> : null}
      </View>
    </Card>
  );
}
