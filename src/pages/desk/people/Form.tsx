import { View } from '@tarojs/components';
import { useState } from 'react';
import { ALLERGEN_TEXT, CATEGORY_TEXT, DIET_TEXT } from '../../../../types/words';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { ChipPicker } from '../../../components/ChipPicker';
import { FailureNote } from '../../../components/FailureNote';
import { Field } from '../../../components/Field';
import { useCommand } from '../../../services/useDoor';
import { Labelled } from '../parts/Labelled';
import { people } from '../queries';
import { optionsOf } from '../words';
import { type FormData, inputOf, wrongIn } from './draft';
import type { TreeData } from './Tree';

interface Props {
  title: string;
  start: FormData;
  /** Absent: a new resident. */
  id?: string;
  tree: TreeData;
  onDone: (id: string) => void;
  onCancel: () => void;
}

/** Writes one resident down. */
export function Form({ title, start, id, tree, onDone, onCancel }: Props) {
  const [form, setForm] = useState(start);
  const [wrong, setWrong] = useState<Record<string, string>>({});
  const save = useCommand(people, 'saveResident', { onDone: saved => onDone(saved.id), touches: ['canteen'] });
  const set = (change: Partial<FormData>) => setForm(old => ({ ...old, ...change }));
  const submit = () => {
    const found = wrongIn(form);
    setWrong(found);
    if (Object.keys(found).length === 0) save.run(inputOf(form, id));
  };
  return (
    <Card title={title}>
      <View className="form-pair">
        <Field label="姓名" value={form.name} max={20} onChange={name => set({ name })} error={wrong.name} />
        <Field
          label="出生日期"
          value={form.birthDate}
          max={12}
          onChange={birthDate => set({ birthDate })}
          error={wrong.birthDate}
          help="年龄决定补贴，请照证件填"
        />
        <Field
          optional
          label="手机号"
          kind="phone"
          value={form.phone}
          max={11}
          onChange={phone => set({ phone })}
          error={wrong.phone}
        />
        <Field
          optional
          label="卡号"
          value={form.cardNo}
          max={20}
          onChange={cardNo => set({ cardNo })}
          help="没有手机的长者，凭卡取餐"
        />
      </View>
      <Where form={form} tree={tree} set={set} wrong={wrong} />
      <Kinds form={form} set={set} />
      <FailureNote failure={save.failure} onRetry={save.retry} />
      <View className="pair form-foot">
        <BigButton kind="plain" text="取消" disabled={save.busy} onPress={onCancel} />
        <BigButton text="保存" busy={save.busy} busyText="正在保存…" onPress={submit} />
      </View>
    </Card>
  );
}

interface PartProps {
  form: FormData;
  set: (change: Partial<FormData>) => void;
}

function Where({ form, tree, set, wrong }: PartProps & { tree: TreeData; wrong: Record<string, string> }) {
  const building = tree.buildings.find(each => each.id === form.buildingId);
  return (
    <>
      <Labelled label="楼栋">
        <ChipPicker
          label="楼栋"
          options={tree.buildings.map(each => ({ value: each.id, text: each.name }))}
          value={[form.buildingId]}
          onChange={([first]) => set({ buildingId: first ?? '', unitId: '' })}
        />
      </Labelled>
      {building ? (
        <Labelled label="单元">
          <ChipPicker
            label="单元"
            options={building.units.map(each => ({ value: each.id, text: each.name }))}
            value={[form.unitId]}
            onChange={([first]) => set({ unitId: first ?? '' })}
          />
        </Labelled>
      ) : null}
      {wrong.unitId ? <View className="field-error">{wrong.unitId}</View> : null}
      <Field label="房号" value={form.room} max={12} onChange={room => set({ room })} error={wrong.room} />
    </>
  );
}

const Kinds = ({ form, set }: PartProps) => (
  <>
    <Labelled label="类别（可多选）">
      <ChipPicker
        many
        label="类别"
        options={optionsOf(CATEGORY_TEXT)}
        value={form.categories}
        onChange={categories => set({ categories })}
      />
    </Labelled>
    <Labelled label="过敏（可多选）">
      <ChipPicker
        many
        label="过敏"
        options={optionsOf(ALLERGEN_TEXT)}
        value={form.allergens}
        onChange={allergens => set({ allergens })}
      />
    </Labelled>
    <Labelled label="忌口（可多选）">
      <ChipPicker many label="忌口" options={optionsOf(DIET_TEXT)} value={form.diets} onChange={diets => set({ diets })} />
    </Labelled>
  </>
);
