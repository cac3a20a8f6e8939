import { View } from '@tarojs/components';
import { signedYuanText } from '../../../../types/money';
import { dateText, dayOf } from '../../../../types/time';
import { Card } from '../../../components/Card';
import { Empty } from '../../../components/Empty';
import { List, Row } from '../../../components/List';
import { Screen } from '../../../components/Screen';
import { useQueryOf } from '../../../services/useDoor';
import { canteen } from '../queries';

const monthText = (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5))}月`;

/** 补贴公示: what was paid for meals, by whom, month by month; no names. */
export default function Totals() {
  const totals = useQueryOf(canteen, 'settlementTotals', {}, { keep: true });
  return (
    <Screen title="补贴公示" of={totals}>
      {({ months }) =>
        months.length === 0 ? (
          <Empty icon="chart" title="还没有公示" next="社区每月结算后，会在这里公布补贴了多少餐、多少钱。" />
        ) : (
          <View className="col">
            {months.map(({ month, funders, total, publishedAt }) => (
              <Card key={month}>
                <View className="between">
                  <View className="t-section">{monthText(month)}</View>
                  <View className="t-body">合计 {signedYuanText(total)}</View>
                </View>
                <List label={`${monthText(month)}补贴`}>
                  {funders.map(({ funder, meals, amount }) => (
                    <Row key={funder} title={funder} text={`${meals} 餐`} value={signedYuanText(amount)} />
                  ))}
                </List>
                <View className="t-secondary">{dateText(dayOf(publishedAt))}公示</View>
              </Card>
            ))}
          </View>
        )
      }
    </Screen>
  );
}
