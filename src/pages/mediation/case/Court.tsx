import { View } from '@tarojs/components';
import { useState } from 'react';
import type { CaseView } from '../../../../types/mediation';
import { dateText } from '../../../../types/time';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { Confirm } from '../../../components/Confirm';
import { FailureNote } from '../../../components/FailureNote';
import { sentenceOf } from '../../../services/sentences';
import { useCommand } from '../../../services/useDoor';
import { Lines } from '../parts/Lines';
import { usePaper } from '../parts/usePaper';
import { isOpen, toldNo } from '../parts/verdict';
import { mediation } from '../queries';
import { CONFIRMATION_TEXT } from '../words';
import { wantedText } from './stages';

const WHY = [
  '法院确认以后，对方不照做，可以直接请法院执行，不用再打官司。',
  '要双方一起申请，不收费。',
  '不申请也行，协议一样有效。',
] as const;

function Want({ id, onClose }: { id: string; onClose: () => void }) {
  const wanting = useCommand(mediation, 'wantConfirmation', { onDone: onClose });
  return (
    <Confirm
      open
      title="愿意申请司法确认吗？"
      text="双方都点了愿意，就能下载填好的申请书。到法院以前，都可以改主意。"
      yes="我愿意"
      doing={wanting}
      onYes={() => wanting.run({ id })}
      onNo={onClose}
    />
  );
}

/** 司法确认: what it is for, how many days are left, both sides' yes, and the paper. */
export function Court({ view }: { view: CaseView }) {
  const [asking, setAsking] = useState(false);
  const paper = usePaper('confirmationPaper');
  const { confirmation, may } = view;
  const want = may.wantConfirmation;
  const refused = toldNo(want);
  const told = refused && sentenceOf(refused.code, refused.details);
  if (!confirmation || view.as === 'office') return null;
  const { status, daysLeft, until } = confirmation;
  const underWay = status !== undefined && status !== 'wanted';
  // The days are over and nobody asked: one sentence, no list of what could have been.
  if (!underWay && told && daysLeft < 0)
    return (
      <Card title="司法确认">
        <View className="t-secondary">{`${told.title}。${told.next}`}</View>
      </Card>
    );
  return (
    <Card title="司法确认（可以办，也可以不办）">
      <View className="col">
        {underWay ? (
          <View className="t-body">{CONFIRMATION_TEXT[status]}</View>
        ) : (
          <>
            <View className="big-number">{`还剩 ${daysLeft} 天`}</View>
            <View className="t-secondary">{`最晚 ${dateText(until)}`}</View>
            <Lines lines={WHY} />
            <View className="t-body">{wantedText(view)}</View>
            {isOpen(want) ? <BigButton kind="secondary" text="我愿意申请" onPress={() => setAsking(true)} /> : null}
            {told ? <View className="t-secondary">{`${told.title}。${told.next}`}</View> : null}
          </>
        )}
        {isOpen(may.confirmationPaper) && confirmation.wantedBy.length === 2 ? (
          <BigButton
            kind="secondary"
            icon="download"
            text="下载申请书"
            busy={paper.busy}
            busyText="正在准备…"
            onPress={() => paper.open(view.id, 'pdf')}
          />
        ) : null}
        <FailureNote failure={paper.failure} />
      </View>
      {asking ? <Want id={view.id} onClose={() => setAsking(false)} /> : null}
    </Card>
  );
}
