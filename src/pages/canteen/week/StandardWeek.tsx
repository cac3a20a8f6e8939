import { View } from '@tarojs/components';
import type { MealView } from '../../../../types/canteen';
import { aria } from '../../../components/aria';
import { BigButton } from '../../../components/BigButton';
import { DateStrip } from '../../../components/DateStrip';
import { Empty } from '../../../components/Empty';
import { FailureNote } from '../../../components/FailureNote';
import { Segmented } from '../../../components/Segmented';
import { go } from '../../../services/go';
import type { Week } from '../queries';
import { hoursText, PERIOD_TEXT } from '../words';
import { DishCard } from './DishCard';
import type { WeekDay, Wish } from './days';
import { MealState } from './MealState';
import type { Ordering } from './useOrdering';
import { Who } from './Who';
import { waysFor } from './ways';

interface Props {
  week: Week;
  days: readonly WeekDay[];
  day: WeekDay;
  meal: MealView | undefined;
  ordering: Ordering;
  onWish: (wish: Wish) => void;
  onDiner: (dinerId: string) => void;
}

const toStanding = (dinerId: string | undefined) => go('pages/canteen/standing/index', { dinerId });

/** Template 3: days, periods, until when, dishes. */
export function StandardWeek({ week, days, day, meal, ordering, onWish, onDiner }: Props) {
  const open = meal?.may.book.ok === true && week.diner !== undefined;
  const room = Math.max(0, Math.min(week.maxPortions, meal?.left ?? 0) - ordering.portions);
  const periods = day.meals.map(each => ({ value: each.period, text: `${PERIOD_TEXT[each.period]} ${hoursText(each)}` }));
  return (
    <>
      <DateStrip days={days} today={week.today} value={day.day} onChange={chosen => onWish({ day: chosen })} />
      <Who week={week} onDiner={onDiner} />
      {meal && periods.length > 1 ? (
        <Segmented label="餐次" options={periods} value={meal.period} onChange={period => onWish({ day: day.day, period })} />
      ) : null}
      {meal && periods.length === 1 ? <View className="t-section">{periods[0]!.text}</View> : null}
      {meal ? <MealState meal={meal} now={week.now} today={week.today} /> : null}
      {meal ? (
        <View className="col" {...aria({ role: 'list', label: '菜单' })}>
          {meal.dishes.map(dish => (
            <DishCard
              key={dish.id}
              dish={dish}
              dinerName={week.diner?.name ?? ''}
              count={ordering.counts[dish.id] ?? 0}
              max={open ? (ordering.counts[dish.id] ?? 0) + room : undefined}
              onCount={count => ordering.setCount(dish.id, count)}
            />
          ))}
        </View>
      ) : (
        <Empty icon="bowl" title="这一天还没有菜单" next="食堂发布后会在这里显示，请先看看别的日子。" />
      )}
      {open ? <View className="t-secondary">怎么吃</View> : null}
      {open ? (
        <Segmented label="怎么吃" options={waysFor(week, day.day)} value={ordering.way} onChange={ordering.setWay} />
      ) : null}
      {week.diner ? (
        <BigButton small kind="plain" icon="calendar" text="不想天天点？设长期订餐" onPress={() => toStanding(week.diner?.id)} />
      ) : null}
      <FailureNote failure={ordering.booking.failure} onRetry={ordering.booking.retry} />
    </>
  );
}
