import { View } from '@tarojs/components';
import type { CanteenContract } from '../../../../types/canteen';
import type { OutputOf } from '../../../../types/contract';
import type { CivilDate } from '../../../../types/time';
import { List, Row } from '../../../components/List';
import { toDesk } from '../way';
import { mealText, momentText } from '../words';

type SheetMeal = OutputOf<CanteenContract, 'kitchenSheet'>['meals'][number];

const dishesText = (meal: SheetMeal) => meal.dishes.map(dish => `${dish.name} ${dish.total} 份`).join(' · ');

/** Today's and tomorrow's meals with what is ordered; each leads to the kitchen's sheet. */
export const Meals = ({ meals, today }: { meals: readonly SheetMeal[]; today: CivilDate }) => (
  <View className="col">
    <View className="t-section">今明两天</View>
    <List label="今明两天的餐">
      {meals.map(meal => (
        <Row
          key={meal.mealId}
          title={`${mealText(meal, today)} ${meal.portions} 份`}
          text={
            meal.status === 'closed' ? '已停餐，订餐全部取消' : `${dishesText(meal)}\n${momentText(meal.cutoffAt, today)} 截止`
          }
          onPress={() => toDesk('kitchen')}
        />
      ))}
    </List>
  </View>
);
