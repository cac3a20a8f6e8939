import { View } from '@tarojs/components';
import type { MealView } from '../../../../types/canteen';
import { aria } from '../../../components/aria';
import { BigButton } from '../../../components/BigButton';
import { Empty } from '../../../components/Empty';
import { ReadAloud } from '../../../components/ReadAloud';
import { go, goHome } from '../../../services/go';
import type { Week } from '../queries';
import { hoursText, PERIOD_TEXT, wholeDayText } from '../words';
import { ClashLine, DishPrice, type MenuDish } from './DishCard';
import { MealState } from './MealState';
import { Who } from './Who';

interface Props {
  week: Week;
  meal: MealView | undefined;
  onWant: (dish: MenuDish) => void;
  onDiner: (dinerId: string) => void;
}

/** The meal as it would be read out. */
const spoken = (meal: MealView, week: Week): string => {
  const dishes = meal.dishes.map(({ name, parts }) => `${name}，有${parts.join('、')}`);
  return [`${wholeDayText(meal.day, week.today)}${PERIOD_TEXT[meal.period]}`, ...dishes].join('。');
};

/** One meal a screen: each set with one button, 要. */
export function ElderWeek({ week, meal, onWant, onDiner }: Props) {
  if (!meal) {
    return (
      <>
        <Who week={week} onDiner={onDiner} />
        <Empty
          icon="bowl"
          title="这几天没有可以订的"
          next="食堂出了新菜单，这里就能订。"
          action={{ text: '回到首页', onPress: goHome }}
        />
      </>
    );
  }
  const open = meal.may.book.ok && week.diner !== undefined;
  return (
    <>
      <Who week={week} onDiner={onDiner} />
      <View className="row">
        <View className="grow">
          <View className="t-title" {...aria({ role: 'heading' })}>{`${wholeDayText(meal.day, week.today)}`}</View>
          <View className="t-section">{`${PERIOD_TEXT[meal.period]} ${hoursText(meal)}`}</View>
        </View>
        <ReadAloud text={spoken(meal, week)} />
      </View>
      <MealState meal={meal} now={week.now} today={week.today} />
      {week.diner ? (
        <BigButton
          kind="secondary"
          icon="calendar"
          text="设长期订餐"
          onPress={() => go('pages/canteen/standing/index', { dinerId: week.diner?.id })}
        />
      ) : null}
      {meal.dishes.map(dish => (
        <View key={dish.id} className="card">
          <View className="t-section">{dish.name}</View>
          <View className="t-secondary">{dish.parts.join('、')}</View>
          <ClashLine dish={dish} name={week.diner?.name ?? ''} />
          <View className="dish-foot">
            <DishPrice dish={dish} />
            {open ? <BigButton text="要" label={`要${dish.name}`} onPress={() => onWant(dish)} /> : null}
          </View>
        </View>
      ))}
    </>
  );
}

interface FootProps {
  stop: number;
  stops: readonly MealView[];
  onStop: (stop: number) => void;
}

/** 不要 leads to the next meal; there is always a way back to the one before. */
export const ElderWeekFoot = ({ stop, stops, onStop }: FootProps) => {
  const last = stop >= stops.length - 1;
  const unbooked = stops[stop]?.may.book.ok;
  return (
    <>
      {stop > 0 ? <BigButton kind="plain" text="上一餐" onPress={() => onStop(stop - 1)} /> : null}
      {last ? null : <BigButton kind="plain" text={unbooked ? '不要，下一餐' : '看下一餐'} onPress={() => onStop(stop + 1)} />}
      {last && stop === 0 ? <BigButton kind="plain" text="回到首页" onPress={goHome} /> : null}
    </>
  );
};
