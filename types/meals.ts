/** What the canteen remembers: dishes, meals, settings with their subsidy rules, orders. The contract is in `canteen.ts`. */
import * as z from 'zod';
import { ALLERGENS, CATEGORIES } from './directory';
import { zDay, zFen, zId, zInstant, zMinute, zText } from './schemas';

export const PERIODS = ['breakfast', 'lunch', 'dinner'] as const;
export type Period = (typeof PERIODS)[number];

/** How the meal is taken: 堂食, 自取, 送餐. */
export const WAYS = ['dineIn', 'pickup', 'delivery'] as const;
export type Way = (typeof WAYS)[number];

export const DISH_MARKS = ['lowSalt', 'soft', 'vegetarian', 'diabetic', 'spicy', 'containsPork', 'containsBeef'] as const;
export type DishMark = (typeof DISH_MARKS)[number];

export const MEAL_STATUS = ['draft', 'open', 'closed'] as const;
export type MealStatus = (typeof MEAL_STATUS)[number];
/** A closed kitchen can reopen before its cut-off only by publishing the meal again. */
export const MEAL_STEPS: Record<MealStatus, readonly MealStatus[]> = { draft: ['open'], open: ['closed'], closed: ['open'] };

export const ORDER_STATUS = ['booked', 'redeemed', 'cancelled'] as const;
export type OrderStatus = (typeof ORDER_STATUS)[number];
/** `cancelled → booked`: the same diner books the same meal again; the document keeps both in its history. */
export const ORDER_STEPS: Record<OrderStatus, readonly OrderStatus[]> = {
  booked: ['redeemed', 'cancelled'],
  redeemed: [],
  cancelled: ['booked'],
};

/** How bringing a meal ended: 当面交给本人, 没人在家, 不要, 地址不对. A meal handed over is checked off with it. */
export const DELIVERY_OUTCOMES = ['handedOver', 'notHome', 'refused', 'wrongAddress'] as const;
export type DeliveryOutcome = (typeof DELIVERY_OUTCOMES)[number];
/** Who found nobody may come again; what was handed over or refused stays so. */
export const OUTCOME_STEPS: Record<DeliveryOutcome, readonly DeliveryOutcome[]> = {
  handedOver: [],
  notHome: ['handedOver', 'refused'],
  refused: [],
  wrongAddress: ['handedOver', 'refused', 'notHome'],
};

export const zOrderDelivery = z.object({
  outcome: z.enum(DELIVERY_OUTCOMES),
  /** At the door, by the carrier's phone; it may reach us later. */
  at: zInstant,
  by: z.string(),
  byName: z.string(),
  photo: z.string().max(300).optional(),
  note: z.string().max(60).optional(),
});

/** Why the canteen itself let a generated order go; such an order comes back when the cause is over. */
export const PAUSED_BY = ['absence', 'pattern'] as const;
/** On an order that a standing order 长期订餐 made. `touched`: a person changed or cancelled it, from then on it is theirs alone. */
export const zOrderStanding = z.object({
  patternId: zId,
  /** Of the pattern when this order was last made or changed by it. */
  revision: z.number().int(),
  touched: z.boolean(),
  pausedBy: z.enum(PAUSED_BY).optional(),
});

/** One dish a person can order: a set as the canteen serves it, or a single dish. */
export const zDish = z.object({
  id: zId,
  name: zText(20),
  /** What is on the plate: 狮子头、清炒时蔬、番茄蛋汤、米饭. */
  parts: z.array(zText(20)).max(8),
  price: zFen,
  /** File id in the storage, or a picture shipped with the app (`dish:…`). */
  photo: z.string().max(300).optional(),
  allergens: z.array(z.enum(ALLERGENS)),
  marks: z.array(z.enum(DISH_MARKS)),
});
export type Dish = z.infer<typeof zDish>;

/** One meal: a day and a period. Its id is `day:period`, so publishing twice is publishing once. */
export const mealFields = {
  day: zDay,
  period: z.enum(PERIODS),
  status: z.enum(MEAL_STATUS),
  dishes: z.array(zDish).max(12),
  /** Portions in all. */
  capacity: z.number().int().min(0).max(5000),
  /** Until this instant a resident may book and cancel. */
  cutoffAt: zInstant,
  servedFrom: zMinute,
  servedTo: zMinute,
  closedReason: z.string().optional(),
} as const;
export const zMeal = z.object(mealFields);
export type Meal = z.infer<typeof zMeal>;

