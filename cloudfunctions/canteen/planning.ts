/**
 * Making the orders of one meal from standing orders: some hundred at once, in a handful of calls. Read what is there, claim the seats, insert,
 * then tell. A crash anywhere leaves seats that the sweep gives back or that the next run finds held, orders that the next run finds
 * made, and a run that has not told yet: doing it again completes it and changes nothing else.
 */
import type { Meal, Order, Pattern, Settings, ShortWhy } from '../../types/canteen';
import type { Resident } from '../../types/directory';
import type { CivilDate } from '../../types/time';
import { insertAll } from '../_shared/bulk';
import type { Stored } from '../_shared/collection';
import type { Context } from '../_shared/context';
import { accounts, residents } from '../_shared/directory';
import { LIGHT } from '../_shared/store';
import { newOrder } from './booking';
import { dinerStays, orders, recipients, standingRuns } from './collections';
import { keepCaps, pricingOf } from './pricing';
import { makeAgain, takeBack, toRevision } from './remaking';
import { holderOf, linesOf, numberOf, orderIdOf, placesIdOf } from './rules';
import { eligibleOn } from './rulesOfDelivery';
import { dishFor, type Stay, type Step, shortOf, stepOf } from './rulesOfStanding';
import { inTens } from './steps';
import { tellRun } from './tellRun';

/** `short`: orders that could not be made, by the id they would have. */
/** `acted`: patterns, as they were read, of which an order was made, changed or taken back. */
export type Planned = { acted: readonly Stored<Pattern>[]; made: number; changed: number; short: string[] };

/** One pattern before one meal. */
export type Case = {
  pattern: Stored<Pattern>;
  diner: Stored<Resident>;
  stays: readonly Stay[];
  order: Stored<Order> | undefined;
  step: Step;
  lines: Order['lines'];
  short: ShortWhy | undefined;
};

export type Job = {
  meal: Stored<Meal>;
  /** The last day for which orders are made. */
  horizon: CivilDate;
  /** Names this step of the ring: the run's document is written once by each. */
  step: string;
  /** Set when every pattern of the meal has been asked: the version of its menu. */
  finished?: number;
  after?: string;
};

/** Everything the rules want to know, side by side. */
async function casesOf(ctx: Context, { meal, horizon }: Job, patterns: readonly Stored<Pattern>[]): Promise<Case[]> {
  const ids = [...new Set(patterns.map(({ dinerId }) => dinerId))];
  const brought = patterns.filter(({ way }) => way === 'delivery').map(({ dinerId }) => dinerId);
  const [known, diners, stays, granted] = await Promise.all([
    ordersOf(ctx, meal, ids),
    ctx.store.readAll(residents, ids, { without: LIGHT }),
    ctx.store.readAll(dinerStays, ids, { without: LIGHT }),
    ctx.store.readAll(recipients, brought, { without: LIGHT }),
  ]);
  const byId = <T extends { id: string }>(rows: readonly T[]) => new Map(rows.map(row => [row.id, row]));
  const [dinerOf, staysOf, grantOf] = [byId(diners), byId(stays), byId(granted)];
  return patterns.flatMap(pattern => {
    const diner = dinerOf.get(pattern.dinerId);
    if (!diner) return [];
    const away = staysOf.get(diner.id)?.stays ?? [];
    const order = known.get(orderIdOf(meal.id, diner.id));
    const living = diner.status === 'living' ? pattern : { ...pattern, status: 'ended' as const };
    const step = stepOf(living, meal, order, away, ctx.now);
    const late = meal.day > horizon && (step === 'create' || step === 'again');
    const dish = dishFor(pattern.want, meal.dishes, diner);
    const found = dish ? linesOf(meal.dishes, [{ dishId: dish.id, count: 1 }], 1) : undefined;
    const short = shortOf(pattern.way, dish, eligibleOn(grantOf.get(diner.id), meal.day));
    return [{ pattern, diner, stays: away, order, step: late ? 'leave' : step, lines: found?.ok ? found.lines : [], short }];
  });
}

const ordersOf = async (ctx: Context, meal: Stored<Meal>, dinerIds: readonly string[]): Promise<Map<string, Stored<Order>>> => {
  const ids = dinerIds.map(id => orderIdOf(meal.id, id));
  return new Map((await ctx.store.readAll(orders, ids, { without: LIGHT })).map(order => [order.id, order]));
};

