/** Numbers people look at: the month by day, age, rule and way; no-shows; what is left of the subsidies. From kept sums. */
import * as z from 'zod';
import { zFile } from './canteenKitchen';
import { KITCHEN } from './canteenShared';
import { command, job, query } from './contract';
import { WAYS } from './meals';
import { zDay, zFen, zInstant, zMonth, zNothing } from './schemas';

export const zNumbers = z.object({
  month: zMonth,
  /** When the newest sum was worked out; absent while there is none. */
  countedAt: zInstant.optional(),
  orders: z.number().int(),
  redeemed: z.number().int(),
  missed: z.number().int(),
  waived: z.number().int(),
  groupPortions: z.number().int(),
  due: zFen,
  subsidy: zFen,
  selfPay: zFen,
  days: z.array(z.object({ day: zDay, orders: z.number().int(), redeemed: z.number().int(), missed: z.number().int() })),
  /** `to` is absent in the last band. */
  ages: z.array(z.object({ from: z.number().int(), to: z.number().int().optional(), orders: z.number().int() })),
  rules: z.array(z.object({ id: z.string(), name: z.string(), funder: z.string(), orders: z.number().int(), amount: zFen })),
  ways: z.array(z.object({ way: z.enum(WAYS), orders: z.number().int() })),
  /** By funder: used of what may be used this month; without a budget `left` is absent. `over`: more was promised than there is. */
  budgets: z.array(
    z.object({ funder: z.string(), used: zFen, monthly: zFen.optional(), left: zFen.optional(), over: z.boolean() }),
  ),
  faces: z.object({ good: z.number().int(), fair: z.number().int(), poor: z.number().int() }),
});
export type Numbers = z.infer<typeof zNumbers>;

export const numberActions = {
  numbers: query({ allow: KITCHEN, input: z.strictObject({ month: zMonth }), output: zNumbers, errors: [] }),
  /** The month as a PDF with plots and pictures of the dishes people liked. */
  numbersPaper: command({
    allow: KITCHEN,
    input: z.strictObject({ month: zMonth }),
    output: zFile,
    errors: ['NOTHING_TO_PRINT'],
  }),
  /** Works out the sums of yesterday's, today's and tomorrow's meals. */
  sumMeals: job({
    input: zNothing,
    output: z.object({ meals: z.number().int() }),
    errors: [],
    rhythm: { everyMinutes: 10 },
  }),
  /** The same for this month and the one before, for what was changed late. */
  sumMonths: job({
    input: zNothing,
    output: z.object({ meals: z.number().int() }),
    errors: [],
    rhythm: { dailyAt: '02:30' },
  }),
} as const;
