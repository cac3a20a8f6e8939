import { View } from '@tarojs/components';
import type { MealView } from '../../../../types/canteen';
import { yuanText } from '../../../../types/money';
import { aria } from '../../../components/aria';
import { DishPhoto } from '../../../components/DishPhoto';
import { Icon } from '../../../components/Icon';
import { Stepper } from '../../../components/Stepper';
import { Tag } from '../../../components/Tag';
import { clashWarning, MARK } from '../words';

export type MenuDish = MealView['dishes'][number];

/** What this diner pays, beside what it costs otherwise. */
export const DishPrice = ({ dish }: { dish: MenuDish }) => {
  const cheaper = dish.selfPay < dish.price;
  return (
    <View className="dish-price" {...aria({ role: 'text', label: spokenPrice(dish) })}>
      <View className="dish-pay">
        <View className="t-price">{yuanText(dish.selfPay)}</View>
        {cheaper ? <View className="dish-was">{yuanText(dish.price)}</View> : null}
      </View>
      {cheaper ? <View className="t-caption">补贴后</View> : null}
    </View>
  );
};

const spokenPrice = ({ price, selfPay }: MenuDish): string =>
  selfPay < price ? `补贴后 ${yuanText(selfPay)}，原价 ${yuanText(price)}` : yuanText(price);

/** Says what in this dish the diner must not eat; a word and a sign, not only a colour. */
export const ClashLine = ({ dish, name }: { dish: Pick<MenuDish, 'clashes'>; name: string }) =>
  dish.clashes.length > 0 ? (
    <View className="dish-clash">
      <Icon name="warning" size="small" />
      <View className="grow">{`当心，${clashWarning(dish.clashes, name)}`}</View>
    </View>
  ) : null;

interface Props {
  dish: MenuDish;
  dinerName: string;
  count: number;
  /** The most of this dish now; undefined: it cannot be chosen. */
  max: number | undefined;
  onCount: (count: number) => void;
}

/** One dish of the menu: what is on the plate, the price for this diner, what to mind, how many. */
export const DishCard = ({ dish, dinerName, count, max, onCount }: Props) => (
  <View className="card dish" {...aria({ role: 'listitem' })}>
    <DishPhoto photo={dish.photo} name={dish.name} />
    <View className="grow">
      <View className="t-section">{dish.name}</View>
      <View className="t-secondary">{dish.parts.join(' · ')}</View>
      {dish.marks.length > 0 ? (
        <View className="dish-marks">
          {dish.marks.map(mark => (
            <Tag key={mark} {...MARK[mark]} />
          ))}
        </View>
      ) : null}
      <ClashLine dish={dish} name={dinerName} />
      <View className="dish-foot">
        <DishPrice dish={dish} />
        {max === undefined ? null : <Stepper label={`${dish.name}份数`} value={count} max={max} onChange={onCount} />}
      </View>
    </View>
  </View>
);
