import { View } from '@tarojs/components';
import type { Activity } from '../../../../types/care';
import { Card } from '../../../components/Card';
import { ChipPicker } from '../../../components/ChipPicker';
import { FailureNote } from '../../../components/FailureNote';
import { useCommand } from '../../../services/useDoor';
import { optionsOf } from '../../desk/words';
import { type BoardClass, care, type Roll } from '../queries';
import { ACTIVITY_TEXT } from '../words';
import { nowDoing } from './order';

/** What the class does now: one tap, and the guardians can read it. */
export function Activities({ cls, roll }: { cls: BoardClass; roll: Roll }) {
  const add = useCommand(care, 'addActivity');
  const last = roll.activities.at(-1);
  if (roll.closed) return null;
  return (
    <Card title="现在在做什么" aside={<View className="t-secondary">{nowDoing(roll.activities)}</View>}>
      <ChipPicker<Activity>
        label="现在在做什么"
        options={optionsOf(ACTIVITY_TEXT)}
        value={last ? [last.what] : []}
        onChange={([what]) => what && what !== last?.what && add.run({ classId: cls.classId, what, text: '' })}
      />
      <FailureNote failure={add.failure} onRetry={add.retry} />
    </Card>
  );
}
