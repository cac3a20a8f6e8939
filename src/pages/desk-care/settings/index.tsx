import { View } from '@tarojs/components';
import { useState } from 'react';
import { Card } from '../../../components/Card';
import { Field } from '../../../components/Field';
import { useCommand } from '../../../services/useDoor';
import { Desk } from '../../desk/parts/Desk';
import { SaveFoot } from '../../desk/parts/SaveFoot';
import { Inner } from '../parts/Inner';
import { care, useCareSettings } from '../queries';
import { Consents } from './Consents';
import { draftOf, NUMBERS, readSettings, type SettingsDraft, type Wrong } from './draft';
import { Late } from './Late';
import { Priorities } from './Priorities';
import '../desk-care.css';

export interface PartProps {
  draft: SettingsDraft;
  wrong: Wrong;
  set: (change: Partial<SettingsDraft>) => void;
}

/** 托管设置: names, minutes, priority, the overdue ladder, the texts of the consents. */
export default function SettingsPage() {
  const settings = useCareSettings();
  const [draft, setDraft] = useState<SettingsDraft>();
  const [wrong, setWrong] = useState<Wrong>({});
  const [saved, setSaved] = useState(false);
  const save = useCommand(care, 'saveSettings', {
    onDone: () => {
      setDraft(undefined);
      setSaved(true);
    },
  });
  const submit = () => {
    if (!draft || !settings.data) return;
    const read = readSettings(draft, settings.data);
    setWrong(read.wrong);
    if (Object.keys(read.wrong).length === 0) save.run(read.settings);
  };
  const footer = (
    <SaveFoot wrong={Object.keys(wrong).length} changed={draft !== undefined} saved={saved} save={save} onSave={submit} />
  );
  return (
    <Desk title="托管设置" of={settings} footer={draft || saved ? footer : undefined}>
      {data => {
        const now = draft ?? draftOf(data);
        const set = (change: Partial<SettingsDraft>) => {
          setSaved(false);
          setDraft({ ...now, ...change });
        };
        const props = { draft: now, wrong, set };
        return (
          <View className="col">
            <Inner here="settings" />
            <View className="columns">
              <View className="col">
                <Names {...props} />
                <Priorities {...props} />
                <Late {...props} />
              </View>
              <View className="col">
                <Numbers {...props} />
                <Consents {...props} />
              </View>
            </View>
          </View>
        );
      }}
    </Desk>
  );
}

const Names = ({ draft, wrong, set }: PartProps) => (
  <Card title="名称">
    <Field label="托管叫什么" value={draft.name} max={20} onChange={name => set({ name })} error={wrong.name} />
    <Field label="在哪里" value={draft.place} max={40} onChange={place => set({ place })} error={wrong.place} />
    <Field
      optional
      kind="phone"
      label="老师桌上的电话"
      value={draft.phone}
      max={20}
      onChange={phone => set({ phone })}
      help="家长有急事打这个号码。"
    />
  </Card>
);

const Numbers = ({ draft, wrong, set }: PartProps) => (
  <Card title="时间和数目">
    <View className="care-two">
      {NUMBERS.map(({ key, label, unit, help }) => (
        <Field
          key={key}
          kind="number"
          label={`${label}（${unit}）`}
          value={draft.numbers[key]}
          max={4}
          onChange={value => set({ numbers: { ...draft.numbers, [key]: value } })}
          error={wrong[key]}
          help={help}
        />
      ))}
      <Field
        optional
        label="几点起，把午餐人数告诉食堂"
        value={draft.lunch}
        max={5}
        onChange={lunch => set({ lunch })}
        error={wrong.lunch}
      />
      <Field
        optional
        label="几点起，把晚餐人数告诉食堂"
        value={draft.dinner}
        max={5}
        onChange={dinner => set({ dinner })}
        error={wrong.dinner}
      />
    </View>
  </Card>
);
