import { View } from '@tarojs/components';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { Field } from '../../../components/Field';
import { newId, type PartProps } from './draft';

/** Rooms are held by the hour, so that none is promised twice. */
export const Rooms = ({ draft, wrong, set }: PartProps) => (
  <Card title="调解室">
    <View className="col">
      <View className="t-secondary">约面谈时按小时留房间，同一间不会约重。</View>
      {draft.rooms.map((room, i) => (
        <View key={room.id}>
          <Field
            label={`第 ${i + 1} 间`}
            value={room.name}
            max={20}
            onChange={name => set({ rooms: draft.rooms.map(each => (each.id === room.id ? { ...each, name } : each)) })}
            error={wrong[room.id]}
          />
          <BigButton
            small
            kind="plain"
            icon="trash"
            text="去掉"
            label={`去掉${room.name || `第 ${i + 1} 间`}`}
            onPress={() => set({ rooms: draft.rooms.filter(each => each.id !== room.id) })}
          />
        </View>
      ))}
      <BigButton
        kind="secondary"
        icon="plus"
        text="加一间"
        disabled={draft.rooms.length >= 10}
        onPress={() => set({ rooms: [...draft.rooms, { id: newId('room', draft.rooms), name: '' }] })}
      />
    </View>
  </Card>
);
