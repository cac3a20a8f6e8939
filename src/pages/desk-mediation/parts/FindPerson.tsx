import { View } from '@tarojs/components';
import { useState } from 'react';
import { BigButton } from '../../../components/BigButton';
import { Field } from '../../../components/Field';
import { List, Row } from '../../../components/List';
import { Failed } from '../../../components/Screen';
import { Skeleton } from '../../../components/Skeleton';
import { useQueryOf } from '../../../services/useDoor';
import { canteen } from '../../desk/queries';
import { useSettled } from '../../desk/useSettled';

export interface Person {
  id: string;
  name: string;
  address: string;
}

interface Props {
  label: string;
  value: Person | undefined;
  onChange: (person: Person | undefined) => void;
  error?: string;
}

/** A resident of the roster by name, pinyin, telephone or card: the search that all staff have. */
export function FindPerson({ label, value, onChange, error }: Props) {
  const [typed, setTyped] = useState('');
  const text = useSettled(typed.trim());
  const found = useQueryOf(canteen, 'findDiner', { text }, { when: text !== '' && !value });
  if (value)
    return (
      <View className="between">
        <View className="t-body">
          {value.name}，{value.address}
        </View>
        <BigButton small kind="plain" text="换一位" onPress={() => onChange(undefined)} />
      </View>
    );
  return (
    <>
      <Field label={label} value={typed} max={20} onChange={setTyped} placeholder="姓名、拼音、手机号或卡号" error={error} />
      {found.loading ? <Skeleton cards={1} /> : null}
      {found.failure ? <Failed failure={found.failure} onRetry={found.reload} /> : null}
      {found.data && text !== '' ? (
        <List label="找到的居民">
          {found.data.length === 0 ? <Row title={`名册里没有找到“${text}”`} text="请核对姓名，或选“不在名册里”。" /> : null}
          {found.data.map(({ id, name, age, address }) => (
            <Row
              key={id}
              title={`${name}　${age} 岁`}
              text={address}
              value="就是他"
              onPress={() => onChange({ id, name, address })}
            />
          ))}
        </List>
      ) : null}
    </>
  );
}
