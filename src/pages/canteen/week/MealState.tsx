import { View } from '@tarojs/components';
import type { MealView } from '../../../../types/canteen';
import type { CivilDate, Instant } from '../../../../types/time';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { Icon } from '../../../components/Icon';
import { go } from '../../../services/go';
import { sentenceOf } from '../../../services/sentences';
import { cutoffText, STATUS } from '../words';
import { isBooked } from './days';

/** From here on a person should hurry. */
const FEW = 10;

interface Props {
  meal: MealView;
  now: Instant;
  today: CivilDate;
}

/** How this meal stands for this diner: booked, open until when, or why not. The answer is the server's. */
export function MealState({ meal, now, today }: Props) {
  const { book } = meal.may;
  if (meal.order && isBooked(meal)) {
    const { id, number, status } = meal.order;
    return (
      <Card>
        <View className="row">
          <View className="grow">
            <View className="t-section">{status === 'redeemed' ? '这一餐已经取了' : '这一餐已经订好了'}</View>
            <View className="t-secondary">{`取餐号 ${number} · ${STATUS[status].word}`}</View>
          </View>
          <BigButton small text="看取餐码" onPress={() => go('pages/canteen/order/index', { id })} />
        </View>
      </Card>
    );
  }
  if (!book.ok) {
    const { title, next } = sentenceOf(book.code, book.details);
    return (
      <Card tone="warning">
        <View className="t-body">{title}</View>
        <View className="t-secondary">{next}</View>
      </Card>
    );
  }
  return (
    <View className="week-until">
      <Icon name="clock" size="small" />
      <View className="grow">{cutoffText(meal.cutoffAt, now, today)}</View>
      <View>{meal.left <= FEW ? `只剩 ${meal.left} 份` : `余 ${meal.left} 份`}</View>
    </View>
  );
}
