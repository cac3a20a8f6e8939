import { View } from '@tarojs/components';
import { useState } from 'react';
import { ChipPicker } from '../../../components/ChipPicker';
import { Empty } from '../../../components/Empty';
import { Field } from '../../../components/Field';
import { Failed } from '../../../components/Screen';
import { Skeleton } from '../../../components/Skeleton';
import { useQueryOf } from '../../../services/useDoor';
import { Desk } from '../parts/Desk';
import { canteen, useTree } from '../queries';
import { useSettled } from '../useSettled';
import { Owners } from './Owners';
import { PrintPlace } from './PrintPlace';

/** 饭卡: printed for a building, a grid or single persons; a lost one is replaced. */
export default function Cards() {
  const tree = useTree();
  const [typed, setTyped] = useState('');
  const [buildingId, setBuildingId] = useState<string>();
  const text = useSettled(typed.trim());
  const asked = text ? { text } : buildingId ? { buildingId } : undefined;
  const owners = useQueryOf(canteen, 'cardOwners', asked ?? {}, { when: asked !== undefined });
  const buildings = tree.data?.buildings.map(building => ({ value: building.id, text: building.name })) ?? [];
  const grids = tree.data?.grids.map(grid => ({ value: grid.id, text: grid.name })) ?? [];
  return (
    <Desk title="饭卡">
      <View className="columns">
        <View className="col">
          <Field
            label="找一个人"
            value={typed}
            max={20}
            onChange={setTyped}
            placeholder="姓名、拼音、手机尾号、卡号"
            help="补卡、单独打印，先找到人。"
          />
          {text === '' ? (
            <>
              <View className="t-section">按楼栋看</View>
              <ChipPicker
                label="楼栋"
                options={buildings}
                value={buildingId ? [buildingId] : []}
                onChange={([first]) => setBuildingId(first)}
              />
            </>
          ) : null}
          {asked === undefined ? (
            <Empty icon="people" title="先选一栋楼，或找一个人" next="打印出来剪开就是饭卡，没有手机的老人拿卡取餐。" />
          ) : null}
          {owners.loading ? <Skeleton cards={2} /> : null}
          {owners.failure ? <Failed failure={owners.failure} onRetry={owners.reload} /> : null}
          {asked && owners.data ? <Owners key={JSON.stringify(asked)} {...owners.data} /> : null}
        </View>
        <PrintPlace buildings={buildings} grids={grids} />
      </View>
    </Desk>
  );
}
