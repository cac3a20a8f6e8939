import { View } from '@tarojs/components';
import { useState } from 'react';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { ChipPicker } from '../../../components/ChipPicker';
import { FailureNote } from '../../../components/FailureNote';
import { Field } from '../../../components/Field';
import { Segmented } from '../../../components/Segmented';
import { useCommand } from '../../../services/useDoor';
import { Labelled } from '../../desk/parts/Labelled';
import { optionsOf, PERIOD_TEXT } from '../../desk/words';
import { care } from '../queries';
import { KIND_TEXT, MODE_TEXT, weekdayOptions } from '../words';
import { type ClassDraft, readClass } from './classDraft';
import { SignUpTimes } from './SignUpTimes';
import type { Wrong } from './termDraft';

export interface FormProps {
  draft: ClassDraft;
  wrong: Wrong;
  set: (change: Partial<ClassDraft>) => void;
}

/** A class: when, where, how many, for whom, what it costs, how one signs up. */
export function ClassForm({ first, onDone }: { first: ClassDraft; onDone: (id: string) => void }) {
  const [draft, setDraft] = useState(first);
  const [wrong, setWrong] = useState<Wrong>({});
  const [saved, setSaved] = useState(false);
  const save = useCommand(care, 'saveClass', {
    onDone: cls => {
      setSaved(true);
      onDone(cls.id);
    },
  });
  const set = (change: Partial<ClassDraft>) => {
    setSaved(false);
    setDraft({ ...draft, ...change });
  };
  const submit = () => {
    const read = readClass(draft);
    setWrong(read.wrong);
    if (Object.keys(read.wrong).length === 0) save.run(read.cls);
  };
  const props = { draft, wrong, set };
  const count = Object.keys(wrong).length;
  return (
    <View className="col">
      <What {...props} />
      <HowMany {...props} />
      <SignUpTimes {...props} />
      {count > 0 ? <View className="field-error">有 {count} 处没有填好，请看红色的提示。</View> : null}
      <FailureNote failure={save.failure} onRetry={save.retry} />
      <BigButton text={saved ? '已保存' : '保存班次'} busy={save.busy} disabled={saved} onPress={submit} />
    </View>
  );
}

const What = ({ draft, wrong, set }: FormProps) => (
  <Card title={draft.id ? '班次' : '新班次'}>
    <Labelled label="哪一种">
      <ChipPicker
        label="哪一种"
        options={optionsOf(KIND_TEXT)}
        value={[draft.kind]}
        onChange={([kind]) => kind && set({ kind })}
      />
    </Labelled>
    <View className="care-two">
      <Field
        label="班次名"
        value={draft.name}
        max={20}
        onChange={name => set({ name })}
        error={wrong.name}
        placeholder="四点半一班"
      />
      <Field
        label="在哪里"
        value={draft.place}
        max={30}
        onChange={place => set({ place })}
        error={wrong.place}
        placeholder="二楼活动室"
      />
    </View>
    <Labelled label="星期几">
      <ChipPicker many label="星期几" options={weekdayOptions} value={draft.weekdays} onChange={weekdays => set({ weekdays })} />
      {wrong.weekdays ? <View className="field-error">{wrong.weekdays}</View> : null}
    </Labelled>
    <View className="care-two">
      <Field label="几点开始" value={draft.from} max={5} onChange={from => set({ from })} error={wrong.from} />
      <Field label="几点结束" value={draft.to} max={5} onChange={to => set({ to })} error={wrong.to} />
    </View>
    <Labelled label="带哪一餐" help="选了餐，食堂会收到当天吃饭的人数和过敏提醒。">
      <ChipPicker
        label="带哪一餐"
        options={[{ value: 'none', text: '不带餐' } as const, ...optionsOf(PERIOD_TEXT)]}
        value={[draft.meal]}
        onChange={([meal]) => meal && set({ meal })}
      />
    </Labelled>
  </Card>
);

const HowMany = ({ draft, wrong, set }: FormProps) => {
  const line = (key: 'capacity' | 'ratio' | 'minAge' | 'maxAge', label: string, help?: string) => (
    <Field
      kind="number"
      label={label}
      value={draft[key]}
      max={3}
      onChange={value => set({ [key]: value })}
      error={wrong[key]}
      help={help}
    />
  );
  return (
    <Card title="名额和费用">
      <View className="care-two">
        {line('capacity', '名额（个）')}
        {line('ratio', '一位老师最多看几个', '超过了，今天的页面会提醒加人。')}
        {line('minAge', '最小几岁', '按学期第一天算。')}
        {line('maxAge', '最大几岁')}
        <Field
          kind="digit"
          label="每学期收费（元）"
          value={draft.fee}
          max={8}
          onChange={fee => set({ fee })}
          error={wrong.fee}
          help="免费写 0；已报名的按原价。"
        />
      </View>
      <Labelled label="怎么报名" help="抽签：报名截止后一次抽完，先看优先，再抽签；随机数会公布，谁都能重算。">
        <Segmented label="怎么报名" options={optionsOf(MODE_TEXT)} value={draft.mode} onChange={mode => set({ mode })} />
      </Labelled>
    </Card>
  );
};
