/** Rules of food samples 留样: what is kept, how much, until when. Grams, hours and degrees are settings of the kitchen. */
import type { KitchenMeal, KitchenSettings, Meal, Sample, SampleState } from '../../types/canteen';
import { type CivilDate, type Instant, instantAt } from '../../types/time';
import { no, type Verdict, yes } from '../../types/verdict';

/** What is kept a sample of: every thing on the plates once, a dish without parts by its own name. */
export const sampleNames = (meal: Pick<Meal, 'dishes'>): string[] => [
  ...new Set(meal.dishes.flatMap(dish => (dish.parts.length > 0 ? dish.parts : [dish.name]))),
];

/** Until when a sample has to stay in the fridge. */
export const keptUntil = (sample: Pick<Sample, 'takenAt'>, settings: Pick<KitchenSettings, 'sampleHours'>): Instant =>
  (sample.takenAt + settings.sampleHours * 3_600_000) as Instant;

export function sampleState(
  sample: Pick<Sample, 'takenAt' | 'goneAt'> | undefined,
  settings: Pick<KitchenSettings, 'sampleHours'>,
  now: Instant,
): SampleState {
  if (!sample) return 'missing';
  if (sample.goneAt !== undefined) return 'gone';
  return now >= keptUntil(sample, settings) ? 'over' : 'kept';
}

/** Samples are of food that is cooked: of today's meals. */
export const mayTakeSamples = (day: CivilDate, today: CivilDate): Verdict<'SAMPLES_LATER'> =>
  day === today ? yes : no('SAMPLES_LATER', { day });

/** At least the grams of the settings, of something that is on this menu. */
export function samplesFit(
  wanted: { names: readonly string[]; grams: number },
  due: readonly string[],
  settings: Pick<KitchenSettings, 'sampleGrams'>,
): Verdict<'SAMPLE_TOO_SMALL' | 'UNKNOWN_SAMPLE'> {
  if (wanted.grams < settings.sampleGrams) return no('SAMPLE_TOO_SMALL', { least: settings.sampleGrams });
  const strange = wanted.names.find(name => !due.includes(name));
  return strange === undefined ? yes : no('UNKNOWN_SAMPLE', { name: strange });
}

/** All of a meal at once, when the youngest has been kept long enough. */
export function mayDiscard(
  samples: readonly Pick<Sample, 'takenAt' | 'goneAt'>[],
  settings: Pick<KitchenSettings, 'sampleHours'>,
  now: Instant,
): Verdict<'NO_SAMPLES' | 'SAMPLES_STILL_KEPT'> {
  const inside = samples.filter(sample => sample.goneAt === undefined);
  if (inside.length === 0) return no('NO_SAMPLES');
  const until = Math.max(...inside.map(sample => keptUntil(sample, settings)));
  return now >= until ? yes : no('SAMPLES_STILL_KEPT', { until });
}

/** Time to remind of samples that are not in the fridge, or that may leave it; each once a meal. */
export function samplesToTell(
  meal: Pick<Meal, 'day' | 'servedFrom' | 'dishes' | 'status'> | undefined,
  book: Pick<KitchenMeal, 'samples' | 'missingToldAt' | 'overToldAt'> | undefined,
  settings: Pick<KitchenSettings, 'sampleHours' | 'sampleRemindAfter'>,
  now: Instant,
): 'missing' | 'over' | undefined {
  if (meal?.status === 'open' && book?.missingToldAt === undefined) {
    const due = instantAt(meal.day, meal.servedFrom + settings.sampleRemindAfter);
    const taken = new Set(book?.samples.map(sample => sample.name));
    if (now >= due && sampleNames(meal).some(name => !taken.has(name))) return 'missing';
  }
  return book && book.overToldAt === undefined && mayDiscard(book.samples, settings, now).ok ? 'over' : undefined;
}
