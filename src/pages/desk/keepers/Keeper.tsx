import { View } from '@tarojs/components';
import { useState } from 'react';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { Confirm } from '../../../components/Confirm';
import { List, Row } from '../../../components/List';
import { Stepper } from '../../../components/Stepper';
import { Tag } from '../../../components/Tag';
import { useCommand } from '../../../services/useDoor';
import { Labelled } from '../parts/Labelled';
import { safety } from '../queries';
import type { Kept } from './Assign';
import type { KeepersData } from './index';

type Elder = KeepersData['keepers'][number]['elders'][number];

interface Props {
  keeper: KeepersData['keepers'][number];
  most: number;
  onMove: (elder: Kept) => void;
}

/** One keeper and the elders this person looks after. */
export function Keeper({ keeper, most, onMove }: Props) {
  const { account, name, load, elders, may } = keeper;
  const [planning, setPlanning] = useState<Elder>();
  const [ending, setEnding] = useState<Kept>();
  const end = useCommand(safety, 'endKeeping', { onDone: () => setEnding(undefined) });
  return (
    <Card title={name} aside={<Tag word={`${load}/${most}`} tone={may.assign.ok ? 'primary' : 'warning'} />}>
      {elders.length === 0 ? (
        <View className="desk-note">还没有包保老人。在“没人包保”里点一位老人，就可以安排给{name}。</View>
      ) : null}
      <List label={`${name}包保的老人`}>
        {elders.map(elder => (
          <Row
            key={elder.elderId}
            title={elder.name}
            text={`${elder.addressText} · 每 ${elder.visitEvery} 天探访一次`}
            aside={
              <View className="row-wrap">
                <BigButton
                  small
                  kind="secondary"
                  text="改间隔"
                  label={`改间隔：${elder.name}`}
                  onPress={() => setPlanning(elder)}
                />
                <BigButton
                  small
                  kind="secondary"
                  text="换人"
                  label={`换人：${elder.name}`}
                  onPress={() => onMove({ ...elder, keeper: account })}
                />
                <BigButton small kind="plain" text="结束" label={`结束${elder.name}的包保`} onPress={() => setEnding(elder)} />
              </View>
            }
          />
        ))}
      </List>
      {planning ? <Plan account={account} elder={planning} onClose={() => setPlanning(undefined)} /> : null}
      <Confirm
        open={ending !== undefined}
        kind="danger"
        title={`不再由${name}包保${ending?.name ?? ''}？`}
        text="探访记录都保留。老人会回到“没人包保”里。"
        yes="结束包保"
        doing={end}
        onYes={() => ending && end.run({ elderId: ending.elderId })}
        onNo={() => setEnding(undefined)}
      />
    </Card>
  );
}

/** How often this keeper goes; from the last visit on. */
function Plan({ account, elder, onClose }: { account: string; elder: Elder; onClose: () => void }) {
  const [days, setDays] = useState(elder.visitEvery);
  const save = useCommand(safety, 'assignKeeper', { onDone: onClose });
  return (
    <Confirm
      open
      title={`多久去看一次${elder.name}？`}
      text="从上一次探访算起。到了那天，“今日探访”里会排到前面。"
      yes="保存"
      doing={save}
      onYes={() => save.run({ elderId: elder.elderId, account, visitEvery: days })}
      onNo={onClose}
    >
      <Labelled label={`每 ${days} 天探访一次`}>
        <Stepper label="探访间隔天数" value={days} min={1} max={90} onChange={setDays} />
      </Labelled>
    </Confirm>
  );
}
