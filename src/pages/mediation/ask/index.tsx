import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Guide } from '../../../../types/mediation';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { ChipPicker } from '../../../components/ChipPicker';
import { FailureNote } from '../../../components/FailureNote';
import { Screen } from '../../../components/Screen';
import { useCommand } from '../../../services/useDoor';
import { wayOn } from '../../home/ways';
import { HelpCard } from '../parts/HelpCard';
import { Lines } from '../parts/Lines';
import { Tell } from '../parts/Tell';
import { mediation, useGuide, useMyQuestions } from '../queries';
import { speaksOfDanger } from '../sense';
import { Thread } from './Thread';
import './ask.css';

const PROMISES = ['调解员看得到问题，看不到您是谁。', '问了不等于申请，不会联系对方。', '有回复会告诉您，只有您能看。'] as const;

const DANGER = [
  { value: 'no', text: '没有危险' },
  { value: 'yes', text: '有人有危险' },
] as const;

/** A new question. */
function Ask({ guide }: { guide: Guide | undefined }) {
  const [text, setText] = useState('');
  const [danger, setDanger] = useState<'yes' | 'no'>();
  const asking = useCommand(mediation, 'askFirst', {
    onDone: () => {
      setText('');
      setDanger(undefined);
    },
  });
  const help = guide && (danger === 'yes' || speaksOfDanger(text, guide.dangerWords)) ? guide.help : undefined;
  return (
    <>
      {help ? <HelpCard help={help} /> : null}
      <Card title="您想问什么">
        <Tell
          label="您的问题"
          value={text}
          max={1000}
          placeholder="比如：楼上漏水，物业说不归他管，该找谁？"
          onChange={setText}
        />
        <View className="ask-danger">
          <View className="field-label">现在有没有人有危险？</View>
          <ChipPicker
            label="现在有没有人有危险"
            options={DANGER}
            value={danger ? [danger] : []}
            onChange={([one]) => setDanger(one)}
          />
        </View>
        <FailureNote failure={asking.failure} onRetry={asking.retry} />
        <BigButton
          text="送出，不留姓名"
          busy={asking.busy}
          disabled={!text.trim()}
          onPress={() => asking.run({ text, ...(danger === 'yes' ? { danger: true } : {}) })}
        />
      </Card>
    </>
  );
}

/** A first question without a name, and the answers to earlier ones. */
export default function AskPage() {
  const guide = useGuide();
  const asked = useMyQuestions();
  return (
    <Screen title="先问一句" of={asked} refusedAction={wayOn(asked.failure)}>
      {({ threads }) => (
        <>
          <Card title="不留姓名">
            <Lines lines={PROMISES} icon="lock" />
          </Card>
          <Ask guide={guide.data} />
          {threads.map(thread => (
            <Thread key={thread.id} thread={thread} />
          ))}
        </>
      )}
    </Screen>
  );
}
