import { View } from '@tarojs/components';
import { useState } from 'react';
import type { AlertKind } from '../../../../types/safety';
import { useCommand, useQueryOf } from '../../../services/useDoor';
import { Desk } from '../parts/Desk';
import { SaveFoot } from '../parts/SaveFoot';
import { safety } from '../queries';
import { draftOf, readSettings, type SettingsDraft } from './draft';
import { LadderForm } from './LadderForm';
import { Lines } from './Lines';
import type { Wrong } from './ladder';
import '../settings/settings.css';
import './safety.css';

/** 预警设置: who is called for what, after how long; read back in plain words. */
export default function SafetySettingsPage() {
  const settings = useQueryOf(safety, 'settings', {});
  const [draft, setDraft] = useState<SettingsDraft>();
  const [wrong, setWrong] = useState<Wrong>({});
  const [saved, setSaved] = useState(false);
  const save = useCommand(safety, 'saveSettings', {
    onDone: () => {
      setDraft(undefined);
      setSaved(true);
    },
  });
  const change = (next: SettingsDraft) => {
    setSaved(false);
    setDraft(next);
  };
  const submit = () => {
    if (!draft) return;
    const read = readSettings(draft);
    setWrong(read.wrong);
    if (Object.keys(read.wrong).length === 0) save.run(read.settings);
  };
  const footer = (
    <SaveFoot wrong={Object.keys(wrong).length} changed={draft !== undefined} saved={saved} save={save} onSave={submit} />
  );
  return (
    <Desk title="预警设置" of={settings} footer={draft || saved ? footer : undefined}>
      {data => <Form draft={draft ?? draftOf(data)} wrong={wrong} onChange={change} />}
    </Desk>
  );
}

/** The loudest first; the order of the contract. */
const kindsOf = (draft: SettingsDraft) => Object.keys(draft.ladders) as AlertKind[];

function Form({ draft, wrong, onChange }: { draft: SettingsDraft; wrong: Wrong; onChange: (draft: SettingsDraft) => void }) {
  const [open, setOpen] = useState<AlertKind>();
  return (
    <View className="settings-columns">
      <View className="col">
        <View className="t-section">出事先找谁，再找谁</View>
        {kindsOf(draft).map(kind => (
          <LadderForm
            key={kind}
            kind={kind}
            ladder={draft.ladders[kind]}
            open={open === kind}
            wrong={wrong}
            onOpen={() => setOpen(kind)}
            onChange={ladder => onChange({ ...draft, ladders: { ...draft.ladders, [kind]: ladder } })}
          />
        ))}
      </View>
      <Lines draft={draft} wrong={wrong} onChange={onChange} />
    </View>
  );
}
