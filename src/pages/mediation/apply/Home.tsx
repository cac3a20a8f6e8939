import { View } from '@tarojs/components';
import { ChipPicker } from '../../../components/ChipPicker';
import { Field } from '../../../components/Field';
import { useTree } from '../../people/queries';
import type { Draft } from './draft';

const asOptions = (places: readonly { id: string; name: string }[]) => places.map(({ id, name }) => ({ value: id, text: name }));
const asValue = (id: string) => (id ? [id] : []);

interface ChipsProps {
  label: string;
  value: string;
  onChange: (id: string) => void;
}

/** The buildings of the community; nothing until they are known, the words above say where as well. */
export function BuildingChips({ label, value, onChange }: ChipsProps) {
  const buildings = useTree().data?.buildings ?? [];
  if (buildings.length === 0) return null;
  return (
    <>
      <View className="apply-label">{label}</View>
      <ChipPicker label={label} options={asOptions(buildings)} value={asValue(value)} onChange={([id]) => onChange(id ?? '')} />
    </>
  );
}

/** Where a neighbour lives, by tapping: with the name the invitation then finds its way. */
export function HomeFields({ draft, change }: { draft: Draft; change: (part: Partial<Draft>) => void }) {
  const units = useTree().data?.buildings.find(({ id }) => id === draft.buildingId)?.units ?? [];
  return (
    <View className="apply-home">
      <BuildingChips
        label="住哪栋楼（知道就选）"
        value={draft.buildingId}
        onChange={buildingId => change({ buildingId, unitId: '' })}
      />
      {units.length > 0 ? (
        <>
          <View className="apply-label">哪个单元</View>
          <ChipPicker
            label="哪个单元"
            options={asOptions(units)}
            value={asValue(draft.unitId)}
            onChange={([unitId]) => change({ unitId: unitId ?? '' })}
          />
        </>
      ) : null}
      <View className="apply-fields">
        <Field optional label="房号" value={draft.room} max={12} placeholder="比如：601" onChange={room => change({ room })} />
      </View>
    </View>
  );
}
