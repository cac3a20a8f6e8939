import { View } from '@tarojs/components';
import { useState } from 'react';
import { Card } from '../../../components/Card';
import { Field } from '../../../components/Field';
import { useCommand } from '../../../services/useDoor';
import { Desk } from '../../desk/parts/Desk';
import { SaveFoot } from '../../desk/parts/SaveFoot';
import { Inner } from '../parts/Inner';
import { mediation, useMediationSettings } from '../queries';
import { Clauses } from './Clauses';
import { draftOf, NUMBERS, type PartProps, readSettings, type SettingsDraft, type Wrong } from './draft';
import { Rooms } from './Rooms';
import { Seal } from './Seal';
import '../desk-mediation.css';

/** 调解设置: names on the papers, days, rooms, the seal, the clauses. */
export default function SettingsPage() {
  const settings = useMediationSettings();
  const [draft, setDraft] = useState<SettingsDraft>();
  const [wrong, setWrong] = useState<Wrong>({});
  const [saved, setSaved] = useState(false);
  const save = useCommand(mediation, 'saveSettings', {
    onDone: () => {
      setDraft(undefined);
      setSaved(true);
    },
  });
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
    <Desk title="调解设置" of={settings} footer={draft || saved ? footer : undefined}>
      {data => {
        const now = draft ?? draftOf(data);
        const set = (change: Partial<SettingsDraft>) => {
          setSaved(false);
          setDraft({ ...now, ...change });
        };
        return (
          <View className="col">
            <Inner here="settings" />
            {data.hasKey ? null : (
              <Card tone="danger" title="还没有设密钥">
                <View className="t-body">调解内容要加密保存。请部署的人按部署说明设置密钥，设好以前不能申请调解。</View>
              </Card>
            )}
            <View className="columns">
              <View className="col">
                <Names draft={now} wrong={wrong} set={set} />
                <Rooms draft={now} wrong={wrong} set={set} />
                <Seal has={data.hasSeal} />
              </View>
              <View className="col">
                <Numbers draft={now} wrong={wrong} set={set} />
                <Clauses draft={now} wrong={wrong} set={set} />
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
    <Field
      label="调委会全称"
      value={draft.committee}
      max={40}
      onChange={committee => set({ committee })}
      error={wrong.committee}
      help="印在每份文书上，要和印章一字不差。"
    />
    <Field
      label="编号里的简称"
      value={draft.shortName}
      max={12}
      onChange={shortName => set({ shortName })}
      error={wrong.shortName}
      placeholder="幸福里"
    />
    <Field
      label="管辖法院"
      value={draft.court}
      max={40}
      onChange={court => set({ court })}
      error={wrong.court}
      help="司法确认和起诉去这里。"
    />
  </Card>
);

const Numbers = ({ draft, wrong, set }: PartProps) => (
  <Card title="期限和数目">
    <View className="form-two">
      {NUMBERS.map(({ key, label, unit, help }) => (
        <Field
          key={key}
          kind="number"
          label={unit ? `${label}（${unit}）` : label}
          value={draft.numbers[key]}
          max={3}
          onChange={value => set({ numbers: { ...draft.numbers, [key]: value } })}
          error={wrong[key]}
          help={help}
        />
      ))}
    </View>
  </Card>
);
