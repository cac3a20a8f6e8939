/** 留样: taken when the food is cooked, kept cold, thrown away when the hours are over; each with who and when. */
import type { CanteenContract, KitchenMeal, KitchenSettings, Meal, SampleMeal } from '../../../types/canteen';
import { addDays, type CivilDate, clockText, dateText, minuteOf } from '../../../types/time';
import { PERIOD_TEXT } from '../../../types/words';
import type { Stored } from '../../_shared/collection';
import type { Context, HandlersOf } from '../../_shared/context';
import { accounts } from '../../_shared/directory';
import { between, LIGHT, type Store } from '../../_shared/store';
import { message, type Tell } from '../../_shared/tell';
import { kitchenMeals, meals } from '../collections';
import { kitchenOf } from '../kitchenSettings';
import { emptyBook } from '../rulesKitchen';
import { keptUntil, mayDiscard, mayTakeSamples, sampleNames, sampleState, samplesFit, samplesToTell } from '../rulesSamples';
import { eachCommunity } from '../steps';

type Samples = Pick<HandlersOf<CanteenContract>, 'samples' | 'takeSamples' | 'readFridge' | 'discardSamples' | 'remindSamples'>;
type Facts = Pick<Meal, 'day' | 'period' | 'dishes'>;

/** Days back in which something may still lie in the fridge. */
const LOOK_BACK = 14;

/** How the samples of one meal stand; dishes of the menu first, then what was taken and is on it no more. */
function viewOf(
  mealId: string,
  meal: Facts | undefined,
  book: KitchenMeal,
  settings: KitchenSettings,
  ctx: Pick<Context, 'now' | 'today'>,
): SampleMeal {
  const taken = new Map(book.samples.map(sample => [sample.name, sample]));
  const names = [...new Set([...(meal && book.day === ctx.today ? sampleNames(meal) : []), ...taken.keys()])];
  return {
    mealId,
    day: book.day,
    period: book.period,
    dishes: names.map(name => {
      const sample = taken.get(name);
      const state = sampleState(sample, settings, ctx.now);
      return { ...sample, name, state, ...(sample ? { mayDiscardAt: keptUntil(sample, settings) } : {}) };
    }),
    readings: book.readings.map(reading => ({
      ...reading,
      outside: reading.celsius < settings.fridgeFrom || reading.celsius > settings.fridgeTo,
    })),
    keepers: settings.samplers.filter(sampler => sampler.period === book.period).map(sampler => sampler.name),
    may: { take: mayTakeSamples(book.day, ctx.today), discard: mayDiscard(book.samples, settings, ctx.now) },
  };
}

const booksSince = (store: Store, today: CivilDate) =>
  store.find(kitchenMeals, { day: between(addDays(today, -LOOK_BACK), today) }, { without: LIGHT });

const isInside = (book: KitchenMeal): boolean => book.samples.some(sample => sample.goneAt === undefined);

/** Opens the notes of a meal with its menu and the settings beside, in one wave. */
async function openBook(ctx: Context, mealId: string) {
  const draft = ctx.store.draft(kitchenMeals, mealId, { quiet: true });
  const [meal, settings] = await Promise.all([ctx.store.need(meals, mealId), kitchenOf(ctx.store)]);
  return { draft, meal, settings };
}

