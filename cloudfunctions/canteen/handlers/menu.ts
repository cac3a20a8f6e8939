/** The week's menu, for those who eat and those who write it. */
import type { CanteenContract, Meal, Order } from '../../../types/canteen';
import { addDays, ageOn, mondayOf } from '../../../types/time';
import type { Stored } from '../../_shared/collection';
import type { Context, HandlersOf } from '../../_shared/context';
import { residents } from '../../_shared/directory';
import { places } from '../../_shared/places';
import { between, LIGHT, type Store } from '../../_shared/store';
import { meals, orders, recipients } from '../collections';
import { dinersOf, relationTo } from '../diners';
import { pricingOf } from '../pricing';
import { cutoffOf, mayOrderFor, mayPublish, mealIdOf, orderIdOf, placesIdOf } from '../rules';
import { settingsOf } from '../settings';
import { mealView } from '../views';

type Menu = Pick<HandlersOf<CanteenContract>, 'weekMenu' | 'menus' | 'publishMeal'>;

/** Meals of seven days and how many portions of each are left; two reads side by side. */
async function weekOf(store: Store, from: Parameters<typeof addDays>[0]) {
  const ids = Array.from({ length: 7 }, (_, day) => addDays(from, day)).flatMap(day =>
    (['breakfast', 'lunch', 'dinner'] as const).map(period => placesIdOf(mealIdOf(day, period))),
  );
  const [menu, room] = await Promise.all([
    store.find(meals, { day: between(from, addDays(from, 6)) }, { order: ['day'], without: LIGHT }),
    store.readAll(places, ids, { without: [...LIGHT, 'holders'] }),
  ]);
  return { menu, room: new Map(room.map(row => [row.id, row])) };
}

const PERIOD_ORDER = { breakfast: 0, lunch: 1, dinner: 2 } as const;
const byTime = (a: Meal, b: Meal): number =>
  a.day === b.day ? PERIOD_ORDER[a.period] - PERIOD_ORDER[b.period] : a.day < b.day ? -1 : 1;

export const menuHandlers: Menu = {
  async weekMenu({ from, dinerId }, ctx) {
    const { session, store, now, today } = ctx;
    const who = dinerId ?? session.residentId ?? session.elders[0]?.id;
    const first = from ?? today;
    const ofDiner = { dinerId: who, day: between(first, addDays(first, 6)) };
    const [{ menu, room }, pricing, recipient, diner, booked] = await Promise.all([
      weekOf(store, first),
      pricingOf(store, who ? [who] : [], first, addDays(first, 6)),
      who ? store.read(recipients, who) : undefined,
      who ? store.read(residents, who) : undefined,
      who ? store.find(orders, ofDiner, { limit: 60, without: LIGHT }) : ([] as Stored<Order>[]),
    ]);
    if (dinerId && !diner) ctx.refuse('NOT_FOUND');
    if (diner) ctx.insist(mayOrderFor(diner, session));
    const { settings } = pricing;
    const byMeal = new Map(booked.map(order => [order.mealId, order]));
    return {
      today,
      now,
      canteen: { name: settings.name, place: settings.place },
      diner: diner && {
        id: diner.id,
        name: diner.name,
        relation: relationTo(diner, session),
        age: ageOn(diner.birthDate, today),
      },
      diners: dinersOf(session),
      meals: menu
        .filter(meal => meal.status !== 'draft')
        .sort(byTime)
        .map(meal => {
          const left = room.get(placesIdOf(meal.id))?.left ?? 0;
          const own = who ? pricing.of(who, meal.day, orderIdOf(meal.id, who)) : settings;
          return mealView(meal, left, diner, byMeal.get(meal.id), own, now);
        }),
      maxPortions: settings.maxPortions,
      delivery: recipient?.granted && { from: recipient.granted.from, to: recipient.granted.to },
    };
  },

  async menus({ from }, ctx) {
    const monday = mondayOf(from);
    const [{ menu, room }, settings] = await Promise.all([weekOf(ctx.store, monday), settingsOf(ctx.store)]);
    const ordered = (meal: Stored<Meal>): number => {
      const row = room.get(placesIdOf(meal.id));
      return row ? row.capacity - row.left : 0;
    };
    return { today: ctx.today, settings, meals: menu.sort(byTime).map(meal => ({ ...meal, ordered: ordered(meal) })) };
  },

  /** Publishing again changes the menu of the same meal; who has ordered keeps the order and its frozen price. */
  async publishMeal({ day, period, dishes, capacity, cutoffAt }, ctx) {
    const id = mealIdOf(day, period);
    const draft = ctx.store.draft(meals, id, { quiet: true });
    const [settings, standing] = await Promise.all([
      settingsOf(ctx.store),
      ctx.store.findAll(orders, { mealId: id, status: 'booked' }),
    ]);
    const setting = settings.periods.find(candidate => candidate.period === period) ?? ctx.refuse('UNKNOWN_PERIOD');
    const inUse = new Set(standing.flatMap(order => order.lines.map(line => line.dishId)));
    ctx.insist(
      mayPublish(
        day,
        dishes.map(dish => dish.id),
        inUse,
        ctx.today,
      ),
    );
    const { servedFrom, servedTo } = setting;
    const meal: Meal = {
      day,
      period,
      status: 'open',
      dishes,
      capacity,
      cutoffAt: cutoffAt ?? cutoffOf(day, setting),
      servedFrom,
      servedTo,
    };
    const saved = await draft.save(() => ({ doc: meal }));
    await openPlaces(ctx, saved);
    return saved;
  },
};

/** After the meal, so that a place without a menu cannot exist; repeated by a retry, it changes nothing. */
async function openPlaces(ctx: Context, meal: Stored<Meal>): Promise<void> {
  if (meal.status === 'open') await ctx.places.open(placesIdOf(meal.id), meal.capacity, meal.cutoffAt);
}
