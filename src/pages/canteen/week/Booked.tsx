import { View } from '@tarojs/components';
import { useState } from 'react';
import type { OrderView } from '../../../../types/canteen';
import { yuanText } from '../../../../types/money';
import { type CivilDate, dayText } from '../../../../types/time';
import { BigButton } from '../../../components/BigButton';
import { Sheet } from '../../../components/Sheet';
import { go } from '../../../services/go';
import { isWeapp } from '../../../services/platform';
import { askToSubscribe, isLocalCloud } from '../../../services/subscribe';
import { useTemplates } from '../../letters/queries';
import { hoursText, PERIOD_TEXT } from '../words';

/** What a diner wants to hear of, most useful first. */
const KINDS = ['mealTomorrow', 'kitchenClosed', 'mealCancelled'] as const;

interface Props {
  order: OrderView | undefined;
  today: CivilDate;
  onClose: () => void;
}

/** One sentence about why, then WeChat's own dialog. The templates are there before the tap: WeChat allows no waiting in between. */
function Remind() {
  const [answer, setAnswer] = useState<'yes' | 'no'>();
  const templates = useTemplates(isWeapp || isLocalCloud()).data?.templates ?? {};
  const ids = KINDS.map(kind => templates[kind]).filter(id => id !== undefined);
  if (ids.length === 0) return null;
  const ask = async () => setAnswer((await askToSubscribe(ids)).length > 0 ? 'yes' : 'no');
  if (answer) return <View className="t-secondary">{answer === 'yes' ? '好的，到时候微信告诉您。' : '好的，不提醒。'}</View>;
  return (
    <>
      <View className="t-body">开饭前一天或食堂停餐时，用微信告诉您，好吗？</View>
      <BigButton kind="secondary" icon="bell" text="好，提醒我" onPress={ask} />
    </>
  );
}

/** It is booked: the number, when, what to pay at the counter; then whether to be reminded. */
export function Booked({ order, today, onClose }: Props) {
  if (!order) return null;
  const seeCode = () => {
    onClose();
    go('pages/canteen/order/index', { id: order.id });
  };
  return (
    <Sheet title="订好了" open onClose={onClose}>
      <View className="col">
        <View className="t-hero">{`取餐号 ${order.number}`}</View>
        <View className="t-body">
          {`${order.dinerName} · ${dayText(order.day, today)}${PERIOD_TEXT[order.period]} ${hoursText(order)}，到食堂自付 ${yuanText(order.price.selfPay)}`}
        </View>
        <Remind />
        <BigButton icon="code" text="看取餐码" onPress={seeCode} />
        <BigButton kind="plain" text="再订一餐" onPress={onClose} />
      </View>
    </Sheet>
  );
}
