import { View } from '@tarojs/components';
import { useState } from 'react';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { Field } from '../../../components/Field';
import { List, Row } from '../../../components/List';
import { type BuildingLine, type Line, newBuilding, newGrid, type TreeDraft } from './draft';

interface Props {
  draft: TreeDraft;
  residents: Readonly<Record<string, number>>;
  wrong: Readonly<Record<string, string>>;
  onChange: (draft: TreeDraft) => void;
  onOpen: (key: string) => void;
}

/** The grids of the community, each with its buildings. */
export const Grids = ({ draft, residents, wrong, onChange, onOpen }: Props) => (
  <View className="col">
    {draft.grids.map(grid => (
      <Grid key={grid.key} grid={grid} draft={draft} residents={residents} wrong={wrong} onChange={onChange} onOpen={onOpen} />
    ))}
    {draft.grids.length === 0 ? <View className="desk-note">先加一个网格，再在里面加楼栋。</View> : null}
    <BigButton
      kind="secondary"
      icon="plus"
      text="加一个网格"
      disabled={draft.grids.length >= 60}
      onPress={() => onChange(newGrid(draft))}
    />
  </View>
);

/** 3 个单元，住 41 人 */
function buildingText({ units }: BuildingLine, residents: Props['residents']): string {
  const living = units.reduce((sum, unit) => sum + (unit.id ? (residents[unit.id] ?? 0) : 0), 0);
  return `${units.length} 个单元${living > 0 ? `，住 ${living} 人` : ''}`;
}

function Grid({ grid, draft, residents, wrong, onChange, onOpen }: Props & { grid: Line }) {
  const [renaming, setRenaming] = useState(false);
  const buildings = draft.buildings.filter(each => each.gridKey === grid.key);
  const rename = (name: string) =>
    onChange({ ...draft, grids: draft.grids.map(each => (each.key === grid.key ? { ...each, name } : each)) });
  const remove = () => onChange({ ...draft, grids: draft.grids.filter(each => each.key !== grid.key) });
  const add = () => {
    const added = newBuilding(draft, grid.key);
    onChange(added.draft);
    onOpen(added.key);
  };
  const edits = renaming || wrong[grid.key] !== undefined;
  return (
    <Card
      title={grid.name || '新网格'}
      aside={
        <BigButton
          small
          kind="plain"
          icon={edits ? undefined : 'edit'}
          text={edits ? '收起' : '改名或删除'}
          label={`${edits ? '收起' : '改名或删除'} ${grid.name}`}
          onPress={() => setRenaming(!edits)}
        />
      }
    >
      {edits ? (
        <>
          <Field label="网格名称" value={grid.name} max={20} onChange={rename} error={wrong[grid.key]} />
          {buildings.length === 0 ? (
            <BigButton small kind="plain" icon="trash" text="删除这个网格" onPress={remove} />
          ) : (
            <View className="desk-note">网格里还有楼栋。要删除它，先把楼栋换到别的网格。</View>
          )}
        </>
      ) : null}
      <List label={`${grid.name}的楼栋`}>
        {buildings.map(each => (
          <Row
            key={each.key}
            title={each.name || '新楼栋'}
            text={buildingText(each, residents)}
            onPress={() => onOpen(each.key)}
          />
        ))}
      </List>
      <BigButton
        small
        kind="plain"
        icon="plus"
        text="加一栋楼"
        label={`在${grid.name}加一栋楼`}
        disabled={draft.buildings.length >= 300}
        onPress={add}
      />
    </Card>
  );
}
