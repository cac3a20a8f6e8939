import { View } from '@tarojs/components';
import type { OrderView } from '../../../../types/canteen';
import { clockText, dateText, dayOf, minuteOf } from '../../../../types/time';
import { Card } from '../../../components/Card';
import { Tag } from '../../../components/Tag';
import { OUTCOME } from '../standingWords';

const NEXT = {
  notHome: '请打个电话问问老人。联系不上的，社区会上门看看。',
  refused: '老人当面说不要了。',
  wrongAddress: '请核对地址，或打电话问社区。',
} as const;

/** A meal that is brought: on its way, or who handed it over and when. What went wrong says what to do. */
export function Brought({ order }: { order: OrderView }) {
  if (order.way !== 'delivery' || order.status === 'cancelled') return null;
  const { delivery } = order;
  if (!delivery)
    return (
      <Card title="送餐上门">
        <View className="t-body">{`${clockText(order.servedFrom)} 起送，志愿者会当面交给${order.dinerName}。送到以后，这里有时间。`}</View>
      </Card>
    );
  const when = `${dateText(dayOf(delivery.at))} ${clockText(minuteOf(delivery.at))}`;
  const good = delivery.outcome === 'handedOver';
  return (
    <Card title="送餐上门" aside={<Tag {...OUTCOME[delivery.outcome]} />} {...(good ? {} : { tone: 'danger' as const })}>
      <View className="t-body">{`${when}，${delivery.byName}${good ? `当面交给了${order.dinerName}` : `：${OUTCOME[delivery.outcome].word}`}。`}</View>
      {delivery.outcome === 'handedOver' ? null : <View className="t-secondary">{NEXT[delivery.outcome]}</View>}
    </Card>
  );
}
