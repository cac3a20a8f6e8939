import { View } from '@tarojs/components';
import { ChipPicker } from '../../../components/ChipPicker';
import { Segmented } from '../../../components/Segmented';
import type { TreeData } from '../people/Tree';
import type { PlaceKind, Places } from './audience';

interface Props {
  label: string;
  /** What choosing no place means: 全社区, 没有. */
  none: string;
  tree: Pick<TreeData, 'grids' | 'buildings'>;
  value: Places;
  onChange: (value: Places) => void;
}

function optionsOf(kind: PlaceKind, { grids, buildings }: Props['tree']): { value: string; text: string }[] {
  if (kind === 'grid') return grids.map(({ id, name }) => ({ value: id, text: name }));
  if (kind === 'building') return buildings.map(({ id, name }) => ({ value: id, text: name }));
  return buildings.flatMap(({ name, units }) => units.map(unit => ({ value: unit.id, text: `${name}${unit.name}` })));
}

/** Grids, or buildings, or units: one kind of place, so that nobody has to think which of two wins. */
export function PlacePicker({ label, none, tree, value, onChange }: Props) {
  return (
    <View className="col">
      <Segmented<PlaceKind>
        label={label}
        value={value.kind}
        options={[
          { value: 'everyone', text: none },
          { value: 'grid', text: '网格' },
          { value: 'building', text: '楼栋' },
          { value: 'unit', text: '单元' },
        ]}
        onChange={kind => onChange({ kind, ids: [] })}
      />
      {value.kind === 'everyone' ? null : (
        <ChipPicker
          many
          label={label}
          options={optionsOf(value.kind, tree)}
          value={value.ids}
          onChange={ids => onChange({ kind: value.kind, ids })}
        />
      )}
    </View>
  );
}
