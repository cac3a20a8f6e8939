import { View } from '@tarojs/components';
import { addDays, type CivilDate } from '../../../../types/time';
import { ErrorRetry } from '../../../components/ErrorRetry';
import { List, Row } from '../../../components/List';
import { Sheet } from '../../../components/Sheet';
import { Skeleton } from '../../../components/Skeleton';
import { useQueryOf } from '../../../services/useDoor';
import { canteen } from '../queries';
import { longDay, PERIOD_TEXT } from '../words';
import { dishDraft, type MealDraft, type MenuMeal, type Menus } from './draft';
import { mealIdOf } from './useDrafts';

interface Props {
  open: boolean;
  onClose: () => void;
  monday: CivilDate;
  menus: Menus;
  draft: MealDraft;
  onChange: (draft: MealDraft) => void;
}

/** Takes over the dishes of another meal, of this week or the last, into the draft; nothing is published by it. */
export function Copy({ open, onClose, monday, menus, draft, onChange }: Props) {
  const last = useQueryOf(canteen, 'menus', { from: addDays(monday, -7) }, { when: open });
  const here = mealIdOf(draft.day, draft.period);
  const others = [...menus.meals, ...(last.data?.meals ?? [])].filter(meal => meal.id !== here && meal.dishes.length > 0);
  const sorted = [...others.filter(meal => meal.period === draft.period), ...others.filter(meal => meal.period !== draft.period)];
  const take = (meal: MenuMeal) => {
    onChange({ ...draft, dishes: meal.dishes.map(dishDraft), capacity: String(meal.capacity) });
    onClose();
  };
  return (
    <Sheet title="照抄哪一餐" open={open} onClose={onClose}>
      {last.loading ? <Skeleton cards={2} /> : null}
      {last.failure ? <ErrorRetry failure={last.failure} onRetry={last.reload} /> : null}
      {!last.loading && sorted.length === 0 ? <View className="desk-note">这周和上周都没有可以照抄的菜单。</View> : null}
      <List label="可以照抄的餐">
        {sorted.map(meal => (
          <Row
            key={meal.id}
            title={`${longDay(meal.day)} ${PERIOD_TEXT[meal.period]}`}
            text={meal.dishes.map(dish => dish.name).join('、')}
            onPress={() => take(meal)}
          />
        ))}
      </List>
    </Sheet>
  );
}
