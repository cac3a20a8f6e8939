import { View } from '@tarojs/components';
import type { MealView } from '../../../../types/canteen';
import { yuanText } from '../../../../types/money';
import { Confirm } from '../../../components/Confirm';
import { Segmented } from '../../../components/Segmented';
import { useElder } from '../../../services/elder';
import type { Week } from '../queries';
import { PERIOD_TEXT, wholeDayText } from '../words';
import { ClashLine, type MenuDish } from './DishCard';
import type { Ordering } from './useOrdering';
import { waysFor } from './ways';

interface Props {
  meal: MealView;
  dishes: readonly MenuDish[];
  week: Week;
  ordering: Ordering;
  onYes: () => void;
  onNo: () => void;
}

/** Once more before booking: what, when, how much; in red words what the diner must not eat. */
export function Ask({ meal, dishes, week, ordering, onYes, onNo }: Props) {
  const elder = useElder();
  const name = week.diner?.name ?? '';
  const clash = dishes.some(dish => dish.clashes.length > 0);
  const price = elder && dishes[0] ? `，自付 ${yuanText(dishes[0].selfPay)}` : '';
  const what = `${wholeDayText(meal.day, week.today)}${PERIOD_TEXT[meal.period]}，${dishes.map(dish => dish.name).join('、')}${price}。`;
  return (
    <Confirm
      open
      title={clash ? '里面有忌口的，还要订吗？' : '就订这个吗？'}
      text={what}
      yes={clash ? '知道了，还是要订' : '就订这个'}
      no="再看看"
      kind={clash ? 'danger' : 'primary'}
      doing={ordering.booking}
      onYes={onYes}
      onNo={onNo}
    >
      {dishes.map(dish => (
        <ClashLine key={dish.id} dish={dish} name={name} />
      ))}
      {elder ? (
        <Segmented label="怎么吃" options={waysFor(week, meal.day)} value={ordering.way} onChange={ordering.setWay} />
      ) : null}
      {clash ? <View className="t-secondary">{`拿不准的话，请先问问${name}或食堂师傅。`}</View> : null}
    </Confirm>
  );
}
