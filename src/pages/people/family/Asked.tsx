import { View } from '@tarojs/components';
import type { BindingView } from '../../../../types/people';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { FailureNote } from '../../../components/FailureNote';
import { Tag } from '../../../components/Tag';
import { useCommand } from '../../../services/useDoor';
import { people } from '../queries';

/** Somebody wants to act for this elder: who, with which number, and the elder's own yes or no. */
export function Asked({ binding }: { binding: BindingView }) {
  const answering = useCommand(people, 'answerBinding', { touches: ['canteen'] });
  const { elderId, key, name, relation, phone } = binding;
  const answer = (confirm: boolean) => answering.run({ elderId, key, confirm });
  return (
    <Card title={`${name}想帮您办事`} aside={<Tag word="等您同意" tone="warning" />}>
      <View className="col">
        <View className="t-body">{`说是您的${relation}${phone ? `，电话 ${phone}` : ''}。同意后，TA 能帮您订餐，能看到您订了什么。`}</View>
        <View className="t-secondary">不认识的人请点“不同意”。以后随时可以解除。</View>
        <FailureNote failure={answering.failure} onRetry={answering.retry} />
        <BigButton text="同意" label={`同意${name}`} busy={answering.busy} onPress={() => answer(true)} />
        <BigButton kind="plain" text="不同意" label={`不同意${name}`} disabled={answering.busy} onPress={() => answer(false)} />
      </View>
    </Card>
  );
}
