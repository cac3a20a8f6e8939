/** What the cook needs: counts by dish, and whom a dish would harm. */
import type { CanteenContract, Meal, Order } from '../../../types/canteen';
import { DIETS, type Diet, type Resident } from '../../../types/directory';
import type { Stored } from '../../_shared/collection';
import type { HandlersOf } from '../../_shared/context';
import { _ } from '../../_shared/database';
import { residents } from '../../_shared/directory';
import { LIGHT } from '../../_shared/store';
import { meals, orders } from '../collections';
import { clashesOf, portions } from '../rules';

type Kitchen = Pick<HandlersOf<CanteenContract>, 'kitchenSheet'>;

/** Portions of each dish, eaten here, taken away or brought; menu order. */
function countDishes(meal: Meal, booked: readonly Order[]) {
  return meal.dishes.map(dish => {
    const of = (way: Order['way']): number =>
      portions(booked.filter(order => order.way === way).flatMap(order => order.lines.filter(line => line.dishId === dish.id)));
    const [dineIn, pickup, delivery] = [of('dineIn'), of('pickup'), of('delivery')];
    return { dishId: dish.id, name: dish.name, parts: dish.parts, dineIn, pickup, delivery, total: dineIn + pickup + delivery };
  });
}

/** From the diners' records as they are now, not as they were when the order was made. */
function clashesIn(meal: Meal, booked: readonly Order[], diners: ReadonlyMap<string, Resident>) {
  return booked.flatMap(order =>
    order.lines.flatMap(line => {
      const dish = meal.dishes.find(candidate => candidate.id === line.dishId);
      const diner = diners.get(order.dinerId);
      const clash = dish && diner ? clashesOf(dish, diner) : [];
      return clash.length ? [{ number: order.number, dinerName: order.dinerName, dish: line.name, clash }] : [];
    }),
  );
}

function countDiets(booked: readonly Order[], diners: ReadonlyMap<string, Resident>): { diet: Diet; count: number }[] {
  return DIETS.map(diet => ({
    diet,
    count: booked.filter(order => diners.get(order.dinerId)?.diets.includes(diet)).length,
  })).filter(({ count }) => count > 0);
}

const sheetOf = (meal: Stored<Meal>, booked: readonly Order[], diners: ReadonlyMap<string, Resident>) => ({
  mealId: meal.id,
  day: meal.day,
  period: meal.period,
  status: meal.status,
  cutoffAt: meal.cutoffAt,
  portions: portions(booked.flatMap(order => order.lines)),
  capacity: meal.capacity,
  dishes: countDishes(meal, booked),
  clashes: clashesIn(meal, booked, diners),
  diets: countDiets(booked, diners),
});

export const kitchenHandlers: Kitchen = {
  /** Two waves: meals beside orders, then the records of those who eat. */
  async kitchenSheet({ days }, ctx) {
    const [menu, booked] = await Promise.all([
      ctx.store.find(meals, { day: _.in(days) }, { order: ['day'], without: LIGHT }),
      ctx.store.findAll(orders, { day: _.in(days), status: _.in(['booked', 'redeemed']) }, { without: LIGHT }),
    ]);
    const who = [...new Set(booked.map(order => order.dinerId))];
    const parts = Array.from({ length: Math.ceil(who.length / 1000) }, (_part, i) => who.slice(i * 1000, (i + 1) * 1000));
    const found = await Promise.all(parts.map(ids => ctx.store.readAll(residents, ids, { without: [...LIGHT, 'family'] })));
    const diners = new Map(found.flat().map(diner => [diner.id, diner]));
    menu.sort((a, b) => (a.day === b.day ? a.servedFrom - b.servedFrom : a.day < b.day ? -1 : 1));
    const sheets = menu.map(meal =>
      sheetOf(
        meal,
        booked.filter(order => order.mealId === meal.id),
        diners,
      ),
    );
    return { now: ctx.now, meals: sheets };
  },
};
