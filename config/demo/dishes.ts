import type { Dish } from '../../types/canteen';
import { fen } from '../../types/money';

const dish = (
  id: string,
  name: string,
  parts: string[],
  yuan: number,
  allergens: Dish['allergens'],
  marks: Dish['marks'],
): Dish => ({
  id,
  name,
  parts,
  price: fen(yuan * 100),
  photo: `dish:${id}`,
  allergens,
  marks,
});

const A = [
  dish('A1', '红烧狮子头', ['狮子头', '清炒时蔬', '番茄蛋汤', '米饭'], 12, ['gluten', 'egg', 'soy'], ['containsPork']),
  dish('A2', '土豆烧牛腩', ['土豆牛腩', '蒜蓉油麦菜', '紫菜汤', '米饭'], 15, ['soy'], ['containsBeef']),
  dish('A3', '香菇蒸鸡', ['香菇蒸鸡', '炒豆角', '冬瓜汤', '米饭'], 13, ['soy'], []),
  dish('A4', '梅菜扣肉', ['扣肉', '炒包菜', '萝卜汤', '米饭'], 14, ['soy'], ['containsPork']),
  dish('A5', '肉末蒸蛋', ['肉末蒸蛋', '炒菠菜', '青菜汤', '软饭'], 11, ['egg', 'soy'], ['soft', 'containsPork']),
];
const B = [
  dish('B1', '清蒸鲈鱼', ['鲈鱼', '蒜蓉西兰花', '冬瓜汤', '软饭'], 15, ['fish', 'soy'], ['lowSalt', 'soft']),
  dish('B2', '虾仁豆腐', ['虾仁豆腐', '炒生菜', '紫菜汤', '软饭'], 15, ['crustacean', 'soy'], ['lowSalt', 'soft']),
  dish('B3', '山药炖鸡', ['山药鸡块', '炒青菜', '米饭'], 14, [], ['lowSalt', 'soft']),
];
const C = [
  dish('C1', '素食套餐', ['香菇豆腐', '清炒时蔬', '紫菜汤', '米饭'], 9, ['soy'], ['vegetarian', 'lowSalt', 'diabetic']),
  dish('C2', '杂粮素餐', ['番茄炒菌菇', '凉拌黄瓜', '杂粮饭'], 9, [], ['vegetarian', 'diabetic']),
];

/** All that this kitchen can make. */
export const everyDish: readonly Dish[] = [...A, ...B, ...C];

/** What is cooked on the n-th day since 1970: three sets at noon, two in the evening, so that nobody eats the same twice a week. */
export const lunchOf = (n: number): Dish[] => [A[(n + 2) % A.length]!, B[(n + 1) % B.length]!, C[(n + 1) % C.length]!];
export const dinnerOf = (n: number): Dish[] => [A[(n + 4) % A.length]!, C[n % C.length]!];
