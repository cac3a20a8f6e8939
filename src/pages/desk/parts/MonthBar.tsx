import { View } from '@tarojs/components';
import { BigButton } from '../../../components/BigButton';
import { monthAfter, monthBefore, monthText } from '../words';

/** One month, and the ones beside it. */
export const MonthBar = ({ month, onChange }: { month: string; onChange: (month: string) => void }) => (
  <View className="between">
    <BigButton
      small
      kind="plain"
      icon="back"
      text="上月"
      label={`上月，${monthText(monthBefore(month))}`}
      onPress={() => onChange(monthBefore(month))}
    />
    <View className="t-title">{monthText(month)}</View>
    <BigButton
      small
      kind="plain"
      text="下月"
      label={`下月，${monthText(monthAfter(month))}`}
      onPress={() => onChange(monthAfter(month))}
    />
  </View>
);
