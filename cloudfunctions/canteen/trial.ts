/** 试算: the meals of a past month priced again by other rules. */
import type { Order, Settings } from '../../types/canteen';
import type { Resident } from '../../types/directory';
import { type Fen, fen } from '../../types/money';
import { daysFrom, monthRange } from '../../types/time';
import type { Stored } from '../_shared/collection';
import { _ } from '../_shared/database';
import { residents } from '../_shared/directory';
import { LIGHT, type Store } from '../_shared/store';
import { orders } from './collections';
import { priceOf } from './rules';
import { withinCaps } from './rulesCaps';

type Meal = Stored<Pick<Order, 'day' | 'period' | 'dinerId' | 'lines' | 'price' | 'bookedAt' | 'status'>>;
type Rules = Pick<Settings, 'subsidyRules' | 'subsidiesStack'>;

const A_READ = 500;

async function eatersOf(store: Store, ids: readonly string[]): Promise<Map<string, Stored<Resident>>> {
  const parts = Array.from({ length: Math.ceil(ids.length / A_READ) }, (_part, n) => ids.slice(n * A_READ, (n + 1) * A_READ));
  const found = await Promise.all(parts.map(part => store.readAll(residents, part, { without: [...LIGHT, 'family'] })));
  return new Map(found.flat().map(eater => [eater.id, eater]));
}

async function mealsOf(store: Store, month: string): Promise<Meal[]> {
  const { first, last } = monthRange(month);
  const without = [...LIGHT, 'clashes', 'tellTo', 'code', 'bookedBy', 'bookedByName', 'dinerPinyin', 'dinerCardNo'];
  const days = daysFrom(first, Number(last.slice(8)));
  const eaten = await Promise.all(
    days.map(day => store.findAll(orders, { day, status: _.in(['booked', 'redeemed']) }, { without })),
  );
  return eaten.flat();
}

/** Each diner's meals in the order they were booked, so that a cap is used up as it would have been. */
function pricedAgain(meals: readonly Meal[], eater: Resident, rules: Rules): Order['price'][] {
  const taken: Meal[] = [];
  for (const meal of [...meals].sort((a, b) => a.bookedAt - b.bookedAt || (a.id < b.id ? -1 : 1))) {
    const price = priceOf(meal.lines, eater, meal.day, meal.period, withinCaps(rules, taken, meal.day, meal.id));
    taken.push({ ...meal, price });
  }
  return taken.map(meal => meal.price);
}

type Sums = { funders: Map<string, number>; subsidy: number; selfPay: number };

function summed(prices: readonly Order['price'][]): Sums {
  const funders = new Map<string, number>();
  for (const { rules } of prices)
    for (const { funder, amount } of rules) funders.set(funder, (funders.get(funder) ?? 0) + amount);
  const sum = (key: 'subsidy' | 'selfPay') => prices.reduce((total, price) => total + price[key], 0);
  return { funders, subsidy: sum('subsidy'), selfPay: sum('selfPay') };
}

/** Who is on the roster no longer counts as it was. */
export async function trialOf(store: Store, month: string, rules: Rules) {
  const meals = await mealsOf(store, month);
  const byDiner = new Map<string, Meal[]>();
  for (const meal of meals) byDiner.set(meal.dinerId, [...(byDiner.get(meal.dinerId) ?? []), meal]);
  const eaters = await eatersOf(store, [...byDiner.keys()]);
  const again = [...byDiner].flatMap(([dinerId, own]) => {
    const eater = eaters.get(dinerId);
    return eater ? pricedAgain(own, eater, rules) : own.map(meal => meal.price);
  });
  const [was, would] = [summed(meals.map(meal => meal.price)), summed(again)];
  const names = [...new Set([...was.funders.keys(), ...would.funders.keys()])].sort();
  const of = (sums: Sums, funder: string): Fen => fen(sums.funders.get(funder) ?? 0);
  return {
    meals: meals.length,
    funders: names.map(funder => ({ funder, was: of(was, funder), would: of(would, funder) })),
    was: fen(was.subsidy),
    would: fen(would.subsidy),
    selfWas: fen(was.selfPay),
    selfWould: fen(would.selfPay),
  };
}
