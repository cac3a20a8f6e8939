/** Actions of menu craft: the library of dishes, rating a meal, plates that came back, which dishes are liked. */
import * as z from 'zod';
import { DINERS, KITCHEN } from './canteenShared';
import { command, query } from './contract';
import { FACES, LEFT, libraryDishFields, zDishSum, zLibraryDish } from './kitchen';
import { PERIODS } from './meals';
import { zDay, zDone, zId, zMonth, zNothing, zVerdict } from './schemas';

/** An order that may be rated, or was. */
export const zRatable = z.object({
  orderId: zId,
  day: zDay,
  period: z.enum(PERIODS),
  dinerName: z.string(),
  dishes: z.string(),
  face: z.enum(FACES).optional(),
  may: z.object({ rate: zVerdict }),
});
export type Ratable = z.infer<typeof zRatable>;

export const dishActions = {
  /** 菜品库 with prices and costs; `used` are portions of the last four weeks. */
  dishLibrary: query({
    allow: KITCHEN,
    input: zNothing,
    output: z.object({ dishes: z.array(zLibraryDish.extend({ id: zId })) }),
    errors: [],
  }),
  /** Writes a dish, a new one without `id`. Menus that have it already stay as they are. */
  saveDish: command({
    allow: KITCHEN,
    input: z.strictObject({ id: zId.optional(), ...libraryDishFields }),
    output: zLibraryDish.extend({ id: zId }),
    errors: ['NOT_OUR_PHOTO'],
  }),
  /** Takes a dish out of the choice, or back into it. */
  retireDish: command({
    allow: KITCHEN,
    input: z.strictObject({ id: zId, retired: z.boolean() }),
    output: zLibraryDish.extend({ id: zId }),
    errors: [],
  }),
  /** Meals of the last days that this person (or a bound elder) ate, rated or not. */
  toRate: query({
    allow: DINERS,
    input: z.strictObject({ orderId: zId.optional() }),
    output: z.object({ today: zDay, meals: z.array(zRatable) }),
    errors: [],
  }),
  /** One of three faces, once for each order, by the diner or the family. */
  rateMeal: command({
    allow: ['resident', 'family'],
    input: z.strictObject({ orderId: zId, face: z.enum(FACES) }),
    output: zRatable,
    errors: ['NOT_YOUR_ELDER', 'NOT_EATEN', 'ALREADY_RATED', 'RATING_CLOSED'],
  }),
  /** A plate came back with this dish half or mostly uneaten; each gesture is one plate. */
  logPlate: command({
    allow: KITCHEN,
    input: z.strictObject({ mealId: zId, dishId: zId, left: z.enum(LEFT) }),
    output: zDone,
    errors: ['UNKNOWN_DISH'],
  }),
  /** Dishes of a month by how often they were eaten, how they were rated and what came back; from the kept sums. */
  popularDishes: query({
    allow: KITCHEN,
    input: z.strictObject({ month: zMonth }),
    output: z.object({ dishes: z.array(zDishSum.omit({ parts: true })) }),
    errors: [],
  }),
} as const;
