import { View } from '@tarojs/components';
import { useState } from 'react';
import type { ResidentRow } from '../../../../types/people';
import { BigButton } from '../../../components/BigButton';
import { Field } from '../../../components/Field';
import { List, Row } from '../../../components/List';
import { Failed } from '../../../components/Screen';
import { Skeleton } from '../../../components/Skeleton';
import { useQueryOf } from '../../../services/useDoor';
import { people } from '../queries';
import { useSettled } from '../useSettled';

/** More than these nobody reads on a phone; another letter is faster. */
const SHOWN = 6;

export type Chosen = Pick<ResidentRow, 'id' | 'name' | 'age' | 'address'>;

interface Props {
  label: string;
  value: Chosen | undefined;
  onChange: (resident: Chosen | undefined) => void;
}

/** Names one resident: a few letters, then a tap. */
export function FindResident({ label, value, onChange }: Props) {
  const [typed, setTyped] = useState('');
  const text = useSettled(typed.trim());
  const found = useQueryOf(people, 'findResidents', { text }, { when: text !== '' && !value });
  if (value)
    return (
      <List label={label}>
        <Row
          title={`${value.name}　${value.age} 岁`}
          text={value.address}
          aside={<BigButton small kind="plain" text="换人" onPress={() => onChange(undefined)} />}
        />
      </List>
    );
  const rows = found.data?.residents.slice(0, SHOWN) ?? [];
  return (
    <View className="col">
      <Field label={label} value={typed} max={20} onChange={setTyped} placeholder="姓名、拼音、手机尾号" />
      {found.loading ? <Skeleton cards={1} /> : null}
      {found.failure ? <Failed failure={found.failure} onRetry={found.reload} /> : null}
      {text !== '' && found.data && rows.length === 0 ? (
        <View className="desk-note">没有找到“{text}”。换个字试试；名册里没有的人，请先在“居民”里登记。</View>
      ) : null}
      {rows.length > 0 ? (
        <List label="找到的居民">
          {rows.map(row => (
            <Row key={row.id} title={`${row.name}　${row.age} 岁`} text={row.address} onPress={() => onChange(row)} />
          ))}
        </List>
      ) : null}
    </View>
  );
}