/** 助餐补贴: the best single rule applies; they never stack unless the canteen says so. */
export const zSubsidyRule = z.object({
  id: zId,
  name: zText(30),
  /** Who pays it: 市民政局, 街道, 爱心基金 … */
  funder: zText(30),
  /** First and last day of validity. */
  from: zDay,
  to: zDay,
  /** Age in completed years on the day of the meal. */
  minAge: z.number().int().min(0).max(150),
  maxAge: z.number().int().min(0).max(150).optional(),
  /** Any one of these; empty: everybody of that age. */
  categories: z.array(z.enum(CATEGORIES)),
  periods: z.array(z.enum(PERIODS)),
  /** Taken off one portion. */
  amount: zFen,
  /** The diner pays at least this much of the portion. */
  atLeastSelfPay: zFen,
  /** Only who lives in one of these grids; empty or absent: everywhere. */
  grids: z.array(zId).max(50).optional(),
  /** 加补: comes on top of the best other rule, for 低保 or 失能 say, though rules do not stack. */
  onTop: z.boolean().optional(),
  /** What it pays for one diner at most on one day, and in one month; absent: no limit. */
  mostADay: zFen.optional(),
  mostAMonth: zFen.optional(),
});
export type SubsidyRule = z.infer<typeof zSubsidyRule>;

export const zPeriodSetting = z.object({
  period: z.enum(PERIODS),
  servedFrom: zMinute,
  servedTo: zMinute,
  /** The cut-off: this many days before the meal, at this time of day. */
  cutoffDaysBefore: z.number().int().min(0).max(7),
  cutoffAt: zMinute,
  capacity: z.number().int().min(0).max(5000),
});

export const settingsFields = {
  name: zText(20),
  place: zText(40),
  periods: z.array(zPeriodSetting).max(3),
  subsidyRules: z.array(zSubsidyRule).max(30),
  subsidiesStack: z.boolean(),
  /** Portions one diner may order for one meal. */
  maxPortions: z.number().int().min(1).max(10),
  /** When tomorrow's diners are reminded. */
  remindAt: zMinute,
} as const;
export const zSettings = z.object(settingsFields);
export type Settings = z.infer<typeof zSettings>;

export const zLine = z.object({ dishId: zId, name: z.string(), price: zFen, count: z.number().int().min(1).max(10) });
export type Line = z.infer<typeof zLine>;

/** 应付 = 补贴 + 自付, frozen on the order together with the age and the rule that gave it. */
export const zPrice = z.object({
  due: zFen,
  subsidy: zFen,
  selfPay: zFen,
  age: z.number().int(),
  rules: z.array(z.object({ id: zId, name: z.string(), funder: z.string(), amount: zFen })),
});
export type Price = z.infer<typeof zPrice>;

export const orderFields = {
  mealId: zId,
  day: zDay,
  period: z.enum(PERIODS),
  dinerId: zId,
  dinerName: z.string(),
  dinerCardNo: z.string().optional(),
  dinerPinyin: z.string().optional(),
  /** The account that booked; with `onBehalf` when that is not the diner. */
  bookedBy: z.string(),
  bookedByName: z.string(),
  onBehalf: z.boolean(),
  bookedAt: zInstant,
  way: z.enum(WAYS),
  lines: z.array(zLine).min(1),
  price: zPrice,
  /** Allergens of the ordered dishes that the diner must not eat, and diets they break, as known when booking. */
  clashes: z.array(z.string()),
  /** Accounts that hear of this order: who booked, and the diner's own where there is one. */
  tellTo: z.array(z.string()),
  /** A number that can be said aloud at the counter: `A037`. */
  number: z.string(),
  /** Secret part of the QR code. */
  code: z.string(),
  status: z.enum(ORDER_STATUS),
  /** Counts the bookings of this meal by this diner; a place is held for one round. */
  round: z.number().int(),
  redeemedAt: zInstant.optional(),
  redeemedBy: z.string().optional(),
  redeemedByName: z.string().optional(),
  /** The counter that handed it out, as its staff named it. */
  redeemedWhere: z.string().optional(),
  cancelledAt: zInstant.optional(),
  cancelledBy: z.string().optional(),
  cancelReason: z.string().optional(),
  standing: zOrderStanding.optional(),
  delivery: zOrderDelivery.optional(),
} as const;
export const zOrderDoc = z.object(orderFields);
export type Order = z.infer<typeof zOrderDoc>;
