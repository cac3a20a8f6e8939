/**
 * The canteen 乐龄食堂 (长者饭堂): a week's menu, orders for oneself or on behalf, the counter, the kitchen sheet, the month.
 */
import * as z from 'zod';
import { settlementActions } from './canteenSettlement';
import { command, contract, job, query, STAFF } from './contract';
import { DIETS } from './directory';
import { MEAL_STATUS, ORDER_STATUS, PERIODS, settingsFields, WAYS, zDish, zMeal, zOrderDoc, zPrice, zSettings } from './meals';
import { zDay, zDone, zFen, zId, zInstant, zMinute, zMonth, zNothing, zText, zVerdict } from './schemas';

export * from './canteenSettlement';
export * from './meals';

/** An order as the diner and family see it. */
export const zOrder = zOrderDoc
  .omit({ bookedBy: true, redeemedBy: true, cancelledBy: true, dinerPinyin: true, dinerCardNo: true, tellTo: true })
  .extend({
    id: zId,
    servedFrom: zMinute,
    servedTo: zMinute,
    cutoffAt: zInstant,
    may: z.object({ cancel: zVerdict }),
  });
export type OrderView = z.infer<typeof zOrder>;

export const zDiner = z.object({ id: zId, name: z.string(), relation: z.string(), age: z.number().int() });

/** A meal as one diner sees it: with the price of each dish for this diner, and what this diner may do. */
export const zMealView = zMeal.omit({ capacity: true }).extend({
  id: zId,
  left: z.number().int(),
  dishes: z.array(zDish.extend({ price: zFen, selfPay: zFen, clashes: z.array(z.string()) })),
  order: z.object({ id: zId, status: z.enum(ORDER_STATUS), number: z.string() }).optional(),
  may: z.object({ book: zVerdict }),
});
export type MealView = z.infer<typeof zMealView>;

const zLinesIn = z
  .array(z.strictObject({ dishId: zId, count: z.number().int().min(1).max(10) }))
  .min(1)
  .max(12);

/** A row at the counter. */
export const zCounterRow = z.object({
  id: zId,
  number: z.string(),
  dinerName: z.string(),
  pinyin: z.string(),
  cardNo: z.string().optional(),
  dishes: z.string(),
  way: z.enum(WAYS),
  selfPay: zFen,
  status: z.enum(ORDER_STATUS),
  redeemedAt: zInstant.optional(),
  clashes: z.array(z.string()),
  may: z.object({ redeem: zVerdict, waive: zVerdict }),
});

const zSheetMeal = z.object({
  mealId: zId,
  day: zDay,
  period: z.enum(PERIODS),
  status: z.enum(MEAL_STATUS),
  cutoffAt: zInstant,
  /** Portions ordered in all, and of each dish. */
  portions: z.number().int(),
  capacity: z.number().int(),
  dishes: z.array(
    z.object({
      dishId: zId,
      name: z.string(),
      parts: z.array(z.string()),
      dineIn: z.number().int(),
      pickup: z.number().int(),
      total: z.number().int(),
    }),
  ),
  clashes: z.array(z.object({ number: z.string(), dinerName: z.string(), dish: z.string(), clash: z.array(z.string()) })),
  diets: z.array(z.object({ diet: z.enum(DIETS), count: z.number().int() })),
});

const zMealIn = z.strictObject({
  day: zDay,
  period: z.enum(PERIODS),
  dishes: z.array(z.strictObject(zDish.shape)).min(1).max(12),
  capacity: z.number().int().min(0).max(5000),
  cutoffAt: zInstant.optional(),
});

const zMonthRow = z.object({
  dinerId: zId,
  dinerName: z.string(),
  meals: z.number().int(),
  redeemed: z.number().int(),
  due: zFen,
  subsidy: zFen,
  selfPay: zFen,
});

const DINERS = ['resident', 'family', ...STAFF] as const;
const KITCHEN = ['canteen', 'office', 'admin'] as const;

