import { View } from '@tarojs/components';
import { useState } from 'react';
import { Empty } from '../../../components/Empty';
import { Field } from '../../../components/Field';
import { List, Row } from '../../../components/List';
import { Failed } from '../../../components/Screen';
import { Segmented } from '../../../components/Segmented';
import { Skeleton } from '../../../components/Skeleton';
import { go, useParams } from '../../../services/go';
import { useQueryOf } from '../../../services/useDoor';
import { Desk } from '../parts/Desk';
import { canteen } from '../queries';
import { useSettled } from '../useSettled';

/** What is done for the person who was found: `?to=`. */
const DEEDS = {
  week: { text: '帮他订餐', page: 'pages/canteen/week/index' },
  standing: { text: '长期订餐', page: 'pages/canteen/standing/index' },
  delivery: { text: '送餐上门', page: 'pages/canteen/delivery/index' },
} as const;
type Deed = keyof typeof DEEDS;
const deedOf = (to: string | undefined): Deed => (to !== undefined && to in DEEDS ? (to as Deed) : 'week');

/** 代订餐: somebody stands at the desk or is on the telephone; find the person, then book like anybody else. */
export default function OnBehalf() {
  const [typed, setTyped] = useState('');
  const [deed, setDeed] = useState<Deed>(deedOf(useParams().to));
  const text = useSettled(typed.trim());
  const found = useQueryOf(canteen, 'findDiner', { text }, { when: text !== '' });
  return (
    <Desk title="代订餐">
      <View className="col narrow">
        <Segmented
          label="办什么"
          options={[
            { value: 'week', text: '订餐' },
            { value: 'standing', text: '长期订餐' },
            { value: 'delivery', text: '送餐申请' },
          ]}
          value={deed}
          onChange={setDeed}
        />
        <Field
          label="给谁订"
          value={typed}
          onChange={setTyped}
          max={20}
          placeholder="姓名、拼音、手机号或卡号"
          help="输入几个字就会找，手机号请输全。"
        />
        {text === '' ? <Empty icon="search" title="先找到用餐的人" next="订餐会记下是您代订的，本人和家人会收到消息。" /> : null}
        {found.loading ? <Skeleton cards={1} /> : null}
        {found.failure ? <Failed failure={found.failure} onRetry={found.reload} /> : null}
        {found.data && text !== '' ? <Diners diners={found.data} text={text} deed={deed} /> : null}
      </View>
    </Desk>
  );
}

type Diner = { id: string; name: string; age: number; address: string; phone?: string; cardNo?: string };

const noteOf = ({ address, phone, cardNo }: Diner) =>
  [address, phone, cardNo ? `卡号 ${cardNo}` : ''].filter(Boolean).join(' · ');

const Diners = ({ diners, text, deed }: { diners: readonly Diner[]; text: string; deed: Deed }) =>
  diners.length === 0 ? (
    <Empty icon="search" title={`没有找到“${text}”`} next="请核对姓名，或换成卡号、手机号再找。名册里没有的人，先请社区登记。" />
  ) : (
    <List label="找到的居民">
      {diners.map(diner => (
        <Row
          key={diner.id}
          title={`${diner.name}　${diner.age} 岁`}
          text={noteOf(diner)}
          value={DEEDS[deed].text}
          onPress={() => go(DEEDS[deed].page, { dinerId: diner.id })}
        />
      ))}
    </List>
  );
