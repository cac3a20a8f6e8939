/**
 * The canteen 乐龄食堂 (长者饭堂): a week's menu, orders for oneself or on behalf, the counter, the kitchen sheet, the month.
 */
import * as z from 'zod';
import { cardActions } from './canteenCards';
import { deliveryActions } from './canteenDelivery';
import { dishActions } from './canteenDishes';
import { kitchenActions } from './canteenKitchen';
import { numberActions } from './canteenNumbers';
import { sampleActions } from './canteenSamples';
import { settlementActions } from './canteenSettlement';
import { DINERS, KITCHEN, zDiner, zLinesIn, zOrder } from './canteenShared';
import { standingActions } from './canteenStanding';
import { tillActions } from './canteenTill';
import { command, contract, job, query, STAFF } from './contract';
import { ORDER_STATUS, PERIODS, settingsFields, WAYS, zDish, zMeal, zPrice, zSettings } from './meals';
import { zDay, zDone, zFen, zId, zInstant, zMonth, zNothing, zText, zVerdict } from './schemas';

export * from './canteenCards';
export * from './canteenDelivery';
export * from './canteenDishes';
export * from './canteenKitchen';
export * from './canteenNumbers';
export * from './canteenSamples';
export * from './canteenSettlement';
export * from './canteenShared';
export * from './canteenStanding';
export * from './canteenTill';
export * from './kitchen';
export * from './meals';

/** A meal as one diner sees it: with the price of each dish for this diner, and what this diner may do. */
export const zMealView = zMeal.omit({ capacity: true }).extend({
  id: zId,
  left: z.number().int(),
  dishes: z.array(zDish.extend({ price: zFen, selfPay: zFen, clashes: z.array(z.string()) })),
  order: z.object({ id: zId, status: z.enum(ORDER_STATUS), number: z.string() }).optional(),
  may: z.object({ book: zVerdict }),
});
export type MealView = z.infer<typeof zMealView>;

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

export const canteen = contract('canteen', {
  ...settlementActions,
  ...tillActions,
  ...kitchenActions,
  ...sampleActions,
  ...dishActions,
  ...cardActions,
  ...numberActions,
  ...standingActions,
  ...deliveryActions,

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
      /** Days on which meals may be brought to this diner; absent: none. */
      delivery: z.object({ from: zDay, to: zDay.optional() }).optional(),
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
      'NOT_ELIGIBLE',
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

type DinersActions = 'settlementTotals' | 'weekMenu' | 'myOrders' | 'order' | 'quote' | 'bookMeal' | 'cancelOrder' | 'photos';
/** The part that diners' own screens use: its refusals have their sentences in the main package, the others in the desk's. */
export type DinersContract = { name: 'canteen'; actions: Pick<CanteenContract['actions'], DinersActions> };
