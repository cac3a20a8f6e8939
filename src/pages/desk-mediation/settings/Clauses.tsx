import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Clause } from '../../../../types/mediation';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { ChipPicker } from '../../../components/ChipPicker';
import { Field } from '../../../components/Field';
import { Labelled } from '../../desk/parts/Labelled';
import { kindOptions } from '../words';
import { newId, type PartProps } from './draft';

const KINDS = [{ value: 'any' as const, text: '各类通用' }, ...kindOptions];
const MOST = 60;

/** The standard sentences of an agreement, kind by kind; what is left to fill in stands as ____. */
export function Clauses({ draft, wrong, set }: PartProps) {
  const [kind, setKind] = useState<Clause['kind']>('any');
  const shown = draft.clauses.filter(each => each.kind === kind);
  const change = (id: string, part: Partial<Clause>) =>
    set({ clauses: draft.clauses.map(each => (each.id === id ? { ...each, ...part } : each)) });
  const add = () => set({ clauses: [...draft.clauses, { id: newId('clause', draft.clauses), kind, name: '', text: '' }] });
  return (
    <Card title="协议的常用条款">
      <View className="col">
        <View className="t-secondary">写协议时点一下就能用，再把 ____ 的地方填上。改了只影响以后写的协议。</View>
        <Labelled label="哪一类纠纷">
          <ChipPicker label="哪一类纠纷" options={KINDS} value={[kind]} onChange={([one]) => setKind(one ?? 'any')} />
        </Labelled>
        {shown.map((clause, i) => (
          <View key={clause.id} className="col">
            <Field
              label={`第 ${i + 1} 条的名称`}
              value={clause.name}
              max={20}
              onChange={name => change(clause.id, { name })}
              error={wrong[clause.id]}
            />
            <Field kind="long" label="条款" value={clause.text} max={600} onChange={text => change(clause.id, { text })} />
            <BigButton
              small
              kind="plain"
              icon="trash"
              text="去掉"
              label={`去掉条款${clause.name}`}
              onPress={() => set({ clauses: draft.clauses.filter(each => each.id !== clause.id) })}
            />
          </View>
        ))}
        <BigButton kind="secondary" icon="plus" text="加一条" disabled={draft.clauses.length >= MOST} onPress={add} />
      </View>
    </Card>
  );
}
