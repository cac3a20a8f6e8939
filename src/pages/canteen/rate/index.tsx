import { View } from '@tarojs/components';
import type { Ratable } from '../../../../types/canteen';
import type { CivilDate } from '../../../../types/time';
import { Card } from '../../../components/Card';
import { Empty } from '../../../components/Empty';
import { Screen } from '../../../components/Screen';
import { useQueryOf } from '../../../services/useDoor';
import { wayOn } from '../../home/ways';
import { Faces } from '../Faces';
import { rating } from '../rating';
import { PERIOD_TEXT, wholeDayText } from '../words';

const Meal = ({ meal, today }: { meal: Ratable; today: CivilDate }) => (
  <Card title={`${wholeDayText(meal.day, today)} ${PERIOD_TEXT[meal.period]}`}>
    <View className="col">
      <View className="t-body">
        {meal.dinerName} · {meal.dishes}
      </View>
      <Faces meal={meal} />
    </View>
  </Card>
);

/** 给饭菜打分: what was eaten in the last days, by oneself and one's elders. */
export default function RatePage() {
  const meals = useQueryOf(rating, 'toRate', {});
  return (
    <Screen title="给饭菜打分" of={meals} refusedAction={wayOn(meals.failure)}>
      {({ today, meals: eaten }) =>
        eaten.length === 0 ? (
          <Empty icon="bowl" title="没有可以评的餐" next="取餐以后，就可以在这里说说好不好吃。" />
        ) : (
          eaten.map(meal => <Meal key={meal.orderId} meal={meal} today={today} />)
        )
      }
    </Screen>
  );
}
