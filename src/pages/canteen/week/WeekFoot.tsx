import { View } from '@tarojs/components';
import type { MealView } from '../../../../types/canteen';
import { yuanText } from '../../../../types/money';
import { type CivilDate, dayText } from '../../../../types/time';
import { aria } from '../../../components/aria';
import { BigButton } from '../../../components/BigButton';
import { PERIOD_TEXT } from '../words';
import type { Ordering } from './useOrdering';

interface Props {
  meal: MealView;
  today: CivilDate;
  ordering: Ordering;
  onConfirm: () => void;
}

/** The sum and the main action. The same nodes whatever is chosen, so that a tap changes only words. */
export function WeekFoot({ meal, today, ordering, onConfirm }: Props) {
  const { portions, amounts, booking } = ordering;
  const what = `${dayText(meal.day, today)}${PERIOD_TEXT[meal.period]} ${portions} 份`;
  const sum = amounts ? `应付 ${yuanText(amounts.due)} − 补贴 ${yuanText(amounts.subsidy)}` : '正在算钱…';
  const pay = amounts ? `自付 ${yuanText(amounts.selfPay)}` : what;
  return (
    <>
      <View className="week-sum" {...aria({ live: 'polite' })}>
        <View className="t-secondary">{portions > 0 ? sum : '点 + 选菜'}</View>
        <View className="week-pay">{portions > 0 ? pay : '还没有选'}</View>
      </View>
      <BigButton text="确认订餐" label={`确认订餐，${what}`} busy={booking.busy} disabled={portions === 0} onPress={onConfirm} />
    </>
  );
}
