/**
 * The rules of the canteen, each a pure function: no clock, no database, no waiting. A handler enforces the very verdict that
 * travels to the screen. Sources: domain.md "Meals"; amounts, ages and hours are settings of the community.
 */
import type { Dish, Line, Meal, MealStatus, Order, OrderStatus, Period, Price, Settings, SubsidyRule } from '../../types/canteen';
import { MEAL_STEPS, ORDER_STEPS } from '../../types/canteen';
import { type Role, STAFF } from '../../types/contract';
import type { Resident } from '../../types/directory';
import { type Fen, fen, lessFen, minFen, sumFen, timesFen, ZERO } from '../../types/money';
import { addDays, ageOn, type CivilDate, type Instant, instantAt } from '../../types/time';
import { no, type Verdict, yes } from '../../types/verdict';
import { mayStillCorrect } from './rulesSettlement';

/** The part of a session that rules look at. */
export type Actor = { readonly accountId: string; readonly residentId?: string; readonly roles: ReadonlySet<Role> };

const STAFF_ROLES: readonly Role[] = STAFF;
export const actsForOthers = (actor: Actor): boolean => STAFF_ROLES.some(role => actor.roles.has(role));

/** Oneself; a bound elder while the binding is confirmed; staff for anyone. */
export function mayOrderFor(diner: Pick<Resident, 'family'> & { id: string }, actor: Actor): Verdict<'NOT_YOUR_ELDER'> {
  if (diner.id === actor.residentId || actsForOthers(actor)) return yes;
  const bound = diner.family.some(binding => binding.accountId === actor.accountId && binding.status === 'confirmed');
  return bound ? yes : no('NOT_YOUR_ELDER');
}

/** Who hears of an order: whoever made it and the diner, a relative only as long as the binding stands. */
export function hearersOf(order: Pick<Order, 'tellTo'>, diner: Pick<Resident, 'family'> | undefined): string[] {
  const over = (accountId: string): boolean => {
    const bindings = diner?.family.filter(binding => binding.accountId === accountId) ?? [];
    return bindings.length > 0 && bindings.every(binding => binding.status !== 'confirmed');
  };
  return [...new Set(order.tellTo)].filter(accountId => !over(accountId));
}

/** Booking and free cancelling end at the cut-off, to the millisecond. */
export const beforeCutoff = (meal: Pick<Meal, 'cutoffAt'>, now: Instant): Verdict<'CUTOFF_PASSED'> =>
  now < meal.cutoffAt ? yes : no('CUTOFF_PASSED', { at: meal.cutoffAt });

/** May anyone book this meal now? `left` is what the list shows; the claim of the place decides. */
export function mayBook(
  meal: Pick<Meal, 'status' | 'cutoffAt' | 'closedReason'>,
  order: Pick<Order, 'status'> | undefined,
  left: number,
  now: Instant,
): Verdict<'KITCHEN_CLOSED' | 'CUTOFF_PASSED' | 'ALREADY_BOOKED' | 'SOLD_OUT'> {
  if (meal.status !== 'open') return no('KITCHEN_CLOSED', meal.closedReason ? { reason: meal.closedReason } : undefined);
  if (order && order.status !== 'cancelled') return no('ALREADY_BOOKED');
  const open = beforeCutoff(meal, now);
  if (!open.ok) return open;
  return left > 0 ? yes : no('SOLD_OUT');
}

/** Only a booked order can be cancelled; before the cut-off by whoever may order for the diner, after it by the kitchen with a reason. */
export function mayCancel(
  order: Pick<Order, 'status'>,
  cutoffAt: Instant,
  now: Instant,
): Verdict<'ALREADY_CANCELLED' | 'ALREADY_REDEEMED' | 'CUTOFF_PASSED'> {
  const standing = stillStanding(order);
  return standing.ok ? beforeCutoff({ cutoffAt }, now) : standing;
}

/** Other dishes or another way: as long as it could be booked anew. */
export function mayChange(
  order: Pick<Order, 'status'>,
  meal: Pick<Meal, 'status' | 'cutoffAt' | 'closedReason'> | undefined,
  now: Instant,
): Verdict<'ALREADY_CANCELLED' | 'ALREADY_REDEEMED' | 'CUTOFF_PASSED' | 'KITCHEN_CLOSED'> {
  if (meal?.status !== 'open') return no('KITCHEN_CLOSED', meal?.closedReason ? { reason: meal.closedReason } : undefined);
  return mayCancel(order, meal.cutoffAt, now);
}

