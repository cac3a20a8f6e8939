import { View } from '@tarojs/components';
import { useState } from 'react';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { ChipPicker } from '../../../components/ChipPicker';
import { Empty } from '../../../components/Empty';
import { FailureNote } from '../../../components/FailureNote';
import { Field } from '../../../components/Field';
import { Screen } from '../../../components/Screen';
import { Segmented } from '../../../components/Segmented';
import { goBack } from '../../../services/go';
import { useCommand } from '../../../services/useDoor';
import { people } from '../queries';
import { RoomFields } from './RoomFields';
import { type Draft, EMPTY, type Gaps, gapsOf, whichOf } from './which';
import './index.css';

const BY = [
  { value: 'phone', text: '手机号' },
  { value: 'room', text: '住址' },
  { value: 'card', text: '就餐卡' },
] as const;

const RELATIONS = ['儿子', '女儿', '老伴', '儿媳', '女婿', '孙辈', '亲戚', '邻居'].map(value => ({ value, text: value }));

/** Asks to act for an elder: the name and one more thing that a relative knows. */
export default function BindPage() {
  const [draft, setDraft] = useState<Draft>(EMPTY);
  const [gaps, setGaps] = useState<Gaps>({});
  const [asked, setAsked] = useState<string>();
  const asking = useCommand(people, 'askBinding', { onDone: ({ elderName }) => setAsked(elderName) });
  const change = (part: Partial<Draft>) => setDraft(now => ({ ...now, ...part }));
  const submit = () => {
    const found = gapsOf(draft);
    setGaps(found);
    if (Object.keys(found).length === 0) asking.run({ elder: whichOf(draft), relation: draft.relation });
  };
  if (asked) {
    return (
      <Screen title="关联老人">
        <Empty
          icon="check"
          title="申请已经送出"
          next={`请${asked}在手机上点同意。老人不用手机的话，社区工作人员会打电话核对。`}
          action={{ text: '好的', onPress: goBack }}
        />
      </Screen>
    );
  }
  return (
    <Screen title="关联老人" footer={<BigButton text="送出申请" busy={asking.busy} onPress={submit} />}>
      <Card title="是哪位老人">
        <Field label="老人的姓名" value={draft.name} max={20} error={gaps.name} onChange={name => change({ name })} />
        <Segmented label="再填一样，好找到老人" options={BY} value={draft.by} onChange={by => change({ by })} />
        <View className="bind-room">
          {draft.by === 'phone' ? (
            <Field
              label="老人的手机号"
              kind="phone"
              max={11}
              value={draft.phone}
              error={gaps.phone}
              onChange={phone => change({ phone })}
            />
          ) : null}
          {draft.by === 'card' ? (
            <Field
              label="就餐卡上的号码"
              max={20}
              value={draft.cardNo}
              error={gaps.cardNo}
              onChange={cardNo => change({ cardNo })}
            />
          ) : null}
        </View>
        {draft.by === 'room' ? <RoomFields draft={draft} gaps={gaps} onChange={change} /> : null}
      </Card>
      <Card title="您是老人的">
        <ChipPicker
          label="关系"
          options={RELATIONS}
          value={draft.relation ? [draft.relation] : []}
          onChange={([relation]) => change({ relation: relation ?? '' })}
        />
        {gaps.relation ? <View className="bind-gap">{gaps.relation}</View> : null}
      </Card>
      <FailureNote failure={asking.failure} onRetry={asking.retry} />
      <View className="t-secondary">老人或社区同意以后，您才能帮忙订餐、看到老人的订单。</View>
    </Screen>
  );
}
