import { View } from '@tarojs/components';
import { useState } from 'react';
import type { LibraryDish } from '../../../../types/canteen';
import { yuanText } from '../../../../types/money';
import { ErrorRetry } from '../../../components/ErrorRetry';
import { Field } from '../../../components/Field';
import { List, Row } from '../../../components/List';
import { Sheet } from '../../../components/Sheet';
import { Skeleton } from '../../../components/Skeleton';
import { useQueryOf } from '../../../services/useDoor';
import { canteen } from '../queries';
import { type DishDraft, dishDraft } from './draft';

interface Props {
  open: boolean;
  onClose: () => void;
  /** Dishes that are on this menu already. */
  taken: readonly string[];
  onPick: (dish: DishDraft) => void;
}

/** What a menu takes over; what a dish costs the kitchen stays in the library. */
const draftOfDish = ({ id, name, parts, price, photo, allergens, marks }: LibraryDish & { id: string }): DishDraft =>
  dishDraft({ id, name, parts, price, allergens, marks, ...(photo ? { photo } : {}) });

/** Picks dishes of the library onto a menu; the sheet stays open for the next one. */
export function Library({ open, onClose, taken, onPick }: Props) {
  const library = useQueryOf(canteen, 'dishLibrary', {}, { when: open });
  const [typed, setTyped] = useState('');
  const text = typed.trim();
  const dishes = (library.data?.dishes ?? []).filter(dish => !dish.retired && (!text || dish.name.includes(text)));
  return (
    <Sheet title="从菜品库选" open={open} onClose={onClose}>
      <View className="col">
        <Field label="找菜" value={typed} max={20} onChange={setTyped} placeholder="菜名" />
        {library.loading ? <Skeleton cards={2} /> : null}
        {library.failure ? <ErrorRetry failure={library.failure} onRetry={library.reload} /> : null}
        {library.data && dishes.length === 0 ? (
          <View className="desk-note">{text ? '没有找到。' : '菜品库还是空的，先到“菜品库”里加。'}</View>
        ) : null}
        <List label="菜品库里的菜">
          {dishes.map(dish => {
            const there = taken.includes(dish.id);
            return (
              <Row
                key={dish.id}
                title={dish.name}
                text={there ? '已经在菜单上' : dish.parts.join('、')}
                value={yuanText(dish.price)}
                onPress={there ? undefined : () => onPick(draftOfDish(dish))}
              />
            );
          })}
        </List>
      </View>
    </Sheet>
  );
}