export const canteen = contract('canteen', {
  ...settlementActions,

  /** Seven days from a Monday, for one diner: what there is, what it costs this person, what is booked. ≤ 2 round trips. */
  weekMenu: query({
    allow: DINERS,
    input: z.strictObject({ from: zDay.optional(), dinerId: zId.optional() }),
    output: z.object({
      today: zDay,
      now: zInstant,
      canteen: z.object({ name: z.string(), place: z.string() }),
      diner: zDiner.optional(),
      diners: z.array(zDiner.omit({ age: true })),
      meals: z.array(zMealView),
      maxPortions: z.number().int(),
    }),
    errors: ['NOT_YOUR_ELDER'],
  }),
  /** The home page: today's and coming orders of this person and of bound elders. */
  myOrders: query({
    allow: DINERS,
    input: z.strictObject({ dinerId: zId.optional() }),
    output: z.object({ today: zDay, orders: z.array(zOrder) }),
    errors: ['NOT_YOUR_ELDER'],
  }),
  order: query({ allow: DINERS, input: z.strictObject({ id: zId }), output: zOrder, errors: [] }),
  /** What an order would cost, before it is made. */
  quote: query({
    allow: DINERS,
    input: z.strictObject({ mealId: zId, dinerId: zId, lines: zLinesIn }),
    output: zPrice,
    errors: ['NOT_YOUR_ELDER', 'UNKNOWN_DISH', 'TOO_MANY_PORTIONS'],
  }),
  bookMeal: command({
    allow: DINERS,
    input: z.strictObject({ mealId: zId, dinerId: zId, way: z.enum(WAYS), lines: zLinesIn }),
    output: zOrder,
    errors: [
      'NOT_YOUR_ELDER',
      'DINER_LEFT',
      'UNKNOWN_DISH',
      'TOO_MANY_PORTIONS',
      'CUTOFF_PASSED',
      'KITCHEN_CLOSED',
      'SOLD_OUT',
      'ALREADY_BOOKED',
    ],
  }),
  cancelOrder: command({
    allow: DINERS,
    input: z.strictObject({ id: zId }),
    output: zOrder,
    errors: ['CUTOFF_PASSED', 'ALREADY_CANCELLED', 'ALREADY_REDEEMED'],
  }),
  /** Staff cancel after the cut-off, with a reason. */
  waiveOrder: command({
    allow: KITCHEN,
    input: z.strictObject({ id: zId, reason: zText(100) }),
    output: zOrder,
    errors: ['ALREADY_CANCELLED', 'ALREADY_REDEEMED', 'MONTH_SETTLED'],
  }),
  /** Finds whom staff book for: a name, pinyin initials, the tail of a phone number, or a card number. Phones are masked. */
  findDiner: query({
    allow: STAFF,
    input: z.strictObject({ text: zText(20) }),
    output: z.array(
      z.object({
        id: zId,
        name: z.string(),
        age: z.number().int(),
        address: z.string(),
        phone: z.string().optional(),
        cardNo: z.string().optional(),
      }),
    ),
    errors: [],
  }),

  publishMeal: command({
    allow: KITCHEN,
    input: zMealIn,
    output: zMeal.extend({ id: zId }),
    errors: ['PAST_DAY', 'DISH_IN_USE', 'UNKNOWN_PERIOD', 'DOUBLE_DISH'],
  }),
  /** Closes the kitchen for one meal: every order is cancelled free of charge and each diner is told. */
  closeKitchen: command({
    allow: KITCHEN,
    input: z.strictObject({ mealId: zId, reason: zText(50) }),
    output: zMeal.extend({ id: zId }),
    errors: ['PAST_DAY', 'KITCHEN_CLOSED'],
  }),
  /** The menus of a week for those who write them, with what is ordered already. */
  menus: query({
    allow: KITCHEN,
    input: z.strictObject({ from: zDay }),
    output: z.object({ today: zDay, settings: zSettings, meals: z.array(zMeal.extend({ id: zId, ordered: z.number().int() })) }),
    errors: [],
  }),
  /** Where to upload one picture of a dish, and the id it will have; as `people.openUpload`. */
  photoTicket: command({
    allow: KITCHEN,
    input: zNothing,
    output: z.object({ fileId: z.string(), url: z.string(), fields: z.record(z.string(), z.string()) }),
    errors: [],
  }),
  /**
   * Addresses for the pictures of this community's dishes, good for an hour: the web cannot show an id of the storage. Ids of other
   * files are left out.
   */
  photos: query({
    allow: DINERS,
    input: z.strictObject({ ids: z.array(z.string().max(300)).min(1).max(40) }),
    output: z.object({ photos: z.record(z.string(), z.string()) }),
    errors: [],
  }),
  kitchenSheet: query({
    allow: KITCHEN,
    input: z.strictObject({ days: z.array(zDay).min(1).max(7) }),
    output: z.object({ now: zInstant, meals: z.array(zSheetMeal) }),
    errors: [],
  }),
  counter: query({
    allow: KITCHEN,
    input: z.strictObject({ mealId: zId.optional() }),
    output: z.object({
      now: zInstant,
      meals: z.array(z.object({ id: zId, day: zDay, period: z.enum(PERIODS) })),
      mealId: zId.optional(),
      rows: z.array(zCounterRow),
    }),
    errors: [],
  }),
  /** Checks an order off, once. `code` is the scanned secret; staff who know the person leave it out. */
  redeem: command({
    allow: KITCHEN,
    input: z.strictObject({ id: zId, code: z.string().max(40).optional() }),
    output: zCounterRow,
    errors: ['UNKNOWN_CODE', 'WRONG_CODE', 'ALREADY_REDEEMED', 'ALREADY_CANCELLED', 'NOT_TODAY'],
  }),
  month: query({
    allow: KITCHEN,
    input: z.strictObject({ month: zMonth }),
    output: z.object({
      rows: z.array(zMonthRow),
      total: zMonthRow.omit({ dinerId: true, dinerName: true }),
    }),
    errors: [],
  }),
  /** The same month as an xlsx in the storage; the address is good for ten minutes. */
  exportMonth: command({
    allow: ['office', 'admin'],
    input: z.strictObject({ month: zMonth }),
    output: z.object({ url: z.string(), name: z.string() }),
    errors: ['NOTHING_TO_EXPORT'],
  }),
  settings: query({ allow: KITCHEN, input: zNothing, output: zSettings, errors: [] }),
  saveSettings: command({
    allow: ['office', 'admin'],
    input: z.strictObject(settingsFields),
    output: zSettings,
    errors: ['DOUBLE_PERIOD', 'CUTOFF_AFTER_MEAL'],
  }),

  remindTomorrow: job({
    input: zNothing,
    output: z.object({ reminded: z.number().int() }),
    errors: [],
    rhythm: { everyMinutes: 1 },
  }),
  /** Tells of meals that nobody came for, once serving is over. */
  tellMissed: job({
    input: zNothing,
    output: z.object({ told: z.number().int() }),
    errors: [],
    rhythm: { everyMinutes: 5 },
  }),
  /** Gives back places whose order never came. */
  sweepPlaces: job({
    input: zNothing,
    output: z.object({ released: z.number().int() }),
    errors: [],
    rhythm: { everyMinutes: 5 },
  }),
  /** Cancels, in bounded steps, the orders of closed meals. */
  cancelClosed: job({
    input: zNothing,
    output: z.object({ cancelled: z.number().int() }),
    errors: [],
    rhythm: { everyMinutes: 1 },
  }),
  hear: job({
    input: z.object({ id: z.string(), name: z.string(), communityId: zId, payload: z.record(z.string(), z.unknown()) }),
    output: zDone,
    errors: [],
  }),
});
export type CanteenContract = typeof canteen;
