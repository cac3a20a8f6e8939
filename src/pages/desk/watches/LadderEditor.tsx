import { View } from '@tarojs/components';
import { useState } from 'react';
import type { AlertKind, ElderLadders } from '../../../../types/safety';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { FailureNote } from '../../../components/FailureNote';
import { List, Row } from '../../../components/List';
import { useCommand } from '../../../services/useDoor';
import { safety } from '../queries';
import { LadderForm } from '../safety/LadderForm';
import { draftOf, type Wrong } from '../safety/ladder';
import { familyIn, moved, type OwnDraft, readOwn, withOwn, withoutOwn } from './ladders';
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
      <Family ladders={ladders} draft={draft} onChange={setDraft} />
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

interface FamilyProps {
  ladders: ElderLadders;
  draft: OwnDraft;
  onChange: (draft: OwnDraft) => void;
}

/** Who of the family is called first, where a step calls one after the other. */
function Family({ ladders: { family }, draft, onChange }: FamilyProps) {
  const ordered = familyIn(draft, family);
  if (ordered.length === 0) return null;
  return (
    <Card title="家人的先后">
      <List label="家人的先后">
        {ordered.map(({ key, name, relation }, i) => (
          <Row
            key={key}
            title={`${i + 1}. ${name}`}
            text={relation}
            aside={
              i > 0 ? (
                <BigButton
                  small
                  kind="plain"
                  text="往前"
                  label={`${name}往前`}
                  onPress={() => onChange(moved(draft, family, key))}
                />
              ) : undefined
            }
          />
        ))}
      </List>
      <View className="desk-note">哪一步选了“一个一个来”，就照这个先后打；选“同时通知”，大家一起收到。</View>
    </Card>
  );
}
