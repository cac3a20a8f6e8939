/** Rating a meal: a door of its own, because its refusals are said here alone. */
import type { CanteenContract, Face } from '../../../types/canteen';
import { door } from '../../services/door';
import { type Says, sentence } from '../../services/sentences';

type RatingContract = { name: 'canteen'; actions: Pick<CanteenContract['actions'], 'toRate' | 'rateMeal'> };

export const ratingSays: Says<RatingContract> = {
  NOT_EATEN: sentence('还没有用餐', '吃过以后再评。'),
  ALREADY_RATED: sentence('这一餐已经评过了', '谢谢您的意见。'),
  RATING_CLOSED: ({ days }) => ({
    title: days ? `超过 ${days} 天，不能再评了` : '过了时间，不能再评了',
    next: '下次吃完早点评。',
  }),
};

export const rating = door<RatingContract>('canteen', ratingSays);

export const FACE_TEXT: Record<Face, string> = { good: '好吃', fair: '一般', poor: '不好吃' };