export function stillStanding(order: Pick<Order, 'status'>): Verdict<'ALREADY_CANCELLED' | 'ALREADY_REDEEMED'> {
  if (order.status === 'cancelled') return no('ALREADY_CANCELLED');
  return order.status === 'redeemed' ? no('ALREADY_REDEEMED') : yes;
}

/**
 * 代为取消: the kitchen lets an order go, a no-show of a past day too, as long as nobody has eaten it and the statement of the next month,
 * where a correction would stand, is still open.
 */
export function mayWaive(
  order: Pick<Order, 'status' | 'day'>,
  today: CivilDate,
): Verdict<'ALREADY_CANCELLED' | 'ALREADY_REDEEMED' | 'MONTH_SETTLED'> {
  const standing = stillStanding(order);
  return standing.ok ? mayStillCorrect(order.day, today) : standing;
}

export const canStep = (from: OrderStatus, to: OrderStatus): boolean => ORDER_STEPS[from].includes(to);
export const mealCanStep = (from: MealStatus, to: MealStatus): boolean => from === to || MEAL_STEPS[from].includes(to);

/** The ordered dishes as they stand on the menu now. Two lines of the same dish are one. */
export function linesOf(
  menu: readonly Dish[],
  wanted: readonly { dishId: string; count: number }[],
  maxPortions: number,
): { ok: true; lines: Line[] } | { ok: false; code: 'UNKNOWN_DISH' | 'TOO_MANY_PORTIONS'; details?: Record<string, number> } {
  const counts = new Map<string, number>();
  for (const { dishId, count } of wanted) counts.set(dishId, (counts.get(dishId) ?? 0) + count);
  const lines: Line[] = [];
  for (const [dishId, count] of counts) {
    const dish = menu.find(candidate => candidate.id === dishId);
    if (!dish) return { ok: false, code: 'UNKNOWN_DISH' };
    lines.push({ dishId, name: dish.name, price: dish.price, count });
  }
  if (portions(lines) > maxPortions) return { ok: false, code: 'TOO_MANY_PORTIONS', details: { max: maxPortions } };
  return { ok: true, lines };
}

/** 红烧狮子头、清蒸鲈鱼×2 */
export const dishesText = (order: Pick<Order, 'lines'>): string =>
  order.lines.map(line => (line.count > 1 ? `${line.name}×${line.count}` : line.name)).join('、');

export const portions = (lines: readonly Pick<Line, 'count'>[]): number => lines.reduce((sum, line) => sum + line.count, 0);

type Eater = Pick<Resident, 'birthDate' | 'categories' | 'address'>;

/** Does the rule cover this diner, at this meal? Age is the age on the day of the meal. */
export function ruleApplies(rule: SubsidyRule, eater: Eater, day: CivilDate, period: Period): boolean {
  const age = ageOn(eater.birthDate, day);
  if (day < rule.from || day > rule.to) return false;
  if (age < rule.minAge || (rule.maxAge !== undefined && age > rule.maxAge)) return false;
  if (rule.periods.length > 0 && !rule.periods.includes(period)) return false;
  if (rule.grids?.length && !rule.grids.includes(eater.address.gridId)) return false;
  return rule.categories.length === 0 || rule.categories.some(category => eater.categories.includes(category));
}

/** What a rule takes off one portion at this price. */
const worth = (rule: SubsidyRule, price: Fen): Fen => minFen(rule.amount, lessFen(price, rule.atLeastSelfPay));

/**
 * 应付 = 补贴 + 自付. One portion of a meal is subsidised, the dearest; the best single rule applies and 加补 on top of it, or all that apply
 * where the canteen lets them stack. A subsidy never exceeds the portion.
 */
export function priceOf(
  lines: readonly Line[],
  eater: Eater,
  day: CivilDate,
  period: Period,
  settings: Pick<Settings, 'subsidyRules' | 'subsidiesStack'>,
): Price {
  const due = sumFen(lines.map(line => timesFen(line.price, line.count)));
  const portion = fen(Math.max(0, ...lines.map(line => line.price)));
  const applying = settings.subsidyRules
    .filter(rule => ruleApplies(rule, eater, day, period))
    .map(rule => ({ rule, amount: worth(rule, portion) }))
    .filter(({ amount }) => amount > 0)
    .sort((a, b) => b.amount - a.amount || (a.rule.id < b.rule.id ? -1 : 1));
  const best = applying.find(({ rule }) => !rule.onTop);
  const chosen = settings.subsidiesStack ? applying : applying.filter(each => each === best || each.rule.onTop);
  const rules: Price['rules'] = [];
  let rest = portion;
  for (const { rule } of chosen) {
    const amount = worth(rule, rest);
    if (amount === 0) continue;
    rest = lessFen(rest, amount);
    rules.push({ id: rule.id, name: rule.name, funder: rule.funder, amount });
  }
  const subsidy = rules.length ? sumFen(rules.map(rule => rule.amount)) : ZERO;
  return { due, subsidy, selfPay: lessFen(due, subsidy), age: ageOn(eater.birthDate, day), rules };
}

