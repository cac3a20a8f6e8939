import { View } from '@tarojs/components';
import { useState } from 'react';
import { ALLERGEN_TEXT } from '../../../../types/words';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { ChipPicker } from '../../../components/ChipPicker';
import { FailureNote } from '../../../components/FailureNote';
import { Field } from '../../../components/Field';
import { useCommand } from '../../../services/useDoor';
import { PhotoField } from '../menus/PhotoField';
import { Labelled } from '../parts/Labelled';
import { canteen } from '../queries';
import { MARK_TEXT, optionsOf } from '../words';
import { type LibraryDraft, libraryDraft, readLibraryDish } from './draft';
import type { LibraryRow } from './index';

/** Writes one dish of the library; a new one without `dish`. */
export function DishEditor({ dish, onDone }: { dish: LibraryRow | undefined; onDone: () => void }) {
  const [draft, setDraft] = useState(() => libraryDraft(dish));
  const [wrong, setWrong] = useState<Record<string, string>>({});
  const save = useCommand(canteen, 'saveDish', { onDone });
  const retire = useCommand(canteen, 'retireDish', { onDone });
  const submit = () => {
    const read = readLibraryDish(draft);
    setWrong(read.wrong);
    if (Object.keys(read.wrong).length === 0) save.run(dish ? { id: dish.id, ...read.dish } : read.dish);
  };
  return (
    <Card title={dish ? dish.name : '新的菜'}>
      <Lines draft={draft} wrong={wrong} onChange={setDraft} />
      <FailureNote failure={save.failure ?? retire.failure} onRetry={save.retry ?? retire.retry} />
      <View className="pair">
        {dish ? (
          <BigButton
            kind="plain"
            text={dish.retired ? '恢复这道菜' : '不再做这道菜'}
            busy={retire.busy}
            onPress={() => retire.run({ id: dish.id, retired: !dish.retired })}
          />
        ) : null}
        <BigButton text="保存" busy={save.busy} busyText="正在保存…" onPress={submit} />
      </View>
      {dish ? <View className="desk-note">已经发布的菜单不会跟着变。</View> : null}
    </Card>
  );
}

interface LinesProps {
  draft: LibraryDraft;
  wrong: Record<string, string>;
  onChange: (draft: LibraryDraft) => void;
}

function Lines({ draft, wrong, onChange }: LinesProps) {
  const set = (change: Partial<LibraryDraft>) => onChange({ ...draft, ...change });
  return (
    <>
      <Field label="菜名" value={draft.name} max={20} onChange={name => set({ name })} error={wrong.name} />
      <Field
        optional
        label="里面有什么"
        value={draft.parts}
        onChange={parts => set({ parts })}
        error={wrong.parts}
        help="用顿号隔开：狮子头、清炒时蔬、番茄蛋汤、米饭"
      />
      <Field label="价格（元）" kind="digit" value={draft.price} max={8} onChange={price => set({ price })} error={wrong.price} />
      <Field
        optional
        label="每份成本（元）"
        kind="digit"
        value={draft.cost}
        max={8}
        onChange={cost => set({ cost })}
        error={wrong.cost}
        help="只有食堂和社区办公室看得到"
      />
      <PhotoField photo={draft.photo} name={draft.name} onChange={photo => set({ photo })} />
      <Labelled label="含有的过敏原">
        <ChipPicker
          many
          label="含有的过敏原"
          options={optionsOf(ALLERGEN_TEXT)}
          value={draft.allergens}
          onChange={allergens => set({ allergens })}
        />
      </Labelled>
      <Labelled label="特点">
        <ChipPicker many label="特点" options={optionsOf(MARK_TEXT)} value={draft.marks} onChange={marks => set({ marks })} />
      </Labelled>
    </>
  );
}