const roundFor = ({ order }: Case): number => (order?.round ?? 0) + 1;
const holderFor = (each: Case): string => holderOf(each.diner.id, roundFor(each), 1);

/** Whoever set it first is served first, so that a shortage does not depend on the hour. */
const byAge = (a: Case, b: Case): number => a.pattern.setAt - b.pattern.setAt || (a.pattern.id < b.pattern.id ? -1 : 1);

/** Seats for new and returning orders: pattern → the number to be said aloud. */
async function seatsFor(ctx: Context, { meal }: Job, wanting: readonly Case[]): Promise<Map<Case, string>> {
  if (wanting.length === 0) return new Map();
  const wanted = wanting.map(each => ({ holder: holderFor(each), count: 1 }));
  const got = await ctx.places.claimMany(placesIdOf(meal.id), wanted);
  const seated = wanting.filter(each => got.has(holderFor(each)));
  return new Map(seated.map(each => [each, numberOf(meal.period, got.get(holderFor(each))!)]));
}

function made(ctx: Context, meal: Job['meal'], settings: Settings, each: Case, number: string): { id: string; doc: Order } {
  const { pattern, diner, lines } = each;
  const { setBy: bookedBy, setByName: bookedByName, onBehalf, tellTo } = pattern;
  const booker = { bookedBy, bookedByName, onBehalf, tellTo };
  const standing = { patternId: pattern.id, revision: pattern.revision, touched: false };
  const order = newOrder(meal, diner, lines, pattern.way, settings, booker, ctx.now);
  return { id: orderIdOf(meal.id, diner.id), doc: { ...order, number, round: 1, standing } };
}

/** Accounts of the kitchen. */
const cooksOf = async (ctx: Context): Promise<string[]> => {
  const filter = { communityId: ctx.store.communityId, 'grants.role': 'canteen' };
  const found = await ctx.store.across(accounts, filter, { limit: 20, without: LIGHT });
  return found.filter(({ status }) => status === 'member').map(({ id }) => id);
};

/** One meal and some hundred patterns at most. */
export async function planMeal(ctx: Context, job: Job, patterns: readonly Stored<Pattern>[]): Promise<Planned> {
  const { meal } = job;
  const draft = ctx.store.at(job.step).draft(standingRuns, meal.id);
  const cases = await casesOf(ctx, job, patterns);
  const wanting = cases.filter(({ step, short }) => (step === 'create' || step === 'again') && !short).sort(byAge);
  const seats = await seatsFor(ctx, job, wanting);
  const ids = cases.map(({ diner }) => diner.id);
  const pricing = await pricingOf(ctx.store, ids, meal.day);
  const settingsFor = ({ diner }: Case): Settings => pricing.of(diner.id, meal.day, orderIdOf(meal.id, diner.id));
  const fresh = wanting.filter(each => each.step === 'create' && seats.has(each));
  if (fresh.length)
    await insertAll(
      ctx.store,
      orders,
      fresh.map(each => made(ctx, meal, settingsFor(each), each, seats.get(each)!)),
    );
  const again = wanting.filter(each => each.step === 'again' && seats.has(each));
  await inTens(again, each => makeAgain(ctx, meal, settingsFor(each), each, seats.get(each)!));
  await keepCaps(
    ctx,
    [...fresh, ...again].map(({ diner }) => diner.id),
    meal.day,
  );
  const changing = cases.filter(({ step, short }) => step === 'change' && !short);
  await inTens(changing, each => toRevision(ctx, meal, settingsFor(each), each));
  const cancelling = cases.filter(({ step }) => step === 'cancel');
  await inTens(cancelling, each => takeBack(ctx, meal, each));
  const without = wanting.filter(each => !seats.has(each)).map(each => ({ ...each, short: 'full' as const }));
  const short = [...without, ...cases.filter(each => each.short && ['create', 'again', 'change'].includes(each.step))];
  const [there, cooks] = await Promise.all([ordersOf(ctx, meal, ids), without.length > 0 ? cooksOf(ctx) : []]);
  await draft.save(run => tellRun(ctx, job, run, { cases, short, there, cooks }));
  const acted = [...fresh, ...again, ...changing, ...cancelling].map(({ pattern }) => pattern);
  return {
    acted,
    made: fresh.length + again.length,
    changed: changing.length + cancelling.length,
    short: short.map(({ diner }) => orderIdOf(meal.id, diner.id)),
  };
}
