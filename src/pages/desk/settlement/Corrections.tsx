import { View } from '@tarojs/components';
import type { StatementView } from '../../../../types/canteen';
import { signedYuanText } from '../../../../types/money';
import { dateText } from '../../../../types/time';
import { Card } from '../../../components/Card';
import { List, Row } from '../../../components/List';

/** What the month before says differently since it was submitted. */
export function Corrections({ data: { corrections } }: { data: StatementView }) {
  if (corrections.length === 0) return null;
  return (
    <Card>
      <View className="t-section">上月更正 {corrections.length} 笔</View>
      <View className="t-secondary">上个月提交以后才改动的餐，差额记在这个月。</View>
      <List label="上月更正">
        {corrections.map(each => (
          <Row
            key={`${each.orderId} ${each.ruleName}`}
            title={`${dateText(each.day)} ${each.dinerName}`}
            text={`${each.ruleName}（${each.funder}）`}
            value={signedYuanText(each.is - each.was)}
          />
        ))}
      </List>
    </Card>
  );
}
