/** 留样: what should be in the sample fridge, what is, and until when. */
import * as z from 'zod';
import { KITCHEN } from './canteenShared';
import { command, job, query } from './contract';
import { zKitchenSettings, zSample } from './kitchen';
import { PERIODS } from './meals';
import { zDay, zId, zInstant, zNothing, zText, zVerdict } from './schemas';

export const SAMPLE_STATES = ['missing', 'kept', 'over', 'gone'] as const;
export type SampleState = (typeof SAMPLE_STATES)[number];
export const zSampleMeal = z.object({
  mealId: zId,
  day: zDay,
  period: z.enum(PERIODS),
  /** What should be in the fridge, and how it stands. `over`: kept long enough, may be thrown away. */
  dishes: z.array(
    zSample.partial().extend({ name: z.string(), state: z.enum(SAMPLE_STATES), mayDiscardAt: zInstant.optional() }),
  ),
  readings: z.array(z.object({ at: zInstant, celsius: z.number(), byName: z.string(), outside: z.boolean() })),
  /** Who takes them. */
  keepers: z.array(z.string()),
  may: z.object({ take: zVerdict, discard: zVerdict }),
});
export type SampleMeal = z.infer<typeof zSampleMeal>;

export const sampleActions = {
  /** 留样 of today and whatever is still in the fridge. */
  samples: query({
    allow: KITCHEN,
    input: zNothing,
    output: z.object({ today: zDay, now: zInstant, settings: zKitchenSettings, meals: z.array(zSampleMeal) }),
    errors: [],
  }),
  /** Puts samples of these dishes into the fridge. */
  takeSamples: command({
    allow: KITCHEN,
    input: z.strictObject({
      mealId: zId,
      names: z.array(zText(20)).min(1).max(60),
      grams: z.number().int().min(1).max(5000),
      celsius: z.number().min(-30).max(50).optional(),
    }),
    output: zSampleMeal,
    errors: ['SAMPLE_TOO_SMALL', 'UNKNOWN_SAMPLE', 'SAMPLES_LATER'],
  }),
  /** Reads the thermometer of the fridge. */
  readFridge: command({
    allow: KITCHEN,
    input: z.strictObject({ mealId: zId, celsius: z.number().min(-30).max(50) }),
    output: zSampleMeal,
    errors: ['NO_SAMPLES'],
  }),
  /** Throws the samples of a meal away once all were kept long enough. */
  discardSamples: command({
    allow: KITCHEN,
    input: z.strictObject({ mealId: zId }),
    output: zSampleMeal,
    errors: ['NO_SAMPLES', 'SAMPLES_STILL_KEPT'],
  }),
  /** Reminds whoever takes the samples: of missing ones, and of those that may be thrown away. */
  remindSamples: job({
    input: zNothing,
    output: z.object({ reminded: z.number().int() }),
    errors: [],
    rhythm: { everyMinutes: 5 },
  }),
} as const;
