import { View } from '@tarojs/components';
import { useState } from 'react';
import type { OutputOf } from '../../../../types/contract';
import type { PeopleContract } from '../../../../types/people';
import { aria } from '../../../components/aria';
import { Icon } from '../../../components/Icon';
import { Press } from '../../../components/Press';

export type TreeData = OutputOf<PeopleContract, 'tree'>;
export interface Place {
  buildingId?: string;
  unitId?: string;
  /** 3号楼2单元 */
  text?: string;
}

interface Props {
  tree: TreeData;
  value: Place;
  onChange: (place: Place) => void;
}

const countOf = (tree: TreeData, id: string) => (tree.residents[id] === undefined ? '' : `${tree.residents[id]} 人`);

/** 网格 → 楼栋 → 单元, each with how many live there; one building is open at a time. */
export function Tree({ tree, value, onChange }: Props) {
  const [openId, setOpenId] = useState(value.buildingId);
  return (
    <View className="tree" {...aria({ role: 'group', label: '网格和楼栋' })}>
      <Node text="全部居民" here={!value.buildingId} onPress={() => onChange({})} />
      {tree.grids.map(grid => (
        <View key={grid.id} {...aria({ role: 'group', label: grid.name })}>
          <View className="tree-grid">
            {grid.name}　{countOf(tree, grid.id)}
          </View>
          {tree.buildings
            .filter(building => building.gridId === grid.id)
            .map(building => (
              <View key={building.id}>
                <Node
                  text={building.name}
                  count={countOf(tree, building.id)}
                  here={value.buildingId === building.id && !value.unitId}
                  open={openId === building.id}
                  onPress={() => {
                    setOpenId(openId === building.id ? undefined : building.id);
                    onChange({ buildingId: building.id, text: building.name });
                  }}
                />
                {openId === building.id
                  ? building.units.map(unit => (
                      <Node
                        key={unit.id}
                        deep
                        text={unit.name}
                        count={countOf(tree, unit.id)}
                        here={value.unitId === unit.id}
                        onPress={() =>
                          onChange({ buildingId: building.id, unitId: unit.id, text: `${building.name}${unit.name}` })
                        }
                      />
                    ))
                  : null}
              </View>
            ))}
        </View>
      ))}
    </View>
  );
}

interface NodeProps {
  text: string;
  count?: string;
  here: boolean;
  /** A building: its units are shown or not. */
  open?: boolean;
  deep?: boolean;
  onPress: () => void;
}

const Node = ({ text, count, here, open, deep, onPress }: NodeProps) => (
  <Press
    className={`tree-node ${here ? 'tree-here' : ''} ${deep ? 'tree-deep' : ''}`}
    label={[text, count, here ? '已选' : ''].filter(Boolean).join(' ')}
    expanded={open}
    onPress={onPress}
  >
    {open === undefined ? null : <Icon name={open ? 'down' : 'next'} size="small" />}
    <View className="grow">{text}</View>
    {count ? <View className="t-caption">{count}</View> : null}
  </Press>
);
