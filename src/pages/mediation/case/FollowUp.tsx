import { View } from '@tarojs/components';
import { useState } from 'react';
import type { CaseView, Face } from '../../../../types/mediation';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { FailureNote } from '../../../components/FailureNote';
import { useCommand } from '../../../services/useDoor';
import { Tell } from '../parts/Tell';
import { Tiles } from '../parts/Tiles';
import { isOpen } from '../parts/verdict';
import { mediation } from '../queries';
import { FACES, faceText, KEPT } from './faces';
import { sideOf } from './stages';

/** 回访: how it goes, in three faces. The answer goes to the mediator alone. */
export function FollowUp({ view }: { view: CaseView }) {
  const said = faceText(view);
  if (isOpen(view.may.answerFollowUp)) return <Ask view={view} />;
  return said ? (
    <Card title="回访">
      <View className="t-body">{`您说：${said}。谢谢您告诉我们。`}</View>
    </Card>
  ) : null;
}

function Ask({ view }: { view: CaseView }) {
  const [face, setFace] = useState<Face>();
  const [kept, setKept] = useState<'yes' | 'no'>();
  const [text, setText] = useState('');
  const answering = useCommand(mediation, 'answerFollowUp');
  const run = () =>
    face &&
    answering.run({
      id: view.id,
      face,
      ...(kept ? { kept: kept === 'yes' } : {}),
      ...(text.trim() ? { text: text.trim() } : {}),
    });
  if (!sideOf(view)) return null;
  return (
    <Card tone="accent" title="现在怎么样了？">
      <View className="col">
        <View className="t-body">协议生效有一段日子了，您还满意吗？只有调解员能看到。</View>
        <Tiles
          three
          label="您还满意吗"
          options={FACES}
          value={face === undefined ? undefined : (`${face}` as const)}
          onChange={value => setFace(Number(value) as Face)}
        />
        {face === undefined ? null : (
          <>
            <Tiles label="约定的事办到了吗" options={KEPT} value={kept} onChange={setKept} />
            <Tell optional label="还想说什么" value={text} max={500} onChange={setText} />
          </>
        )}
        <FailureNote failure={answering.failure} onRetry={answering.retry} />
        <BigButton text="告诉调解员" busy={answering.busy} disabled={face === undefined} onPress={run} />
      </View>
    </Card>
  );
}
