import { View } from '@tarojs/components';
import { useState } from 'react';
import type { DeadLetter } from '../../../../types/courier';
import { type CivilDate, dayOf } from '../../../../types/time';
import { aria } from '../../../components/aria';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { Empty } from '../../../components/Empty';
import { FailureNote } from '../../../components/FailureNote';
import { Tag } from '../../../components/Tag';
import { useCommand } from '../../../services/useDoor';
import { Desk } from '../parts/Desk';
import { Fact } from '../parts/Fact';
import { courier, useDeadLetters } from '../queries';
import { momentText } from '../words';

/** 没有送到的: what the courier gave up, with the reason, and one button to send it again. */
export default function Undelivered() {
  const dead = useDeadLetters();
  const [sent, setSent] = useState('');
  return (
    <Desk title="没有送到的" of={dead}>
      {({ now, letters }) =>
        letters.length === 0 ? (
          <Empty icon="check" title="没有等着处理的" next={sent || '有送不到的通知或登记，会出现在这里。'} />
        ) : (
          <View className="col narrow">
            <View className="desk-note">
              这些事系统试了很多次都没有送到。请先核对，急的打电话告诉本人；再按“重新送一次”，一分钟内会再送，仍送不到会回到这里。
            </View>
            <View className="desk-note" {...aria({ role: 'status', live: 'polite' })}>
              {sent}
            </View>
            {letters.map(letter => (
              <Letter
                key={letter.id}
                letter={letter}
                today={dayOf(now)}
                onSent={() => setSent(`已放回：${letter.what}，一分钟内会再送。`)}
              />
            ))}
          </View>
        )
      }
    </Desk>
  );
}

function Letter({ letter, today, onSent }: { letter: DeadLetter; today: CivilDate; onSent: () => void }) {
  const retry = useCommand(courier, 'retryDeadLetter', { onDone: onSent });
  return (
    <Card
      title={letter.what}
      aside={letter.kind === 'message' ? <Tag word="通知" tone="info" /> : <Tag word="登记" tone="warning" />}
    >
      {letter.about ? <Fact name="关于">{letter.about}</Fact> : null}
      <Fact name="发生">{momentText(letter.happenedAt, today)}</Fact>
      <Fact name="停止尝试">{momentText(letter.givenUpAt, today)}</Fact>
      <Fact name="原因">{letter.reason}</Fact>
      <FailureNote failure={retry.failure} onRetry={retry.retry} />
      <View className="row">
        <BigButton
          small
          kind="secondary"
          icon="refresh"
          text="重新送一次"
          label={`重新送一次 ${letter.what}`}
          busy={retry.busy}
          busyText="正在放回…"
          onPress={() => retry.run({ id: letter.id })}
        />
      </View>
    </Card>
  );
}
