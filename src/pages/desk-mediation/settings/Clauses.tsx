import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Clause } from '../../../../types/mediation';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { ChipPicker } from '../../../components/ChipPicker';
import { Field } from '../../../components/Field';
import { List, Row } from '../../../components/List';
import { Sheet } from '../../../components/Sheet';
import { Labelled } from '../../desk/parts/Labelled';
import { kindOptions } from '../words';
import { newId, type PartProps } from './draft';

const KINDS = [{ value: 'any' as const, text: '各类通用' }, ...kindOptions];
const MOST = 60;

/** The standard sentences of an agreement, kind by kind; what is left to fill in stands as ____. */
export function Clauses({ draft, wrong, set }: PartProps) {
  const [kind, setKind] = useState<Clause['kind']>('any');
  const [openId, setOpenId] = useState<string>();
  const open = draft.clauses.find(each => each.id === openId);
  const shown = draft.clauses.filter(each => each.kind === kind);
  const change = (id: string, part: Partial<Clause>) =>
    set({ clauses: draft.clauses.map(each => (each.id === id ? { ...each, ...part } : each)) });
  const add = () => {
    const id = newId('clause', draft.clauses);
    set({ clauses: [...draft.clauses, { id, kind, name: '', text: '' }] });
    setOpenId(id);
  };
  return (
    <Card title="协议的常用条款">
      <View className="col">
        <View className="t-secondary">
          写协议时点一下就能用，再把 ____ 的地方填上。改了只影响以后写的协议，改好要点下面的“保存”。
        </View>
        <Labelled label="哪一类纠纷">
          <ChipPicker label="哪一类纠纷" options={KINDS} value={[kind]} onChange={([one]) => setKind(one ?? 'any')} />
        </Labelled>
        <List label="条款">
          {shown.map(clause => (
            <Row
              key={clause.id}
              title={clause.name || '新的一条'}
              text={wrong[clause.id] ?? clause.text}
              onPress={() => setOpenId(clause.id)}
            />
          ))}
        </List>
        <BigButton kind="secondary" icon="plus" text="加一条" disabled={draft.clauses.length >= MOST} onPress={add} />
      </View>
      <Sheet title="一条常用条款" open={open !== undefined} onClose={() => setOpenId(undefined)}>
        {open ? (
          <View className="col">
            <Field label="名称" value={open.name} max={20} onChange={name => change(open.id, { name })} />
            <Field kind="long" label="条款" value={open.text} max={600} onChange={text => change(open.id, { text })} />
            <BigButton text="好了" onPress={() => setOpenId(undefined)} />
            <BigButton
              kind="plain"
              icon="trash"
              text="去掉这一条"
              onPress={() => {
                setOpenId(undefined);
                set({ clauses: draft.clauses.filter(each => each.id !== open.id) });
              }}
            />
          </View>
        ) : null}
      </Sheet>
    </Card>
  );
}
