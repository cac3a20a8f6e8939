/** How a standing order looks from outside: what becomes of each of its coming days. */
import type { DayState, Meal, Order, Pattern, PatternView, Run } from '../../types/canteen';
import { type CivilDate, daysFrom, type Instant } from '../../types/time';
import { yes } from '../../types/verdict';
import type { Stored } from '../_shared/collection';
import { dishesText, mealIdOf } from './rules';
import { isAwayOn, isDayOf, mayResume, maySkip, mayStep, type Stay } from './rulesOfStanding';

export type Around = {
  menu: readonly (Stored<Meal> | Omit<Stored<Meal>, 'dishes'>)[];
  booked: readonly Stored<Order>[];
  runs: readonly Pick<Run, 'day' | 'period' | 'short'>[];
  stays: readonly Stay[];
  /** The last day for which orders are made. */
  horizon: CivilDate;
  today: CivilDate;
  now: Instant;
};

type Day = PatternView['days'][number];

function stateOf(
  pattern: Stored<Pattern>,
  day: CivilDate,
  around: Around,
  order: Stored<Order> | undefined,
): DayState | undefined {
  const meal = around.menu.find(({ id }) => id === mealIdOf(day, pattern.period));
  if (order && order.status !== 'cancelled') return order.standing && !order.standing.touched ? 'ordered' : 'changed';
  if (meal?.status === 'closed') return 'closed';
  if (pattern.skips.includes(day)) return 'skipped';
  if (order && !order.standing?.pausedBy) return 'cancelled';
  if (isAwayOn(around.stays, day)) return 'away';
  // Past its cut-off and never made: nothing comes of it any more.
  if (meal && around.now >= meal.cutoffAt) return undefined;
  return shortIn(pattern, day, around) ? 'short' : 'willOrder';
}

const shortIn = (pattern: Pattern, day: CivilDate, { runs }: Around) =>
  runs.find(run => run.day === day && run.period === pattern.period)?.short.find(({ dinerId }) => dinerId === pattern.dinerId);

function dayView(pattern: Stored<Pattern>, day: CivilDate, around: Around): Day | undefined {
  const mealId = mealIdOf(day, pattern.period);
  const meal = around.menu.find(({ id }) => id === mealId);
  const order = around.booked.find(each => each.mealId === mealId);
  const state = stateOf(pattern, day, around, order);
  if (!state) return undefined;
  const standing = order && order.status !== 'cancelled' ? order : undefined;
  return {
    day,
    state,
    ...(state === 'short' ? { why: shortIn(pattern, day, around)?.why } : {}),
    ...(order ? { orderId: order.id } : {}),
    ...(standing ? { dish: dishesText(standing) } : {}),
    may: { skip: maySkip(pattern, day, around.today, meal, around.now) },
  };
}

export function patternView(pattern: Stored<Pattern>, around: Around): PatternView {
  const ahead = daysFrom(around.today, 15).filter(day => day <= around.horizon && isDayOf(pattern, day));
  const days = pattern.status === 'active' ? ahead.flatMap(day => dayView(pattern, day, around) ?? []) : [];
  const may = {
    change: yes,
    pause: mayStep(pattern, 'paused'),
    resume: mayResume(pattern),
    end: mayStep(pattern, 'ended'),
  };
  return { ...pattern, days, may };
}
