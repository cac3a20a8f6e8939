import { View } from '@tarojs/components';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { ChipPicker } from '../../../components/ChipPicker';
import { Field } from '../../../components/Field';
import { Labelled } from '../parts/Labelled';
import { type BuildingLine, type Line, newUnit } from './draft';

interface Props {
  building: BuildingLine;
  grids: readonly Line[];
  /** Living residents by unit. */
  residents: Readonly<Record<string, number>>;
  wrong: Readonly<Record<string, string>>;
  onChange: (building: BuildingLine) => void;
  onRemove: () => void;
}

/** One building: its name, its grid, its units. */
export function Building({ building, grids, residents, wrong, onChange, onRemove }: Props) {
  const setUnits = (units: readonly Line[]) => onChange({ ...building, units });
  const rename = (key: string, name: string) =>
    setUnits(building.units.map(unit => (unit.key === key ? { ...unit, name } : unit)));
  return (
    <Card title={building.name || '新楼栋'}>
      <Field
        label="楼栋名称"
        value={building.name}
        max={20}
        onChange={name => onChange({ ...building, name })}
        error={wrong[building.key]}
      />
      <Labelled label="属于哪个网格" help="换网格时，楼里的居民一起换。">
        <ChipPicker
          label="网格"
          options={grids.map(grid => ({ value: grid.key, text: grid.name }))}
          value={[building.gridKey]}
          onChange={([gridKey]) => onChange({ ...building, gridKey: gridKey ?? building.gridKey })}
        />
      </Labelled>
      {building.units.map((unit, at) => (
        <View key={unit.key} className="tree-line">
          <View className="grow">
            <Field
              label={`第 ${at + 1} 个单元${unit.id && residents[unit.id] ? `（住 ${residents[unit.id]} 人）` : ''}`}
              value={unit.name}
              max={20}
              onChange={name => rename(unit.key, name)}
              error={wrong[unit.key]}
            />
          </View>
          <BigButton
            small
            kind="plain"
            icon="trash"
            text="删除"
            label={`删除单元 ${unit.name}`}
            onPress={() => setUnits(building.units.filter(each => each.key !== unit.key))}
          />
        </View>
      ))}
      <View className="pair">
        <BigButton
          small
          kind="secondary"
          icon="plus"
          text="加一个单元"
          disabled={building.units.length >= 30}
          onPress={() => onChange(newUnit(building))}
        />
        <BigButton small kind="plain" icon="trash" text="删除这栋楼" onPress={onRemove} />
      </View>
    </Card>
  );
}
