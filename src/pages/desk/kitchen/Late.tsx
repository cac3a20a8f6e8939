import { View } from '@tarojs/components';
import type { SheetMeal } from '../../../../types/canteen';
import { type CivilDate, dateText, dayOf } from '../../../../types/time';
import { Card } from '../../../components/Card';
import { Tag, type Tone } from '../../../components/Tag';
import { momentText, timeText } from '../words';

type Change = SheetMeal['late'][number];

const CHANGE: Record<Change['change'], { word: string; tone: Tone }> = {
  added: { word: '新增', tone: 'success' },
  cancelled: { word: '取消', tone: 'danger' },
  waived: { word: '代为取消', tone: 'danger' },
  group: { word: '人数变了', tone: 'info' },
};

const whenText = (change: Change, today: CivilDate): string =>
  dayOf(change.at) === today ? timeText(change.at) : `${dateText(dayOf(change.at))} ${timeText(change.at)}`;

/** What changed after the sheet was printed, or after booking ended. */
export function Late({ meal, today }: { meal: SheetMeal; today: CivilDate }) {
  const printed = meal.printedAt ? `备餐单 ${momentText(meal.printedAt, today)} 打印过` : '';
  if (meal.late.length === 0) return printed ? <View className="desk-note">{printed}，之后没有变动。</View> : null;
  return (
    <Card title={`晚到的变动 ${meal.late.length} 处`} tone="warning">
      {printed ? <View className="t-secondary">{printed}，下面这些纸上没有。</View> : null}
      {meal.late.map(change => (
        <View key={change.key} className="sheet-clash">
          <View className="sheet-number">{change.number || whenText(change, today)}</View>
          <View className="grow">
            {change.name}：{change.what}
            {change.number ? <View className="t-secondary">{whenText(change, today)}</View> : null}
          </View>
          <Tag {...CHANGE[change.change]} />
        </View>
      ))}
    </Card>
  );
}
