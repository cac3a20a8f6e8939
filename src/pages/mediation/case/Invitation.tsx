import { View } from '@tarojs/components';
import { useState } from 'react';
import type { CaseView } from '../../../../types/mediation';
import { dayOf } from '../../../../types/time';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { Confirm } from '../../../components/Confirm';
import { FailureNote } from '../../../components/FailureNote';
import { ReadAloud } from '../../../components/ReadAloud';
import { Sheet } from '../../../components/Sheet';
import { useCommand } from '../../../services/useDoor';
import { Lines } from '../parts/Lines';
import { Tell } from '../parts/Tell';
import { Tiles } from '../parts/Tiles';
import { mediation } from '../queries';
import { contentsOf, untilText } from '../words';

const FACTS = [
  '请您来，不是说您有错，只是想听听您怎么说。',
  '参加不收一分钱。来不来，由您决定。',
  '谈什么都保密。谈不成，也不影响谁去法院。',
  '觉得哪位调解员不合适，可以换。',
] as const;

const OPEN = [
  { value: 'closed', text: '关起门谈', icon: 'lock' },
  { value: 'open', text: '可以公开谈', about: '要双方都愿意才行', icon: 'people' },
] as const;

/** Saying yes: with a word of one's own, or without. */
function Accept({ view, onClose }: { view: CaseView; onClose: () => void }) {
  const [text, setText] = useState('');
  const [open, setOpen] = useState<'closed' | 'open'>('closed');
  const answering = useCommand(mediation, 'answerInvitation', { onDone: onClose });
  const send = () => answering.run({ id: view.id, accept: true, wantsOpen: open === 'open', ...(text.trim() ? { text } : {}) });
  return (
    <Sheet title="愿意谈谈，谢谢您" open onClose={onClose}>
      <View className="col">
        <Tiles wide label="要不要公开" options={OPEN} value={open} onChange={setOpen} />
        <Tell optional label="您想先说两句吗" value={text} max={2000} onChange={setText} />
        <View className="t-secondary">这些话只有您和调解员看得到。</View>
        <FailureNote failure={answering.failure} onRetry={answering.retry} />
        <BigButton text="我愿意参加" busy={answering.busy} onPress={send} />
        <BigButton kind="plain" text="再想想" onPress={onClose} />
      </View>
    </Sheet>
  );
}

function Refuse({ view, onClose }: { view: CaseView; onClose: () => void }) {
  const [text, setText] = useState('');
  const answering = useCommand(mediation, 'answerInvitation', { onDone: onClose });
  return (
    <Confirm
      open
      title="这次不参加吗？"
      text="不参加没有关系，不用说原因，也不会留下不好的记录。这次调解就到这里；对方知道的只是您没有同意。"
      yes="不参加"
      no="再想想"
      doing={answering}
      onYes={() => answering.run({ id: view.id, accept: false, ...(text.trim() ? { text } : {}) })}
      onNo={onClose}
    >
      <Tell optional label="想对调解员说的话" value={text} max={2000} onChange={setText} />
    </Confirm>
  );
}

/** The invitation to the other side: kind, neutral, and free to refuse. Only the mediator's own words say what it is about. */
export function Invitation({ view }: { view: CaseView }) {
  const [asked, setAsked] = useState<'yes' | 'no'>();
  const summary = contentsOf(view.parts, 'summary').at(-1)?.content.text;
  const who = view.names?.applicant ?? view.applicant?.name;
  const close = () => setAsked(undefined);
  return (
    <>
      <Card title="想请您一起谈一谈" aside={<ReadAloud text={[summary, ...FACTS].filter(Boolean).join('。')} />}>
        <View className="col">
          <View className="t-body">
            {`${who ? `${who}希望` : '有邻居希望'}在社区调解员的帮助下，和您说说${view.kindName}的事。`}
          </View>
          {summary ? <View className="t-body words">{summary}</View> : null}
          <Lines lines={FACTS} />
          {view.number ? <View className="t-secondary">{`登记号 ${view.number}`}</View> : null}
          {view.answerBy ? (
            <View className="t-secondary">{`请在这天以前答复：${untilText(dayOf(view.answerBy), dayOf(view.now))}。没有答复，就当作不参加。`}</View>
          ) : null}
          <BigButton text="我愿意谈谈" onPress={() => setAsked('yes')} />
          <BigButton kind="plain" text="这次不参加" onPress={() => setAsked('no')} />
        </View>
      </Card>
      {asked === 'yes' ? <Accept view={view} onClose={close} /> : null}
      {asked === 'no' ? <Refuse view={view} onClose={close} /> : null}
    </>
  );
}
