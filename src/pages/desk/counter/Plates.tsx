import { View } from '@tarojs/components';
import { useState } from 'react';
import { BigButton } from '../../../components/BigButton';
import { Sheet } from '../../../components/Sheet';
import { plates } from './checkOffs';

const LEFT_TEXT = { half: '剩一半', most: '剩很多' } as const;
type Left = keyof typeof LEFT_TEXT;
const LEFTS = Object.keys(LEFT_TEXT) as Left[];

interface Props {
  mealId: string;
  dishes: readonly { dishId: string; name: string }[];
}

/** 收盘: what came back on the plates, one tap a plate. */
export function Plates({ mealId, dishes }: Props) {
  const [open, setOpen] = useState(false);
  const [counts, setCounts] = useState<Record<string, number>>({});
  const tap = (dishId: string, left: Left) => {
    plates.add(`${mealId}:${dishId}`, { mealId, dishId, left });
    const key = `${dishId}.${left}`;
    setCounts(all => ({ ...all, [key]: (all[key] ?? 0) + 1 }));
  };
  return (
    <>
      <BigButton small kind="plain" text="收盘登记" onPress={() => setOpen(true)} />
      <Sheet title="收回的盘子里剩了什么" open={open} onClose={() => setOpen(false)}>
        <View className="col">
          <View className="desk-note">点一下就是一盘，没有网也能点。吃完的不用点。</View>
          {dishes.map(dish => (
            <View key={dish.dishId} className="col">
              <View className="t-section">{dish.name}</View>
              <View className="pair">
                {LEFTS.map(left => (
                  <BigButton
                    key={left}
                    kind="secondary"
                    text={`${LEFT_TEXT[left]} ${counts[`${dish.dishId}.${left}`] ?? ''}`}
                    label={`${dish.name}${LEFT_TEXT[left]}`}
                    onPress={() => tap(dish.dishId, left)}
                  />
                ))}
              </View>
            </View>
          ))}
        </View>
      </Sheet>
    </>
  );
}
