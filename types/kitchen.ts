/** What the kitchen remembers beside meals and orders: its settings, samples, groups, leftovers, and the kept sums of each meal. */
import * as z from 'zod';
import { ALLERGENS } from './directory';
import { DISH_MARKS, PERIODS, WAYS } from './meals';
import { zDay, zFen, zId, zInstant, zText } from './schemas';

const zCount = z.number().int().min(0).max(5000);

export const kitchenSettingsFields = {
  /** 留样: grams of each dish, hours they are kept, °C of the fridge from … to (usual: 125 g, 48 h, 0–8 °C). */
  sampleGrams: z.number().int().min(1).max(1000),
  sampleHours: z.number().int().min(1).max(240),
  fridgeFrom: z.number().min(-10).max(20),
  fridgeTo: z.number().min(-10).max(20),
  /** Who takes the samples of a period; nobody named: whoever has the canteen's role is reminded. */
  samplers: z.array(z.strictObject({ period: z.enum(PERIODS), accountId: z.string().max(64), name: zText(20) })).max(9),
  /** Minutes after serving began at which missing samples are reminded of. */
  sampleRemindAfter: z.number().int().min(0).max(240),
  /** Days after the meal in which it may be rated. */
  ratingDays: z.number().int().min(0).max(14),
  /** Lower ends of the age bands in the numbers, ascending. */
  ageBands: z.array(z.number().int().min(0).max(120)).max(8),
  /** Subsidies that a funder gives in a month. */
  budgets: z.array(z.strictObject({ funder: zText(30), monthly: zFen })).max(20),
  /** From this age on a resident gets a card when a whole building is printed. */
  cardAge: z.number().int().min(0).max(120),
} as const;
export const zKitchenSettings = z.object(kitchenSettingsFields);
export type KitchenSettings = z.infer<typeof zKitchenSettings>;

/** Why the settings would not work. */
export const KITCHEN_SETTING_ERRORS = ['FRIDGE_UPSIDE_DOWN', 'BANDS_NOT_RISING', 'DOUBLE_FUNDER'] as const;

/** One dish in the sample fridge; a second taking of it replaces nothing, `goneAt` says when it was thrown away. */
export const zSample = z.object({
  name: z.string(),
  /** Grams. */
  grams: z.number().int(),
  takenAt: zInstant,
  takenBy: z.string(),
  takenByName: z.string(),
  goneAt: zInstant.optional(),
  goneByName: z.string().optional(),
});
export type Sample = z.infer<typeof zSample>;

export const zRestriction = z.object({ allergen: z.enum(ALLERGENS), count: zCount });

export const GROUP_KINDS = ['care', 'staff'] as const;
/** People who eat from the same kitchen without orders of their own: a care class, the staff. */
export const zGroup = z.object({
  /** `staff`, or `care-` and the class. */
  id: zId,
  kind: z.enum(GROUP_KINDS),
  name: z.string(),
  count: zCount,
  restrictions: z.array(zRestriction),
  changedAt: zInstant,
});
export type MealGroup = z.infer<typeof zGroup>;

/** Portions that were cooked and not served. */
export const zLeftoverItem = z.strictObject({ name: zText(20), portions: z.number().min(0).max(1000) });
export type Leftovers = readonly z.infer<typeof zLeftoverItem>[];

/** What the kitchen writes down about a meal, `day:period`. */
export const kitchenMealFields = {
  day: zDay,
  period: z.enum(PERIODS),
  /** When the sheet was printed last: what changes afterwards is marked. */
  printedAt: zInstant.optional(),
  printedByName: z.string().optional(),
  groups: z.array(zGroup).max(60),
  /** 留样记录. */
  samples: z.array(zSample).max(60),
  /** °C as read from the fridge. */
  readings: z.array(z.object({ at: zInstant, celsius: z.number(), byName: z.string() })).max(60),
  /** When the missing samples, and those kept long enough, were reminded of; once each. */
  missingToldAt: zInstant.optional(),
  overToldAt: zInstant.optional(),
  leftovers: z.array(zLeftoverItem).max(30),
} as const;
export const zKitchenMeal = z.object(kitchenMealFields);
export type KitchenMeal = z.infer<typeof zKitchenMeal>;

export const FACES = ['good', 'fair', 'poor'] as const;
export type Face = (typeof FACES)[number];
export const LEFT = ['half', 'most'] as const;

/** A plate that came back; one tap at the counter. `day:period:gesture`. */
export const plateFields = { mealId: zId, day: zDay, dishId: zId, left: z.enum(LEFT), at: zInstant } as const;
export const zPlate = z.object(plateFields);
export type Plate = z.infer<typeof zPlate>;

/** A meal rated by three faces; one for each order, whose id it has. */
export const ratingFields = {
  mealId: zId,
  day: zDay,
  dinerId: zId,
  dishIds: z.array(zId),
  face: z.enum(FACES),
  at: zInstant,
} as const;
export const zRating = z.object(ratingFields);
export type Rating = z.infer<typeof zRating>;

export const zDishSum = z.object({
  dishId: zId,
  name: z.string(),
  parts: z.array(z.string()),
  portions: zCount,
  good: zCount,
  fair: zCount,
  poor: zCount,
  /** Plates that came back half full or nearly full. */
  half: zCount,
  most: zCount,
});
export type DishSum = z.infer<typeof zDishSum>;

/** Kept sums of one meal, `day:period`, worked out again by a job; the same orders give the same sums. */
export const mealSumFields = {
  day: zDay,
  period: z.enum(PERIODS),
  /** Standing orders (booked or checked off), those checked off, those nobody came for, those cancelled after the cut-off. */
  orders: zCount,
  redeemed: zCount,
  missed: zCount,
  waived: zCount,
  portions: zCount,
  groupPortions: zCount,
  due: zFen,
  subsidy: zFen,
  selfPay: zFen,
  ways: z.array(z.object({ way: z.enum(WAYS), orders: zCount })),
  /** Orders by completed years on the day of the meal. */
  ages: z.array(z.object({ age: zCount, orders: zCount })),
  rules: z.array(z.object({ id: zId, name: z.string(), funder: z.string(), orders: zCount, amount: zFen })),
  dishes: z.array(zDishSum),
  /** Rated meals by face. */
  faces: z.object({ good: zCount, fair: zCount, poor: zCount }),
  /** Portions cooked and not served. */
  leftover: z.number(),
} as const;
export const zMealSum = z.object(mealSumFields);
export type MealSum = z.infer<typeof zMealSum>;

/** 菜品库: a dish as the kitchen knows it. Its cost never enters a menu. */
export const libraryDishFields = {
  name: zText(20),
  parts: z.array(zText(20)).max(8),
  price: zFen,
  /** What one portion costs the kitchen. */
  cost: zFen.optional(),
  photo: z.string().max(300).optional(),
  allergens: z.array(z.enum(ALLERGENS)),
  marks: z.array(z.enum(DISH_MARKS)),
} as const;
export const zLibraryDish = z.object({ ...libraryDishFields, retired: z.boolean() });
export type LibraryDish = z.infer<typeof zLibraryDish>;

/** 饭卡 of a diner, whose id it has. A reissued card has another number and another secret; the old one is then nobody's. */
export const cardFields = {
  no: z.string(),
  secret: z.string(),
  issuedAt: zInstant,
  /** How many cards this person has had. */
  issue: z.number().int().min(1),
} as const;
export const zCardDoc = z.object(cardFields);
export type CardDoc = z.infer<typeof zCardDoc>;
