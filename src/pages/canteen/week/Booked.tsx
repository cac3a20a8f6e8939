import { View } from '@tarojs/components';
import type { OrderView } from '../../../../types/canteen';
import { yuanText } from '../../../../types/money';
import { type CivilDate, dayText } from '../../../../types/time';
import { BigButton } from '../../../components/BigButton';
import { Sheet } from '../../../components/Sheet';
import { go } from '../../../services/go';
import { Remind } from '../../letters/Remind';
import { hoursText, PERIOD_TEXT } from '../words';

/** What a diner wants to hear of, most useful first. */
const KINDS = ['mealTomorrow', 'kitchenClosed', 'mealCancelled'] as const;

interface Props {
  order: OrderView | undefined;
  today: CivilDate;
  onClose: () => void;
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
        <Remind kinds={KINDS} question="开饭前一天或食堂停餐时，用微信告诉您，好吗？" />
        <BigButton icon="code" text="看取餐码" onPress={seeCode} />
        <BigButton kind="plain" text="再订一餐" onPress={onClose} />
      </View>
    </Sheet>
  );
}
