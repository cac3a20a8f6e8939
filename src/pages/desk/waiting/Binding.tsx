import { View } from '@tarojs/components';
import { useState } from 'react';
import type { BindingView } from '../../../../types/people';
import { BigButton } from '../../../components/BigButton';
import { Confirm } from '../../../components/Confirm';
import { FailureNote } from '../../../components/FailureNote';
import { Tag } from '../../../components/Tag';
import { useCommand } from '../../../services/useDoor';
import { people } from '../queries';

const STATUS = {
  asked: { word: '等确认', tone: 'warning' },
  confirmed: { word: '已关联', tone: 'success' },
  ended: { word: '已解除', tone: 'neutral' },
} as const;

/** One relative of one elder: confirmed, turned down or ended by staff. */
export function Binding({ binding, withElder }: { binding: BindingView; withElder?: boolean }) {
  const [ending, setEnding] = useState(false);
  const answer = useCommand(people, 'answerBinding');
  const end = useCommand(people, 'endBinding', { onDone: () => setEnding(false) });
  const key = { elderId: binding.elderId, key: binding.key };
  const { word, tone } = STATUS[binding.status];
  return (
    <View className="binding">
      <View className="between">
        <View className="grow">
          <View className="t-body">
            {binding.name}
            {withElder ? `，${binding.elderName}的${binding.relation}` : `（${binding.relation}）`}
          </View>
          <View className="t-secondary">{binding.phone ?? '没有留手机'}</View>
        </View>
        <Tag word={word} tone={tone} />
      </View>
      <View className="pair">
        {binding.may.answer.ok ? (
          <>
            <BigButton
              kind="plain"
              text="不是家人"
              disabled={answer.busy}
              onPress={() => answer.run({ ...key, confirm: false })}
            />
            <BigButton text="确认是家人" busy={answer.busy} onPress={() => answer.run({ ...key, confirm: true })} />
          </>
        ) : null}
      </View>
      {binding.status === 'confirmed' && binding.may.end.ok ? (
        <View className="row">
          <BigButton small kind="plain" text="解除关联…" onPress={() => setEnding(true)} />
        </View>
      ) : null}
      <FailureNote failure={answer.failure} onRetry={answer.retry} />
      <Confirm
        kind="danger"
        title={`解除${binding.name}的关联？`}
        open={ending}
        onNo={() => setEnding(false)}
        text={`${binding.name}以后不能再帮${binding.elderName}订餐，也收不到消息。双方都会收到通知。`}
        yes="解除关联"
        doing={end}
        onYes={() => end.run(key)}
      />
    </View>
  );
}
