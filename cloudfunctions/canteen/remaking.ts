/** One generated order at a time: back after an absence, brought up to its pattern, taken back. Each asks the rule again at the write. */
import type { Meal, Order, Settings } from '../../types/canteen';
import { dateText } from '../../types/time';
import { PERIOD_TEXT } from '../../types/words';
import type { Stored } from '../_shared/collection';
import type { Context } from '../_shared/context';
import { newOrder, servingOf } from './booking';
import { cancelBySystem } from './cancelling';
import { orders } from './collections';
import type { Case } from './planning';
import { orderIdOf } from './rules';
import { isAwayOn, stepOf } from './rulesOfStanding';
import { mealEvent, tellOf } from './tell';

const stepNow = (ctx: Context, meal: Stored<Meal>, { pattern, diner, stays }: Case, order: Order | undefined) =>
  stepOf(diner.status === 'living' ? pattern : { ...pattern, status: 'ended' }, meal, order, stays, ctx.now);

const standingOf = ({ pattern }: Case): Order['standing'] => ({
  patternId: pattern.id,
  revision: pattern.revision,
  touched: false,
});

/** The seat of the next round is held already. */
export async function makeAgain(ctx: Context, meal: Stored<Meal>, settings: Settings, each: Case, number: string): Promise<void> {
  const { pattern, diner, lines, order: seen } = each;
  const id = orderIdOf(meal.id, diner.id);
  await ctx.store.draft(orders, id).save(order => {
    if (!order || order.round !== seen?.round || stepNow(ctx, meal, each, order) !== 'again') return undefined;
    const { setBy: bookedBy, setByName: bookedByName, onBehalf, tellTo } = pattern;
    const fresh = newOrder(meal, diner, lines, pattern.way, settings, { bookedBy, bookedByName, onBehalf, tellTo }, ctx.now);
    const doc: Order = { ...fresh, number, round: order.round + 1, standing: standingOf(each) };
    return { doc, tell: [...tellOf('mealBooked', doc, id, diner, meal), mealEvent('meal.booked', doc, id)] };
  });
}

/** Same seat, other dish or way: a pattern is always for one portion. */
export async function toRevision(ctx: Context, meal: Stored<Meal>, settings: Settings, each: Case): Promise<void> {
  const { pattern, diner, lines } = each;
  await ctx.store.draft(orders, orderIdOf(meal.id, diner.id), { quiet: true }).save(order => {
    if (!order || stepNow(ctx, meal, each, order) !== 'change') return undefined;
    return { doc: { ...order, ...servingOf(meal, diner, lines, pattern.way, settings), standing: standingOf(each) } };
  });
}

/** Wanted no more. Who is away is told; who changed the pattern knows. */
export async function takeBack(ctx: Context, meal: Stored<Meal>, each: Case): Promise<void> {
  const { diner, stays, pattern } = each;
  const away = isAwayOn(stays, meal.day) && pattern.status === 'active';
  const what = `${dateText(meal.day)}${PERIOD_TEXT[meal.period]}`;
  await cancelBySystem(ctx, orderIdOf(meal.id, diner.id), {
    diner,
    reason: away ? `外出报备期间暂停${what}` : '长期订餐已改',
    servedFrom: meal.servedFrom,
    ...(away ? { kind: 'mealCancelled' as const } : {}),
    still: order => stepNow(ctx, meal, each, order) === 'cancel',
    change: order => ({ standing: { ...order.standing!, pausedBy: away ? 'absence' : 'pattern' } }),
  });
}
