import { View } from '@tarojs/components';
import { useState } from 'react';
import { Empty } from '../../../components/Empty';
import { Press } from '../../../components/Press';
import { AlertCard } from './AlertCard';
import type { BoardData } from './index';

interface Props {
  data: BoardData;
  openId?: string;
  onOpen: (id: string) => void;
}

/** Where it is: every building with its open alerts; a tap shows those of one. */
export function Buildings({ data, openId, onOpen }: Props) {
  const [chosen, setChosen] = useState<string>();
  const here = data.alerts.filter(({ buildingId }) => buildingId !== undefined && (!chosen || buildingId === chosen));
  return (
    <View className="col">
      <View className="alert-map">
        {data.buildings.map(({ id, name, open, critical }) => {
          const words = critical > 0 ? `${critical} 件危急` : open > 0 ? `${open} 件` : '平安';
          const tone = critical > 0 ? 'alert-block-critical' : open > 0 ? 'alert-block-open' : '';
          return (
            <Press
              key={id}
              label={`${name} ${words}`}
              expanded={id === chosen}
              className={`alert-block ${tone} ${id === chosen ? 'alert-block-here' : ''}`}
              onPress={() => setChosen(id === chosen ? undefined : id)}
            >
              <View className="t-body">{name}</View>
              <View className="t-secondary">{open > critical && critical > 0 ? `${words}，共 ${open} 件` : words}</View>
            </Press>
          );
        })}
      </View>
      {here.map(alert => (
        <AlertCard key={alert.id} alert={alert} now={data.now} here={alert.id === openId} onOpen={() => onOpen(alert.id)} />
      ))}
      {here.length === 0 ? <Empty icon="check" title="没有要处理的预警" next="点别的楼栋看看，或回到“要处理”。" /> : null}
    </View>
  );
}
