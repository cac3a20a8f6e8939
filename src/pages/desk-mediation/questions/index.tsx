import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Thread } from '../../../../types/mediation';
import { dayOf } from '../../../../types/time';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { Empty } from '../../../components/Empty';
import { FailureNote } from '../../../components/FailureNote';
import { Field } from '../../../components/Field';
import { TaskRow } from '../../../components/List';
import { Split } from '../../../components/Split';
import { Tag } from '../../../components/Tag';
import { useCommand, useQueryOf } from '../../../services/useDoor';
import { Desk } from '../../desk/parts/Desk';
import { dayHere } from '../../desk/queries';
import { momentText } from '../../mediation/words';
import { Inner } from '../parts/Inner';
import { mediation } from '../queries';
import { daysLeft } from '../words';

/** 匿名提问: what somebody asks before deciding; nobody knows who it is. */
export default function Questions() {
  const questions = useQueryOf(mediation, 'questions', {}, { everyMs: 60_000 });
  const [openId, setOpenId] = useState<string>();
  return (
    <Desk title="匿名提问" of={questions}>
      {({ threads }) => {
        const open = threads.find(thread => thread.id === openId);
        return (
          <Split
            hint="点一个提问，在这里回答"
            onBack={() => setOpenId(undefined)}
            detail={open ? <Answer key={open.id} thread={open} /> : undefined}
            list={
              <View className="col">
                <Inner here="questions" />
                {threads.length === 0 ? (
                  <Empty icon="check" title="没有人提问" next="居民可以不留姓名先问一问；问了会出现在这里，您也会收到提醒。" />
                ) : null}
                {threads.map(thread => (
                  <Asked key={thread.id} thread={thread} onOpen={() => setOpenId(thread.id)} />
                ))}
              </View>
            }
          />
        );
      }}
    </Desk>
  );
}

const SHORT = 40;
const short = (text: string) => (text.length > SHORT ? `${text.slice(0, SHORT)}…` : text);

function Asked({ thread, onOpen }: { thread: Thread; onOpen: () => void }) {
  const waits = thread.status === 'asked';
  const days = -daysLeft(dayOf(thread.at), dayHere());
  return (
    <TaskRow
      tag={thread.urgent ? '可能有危险' : waits ? '等回答' : '已回答'}
      tone={thread.urgent && waits ? 'danger' : waits ? 'warning' : 'neutral'}
      title={short(thread.lines.filter(line => line.from === 'asker').at(-1)?.text ?? '')}
      text={days <= 0 ? '今天问的' : `${days} 天前问的`}
      action={{ text: waits ? '回答' : '打开', onPress: onOpen }}
      onPress={onOpen}
    />
  );
}

function Answer({ thread }: { thread: Thread }) {
  const [text, setText] = useState('');
  const answer = useCommand(mediation, 'answerFirst', { onDone: () => setText('') });
  return (
    <Card title="有人问" aside={<Tag word="不知道是谁" tone="info" />}>
      <View className="col">
        {thread.urgent ? (
          <View className="sealed-note">
            问题里提到可能有危险。提问的人已经看到报警和求助电话；请尽快回答，告诉他先保证安全。
          </View>
        ) : null}
        <View>
          {thread.lines.map(line => (
            <View key={line.at} className="piece">
              <View className="t-secondary">
                {line.from === 'asker' ? '提问' : '回答'} · {momentText(line.at)}
              </View>
              <View className="t-body piece-text">{line.text}</View>
            </View>
          ))}
        </View>
        <Field
          label="回答"
          kind="long"
          value={text}
          max={1000}
          onChange={setText}
          help="请不要问他是谁。可以告诉他：调解不收费、自愿、保密，谈不成也不影响打官司。"
        />
        <FailureNote failure={answer.failure} onRetry={answer.retry} />
        <BigButton
          text="发给提问的人"
          busy={answer.busy}
          disabled={text.trim() === ''}
          onPress={() => answer.run({ id: thread.id, text: text.trim() })}
        />
      </View>
    </Card>
  );
}
