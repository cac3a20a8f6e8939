import { View } from '@tarojs/components';
import { useState } from 'react';
import type { CanteenContract } from '../../../../types/canteen';
import type { OutputOf } from '../../../../types/contract';
import { yuanText } from '../../../../types/money';
import { BigButton } from '../../../components/BigButton';
import { Empty } from '../../../components/Empty';
import { Field } from '../../../components/Field';
import { List, Row } from '../../../components/List';
import { Segmented } from '../../../components/Segmented';
import { Split } from '../../../components/Split';
import { useQueryOf } from '../../../services/useDoor';
import { Desk } from '../parts/Desk';
import { canteen } from '../queries';
import { MARK_TEXT } from '../words';
import { DishEditor } from './DishEditor';
import { Popular } from './Popular';

export type LibraryRow = OutputOf<CanteenContract, 'dishLibrary'>['dishes'][number];

const VIEWS = [
  { value: 'library', text: '菜品' },
  { value: 'popular', text: '受欢迎的' },
  { value: 'retired', text: '不再做的' },
] as const;
type Shown = (typeof VIEWS)[number]['value'];

/** 菜品库: every dish the kitchen can make, with what it costs; which ones people like. */
export default function Dishes() {
  const library = useQueryOf(canteen, 'dishLibrary', {});
  const [view, setView] = useState<Shown>('library');
  const [openId, setOpenId] = useState<string>();
  return (
    <Desk title="菜品库" of={library}>
      {({ dishes }) => (
        <View className="col">
          <Segmented label="看什么" value={view} onChange={setView} options={VIEWS} />
          {view === 'popular' ? (
            <Popular />
          ) : (
            <Split
              hint="点一道菜来改，或加一道新的"
              onBack={() => setOpenId(undefined)}
              list={
                <Library dishes={dishes.filter(dish => dish.retired === (view === 'retired'))} view={view} onOpen={setOpenId} />
              }
              detail={
                openId ? (
                  <DishEditor key={openId} dish={dishes.find(dish => dish.id === openId)} onDone={() => setOpenId(undefined)} />
                ) : undefined
              }
            />
          )}
        </View>
      )}
    </Desk>
  );
}

const noteOf = (dish: LibraryRow): string =>
  [
    dish.parts.join('、'),
    dish.marks.map(mark => MARK_TEXT[mark]).join('、'),
    dish.cost === undefined ? '' : `成本 ${yuanText(dish.cost)}`,
  ]
    .filter(Boolean)
    .join(' · ');

function Library({ dishes, view, onOpen }: { dishes: readonly LibraryRow[]; view: Shown; onOpen: (id: string) => void }) {
  const [typed, setTyped] = useState('');
  const text = typed.trim();
  const shown = text ? dishes.filter(dish => dish.name.includes(text) || dish.parts.some(part => part.includes(text))) : dishes;
  return (
    <View className="col">
      <View className="between">
        <View className="grow">
          <Field label="找菜" value={typed} max={20} onChange={setTyped} placeholder="菜名或里面的菜" />
        </View>
        {view === 'library' ? <BigButton small icon="plus" text="加一道菜" onPress={() => onOpen('new')} /> : null}
      </View>
      {shown.length === 0 ? (
        <Empty
          icon="bowl"
          title={text ? `没有找到“${text}”` : view === 'library' ? '菜品库还是空的' : '没有停做的菜'}
          next={view === 'library' ? '加进来的菜，写菜单时点一下就行。' : '停做的菜会到这里，随时可以恢复。'}
        />
      ) : null}
      {shown.length > 0 ? (
        <List label="菜品">
          {shown.map(dish => (
            <Row
              key={dish.id}
              title={dish.name}
              text={noteOf(dish)}
              value={yuanText(dish.price)}
              onPress={() => onOpen(dish.id)}
            />
          ))}
        </List>
      ) : null}
    </View>
  );
}
