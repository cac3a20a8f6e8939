import { View } from '@tarojs/components';
import { useState } from 'react';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { ChipPicker } from '../../../components/ChipPicker';
import { Empty } from '../../../components/Empty';
import { FailureNote } from '../../../components/FailureNote';
import { Screen } from '../../../components/Screen';
import { goBack } from '../../../services/go';
import { useCommand } from '../../../services/useDoor';
import { people } from '../queries';
import { ElderFields } from './ElderFields';
import { type Draft, EMPTY, type Gaps, gapsOf, whichOf } from './which';
import './index.css';

const RELATIONS = ['儿子', '女儿', '老伴', '儿媳', '女婿', '孙辈', '亲戚', '邻居'].map(value => ({ value, text: value }));

const Sent = ({ elderName }: { elderName: string }) => (
  <Empty
    icon="check"
    title="申请已经送出"
    next={`请${elderName}在手机上点同意。老人不用手机的话，请社区工作人员帮忙确认。`}
    action={{ text: '好的', onPress: goBack }}
  />
);

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
  const relation = draft.relation ? [draft.relation] : [];
  if (asked) {
    return (
      <Screen title="关联老人">
        <Sent elderName={asked} />
      </Screen>
    );
  }
  return (
    <Screen title="关联老人" footer={<BigButton text="送出申请" busy={asking.busy} onPress={submit} />}>
      <ElderFields draft={draft} gaps={gaps} onChange={change} />
      <Card title="您是老人的">
        <ChipPicker label="关系" options={RELATIONS} value={relation} onChange={([one]) => change({ relation: one ?? '' })} />
        {gaps.relation ? <View className="bind-gap">{gaps.relation}</View> : null}
      </Card>
      <FailureNote failure={asking.failure} onRetry={asking.retry} />
      <View className="t-secondary">老人或社区同意以后，您才能帮忙订餐、看到老人的订单。</View>
    </Screen>
  );
}
