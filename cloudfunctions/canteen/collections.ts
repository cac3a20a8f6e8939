import * as z from 'zod';
import {
  billFields,
  cardFields,
  deliverySettingFields,
  kitchenMealFields,
  kitchenSettingsFields,
  mealFields,
  mealSumFields,
  orderFields,
  plateFields,
  ratingFields,
  settingsFields,
  statementFields,
  zClaim,
  zLibraryDish,
  zPatternDoc,
  zRecipientDoc,
  zRoundDoc,
  zRunDoc,
  zShiftDoc,
  zStaysDoc,
} from '../../types/canteen';
import { zDay } from '../../types/schemas';
import { collection } from '../_shared/collection';

/** One document per community, `main`: hours, cut-offs, capacity, subsidy rules. */
export const canteens = collection('canteens', { schema: z.object(settingsFields), retention: '食堂存续期间' });

/** `day:period` */
export const meals = collection('meals', {
  schema: z.object(mealFields),
  indexes: [{ fields: ['communityId', 'day'] }, { fields: ['status', 'day'] }],
  retention: '三年，供结算核对',
});

/** `day:period:dinerId`: one order of one meal by one diner, so a second attempt is the same attempt. Cancelled, never deleted. */
export const orders = collection('orders', {
  schema: z.object(orderFields),
  indexes: [
    { fields: ['communityId', 'day', 'status'] },
    { fields: ['communityId', 'mealId', 'status'] },
    { fields: ['communityId', 'dinerId', 'day'] },
    { fields: ['communityId', 'bookedBy', 'day'] },
  ],
  retention: '三年，供结算核对；注销后隐去姓名',
});

/** How far the reminders of a day have got, `day`; the outbox of this document carries them. */
export const reminders = collection('reminders', {
  schema: z.object({ day: zDay, after: z.string(), done: z.boolean(), count: z.number().int() }),
  retention: '三个月',
});

/** `day:period`: how far telling of meals that nobody came for has got; the outbox of this document carries it. */
export const missedMeals = collection('missedMeals', {
  schema: z.object({ day: zDay, after: z.string(), done: z.boolean() }),
  retention: '三个月',
});

/** By the id of the order: what was paid of the own share and what was given back. Grows only. */
export const bills = collection('bills', {
  schema: z.object(billFields),
  indexes: [
    { fields: ['communityId', 'day'] },
    { fields: ['communityId', 'shifts'] },
    { fields: ['communityId', 'returnSince'] },
  ],
  retention: '十年，供审计',
});

/** `day~account~n`: 班次 of one person at the till. */
export const shifts = collection('tillShifts', {
  schema: zShiftDoc,
  indexes: [
    { fields: ['communityId', 'day'] },
    { fields: ['communityId', 'account', 'status'] },
    { fields: ['communityId', 'account', 'day'] },
  ],
  retention: '十年，供审计',
});

/** `YYYY-MM`: a submitted statement of the subsidies; its rows lie in `statementRows`. */
export const statements = collection('statements', {
  schema: z.object(statementFields),
  indexes: [{ fields: ['communityId', 'month'] }],
  retention: '十年，供审计',
});

/** `batch~r0`, `batch~c0`: what a statement claims, order by order; names nobody. */
export const statementRows = collection('statementRows', {
  schema: z.object({ batch: z.string(), rows: z.array(zClaim).max(500) }),
  retention: '十年，供审计',
});

/** `diner~period` */
export const standingOrders = collection('standingOrders', {
  schema: zPatternDoc,
  indexes: [{ fields: ['dueAt'] }, { fields: ['communityId', 'period', 'status'] }],
  retention: '停止后保留一年，注销后即删除',
});

/** The id is the meal's: how far making its orders from standing orders has got. */
export const standingRuns = collection('standingRuns', {
  schema: zRunDoc,
  indexes: [{ fields: ['communityId', 'day'] }],
  retention: '三个月',
});

/** The id is the diner's: 外出报备 as the canteen heard of it. */
export const dinerStays = collection('dinerStays', { schema: zStaysDoc, retention: '报备结束后即删除；注销后即删除' });

/** The id is the diner's. */
export const recipients = collection('deliveryRecipients', {
  schema: zRecipientDoc,
  retention: '停止送餐后保留一年，注销后即删除',
});

/** One document per community, `main`. */
export const deliverySettings = collection('deliverySettings', {
  schema: z.object(deliverySettingFields),
  retention: '食堂存续期间',
});

/** `day:period:grid:n` */
export const rounds = collection('deliveryRounds', {
  schema: zRoundDoc,
  indexes: [{ fields: ['communityId', 'day'] }, { fields: ['communityId', 'carrier', 'day'] }],
  retention: '一年',
});

/** One document per community, `main`: samples, ages, budgets. */
export const kitchens = collection('kitchens', { schema: z.object(kitchenSettingsFields), retention: '食堂存续期间' });

/** `day:period`: what the kitchen writes down about a meal: print, groups, samples, leftovers. */
export const kitchenMeals = collection('kitchenMeals', {
  schema: z.object(kitchenMealFields),
  indexes: [{ fields: ['communityId', 'day'] }],
  retention: '三年，留样记录供检查',
});

/** `day:period`: kept sums of a meal; numbers, no names. */
export const mealSums = collection('mealSums', {
  schema: z.object(mealSumFields),
  indexes: [{ fields: ['communityId', 'day'] }],
  retention: '五年，只有合计',
});

/** 菜品库. */
export const dishes = collection('dishes', {
  schema: zLibraryDish,
  indexes: [{ fields: ['communityId', 'retired'] }],
  retention: '食堂存续期间',
});

/** By the id of the order that was rated. */
export const ratings = collection('ratings', {
  schema: z.object(ratingFields),
  indexes: [{ fields: ['communityId', 'day'] }],
  retention: '一年',
});

/** `day:period:gesture`: plates that came back; nobody's name. */
export const plates = collection('plates', {
  schema: z.object(plateFields),
  indexes: [{ fields: ['communityId', 'day'] }],
  retention: '一年',
});

/** 饭卡, by the id of whose it is. */
export const cards = collection('cards', {
  schema: z.object(cardFields),
  indexes: [{ fields: ['communityId', 'no'] }],
  retention: '居民在册期间，注销后即删除',
});

export { handouts } from '../_shared/handout';
export { places } from '../_shared/places';
