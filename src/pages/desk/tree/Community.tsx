import { useState } from 'react';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { FailureNote } from '../../../components/FailureNote';
import { Field } from '../../../components/Field';
import { useCommand } from '../../../services/useDoor';
import type { TreeData } from '../people/Tree';
import { people } from '../queries';

type Fields = Omit<TreeData['community'], 'id'>;

/** What residents see of the community: its name, the number they call, where the office is. */
export function CommunityCard({ community }: { community: TreeData['community'] }) {
  const [typed, setTyped] = useState<Partial<Fields>>({});
  const save = useCommand(people, 'saveCommunity', { onDone: () => setTyped({}), touches: ['canteen'] });
  const { name, phone, address } = { ...community, ...typed };
  const fields = { name: name.trim(), phone: phone.trim(), address: address.trim() };
  const whole = Object.values(fields).every(text => text !== '');
  const changed = (Object.keys(fields) as (keyof Fields)[]).some(key => fields[key] !== community[key]);
  const set = (change: Partial<Fields>) => setTyped(old => ({ ...old, ...change }));
  return (
    <Card title="社区">
      <Field label="社区名称" value={name} max={30} onChange={text => set({ name: text })} />
      <Field
        label="社区电话"
        value={phone}
        max={20}
        onChange={text => set({ phone: text })}
        help="大字版首页的“打给社区”打这个号码"
      />
      <Field label="办公地址" value={address} max={60} onChange={text => set({ address: text })} />
      <FailureNote failure={save.failure} onRetry={save.retry} />
      {changed ? (
        <BigButton text="保存社区信息" busy={save.busy} busyText="正在保存…" disabled={!whole} onPress={() => save.run(fields)} />
      ) : null}
    </Card>
  );
}
