import * as z from 'zod';
import { mealFields, orderFields, settingsFields, statementFields, zClaim } from '../../types/canteen';
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

export { handouts } from '../_shared/handout';
export { places } from '../_shared/places';
