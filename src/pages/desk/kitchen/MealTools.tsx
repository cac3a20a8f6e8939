import { View } from '@tarojs/components';
import { useState } from 'react';
import type { SheetMeal } from '../../../../types/canteen';
import { BigButton } from '../../../components/BigButton';
import { FailureNote } from '../../../components/FailureNote';
import { useCommand } from '../../../services/useDoor';
import { openFile } from '../../notices/files';
import { canteen } from '../queries';
import { Labels } from './Labels';
import { Staff } from './Staff';

/** What can be done with one meal: print the sheet, print stickers, write down the staff. */
export function MealTools({ meal, past }: { meal: SheetMeal; past: boolean }) {
  const [sheet, setSheet] = useState<'labels' | 'staff'>();
  const print = useCommand(canteen, 'printSheet', { onDone: openFile });
  const close = () => setSheet(undefined);
  return (
    <View className="col">
      <View className="row-wrap">
        <BigButton
          small
          icon="page"
          text="打印备餐单"
          busy={print.busy}
          busyText="正在生成…"
          onPress={() => print.run({ mealId: meal.mealId })}
        />
        <BigButton small kind="secondary" text="打印标签" disabled={meal.portions === 0} onPress={() => setSheet('labels')} />
        {past ? null : <BigButton small kind="secondary" text="工作餐人数" onPress={() => setSheet('staff')} />}
      </View>
      <FailureNote failure={print.failure} onRetry={print.retry} />
      <Labels open={sheet === 'labels'} onClose={close} meal={meal} />
      {sheet === 'staff' ? <Staff onClose={close} meal={meal} /> : null}
    </View>
  );
}
