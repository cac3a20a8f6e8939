import { View } from '@tarojs/components';
import { useState } from 'react';
import type { EnrolmentView } from '../../../../types/care';
import { BigButton } from '../../../components/BigButton';
import { ChipPicker } from '../../../components/ChipPicker';
import { FailureNote } from '../../../components/FailureNote';
import { Segmented } from '../../../components/Segmented';
import { Sheet } from '../../../components/Sheet';
import { useCommand } from '../../../services/useDoor';
import { Labelled } from '../../desk/parts/Labelled';
import { FindChild, type Found } from '../parts/FindChild';
import { care, type DeskClass, useCareSettings } from '../queries';
import { ENROLMENT } from '../words';
import { type EnrolDraft, emptyEnrol, readEnrol } from './enrolDraft';
import { NewChild } from './NewChild';
import type { Wrong } from './termDraft';

const WHO = [
  { value: 'known', text: '登记过的孩子' },
  { value: 'new', text: '第一次来' },
] as const;

/** 代家长报名: a child that is known, or a new one with its guardian and the signed papers. */
export function EnrolFor({ cls, onClose }: { cls: DeskClass; onClose: () => void }) {
  const [who, setWho] = useState<'known' | 'new'>('known');
  const [found, setFound] = useState<Found>();
  const [draft, setDraft] = useState<EnrolDraft>(emptyEnrol);
  const [wrong, setWrong] = useState<Wrong>({});
  const [priorityId, setPriority] = useState('');
  const [done, setDone] = useState<EnrolmentView>();
  const enrol = useCommand(care, 'enrolFor', { onDone: setDone });
  const send = (child: Parameters<typeof enrol.run>[0]['child']) =>
    enrol.run({ child, classId: cls.id, ...(priorityId ? { priorityId } : {}) });
  const submit = () => {
    if (who === 'known') return found && send({ childId: found.id });
    const read = readEnrol(draft);
    setWrong(read.wrong);
    if (Object.keys(read.wrong).length === 0) send(read.child);
  };
  if (done) return <Done enrolment={done} onClose={onClose} />;
  return (
    <Sheet open title={`代家长报名：${cls.name}`} onClose={onClose}>
      <View className="col">
        <Segmented label="哪个孩子" options={WHO} value={who} onChange={setWho} />
        {who === 'new' ? (
          <NewChild draft={draft} wrong={wrong} set={change => setDraft({ ...draft, ...change })} />
        ) : found ? (
          <View className="between">
            <View className="t-title">{found.name}</View>
            <BigButton small kind="plain" text="换一个" onPress={() => setFound(undefined)} />
          </View>
        ) : (
          <FindChild label="找孩子" onChoose={setFound} none="第一次来的，请选“第一次来”。" />
        )}
        <Priorities value={priorityId} onChange={setPriority} />
        <FailureNote failure={enrol.failure} onRetry={enrol.retry} />
        <BigButton text="报名" busy={enrol.busy} disabled={who === 'known' && !found} onPress={submit} />
      </View>
    </Sheet>
  );
}

/** The rules of priority; staff have seen the document. */
function Priorities({ value, onChange }: { value: string; onChange: (id: string) => void }) {
  const settings = useCareSettings();
  const rules = settings.data?.priorities ?? [];
  if (rules.length === 0) return null;
  return (
    <Labelled label="优先（看过证明再选）">
      <ChipPicker
        label="优先"
        options={[{ value: '', text: '没有' }, ...rules.map(({ id, name }) => ({ value: id, text: name }))]}
        value={[value]}
        onChange={([first]) => onChange(first ?? '')}
      />
    </Labelled>
  );
}

const SAID = {
  enrolled: '已经报上，从下一次上课起就在花名册里。',
  offered: '有名额，等监护人在手机上确认。',
  waiting: '名额满了，已经排到候补；有名额会通知监护人。',
  entered: '已经登记，报名截止后抽签。',
} as const;

const Done = ({ enrolment, onClose }: { enrolment: EnrolmentView; onClose: () => void }) => (
  <Sheet open title={`${enrolment.childName}：${ENROLMENT[enrolment.status].word}`} onClose={onClose}>
    <View className="col">
      <View className="t-body">
        {enrolment.status in SAID ? SAID[enrolment.status as keyof typeof SAID] : ''}
        {enrolment.position ? `现在排第 ${enrolment.position} 位。` : ''}
      </View>
      <BigButton text="好" onPress={onClose} />
    </View>
  </Sheet>
);
