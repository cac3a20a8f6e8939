import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import type { RecipientView, Spot } from '../../../../types/canteen';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { FailureNote } from '../../../components/FailureNote';
import { Field } from '../../../components/Field';
import { useCommand } from '../../../services/useDoor';
import { delivery } from '../standingQueries';

/** Where this phone is; undefined when the person does not want to say, or the phone does not know. */
const here = async (): Promise<Spot | undefined> => {
  try {
    const { latitude, longitude } = await Taro.getLocation({ type: 'wgs84' });
    return { lat: latitude, lng: longitude };
  } catch {
    return undefined;
  }
};

/** What the carrier should know: 按门铃慢一点; and, from somebody who stands at the door, where it is on the map. */
export function DoorForm({ known }: { known: RecipientView }) {
  const { dinerId, address, doorNote = '', spot } = known;
  const [note, setNote] = useState(doorNote);
  const [unknown, setUnknown] = useState(false);
  const saving = useCommand(delivery, 'saveDoor');
  const save = (found?: Spot) => saving.run({ dinerId, doorNote: note.trim(), ...(found ? { spot: found } : {}) });
  const pin = async () => {
    const found = await here();
    setUnknown(!found);
    if (found) save(found);
  };
  return (
    <Card title={`送到 ${address}`}>
      <View className="col">
        <Field optional label="告诉送餐的人" max={40} value={note} onChange={setNote} placeholder="按门铃慢一点" />
        <FailureNote failure={saving.failure} onRetry={saving.retry} />
        <BigButton
          kind="secondary"
          text={note.trim() === doorNote ? '没有改动' : '保存'}
          disabled={note.trim() === doorNote}
          busy={saving.busy}
          onPress={() => save()}
        />
        <BigButton kind="plain" icon="pin" text={spot ? '重新标门口的位置' : '我就在门口，标一下位置'} onPress={pin} />
        <View className="t-secondary">
          {unknown
            ? '没有拿到位置，可以不标，按门牌也能送到。'
            : spot
              ? '位置已经标好，排路线用。'
              : '标了位置，送餐路线排得更顺。'}
        </View>
      </View>
    </Card>
  );
}
