/** Actions of the kitchen: the sheet, labels, groups, purchase hints, leftovers. */
import * as z from 'zod';
import { KITCHEN } from './canteenShared';
import { command, query } from './contract';
import { ALLERGENS, DIETS } from './directory';
import { KITCHEN_SETTING_ERRORS, kitchenSettingsFields, zGroup, zKitchenSettings, zLeftoverItem, zRestriction } from './kitchen';
import { DISH_MARKS, MEAL_STATUS, PERIODS, WAYS } from './meals';
import { zDay, zId, zInstant, zMinute, zNothing, zVerdict } from './schemas';

const OFFICE = ['office', 'admin'] as const;

/** A file in the storage; the address is good for ten minutes. */
export const zFile = z.object({ url: z.string(), name: z.string() });

const zWayCount = z.object({ way: z.enum(WAYS), count: z.number().int() });

export const LATE = ['added', 'cancelled', 'waived', 'group'] as const;

/** One meal of the kitchen's sheet, on the glass and on paper. Counts are portions. */
export const zSheetMeal = z.object({
  mealId: zId,
  day: zDay,
  period: z.enum(PERIODS),
  status: z.enum(MEAL_STATUS),
  cutoffAt: zInstant,
  /** Portions of orders, those of groups beside them. */
  portions: z.number().int(),
  groupPortions: z.number().int(),
  capacity: z.number().int(),
  dishes: z.array(
    z.object({
      dishId: zId,
      name: z.string(),
      parts: z.array(z.string()),
      ways: z.array(zWayCount),
      total: z.number().int(),
    }),
  ),
  /** Portions by what kind of meal they are: soft, low-salt, for diabetics … */
  marks: z.array(z.object({ mark: z.enum(DISH_MARKS), count: z.number().int() })),
  /** Portions that contain an allergen, and people eating (members of groups too) who must not have it. */
  allergens: z.array(z.object({ allergen: z.enum(ALLERGENS), portions: z.number().int(), people: z.number().int() })),
  clashes: z.array(z.object({ number: z.string(), dinerName: z.string(), dish: z.string(), clash: z.array(z.string()) })),
  diets: z.array(z.object({ diet: z.enum(DIETS), count: z.number().int() })),
  groups: z.array(zGroup),
  /** When the sheet was printed, and what changed since (or since the cut-off, whichever came first). */
  printedAt: zInstant.optional(),
  late: z.array(
    z.object({
      key: z.string(),
      change: z.enum(LATE),
      at: zInstant,
      number: z.string(),
      name: z.string(),
      what: z.string(),
    }),
  ),
});
export type SheetMeal = z.infer<typeof zSheetMeal>;

const zHint = z.object({
  name: z.string(),
  /** Mean portions of the weeks that had it, rounded up; `weeks` how many of the four. */
  mean: z.number().int(),
  weeks: z.number().int(),
  /** Portions ordered so far. */
  ordered: z.number().int(),
});

export const kitchenActions = {
  /** Counts by dish, kind of meal and allergen, whom a dish would harm, what changed late. ≤ 2 round trips. */
  kitchenSheet: query({
    allow: KITCHEN,
    input: z.strictObject({ days: z.array(zDay).min(1).max(7) }),
    output: z.object({ now: zInstant, meals: z.array(zSheetMeal) }),
    errors: [],
  }),
  /** The same sheet as a PDF; from now on changes are marked as late. */
  printSheet: command({ allow: KITCHEN, input: z.strictObject({ mealId: zId }), output: zFile, errors: ['NOTHING_TO_PRINT'] }),
  /** Stickers for the boxes: name, dish, what to avoid, round. `skip`: stickers of the first sheet that are used up. */
  printLabels: command({
    allow: KITCHEN,
    input: z.strictObject({
      mealId: zId,
      ways: z.array(z.enum(WAYS)).min(1).max(WAYS.length),
      pack: z.union([z.literal(24), z.literal(21), z.literal(10)]),
      skip: z.number().int().min(0).max(23),
    }),
    output: zFile,
    errors: ['NOTHING_TO_PRINT'],
  }),
  /** 工作餐: how many of the staff eat from this meal; 0 takes the group off the sheet. */
  saveStaffMeals: command({
    allow: KITCHEN,
    input: z.strictObject({
      mealId: zId,
      count: z.number().int().min(0).max(500),
      restrictions: z.array(z.strictObject(zRestriction.shape)).max(ALLERGENS.length),
    }),
    output: zGroup,
    errors: ['PAST_DAY'],
  }),
  /** 备料参考: the mean of the last four weeks on this weekday, for the meals of a day and what is on their plates. */
  purchaseHint: query({
    allow: KITCHEN,
    input: z.strictObject({ day: zDay }),
    output: z.object({
      today: zDay,
      meals: z.array(
        z.object({
          mealId: zId,
          period: z.enum(PERIODS),
          servedFrom: zMinute,
          all: zHint,
          dishes: z.array(zHint),
          parts: z.array(zHint),
          /** Portions of each past week, oldest first, and what was left over. */
          past: z.array(z.object({ day: zDay, portions: z.number().int(), leftover: z.number() })),
        }),
      ),
    }),
    errors: [],
  }),
  /** What was cooked and not served; logging again replaces. */
  logLeftovers: command({
    allow: KITCHEN,
    input: z.strictObject({ mealId: zId, items: z.array(zLeftoverItem).max(30) }),
    output: z.object({ items: z.array(zLeftoverItem) }),
    errors: ['UNKNOWN_DISH', 'NOT_YET_SERVED'],
  }),
  leftovers: query({
    allow: KITCHEN,
    input: z.strictObject({ mealId: zId }),
    output: z.object({ names: z.array(z.string()), items: z.array(zLeftoverItem), may: z.object({ log: zVerdict }) }),
    errors: [],
  }),
  kitchenSettings: query({
    allow: KITCHEN,
    input: zNothing,
    output: z.object({
      settings: zKitchenSettings,
      /** Who can be named for the samples. */
      staff: z.array(z.object({ accountId: z.string(), name: z.string() })),
      /** Funders that the subsidy rules name. */
      funders: z.array(z.string()),
    }),
    errors: [],
  }),
  saveKitchenSettings: command({
    allow: OFFICE,
    input: z.strictObject(kitchenSettingsFields),
    output: zKitchenSettings,
    errors: KITCHEN_SETTING_ERRORS,
  }),
} as const;
