import { View } from '@tarojs/components';
import type { RollRow } from '../../../../types/care';
import { FailureNote } from '../../../components/FailureNote';
import { Press } from '../../../components/Press';
import { Segmented } from '../../../components/Segmented';
import { Tag } from '../../../components/Tag';
import { useCommand } from '../../../services/useDoor';
import { optionsOf } from '../../desk/words';
import { care } from '../queries';
import { EATEN_TEXT } from '../words';

type Eaten = NonNullable<RollRow['ate']>;
const OPTIONS = optionsOf(EATEN_TEXT);

/** How one child ate. */
export function MealLine({ row, onOpen }: { row: RollRow; onOpen: () => void }) {
  const save = useCommand(care, 'saveDay');
  return (
    <View className="col">
      <View className="care-row care-row-plain care-meal">
        <Press className="care-row-main" onPress={onOpen}>
          <View className="care-no">{row.no}</View>
          <View className="grow row-wrap care-tags">
            <View className="t-section">{row.name}</View>
            {row.hasHealth ? <Tag word="健康" tone="accent" /> : null}
          </View>
        </Press>
        <Segmented<Eaten | ''>
          label={`${row.name}吃得怎么样`}
          options={OPTIONS}
          value={row.ate ?? ''}
          onChange={ate => ate && save.run({ id: row.id, ate })}
        />
      </View>
      <FailureNote about={row.name} failure={save.failure} onRetry={save.retry} />
    </View>
  );
}
