import { View } from '@tarojs/components';
import { useState } from 'react';
import { Field } from '../../../components/Field';
import { List, Row } from '../../../components/List';
import { Failed } from '../../../components/Screen';
import { Skeleton } from '../../../components/Skeleton';
import { useQueryOf } from '../../../services/useDoor';
import { useSettled } from '../../desk/useSettled';
import { care } from '../queries';

export interface Found {
  id: string;
  name: string;
}

interface Props {
  label: string;
  onChoose: (child: Found) => void;
  /** Said when nobody is found. */
  none: string;
}

/** A child by name or pinyin. */
export function FindChild({ label, onChoose, none }: Props) {
  const [typed, setTyped] = useState('');
  const text = useSettled(typed.trim());
  const found = useQueryOf(care, 'findChild', { text }, { when: text !== '' });
  const children = text === '' ? [] : (found.data?.children ?? []);
  return (
    <View className="col">
      <Field label={label} value={typed} max={20} onChange={setTyped} placeholder="姓名、拼音" />
      {found.loading ? <Skeleton cards={1} /> : null}
      {found.failure ? <Failed failure={found.failure} onRetry={found.reload} /> : null}
      {text !== '' && found.data && children.length === 0 ? (
        <View className="desk-note">
          没有找到“{text}”。{none}
        </View>
      ) : null}
      {children.length > 0 ? (
        <List label="找到的孩子">
          {children.map(({ id, name, age, school, schoolClass, guardians }) => (
            <Row
              key={id}
              title={`${name}　${age} 岁`}
              text={`${school} ${schoolClass} · ${guardians}`}
              onPress={() => onChoose({ id, name })}
            />
          ))}
        </List>
      ) : null}
    </View>
  );
}
