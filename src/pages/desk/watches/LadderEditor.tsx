import { View } from '@tarojs/components';
import { useState } from 'react';
import type { AlertKind, ElderLadders } from '../../../../types/safety';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { FailureNote } from '../../../components/FailureNote';
import { useCommand } from '../../../services/useDoor';
import { FamilyOrder } from '../../safety/parts/FamilyOrder';
import { moved, type OwnDraft, readOwn, withOwn, withoutOwn } from '../../safety/parts/ladders';
import { safety } from '../queries';
import { LadderForm } from '../safety/LadderForm';
import { draftOf, type Wrong } from '../safety/ladder';
import '../settings/settings.css';
import '../safety/safety.css';

interface Props {
  ladders: ElderLadders;
  start: OwnDraft;
  onClose: () => void;
}

/** Every kind with the same form as the community's; what is not changed stays as everybody has it. */
export function LadderEditor({ ladders, start, onClose }: Props) {
  const [draft, setDraft] = useState(start);
  const [open, setOpen] = useState<AlertKind>();
  const [wrong, setWrong] = useState<Wrong>({});
  const save = useCommand(safety, 'saveElderLadders', { onDone: onClose });
  const change = (kind: AlertKind) => {
    setOpen(kind);
    if (!draft.own[kind]) setDraft(withOwn(draft, kind, draftOf(ladders.community[kind])));
  };
  const submit = () => {
    const read = readOwn(draft);
    setWrong(read.wrong);
    if (Object.keys(read.wrong).length === 0) save.run({ elderId: ladders.elderId, ...read.input });
  };
  return (
    <View className="col">
      <View className="t-section">出事先找谁：只给{ladders.name}单独安排</View>
      {ladders.family.length > 0 ? (
        <Card title="家人的先后">
          <FamilyOrder family={ladders.family} draft={draft} onMove={key => setDraft(moved(draft, ladders.family, key))} />
        </Card>
      ) : null}
      {ladders.kinds.map(({ kind }) => (
        <LadderForm
          key={kind}
          kind={kind}
          ladder={draft.own[kind] ?? draftOf(ladders.community[kind])}
          own={draft.own[kind] !== undefined}
          open={open === kind}
          wrong={wrong}
          onOpen={() => change(kind)}
          onChange={ladder => setDraft(withOwn(draft, kind, ladder))}
          onBack={() => {
            setOpen(undefined);
            setDraft(withoutOwn(draft, kind));
          }}
        />
      ))}
      {Object.keys(wrong).length > 0 ? <View className="field-error">有几处没有填好，请看红色的提示。</View> : null}
      <FailureNote failure={save.failure} onRetry={save.retry} />
      <View className="pair">
        <BigButton kind="plain" text="不改了" onPress={onClose} />
        <BigButton text="保存顺序" busy={save.busy} onPress={submit} />
      </View>
      <View className="desk-note">已经在处理的预警，仍照原来的顺序通知。</View>
    </View>
  );
}