/** What in this dish this person must not eat: allergens, and diets the dish breaks. */
export function clashesOf(dish: Pick<Dish, 'allergens' | 'marks'>, eater: Pick<Resident, 'allergens' | 'diets'>): string[] {
  const clashes: string[] = dish.allergens.filter(allergen => eater.allergens.includes(allergen));
  if (eater.diets.includes('noPork') && dish.marks.includes('containsPork')) clashes.push('noPork');
  if (eater.diets.includes('noBeef') && dish.marks.includes('containsBeef')) clashes.push('noBeef');
  if (eater.diets.includes('vegetarian') && !dish.marks.includes('vegetarian')) clashes.push('vegetarian');
  return clashes;
}

/** The cut-off of a meal from the settings of its period. */
export const cutoffOf = (day: CivilDate, setting: { cutoffDaysBefore: number; cutoffAt: number }): Instant =>
  instantAt(addDays(day, -setting.cutoffDaysBefore), setting.cutoffAt);

/** A menu is written for today or later; a dish that somebody ordered stays on it. */
export function mayPublish(
  day: CivilDate,
  dishIds: readonly string[],
  ordered: ReadonlySet<string>,
  today: CivilDate,
): Verdict<'PAST_DAY' | 'DISH_IN_USE' | 'DOUBLE_DISH'> {
  if (day < today) return no('PAST_DAY');
  if (new Set(dishIds).size !== dishIds.length) return no('DOUBLE_DISH');
  return [...ordered].every(dishId => dishIds.includes(dishId)) ? yes : no('DISH_IN_USE');
}

/** Settings make sense: each period once, and nobody is asked to book after the meal has begun. */
export function settingsAgree(settings: Settings): Verdict<'DOUBLE_PERIOD' | 'CUTOFF_AFTER_MEAL'> {
  const names = settings.periods.map(setting => setting.period);
  if (new Set(names).size !== names.length) return no('DOUBLE_PERIOD');
  const late = settings.periods.find(setting => setting.cutoffDaysBefore === 0 && setting.cutoffAt > setting.servedFrom);
  return late ? no('CUTOFF_AFTER_MEAL', { period: late.period }) : yes;
}

/** `A037`: a letter for the period and the count of the day, for saying aloud. */
export const numberOf = (period: Period, issued: number): string =>
  `${{ breakfast: 'Z', lunch: 'A', dinner: 'B' }[period]}${String(issued).padStart(3, '0')}`;

/**
 * The place that a booking holds: one per diner, round and number of portions. So giving back an old one cannot free a new one, and
 * an attempt for two cannot take the one seat of a rival attempt for its own.
 */
export const holderOf = (dinerId: string, round: number, count: number): string => `${dinerId}~${round}-${count}`;
export const holderOfOrder = (order: Pick<Order, 'dinerId' | 'round' | 'lines'>): string =>
  holderOf(order.dinerId, order.round, portions(order.lines));

export const mealIdOf = (day: CivilDate, period: Period): string => `${day}:${period}`;
/** The parts of an order's id: its meal and its diner. */
export const mealIdIn = (orderId: string): string => orderId.split(':').slice(0, 2).join(':');
export const dayIn = (mealOrOrderId: string): CivilDate => mealOrOrderId.slice(0, 10) as CivilDate;
export const dinerIdIn = (orderId: string): string => orderId.split(':')[2] ?? '';
export const orderIdOf = (mealId: string, dinerId: string): string => `${mealId}:${dinerId}`;
export const placesIdOf = (mealId: string): string => `meal:${mealId}`;

/** Where the pictures of a community's dishes lie in the storage. */
export const photoFolder = (communityId: string): string => `dishes/${communityId}/`;

/** An id of the storage that names one picture directly in that folder, and nothing else that lies there or elsewhere. */
export function isDishPhoto(fileId: string, communityId: string): boolean {
  const path = /^cloud:\/\/[^/]+\/(.+)$/.exec(fileId)?.[1] ?? '';
  const folder = photoFolder(communityId);
  return path.startsWith(folder) && /^[\w-]+\.jpg$/.test(path.slice(folder.length));
}
