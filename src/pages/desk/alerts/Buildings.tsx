import { View } from '@tarojs/components';
import { useState } from 'react';
import { BigButton } from '../../../components/BigButton';
import { Empty } from '../../../components/Empty';
import { Press } from '../../../components/Press';
import { toDesk } from '../way';
import { AlertCard } from './AlertCard';
import type { BoardData } from './index';
import { blockText, byGrid } from './words';

type Building = BoardData['buildings'][number];

interface Props {
  data: BoardData;
  openId?: string;
  onOpen: (id: string) => void;
}

/** Where it is: every building of every grid, with its open alerts and its elders without a sign of life; a tap shows those of one. */
export function Buildings({ data, openId, onOpen }: Props) {
  const [chosen, setChosen] = useState<string>();
  const here = data.alerts.filter(({ buildingId }) => buildingId !== undefined && (!chosen || buildingId === chosen));
  const silent = data.buildings.filter(({ id }) => !chosen || id === chosen).reduce((sum, each) => sum + each.silent, 0);
  return (
    <View className="col">
      <View className="alert-grids">
        {byGrid(data.buildings).map(({ grid, buildings }) => (
          <View key={grid} className="alert-grid">
            {grid ? <View className="t-secondary">{grid}</View> : null}
            <View className="alert-map">
              {buildings.map(each => (
                <Block
                  key={each.id}
                  building={each}
                  here={each.id === chosen}
                  onPress={() => setChosen(each.id === chosen ? undefined : each.id)}
                />
              ))}
            </View>
          </View>
        ))}
      </View>
      {here.map(alert => (
        <AlertCard key={alert.id} alert={alert} now={data.now} here={alert.id === openId} onOpen={() => onOpen(alert.id)} />
      ))}
      {silent > 0 ? (
        <BigButton
          kind="secondary"
          text={`看 ${silent} 位今天没有信号的老人`}
          onPress={() => toDesk('watches', { silent: '1' })}
        />
      ) : null}
      {here.length === 0 && silent === 0 ? (
        <Empty icon="check" title="没有要处理的预警" next="点别的楼栋看看，或回到“要处理”。" />
      ) : null}
    </View>
  );
}

const toneOf = ({ open, critical, silent }: Building): string => {
  if (critical > 0) return 'alert-block-critical';
  return open + silent > 0 ? 'alert-block-open' : '';
};

const Block = ({ building, here, onPress }: { building: Building; here: boolean; onPress: () => void }) => (
  <Press expanded={here} className={`alert-block ${toneOf(building)} ${here ? 'alert-block-here' : ''}`} onPress={onPress}>
    <View className="t-body">{building.name}</View>
    {blockText(building).map(line => (
      <View key={line} className="t-secondary">
        {line}
      </View>
    ))}
  </Press>
);
