import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Settings } from '../../../../types/canteen';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { Field } from '../../../components/Field';
import { Segmented } from '../../../components/Segmented';
import { Stepper } from '../../../components/Stepper';
import { useCommand, useQueryOf } from '../../../services/useDoor';
import { Desk } from '../parts/Desk';
import { Labelled } from '../parts/Labelled';
import { SaveFoot } from '../parts/SaveFoot';
import { canteen, dayHere, useTree } from '../queries';
import { draftOf, newRule, readSettings, type SettingsDraft, type Wrong } from './draft';
import { Periods } from './Periods';
import { RuleForm } from './RuleForm';
import { Trial } from './Trial';
import './settings.css';

/** 食堂设置: hours, cut-offs, portions, subsidies; each rule is read back as a sentence. */
export default function SettingsPage() {
  const settings = useQueryOf(canteen, 'settings', {});
  const [draft, setDraft] = useState<SettingsDraft>();
  const [wrong, setWrong] = useState<Wrong>({});
  const [saved, setSaved] = useState(false);
  const save = useCommand(canteen, 'saveSettings', {
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
    <Desk title="食堂设置" of={settings} footer={draft || saved ? footer : undefined}>
      {data => <Form settings={data} draft={draft ?? draftOf(data)} wrong={wrong} onChange={change} />}
    </Desk>
  );
}

interface FormProps {
  settings: Settings;
  draft: SettingsDraft;
  wrong: Wrong;
  onChange: (draft: SettingsDraft) => void;
}

function Form({ draft, wrong, onChange }: FormProps) {
  const set = (change: Partial<SettingsDraft>) => onChange({ ...draft, ...change });
  return (
    <View className="settings-columns">
      <View className="col">
        <Card title="食堂">
          <View className="settings-pair">
            <Field label="名称" value={draft.name} max={20} onChange={name => set({ name })} error={wrong.name} />
            <Field label="地点" value={draft.place} max={40} onChange={place => set({ place })} error={wrong.place} />
            <Field
              label="提醒明天用餐的时间"
              value={draft.remindAt}
              max={5}
              onChange={remindAt => set({ remindAt })}
              error={wrong.remindAt}
              help="24 小时制，比如 18:00"
            />
            <Labelled label="每人每餐最多订几份">
              <Stepper
                label="每餐最多份数"
                value={draft.maxPortions}
                min={1}
                max={10}
                onChange={maxPortions => set({ maxPortions })}
              />
            </Labelled>
          </View>
        </Card>
        <View className="t-section">供餐</View>
        <Periods periods={draft.periods} wrong={wrong} onChange={periods => set({ periods })} />
      </View>
      <View className="col">
        <Rules draft={draft} wrong={wrong} set={set} />
        <Trial draft={draft} />
      </View>
    </View>
  );
}

function Rules({ draft, wrong, set }: { draft: SettingsDraft; wrong: Wrong; set: (change: Partial<SettingsDraft>) => void }) {
  const [openId, setOpenId] = useState<string>();
  const grids = useTree().data?.grids.map(({ id, name }) => ({ value: id, text: name })) ?? [];
  const add = () => {
    const rule = newRule(dayHere().slice(0, 4));
    set({ rules: [...draft.rules, rule] });
    setOpenId(rule.id);
  };
  return (
    <>
      <View className="between">
        <View className="t-section">助餐补贴</View>
        <BigButton small kind="secondary" icon="plus" text="加一条补贴" disabled={draft.rules.length >= 30} onPress={add} />
      </View>
      {draft.rules.length === 0 ? <View className="desk-note">还没有补贴，每个人都付全价。</View> : null}
      {draft.rules.map(rule => (
        <RuleForm
          key={rule.id}
          rule={rule}
          grids={grids}
          open={openId === rule.id}
          wrong={wrong}
          onOpen={() => setOpenId(rule.id)}
          onChange={next => set({ rules: draft.rules.map(each => (each.id === rule.id ? next : each)) })}
          onRemove={() => set({ rules: draft.rules.filter(each => each.id !== rule.id) })}
        />
      ))}
      {draft.rules.length > 1 ? (
        <Labelled label="一个人符合好几条时">
          <Segmented
            label="符合好几条时"
            value={draft.stack ? 'all' : 'best'}
            onChange={value => set({ stack: value === 'all' })}
            options={[
              { value: 'best', text: '只补最多的一条' },
              { value: 'all', text: '几条加在一起' },
            ]}
          />
        </Labelled>
      ) : null}
    </>
  );
}
