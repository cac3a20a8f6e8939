import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Thread as ThreadView } from '../../../../types/mediation';
import { aria } from '../../../components/aria';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { FailureNote } from '../../../components/FailureNote';
import { Tag } from '../../../components/Tag';
import { useCommand } from '../../../services/useDoor';
import { HelpCard } from '../parts/HelpCard';
import { Tell } from '../parts/Tell';
import { mediation } from '../queries';
import { momentText } from '../words';
import './ask.css';

const FROM = { asker: '我', mediator: '调解员' } as const;

/** Asks on in the same thread. */
function Further({ id }: { id: string }) {
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const asking = useCommand(mediation, 'askFirst', {
    onDone: () => {
      setText('');
      setOpen(false);
    },
  });
  if (!open) return <BigButton kind="secondary" text="接着问" onPress={() => setOpen(true)} />;
  return (
    <>
      <Tell label="接着问" value={text} max={1000} onChange={setText} />
      <FailureNote failure={asking.failure} onRetry={asking.retry} />
      <BigButton text="送出" busy={asking.busy} disabled={!text.trim()} onPress={() => asking.run({ id, text })} />
    </>
  );
}

/** A question and what came back. */
export const Thread = ({ thread }: { thread: ThreadView }) => {
  const answered = thread.status === 'answered';
  return (
    <>
      {thread.help ? <HelpCard help={thread.help} /> : null}
      <Card
        title={momentText(thread.at)}
        aside={<Tag word={answered ? '有回复' : '等回复'} tone={answered ? 'success' : 'info'} />}
      >
        <View className="col" {...aria({ role: 'list', label: '问和答' })}>
          {thread.lines.map(line => (
            <View key={line.at} className={`said said-${line.from}`} {...aria({ role: 'listitem' })}>
              <View className="t-secondary">{`${FROM[line.from]} ${momentText(line.at)}`}</View>
              <View className="t-body words">{line.text}</View>
            </View>
          ))}
        </View>
        <View className="ask-further col">
          <Further id={thread.id} />
        </View>
      </Card>
    </>
  );
};
