import { useState } from 'react';
import type { CaseView } from '../../../../../types/mediation';
import { Field } from '../../../../components/Field';
import { Deed, useDeed } from '../../parts/Deed';

/** 第二十条: somebody with the knowledge that the case needs, who has no account here. */
export function Specialist({ view }: { view: CaseView }) {
  const [profession, setProfession] = useState('');
  const [name, setName] = useState('');
  const deed = useDeed('inviteSpecialist');
  return (
    <Deed
      deed={deed}
      may={view.may.inviteSpecialist}
      look="plain"
      text="请专业人员协助"
      title="请谁来？"
      note="比如律师、防水师傅、心理咨询师。双方会看到请了谁。"
      yes="记下"
      ready={profession.trim() !== '' && name.trim() !== ''}
      onYes={() => deed.run({ id: view.id, profession: profession.trim(), name: name.trim() })}
    >
      <Field label="职业" value={profession} max={20} onChange={setProfession} placeholder="律师" />
      <Field label="姓名和单位" value={name} max={40} onChange={setName} placeholder="张律师，和平律师事务所" />
    </Deed>
  );
}

/** 回避: one stands back oneself; the case returns to the committee when nobody leads it any more. */
export function Recuse({ view }: { view: CaseView }) {
  const deed = useDeed('recuse');
  return (
    <Deed
      deed={deed}
      may={view.may.recuse}
      look="plain"
      kind="danger"
      text="我要回避"
      title="退出这件案件？"
      note="与当事人有亲属、利害关系，或者可能影响公正，就应当回避。退出后您不能再看这件案件，它回到“待定调解员”。"
      yes="我回避"
      onYes={() => deed.run({ id: view.id })}
    />
  );
}

const NOTE_NOTE = {
  inquiry: '向别人了解情况的笔录，归入卷宗。双方看不到。',
  note: '只有本案调解员能看，双方都看不到，也不写进协议。',
} as const;

/** 调查笔录, or a note for the panel alone. */
export function Note({ view, kind }: { view: CaseView; kind: keyof typeof NOTE_NOTE }) {
  const [text, setText] = useState('');
  const deed = useDeed('addNote', () => setText(''));
  return (
    <Deed
      deed={deed}
      may={view.may.addNote}
      look="plain"
      text={kind === 'note' ? '写调解员笔记' : '写调查笔录'}
      note={NOTE_NOTE[kind]}
      yes="保存"
      ready={text.trim() !== ''}
      onYes={() => deed.run({ id: view.id, kind, text: text.trim() })}
    >
      <Field label="内容" kind="long" value={text} max={4000} onChange={setText} />
    </Deed>
  );
}
