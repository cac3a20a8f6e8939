import { View } from '@tarojs/components';
import { useState } from 'react';
import type { SampleMeal, SampleState } from '../../../../types/canteen';
import type { CivilDate } from '../../../../types/time';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { FailureNote } from '../../../components/FailureNote';
import { Tag, type Tone } from '../../../components/Tag';
import { sentenceOf } from '../../../services/sentences';
import { useCommand } from '../../../services/useDoor';
import { canteen } from '../queries';
import { mealText, momentText, timeText } from '../words';
import { ReadFridge } from './ReadFridge';
import { Take } from './Take';

const STATE: Record<SampleState, { word: string; tone: Tone }> = {
  missing: { word: '还没留', tone: 'warning' },
  kept: { word: '在柜里', tone: 'success' },
  over: { word: '可以处理', tone: 'info' },
  gone: { word: '已处理', tone: 'neutral' },
};

type Dish = SampleMeal['dishes'][number];

function lineOf(dish: Dish, today: CivilDate): string {
  if (dish.state === 'missing' || dish.takenAt === undefined) return '';
  const taken = `${dish.grams} 克，${momentText(dish.takenAt, today)} ${dish.takenByName}留`;
  if (dish.goneAt !== undefined) return `${taken}；${momentText(dish.goneAt, today)} ${dish.goneByName}处理`;
  return dish.mayDiscardAt === undefined ? taken : `${taken}；留到 ${momentText(dish.mayDiscardAt, today)}`;
}

const DishLine = ({ dish, today }: { dish: Dish; today: CivilDate }) => (
  <View className="sample-line">
    <View className="grow">
      <View className="t-body">{dish.name}</View>
      <View className="t-secondary">{lineOf(dish, today)}</View>
    </View>
    <Tag {...STATE[dish.state]} />
  </View>
);

/** Dishes that stand alike are one line: those of yesterday were all taken at once. */
function gathered(dishes: readonly Dish[]): Dish[] {
  const lines = new Map<string, Dish>();
  for (const dish of dishes) {
    const key = [dish.state, dish.takenAt, dish.goneAt, dish.grams].join();
    const line = lines.get(key);
    lines.set(key, line ? { ...line, name: `${line.name}、${dish.name}` } : dish);
  }
  return [...lines.values()];
}

/** The samples of one meal, and what is to be done with them. */
export function MealSamples({ meal, today, least }: { meal: SampleMeal; today: CivilDate; least: number }) {
  const [open, setOpen] = useState<'take' | 'fridge'>();
  const discard = useCommand(canteen, 'discardSamples');
  const missing = meal.dishes.filter(dish => dish.state === 'missing').map(dish => dish.name);
  const inside = meal.dishes.some(dish => dish.state === 'kept' || dish.state === 'over');
  const { discard: may } = meal.may;
  const last = meal.readings[meal.readings.length - 1];
  return (
    <Card title={mealText(meal, today)} aside={<Keepers names={meal.keepers} />}>
      {gathered(meal.dishes).map(dish => (
        <DishLine key={dish.name} dish={dish} today={today} />
      ))}
      {last ? (
        <View className={last.outside ? 'field-error' : 'desk-note'}>
          冰箱 {last.celsius} ℃（{timeText(last.at)} {last.byName}）{last.outside ? '，超出范围，请马上检查冰箱' : ''}
        </View>
      ) : null}
      <FailureNote failure={discard.failure} onRetry={discard.retry} />
      <View className="pair">
        {missing.length > 0 && meal.may.take.ok ? (
          <BigButton text={`登记留样（还差 ${missing.length} 样）`} onPress={() => setOpen('take')} />
        ) : null}
        {inside ? <BigButton kind="secondary" text="登记冰箱温度" onPress={() => setOpen('fridge')} /> : null}
        {may.ok ? (
          <BigButton
            kind="secondary"
            text="登记已处理"
            busy={discard.busy}
            onPress={() => discard.run({ mealId: meal.mealId })}
          />
        ) : null}
      </View>
      {inside && !may.ok ? <View className="desk-note">{sentenceOf(may.code, may.details).title}</View> : null}
      {open === 'take' ? <Take meal={meal} missing={missing} least={least} onClose={() => setOpen(undefined)} /> : null}
      {open === 'fridge' ? <ReadFridge mealId={meal.mealId} onClose={() => setOpen(undefined)} /> : null}
    </Card>
  );
}

const Keepers = ({ names }: { names: readonly string[] }) => (
  <View className="t-secondary">{names.length > 0 ? `${names.join('、')}负责` : '食堂人员都可以留'}</View>
);
