import { View } from '@tarojs/components';
import { useState } from 'react';
import type { CanteenContract } from '../../../../types/canteen';
import type { OutputOf } from '../../../../types/contract';
import { Card } from '../../../components/Card';
import { Field } from '../../../components/Field';
import { useCommand, useQueryOf } from '../../../services/useDoor';
import { Desk } from '../parts/Desk';
import { SaveFoot } from '../parts/SaveFoot';
import { canteen } from '../queries';
import { Budgets } from './Budgets';
import { draftOf, type KitchenDraft, readKitchen, type Wrong } from './draft';
import { Samplers } from './Samplers';

type Known = OutputOf<CanteenContract, 'kitchenSettings'>;

/** 后厨设置: samples, who takes them, ratings, age bands, what funders give a month. */
export default function KitchenSetup() {
  const known = useQueryOf(canteen, 'kitchenSettings', {});
  const [draft, setDraft] = useState<KitchenDraft>();
  const [wrong, setWrong] = useState<Wrong>({});
  const [saved, setSaved] = useState(false);
  const save = useCommand(canteen, 'saveKitchenSettings', {
    onDone: () => {
      setDraft(undefined);
      setSaved(true);
    },
  });
  const change = (next: KitchenDraft) => {
    setSaved(false);
    setDraft(next);
  };
  const submit = () => {
    if (!draft) return;
    const read = readKitchen(draft);
    setWrong(read.wrong);
    if (Object.keys(read.wrong).length === 0) save.run(read.settings);
  };
  const footer = (
    <SaveFoot wrong={Object.keys(wrong).length} changed={draft !== undefined} saved={saved} save={save} onSave={submit} />
  );
  return (
    <Desk title="后厨设置" of={known} footer={draft || saved ? footer : undefined}>
      {data => <Form known={data} draft={draft ?? draftOf(data.settings)} wrong={wrong} onChange={change} />}
    </Desk>
  );
}

interface FormProps {
  known: Known;
  draft: KitchenDraft;
  wrong: Wrong;
  onChange: (draft: KitchenDraft) => void;
}

function Form({ known, draft, wrong, onChange }: FormProps) {
  const set = (change: Partial<KitchenDraft>) => onChange({ ...draft, ...change });
  const line = (key: keyof KitchenDraft['numbers']) => ({
    value: draft.numbers[key],
    error: wrong[key],
    onChange: (value: string) => set({ numbers: { ...draft.numbers, [key]: value } }),
  });
  return (
    <View className="columns">
      <View className="col">
        <Card title="留样">
          <Field label="每样至少多少克" kind="number" max={4} {...line('sampleGrams')} />
          <Field label="留多少小时" kind="number" max={3} {...line('sampleHours')} />
          <Field label="冰箱最低几度（℃）" max={3} {...line('fridgeFrom')} />
          <Field label="冰箱最高几度（℃）" max={3} {...line('fridgeTo')} />
          <Field label="开餐后几分钟提醒没留样" kind="number" max={3} {...line('sampleRemindAfter')} />
        </Card>
        <Samplers staff={known.staff} value={draft.samplers} onChange={samplers => set({ samplers })} />
      </View>
      <View className="col">
        <Budgets funders={known.funders} value={draft.budgets} wrong={wrong} onChange={budgets => set({ budgets })} />
        <Card title="评价、饭卡和统计">
          <Field label="吃过几天内可以评价" kind="number" max={2} {...line('ratingDays')} />
          <Field label="满多少岁整批发饭卡" kind="number" max={3} {...line('cardAge')} />
          <Field
            label="统计的年龄段"
            value={draft.bands}
            max={40}
            onChange={bands => set({ bands })}
            error={wrong.bands}
            help="写每段从几岁起，用顿号隔开：60、70、80、90"
          />
        </Card>
      </View>
    </View>
  );
}
