import { View } from '@tarojs/components';
import { useState } from 'react';
import { BigButton } from '../../../components/BigButton';
import { Segmented } from '../../../components/Segmented';
import { mayOpen } from '../nav';
import { Desk } from '../parts/Desk';
import { dayHere, useMe } from '../queries';
import { Due } from './Due';
import { Rides } from './Rides';
import { Slots } from './Slots';

type Side = 'due' | 'done' | 'slots' | 'rides';

/** 体检: who is due this year, the dates, who is fetched by wheelchair. */
export default function CheckUps() {
  const [year, setYear] = useState(() => Number(dayHere().slice(0, 4)));
  const [side, setSide] = useState<Side>('due');
  const mayDesk = mayOpen('keepers', useMe().data?.roles ?? []);
  return (
    <Desk title="体检">
      <View className="between">
        <View className="t-title">{year} 年免费体检</View>
        <View className="row">
          <BigButton small kind="plain" text={`${year - 1} 年`} onPress={() => setYear(year - 1)} />
          <BigButton small kind="plain" text={`${year + 1} 年`} onPress={() => setYear(year + 1)} />
        </View>
      </View>
      <Segmented
        label="看什么"
        value={side}
        onChange={setSide}
        options={[
          { value: 'due' as const, text: '还没体检' },
          { value: 'done' as const, text: '体检过' },
          ...(mayDesk ? [{ value: 'slots' as const, text: '场次' }] : []),
          { value: 'rides' as const, text: '轮椅接送' },
        ]}
      />
      {side === 'due' || side === 'done' ? (
        <Due key={`${year} ${side}`} year={year} done={side === 'done'} mayRecord={mayDesk} />
      ) : null}
      {side === 'slots' ? <Slots key={year} year={year} /> : null}
      {side === 'rides' ? <Rides /> : null}
    </Desk>
  );
}
