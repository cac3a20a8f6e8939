import { View } from '@tarojs/components';
import { useState } from 'react';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { Field } from '../../../components/Field';
import { useCommand } from '../../../services/useDoor';
import { Desk } from '../../desk/parts/Desk';
import { SaveFoot } from '../../desk/parts/SaveFoot';
import { Inner } from '../parts/Inner';
import { mediation, useMediationSettings } from '../queries';
import { draftOf, NUMBERS, newRoomId, readSettings, type SettingsDraft, type Wrong } from './draft';
import { Seal } from './Seal';
import '../desk-mediation.css';

/** 调解设置: names on the papers, days, rooms, the seal. */
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
              <Numbers draft={now} wrong={wrong} set={set} />
            </View>
          </View>
        );
      }}
    </Desk>
  );
}

interface PartProps {
  draft: SettingsDraft;
  wrong: Wrong;
  set: (change: Partial<SettingsDraft>) => void;
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

const Rooms = ({ draft, wrong, set }: PartProps) => (
  <Card title="调解室">
    <View className="col">
      <View className="t-secondary">约面谈时按小时留房间，同一间不会约重。</View>
      {draft.rooms.map((room, i) => (
        <View key={room.id}>
          <Field
            label={`第 ${i + 1} 间`}
            value={room.name}
            max={20}
            onChange={name => set({ rooms: draft.rooms.map(each => (each.id === room.id ? { ...each, name } : each)) })}
            error={wrong[room.id]}
          />
          <BigButton
            small
            kind="plain"
            icon="trash"
            text="去掉"
            label={`去掉${room.name || `第 ${i + 1} 间`}`}
            onPress={() => set({ rooms: draft.rooms.filter(each => each.id !== room.id) })}
          />
        </View>
      ))}
      <BigButton
        kind="secondary"
        icon="plus"
        text="加一间"
        disabled={draft.rooms.length >= 10}
        onPress={() => set({ rooms: [...draft.rooms, { id: newRoomId(draft.rooms), name: '' }] })}
      />
    </View>
  </Card>
);
