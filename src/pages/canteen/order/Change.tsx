import { View } from '@tarojs/components';
import { useState } from 'react';
import type { MealView, OrderView } from '../../../../types/canteen';
import { BigButton } from '../../../components/BigButton';
import { ChipPicker } from '../../../components/ChipPicker';
import { FailureNote } from '../../../components/FailureNote';
import { Segmented } from '../../../components/Segmented';
import { Sheet } from '../../../components/Sheet';
import { Skeleton } from '../../../components/Skeleton';
import { useCommand, useQueryOf } from '../../../services/useDoor';
import { canteen, type Week } from '../queries';
import { standing } from '../standingQueries';
import { ClashLine } from '../week/DishCard';
import { waysFor } from '../week/ways';

/** Another dish or another way, as many portions as before; more is booked from the menu. */
function Form({ order, meal, week, onDone }: { order: OrderView; meal: MealView; week: Week; onDone: () => void }) {
  const first = order.lines[0];
  const [dishId, setDishId] = useState(first?.dishId ?? '');
  const [way, setWay] = useState(order.way);
  const changing = useCommand(standing, 'changeOrder', { touches: ['courier'], onDone });
  const dish = meal.dishes.find(({ id }) => id === dishId);
  const single = order.lines.length === 1;
  const lines = single
    ? [{ dishId, count: first?.count ?? 1 }]
    : order.lines.map(each => ({ dishId: each.dishId, count: each.count }));
  const same = way === order.way && (!single || dishId === first?.dishId);
  return (
    <View className="col">
      {single ? (
        <ChipPicker
          label="换哪个"
          options={meal.dishes.map(({ id, name }) => ({ value: id, text: name }))}
          value={[dishId]}
          onChange={([id]) => id && setDishId(id)}
        />
      ) : null}
      {dish ? <ClashLine dish={dish} name={order.dinerName} /> : null}
      <Segmented label="怎么吃" options={waysFor(week, order.day)} value={way} onChange={setWay} />
      <FailureNote failure={changing.failure} onRetry={changing.retry} />
      <BigButton
        text={same ? '没有改动' : '就这样改'}
        disabled={same}
        busy={changing.busy}
        onPress={() => changing.run({ id: order.id, way, lines })}
      />
    </View>
  );
}

/** 改一改: as long as the server says that it may be changed. */
export function Change({ order }: { order: OrderView }) {
  const [open, setOpen] = useState(false);
  const week = useQueryOf(canteen, 'weekMenu', { dinerId: order.dinerId, from: order.day }, { when: open });
  // An order that an older version kept on the phone has no such verdict.
  if (!order.may.change?.ok) return null;
  const close = () => setOpen(false);
  const meal = week.data?.meals.find(({ id }) => id === order.mealId);
  return (
    <>
      <BigButton kind="secondary" icon="edit" text="换个菜，或换种吃法" onPress={() => setOpen(true)} />
      <Sheet title="改这一餐" open={open} onClose={close}>
        {week.data && meal ? <Form order={order} meal={meal} week={week.data} onDone={close} /> : <Skeleton cards={1} />}
        <FailureNote failure={week.failure} onRetry={week.reload} />
      </Sheet>
    </>
  );
}
