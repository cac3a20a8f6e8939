import { View } from '@tarojs/components';
import { ChipPicker } from '../../../components/ChipPicker';
import { FailureNote } from '../../../components/FailureNote';
import { Field } from '../../../components/Field';
import { Skeleton } from '../../../components/Skeleton';
import { useTree } from '../queries';
import type { Draft, Gaps } from './which';

interface Props {
  draft: Draft;
  gaps: Gaps;
  onChange: (part: Partial<Draft>) => void;
}

const asOptions = (places: readonly { id: string; name: string }[]) => places.map(({ id, name }) => ({ value: id, text: name }));
const asValue = (id: string) => (id ? [id] : []);
const Gap = ({ text }: { text?: string }) => (text ? <View className="bind-gap">{text}</View> : null);

/** Building, unit, room: by tapping, not by typing. */
export function RoomFields({ draft, gaps, onChange }: Props) {
  const tree = useTree();
  if (tree.failure) return <FailureNote failure={tree.failure} onRetry={() => void tree.reload()} />;
  if (!tree.data) return <Skeleton cards={1} />;
  const { buildings } = tree.data;
  const units = buildings.find(({ id }) => id === draft.buildingId)?.units ?? [];
  return (
    <>
      <View className="bind-label">哪栋楼</View>
      <ChipPicker
        label="楼栋"
        options={asOptions(buildings)}
        value={asValue(draft.buildingId)}
        onChange={([id]) => onChange({ buildingId: id ?? '', unitId: '' })}
      />
      <Gap text={gaps.buildingId} />
      {units.length > 0 ? (
        <>
          <View className="bind-label">哪个单元</View>
          <ChipPicker
            label="单元"
            options={asOptions(units)}
            value={asValue(draft.unitId)}
            onChange={([id]) => onChange({ unitId: id ?? '' })}
          />
          <Gap text={gaps.unitId} />
        </>
      ) : null}
      <View className="bind-room">
        <Field label="房号" value={draft.room} max={12} error={gaps.room} onChange={room => onChange({ room })} />
      </View>
    </>
  );
}
