/** How orders become kept sums, and kept sums the numbers of a month. Amounts in 分. */
import type {
  DishSum,
  Face,
  KitchenSettings,
  Leftovers,
  Meal,
  MealGroup,
  MealSum,
  Numbers,
  Order,
  Plate,
  Rating,
} from '../../types/canteen';
import { WAYS } from '../../types/canteen';
import { type Fen, fen, lessFen, sumFen, ZERO } from '../../types/money';
import { type CivilDate, type Instant, instantAt } from '../../types/time';
import { portions } from './rules';

export type Around = {
  groups: readonly MealGroup[];
  ratings: readonly Rating[];
  plates: readonly Plate[];
  leftovers: Leftovers;
};

const facesOf = (ratings: readonly Rating[]): Record<Face, number> => {
  const of = (face: Face) => ratings.filter(rating => rating.face === face).length;
  return { good: of('good'), fair: of('fair'), poor: of('poor') };
};

function dishSums(meal: Meal, standing: readonly Order[], { ratings, plates }: Around): DishSum[] {
  return meal.dishes.map(({ id, name, parts }) => ({
    dishId: id,
    name,
    parts,
    portions: portions(standing.flatMap(order => order.lines.filter(line => line.dishId === id))),
    ...facesOf(ratings.filter(rating => rating.dishIds.includes(id))),
    half: plates.filter(plate => plate.dishId === id && plate.left === 'half').length,
    most: plates.filter(plate => plate.dishId === id && plate.left === 'most').length,
  }));
}

/** Counts by a key, in the order of the keys. */
function tallied<T>(items: readonly T[], keyOf: (item: T) => number): { key: number; count: number }[] {
  const counts = new Map<number, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return [...counts].map(([key, count]) => ({ key, count })).sort((a, b) => a.key - b.key);
}

type RuleSum = MealSum['rules'][number];

export function addRules(rules: readonly RuleSum[]): RuleSum[] {
  const byId = new Map<string, RuleSum>();
  for (const rule of rules) {
    const before = byId.get(rule.id);
    const orders = rule.orders + (before?.orders ?? 0);
    byId.set(rule.id, { ...rule, orders, amount: fen(rule.amount + (before?.amount ?? 0)) });
  }
  return [...byId.values()].sort((a, b) => b.amount - a.amount || (a.id < b.id ? -1 : 1));
}

/** The sums of one meal; the same documents always give the same sums. */
export function sumMeal(meal: Meal, orders: readonly Order[], around: Around, now: Instant): MealSum {
  const standing = orders.filter(order => order.status !== 'cancelled');
  const over = now >= instantAt(meal.day, meal.servedTo);
  const late = orders.filter(order => order.status === 'cancelled' && (order.cancelledAt ?? 0) >= meal.cutoffAt);
  return {
    day: meal.day,
    period: meal.period,
    orders: standing.length,
    redeemed: standing.filter(order => order.status === 'redeemed').length,
    missed: over ? standing.filter(order => order.status === 'booked').length : 0,
    waived: late.length,
    portions: portions(standing.flatMap(order => order.lines)),
    groupPortions: around.groups.reduce((sum, group) => sum + group.count, 0),
    due: sumFen(standing.map(order => order.price.due)),
    subsidy: sumFen(standing.map(order => order.price.subsidy)),
    selfPay: sumFen(standing.map(order => order.price.selfPay)),
    ways: WAYS.map(way => ({ way, orders: standing.filter(order => order.way === way).length })).filter(each => each.orders > 0),
    ages: tallied(standing, order => order.price.age).map(({ key, count }) => ({ age: key, orders: count })),
    rules: addRules(
      standing.flatMap(order =>
        order.price.rules.map(({ id, name, funder, amount }) => ({ id, name, funder, orders: 1, amount })),
      ),
    ),
    dishes: dishSums(meal, standing, around),
    faces: facesOf(around.ratings),
    leftover: around.leftovers.reduce((sum, item) => sum + item.portions, 0),
  };
}

const bandsOf = (sums: readonly MealSum[], from: readonly number[]): Numbers['ages'] => {
  const ages = sums.flatMap(sum => sum.ages);
  const lower = from[0] === 0 ? from : [0, ...from];
  return lower
    .map((start, i) => {
      const next = lower[i + 1];
      const inside = ages.filter(({ age }) => age >= start && (next === undefined || age < next));
      return {
        from: start,
        ...(next === undefined ? {} : { to: next - 1 }),
        orders: inside.reduce((n, each) => n + each.orders, 0),
      };
    })
    .filter((band, i) => i > 0 || band.orders > 0 || lower.length === 1);
};

/** What each funder has given this month, of what it may give. A funder with a budget and no use is shown too. */
export function budgetsOf(rules: readonly RuleSum[], budgets: KitchenSettings['budgets']): Numbers['budgets'] {
  const funders = [...new Set([...budgets.map(budget => budget.funder), ...rules.map(rule => rule.funder)])];
  return funders.map(funder => {
    const used = sumFen(rules.filter(rule => rule.funder === funder).map(rule => rule.amount));
    const monthly = budgets.find(budget => budget.funder === funder)?.monthly;
    return monthly === undefined
      ? { funder, used, over: false }
      : { funder, used, monthly, left: lessFen(monthly, used), over: used > monthly };
  });
}

const total = (sums: readonly MealSum[], of: (sum: MealSum) => number): number => sums.reduce((all, sum) => all + of(sum), 0);
const money = (sums: readonly MealSum[], of: (sum: MealSum) => Fen): Fen => (sums.length ? sumFen(sums.map(of)) : ZERO);

/** The month as people look at it. */
export function numbersOf(
  month: string,
  sums: readonly MealSum[],
  settings: Pick<KitchenSettings, 'ageBands' | 'budgets'>,
): Omit<Numbers, 'countedAt'> {
  const days = [...new Set(sums.map(sum => sum.day))].sort();
  const ofDay = (day: CivilDate) => sums.filter(sum => sum.day === day);
  const rules = addRules(sums.flatMap(sum => sum.rules));
  return {
    month,
    orders: total(sums, sum => sum.orders),
    redeemed: total(sums, sum => sum.redeemed),
    missed: total(sums, sum => sum.missed),
    waived: total(sums, sum => sum.waived),
    groupPortions: total(sums, sum => sum.groupPortions),
    due: money(sums, sum => sum.due),
    subsidy: money(sums, sum => sum.subsidy),
    selfPay: money(sums, sum => sum.selfPay),
    days: days.map(day => ({
      day,
      orders: total(ofDay(day), sum => sum.orders),
      redeemed: total(ofDay(day), sum => sum.redeemed),
      missed: total(ofDay(day), sum => sum.missed),
    })),
    ages: bandsOf(sums, settings.ageBands),
    rules,
    ways: WAYS.map(way => ({ way, orders: total(sums, sum => sum.ways.find(each => each.way === way)?.orders ?? 0) })),
    budgets: budgetsOf(rules, settings.budgets),
    faces: {
      good: total(sums, sum => sum.faces.good),
      fair: total(sums, sum => sum.faces.fair),
      poor: total(sums, sum => sum.faces.poor),
    },
  };
}
