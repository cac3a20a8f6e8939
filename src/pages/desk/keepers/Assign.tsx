import { View } from '@tarojs/components';
import { useState } from 'react';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { ChipPicker } from '../../../components/ChipPicker';
import { FailureNote } from '../../../components/FailureNote';
import { Stepper } from '../../../components/Stepper';
import { useCommand, useQueryOf } from '../../../services/useDoor';
import { Labelled } from '../parts/Labelled';
import { safety } from '../queries';
import type { KeepersData } from './index';
import { takers } from './load';

export type Kept = { elderId: string; name: string; addressText: string; keeper?: string; visitEvery?: number };

/** Gives an elder to a keeper who still has room. */
export function Assign({ elder, data, onDone }: { elder: Kept; data: KeepersData; onDone: () => void }) {
  const settings = useQueryOf(safety, 'settings', {});
  const [account, setAccount] = useState<string>();
  const [every, setEvery] = useState<number>();
  const assign = useCommand(safety, 'assignKeeper', { onDone });
  const options = takers(data.keepers, elder.keeper).map(({ account: value, name, load }) => ({
    value,
    text: `${name} ${load}/${data.most}`,
  }));
  const days = every ?? elder.visitEvery ?? settings.data?.visitEvery ?? 7;
  const submit = () => account && assign.run({ elderId: elder.elderId, account, visitEvery: days });
  return (
    <Card title={`安排${elder.name}的包保人`}>
      <View className="col">
        <View className="t-secondary">{elder.addressText}</View>
        <Labelled label="谁来包保" help={options.length === 0 ? '每个人都满了。请先授予更多人角色，或调整每人上限。' : undefined}>
          <ChipPicker
            label="包保人"
            options={options}
            value={account ? [account] : []}
            onChange={([first]) => setAccount(first)}
          />
        </Labelled>
        <Labelled label={`每 ${days} 天探访一次`}>
          <Stepper label="探访间隔天数" value={days} min={1} max={90} onChange={setEvery} />
        </Labelled>
        <FailureNote failure={assign.failure} onRetry={assign.retry} />
        <View className="pair">
          <BigButton kind="plain" text="先不安排" onPress={onDone} />
          <BigButton text="安排" busy={assign.busy} disabled={!account} onPress={submit} />
        </View>
      </View>
    </Card>
  );
}
