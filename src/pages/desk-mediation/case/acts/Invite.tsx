import { View } from '@tarojs/components';
import { useState } from 'react';
import type { CaseView } from '../../../../../types/mediation';
import { ChipPicker } from '../../../../components/ChipPicker';
import { Field } from '../../../../components/Field';
import { Segmented } from '../../../../components/Segmented';
import { Labelled } from '../../../desk/parts/Labelled';
import { Deed, useDeed } from '../../parts/Deed';
import { mayFor } from '../onBehalf';

const HOW = [
  { value: 'phone', text: '打了电话' },
  { value: 'visit', text: '上门说了' },
  { value: 'letter', text: '送了书面邀请' },
] as const;

/** A respondent without the mini-program was told. */
export function RecordInvitation({ view }: { view: CaseView }) {
  const [how, setHow] = useState<(typeof HOW)[number]['value']>('phone');
  const deed = useDeed('recordInvitation');
  return (
    <Deed
      deed={deed}
      may={view.may.recordInvitation}
      text="记下已邀请对方"
      title="怎样邀请的？"
      note="请对他说清楚三件事：不收费；可以不参加；谈的内容保密。答复期限从今天算起。"
      yes="记下"
      onYes={() => deed.run({ id: view.id, how })}
    >
      <ChipPicker label="怎样邀请的" options={HOW} value={[how]} onChange={([first]) => setHow(first ?? 'phone')} />
    </Deed>
  );
}

const ANSWER = [
  { value: 'yes', text: '愿意调解' },
  { value: 'no', text: '不愿意' },
] as const;
const OPEN = [
  { value: 'closed', text: '不公开' },
  { value: 'open', text: '愿意公开' },
] as const;

/** What the respondent answered by word of mouth. */
export function AnswerFor({ view }: { view: CaseView }) {
  const [answer, setAnswer] = useState<'yes' | 'no'>('yes');
  const [open, setOpen] = useState<'closed' | 'open'>('closed');
  const [text, setText] = useState('');
  const deed = useDeed('answerInvitation');
  const run = () =>
    deed.run({
      id: view.id,
      as: 'respondent',
      accept: answer === 'yes',
      ...(answer === 'yes' ? { wantsOpen: open === 'open' } : {}),
      ...(text.trim() ? { text: text.trim() } : {}),
    });
  return (
    <Deed
      deed={deed}
      may={mayFor(view, 'respondent', 'answerInvitation')}
      look="primary"
      text="记下对方的答复"
      title="对方怎么说？"
      note="会记明是您代为记录的。"
      yes="记下答复"
      onYes={run}
    >
      <Segmented label="对方的答复" options={ANSWER} value={answer} onChange={setAnswer} />
      {answer === 'yes' ? (
        <Labelled label="调解过程要不要公开" help="双方都愿意才公开，否则不公开。">
          <Segmented label="要不要公开" options={OPEN} value={open} onChange={setOpen} />
        </Labelled>
      ) : (
        <View className="desk-note">不愿意也没有关系，这件事到此结束。申请人会看到还可以走哪些路。</View>
      )}
      <Field
        optional
        label={answer === 'yes' ? '对方的说法' : '对方的话'}
        kind="long"
        value={text}
        max={2000}
        onChange={setText}
        help={answer === 'yes' ? '只有对方和调解员能看。' : undefined}
      />
    </Deed>
  );
}
