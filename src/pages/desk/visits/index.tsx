import { View } from '@tarojs/components';
import { useState } from 'react';
import type { OutputOf } from '../../../../types/contract';
import type { KeptElder, SafetyContract } from '../../../../types/safety';
import { CallButton } from '../../../components/CallButton';
import { Empty } from '../../../components/Empty';
import { Press } from '../../../components/Press';
import { Split } from '../../../components/Split';
import { Tag } from '../../../components/Tag';
import { useParams } from '../../../services/go';
import { useQueryOf } from '../../../services/useDoor';
import { Desk } from '../parts/Desk';
import { safety } from '../queries';
import { longDay } from '../words';
import { Elder } from './Elder';
import { NEED_TEXT, signText, toDo, visitText } from './words';
import './visits.css';

type Mine = OutputOf<SafetyContract, 'myElders'>;

/** 今日探访: the elders this person keeps, who needs somebody first. */
export default function Visits() {
  const mine = useQueryOf(safety, 'myElders', {}, { everyMs: 60_000 });
  return (
    <Desk title="今日探访" of={mine}>
      {data => <List data={data} />}
    </Desk>
  );
}

function List({ data }: { data: Mine }) {
  const asked = useParams().elderId;
  const [openId, setOpenId] = useState(asked);
  const { elders, today } = data;
  const open = elders.find(({ elderId }) => elderId === openId);
  const left = toDo(elders);
  const list = (
    <View className="col">
      <View>
        <View className="t-title">
          {elders.length === 0 ? '今日探访' : left > 0 ? `今天还有 ${left} 位要看` : '今天都看过了'}
        </View>
        <View className="t-secondary">
          {longDay(today)} · 我包保 {elders.length} 位老人
        </View>
      </View>
      {elders.map(elder => (
        <Kept key={elder.elderId} elder={elder} today={today} here={elder.elderId === openId} onOpen={setOpenId} />
      ))}
      {elders.length === 0 ? (
        <Empty icon="heart" title="您还没有包保的老人" next="社区在“包保”里安排后，这里会列出每天要看的人。" />
      ) : null}
    </View>
  );
  return (
    <Split
      hint="点一位老人，登记探访"
      onBack={() => setOpenId(undefined)}
      list={list}
      detail={open ? <Elder key={open.elderId} elder={open} today={today} /> : undefined}
    />
  );
}

interface KeptProps {
  elder: KeptElder;
  today: Mine['today'];
  here: boolean;
  onOpen: (id: string) => void;
}

function Kept({ elder, today, here, onOpen }: KeptProps) {
  const { word, tone } = NEED_TEXT[elder.need];
  return (
    <View className={`task task-${tone} ${here ? 'kept-here' : ''}`}>
      <Press className="grow kept-main" onPress={() => onOpen(elder.elderId)}>
        <View className="row-wrap kept-tags">
          <View className="t-section">{elder.name}</View>
          <Tag word={word} tone={tone} />
        </View>
        <View className="t-secondary">
          {elder.age} 岁 · {elder.addressText}
        </View>
        <View className="t-secondary">{signText(elder, today)}</View>
        <View className="t-secondary">{visitText(elder, today)}</View>
      </Press>
      {elder.phone ? <CallButton round phone={elder.phone} text={`打给${elder.name}`} /> : null}
    </View>
  );
}