export const sampleHandlers: Samples = {
  /** One wave: today's menus, the notes of a fortnight, the settings. */
  async samples(_input, ctx) {
    const [menu, books, settings] = await Promise.all([
      ctx.store.find(meals, { day: ctx.today, status: 'open' }, { without: LIGHT }),
      booksSince(ctx.store, ctx.today),
      kitchenOf(ctx.store),
    ]);
    const today = menu
      .sort((a, b) => a.servedFrom - b.servedFrom)
      .map(meal => {
        const book = books.find(candidate => candidate.id === meal.id) ?? emptyBook(meal.day, meal.period);
        return viewOf(meal.id, meal, book, settings, ctx);
      });
    const here = new Set(today.map(each => each.mealId));
    const earlier = books
      .filter(book => !here.has(book.id) && isInside(book))
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map(book => viewOf(book.id, undefined, book, settings, ctx));
    return { today: ctx.today, now: ctx.now, settings, meals: [...today, ...earlier] };
  },

  async takeSamples({ mealId, names, grams, celsius }, ctx) {
    const { draft, meal, settings } = await openBook(ctx, mealId);
    ctx.insist(mayTakeSamples(meal.day, ctx.today));
    ctx.insist(samplesFit({ names, grams }, sampleNames(meal), settings));
    const saved = await draft.save(current => {
      const book = current ?? emptyBook(meal.day, meal.period);
      const before = new Set(book.samples.map(sample => sample.name));
      const by = { takenAt: ctx.now, takenBy: ctx.session.accountId, takenByName: ctx.session.name };
      const added = [...new Set(names)].filter(name => !before.has(name)).map(name => ({ name, grams, ...by }));
      const reading = celsius === undefined ? [] : [{ at: ctx.now, celsius, byName: ctx.session.name }];
      return { doc: { ...book, samples: [...book.samples, ...added], readings: [...book.readings, ...reading].slice(-60) } };
    });
    return viewOf(mealId, meal, saved, settings, ctx);
  },

  async readFridge({ mealId, celsius }, ctx) {
    const { draft, meal, settings } = await openBook(ctx, mealId);
    const saved = await draft.save(book => {
      if (!book || !isInside(book)) return ctx.refuse('NO_SAMPLES');
      const reading = { at: ctx.now, celsius, byName: ctx.session.name };
      return { doc: { ...book, readings: [...book.readings, reading].slice(-60) } };
    });
    return viewOf(mealId, meal, saved, settings, ctx);
  },

  async discardSamples({ mealId }, ctx) {
    const { draft, meal, settings } = await openBook(ctx, mealId);
    const saved = await draft.save(book => {
      if (!book) return ctx.refuse('NO_SAMPLES');
      ctx.insist(mayDiscard(book.samples, settings, ctx.now));
      const gone = { goneAt: ctx.now, goneByName: ctx.session.name };
      return { doc: { ...book, samples: book.samples.map(each => (each.goneAt === undefined ? { ...each, ...gone } : each)) } };
    });
    return viewOf(mealId, meal, saved, settings, ctx);
  },

  remindSamples: async (_input, ctx) => ({ reminded: await eachCommunity(ctx, remind) }),
};

/** Whoever is named for the period; nobody named: everybody of the canteen. */
async function keepersOf(ctx: Context, settings: KitchenSettings, period: KitchenMeal['period']): Promise<string[]> {
  const named = settings.samplers.filter(sampler => sampler.period === period).map(sampler => sampler.accountId);
  if (named.length > 0) return named;
  const communityId = ctx.store.communityId;
  const cooks = await ctx.store.find(accounts, { communityId, 'grants.role': 'canteen' }, { limit: 50, without: LIGHT });
  return cooks.filter(cook => cook.status === 'member').map(cook => cook.id);
}

/** What is due in this community: told by the outbox of each meal's own notes, once. */
async function remind(ctx: Context): Promise<number> {
  const [menu, books, settings] = await Promise.all([
    ctx.store.find(meals, { day: ctx.today, status: 'open' }, { without: LIGHT }),
    booksSince(ctx.store, ctx.today),
    kitchenOf(ctx.store),
  ]);
  const ids = new Set([...menu.map(meal => meal.id), ...books.map(book => book.id)]);
  let told = 0;
  for (const id of ids) {
    const meal = menu.find(each => each.id === id);
    const book = books.find(each => each.id === id);
    if (samplesToTell(meal, book, settings, ctx.now)) told += await remindOf(ctx, id, meal, settings);
  }
  return told;
}

async function remindOf(ctx: Context, id: string, meal: Stored<Meal> | undefined, settings: KitchenSettings): Promise<number> {
  const draft = ctx.store.draft(kitchenMeals, id);
  const period = id.slice(11) as KitchenMeal['period'];
  const to = await keepersOf(ctx, settings, period);
  let told = 0;
  await draft.save(current => {
    const book = current ?? emptyBook(id.slice(0, 10) as CivilDate, period);
    const what = samplesToTell(meal, current, settings, ctx.now);
    if (!what) return current ? undefined : { doc: book };
    told = to.length;
    const mark = what === 'missing' ? { missingToldAt: ctx.now } : { overToldAt: ctx.now };
    return { doc: { ...book, ...mark }, tell: tellOf(what, book, meal, settings, to) };
  });
  return told;
}

function tellOf(
  what: 'missing' | 'over',
  book: KitchenMeal,
  meal: Meal | undefined,
  settings: KitchenSettings,
  to: readonly string[],
): Tell[] {
  const taken = new Set(book.samples.map(sample => sample.name));
  const missing = meal ? sampleNames(meal).filter(name => !taken.has(name)) : [];
  const last = Math.max(0, ...book.samples.map(sample => keptUntil(sample, settings)));
  const data = {
    day: dateText(book.day),
    period: PERIOD_TEXT[book.period],
    dishes: what === 'missing' ? missing.join('、') : book.samples.map(sample => sample.name).join('、'),
    grams: String(settings.sampleGrams),
    hours: String(settings.sampleHours),
    time: clockText(minuteOf(last as KitchenMeal['readings'][number]['at'])),
  };
  return to.map(account => message(what === 'missing' ? 'samplesMissing' : 'samplesOver', account, data));
}
