/** The job that makes orders of standing orders, in bounded steps; doing it twice changes nothing. */
import type { CanteenContract, Meal, Pattern, Run } from '../../../types/canteen';
import { addDays, type CivilDate } from '../../../types/time';
import type { Stored } from '../../_shared/collection';
import type { Context, HandlersOf } from '../../_shared/context';
import { _ } from '../../_shared/database';
import { places } from '../../_shared/places';
import { between, LIGHT } from '../../_shared/store';
import { meals, recipients, standingOrders, standingRuns } from '../collections';
import { deliverySettingsOf } from '../deliverySettings';
import { planMeal } from '../planning';
import { placesIdOf } from '../rules';
import { eligibleOn } from '../rulesOfDelivery';
import { patternIdOf } from '../rulesOfStanding';
import { eachCommunity, inTens } from '../steps';

/** Patterns asked in one step; their orders are one insert, their bookings one outbox. */
const PATTERNS_A_STEP = 300;
/** Steps of one ring and community: the rest comes a minute later. */
const STEPS = 12;
const DUE_A_RING = 60;
/** Orders may stand further ahead than the horizon that the office set since. */
const FARTHEST = 14;

type Round = {
  horizon: CivilDate;
  /** Open meals from today on whose cut-off lies ahead, and how far each has got. */
  menu: Stored<Meal>[];
  runs: ReadonlyMap<string, Stored<Run>>;
  /** Counts steps: each writes a run's document under a name of its own. */
  steps: number;
  made: number;
  changed: number;
  short: Set<string>;
};

async function roundOf(ctx: Context): Promise<Round> {
  const days = between(ctx.today, addDays(ctx.today, FARTHEST));
  const [{ standingDays }, menu, runs] = await Promise.all([
    deliverySettingsOf(ctx.store),
    ctx.store.find(meals, { day: days, status: 'open' }, { order: ['day'], without: LIGHT }),
    ctx.store.find(standingRuns, { day: days }, { without: LIGHT }),
  ]);
  return {
    horizon: addDays(ctx.today, standingDays),
    menu: menu.filter(({ cutoffAt }) => cutoffAt > ctx.now),
    runs: new Map(runs.map(run => [run.id, run])),
    steps: 0,
    made: 0,
    changed: 0,
    short: new Set(),
  };
}

async function plan(
  ctx: Context,
  round: Round,
  meal: Stored<Meal>,
  patterns: readonly Stored<Pattern>[],
  how: { finished?: number; after?: string } = {},
): Promise<readonly Stored<Pattern>[]> {
  round.steps += 1;
  const { horizon } = round;
  const planned = await planMeal(ctx, { meal, horizon, step: `makeStanding:${round.steps}`, ...how }, patterns);
  round.made += planned.made;
  round.changed += planned.changed;
  for (const id of planned.short) round.short.add(id);
  return planned.acted;
}

/**
 * After acting on patterns as they were read: one that was written meanwhile may have been settled by another run before ours wrote its
 * order, so it is due once more.
 */
async function lookAgain(ctx: Context, acted: readonly Stored<Pattern>[]): Promise<void> {
  const versions = new Map(acted.map(({ id, version }) => [id, version]));
  const now = await ctx.store.readAll(standingOrders, [...versions.keys()], { without: LIGHT });
  await inTens(
    now.filter(({ id, version }) => version !== versions.get(id)),
    async ({ id }) =>
      void (await ctx.store
        .draft(standingOrders, id, { quiet: true })
        .save(pattern => pattern && { doc: { ...pattern, dueAt: ctx.now } })),
  );
}

/** Patterns that were set, changed, skipped or paused: every open meal of their period is asked about them. */
async function settleDue(ctx: Context, round: Round, due: readonly Stored<Pattern>[]): Promise<void> {
  for (const meal of round.menu) {
    const theirs = due.filter(({ period }) => period === meal.period);
    if (theirs.length) await plan(ctx, round, meal, theirs);
  }
  await Promise.all(
    due.map(seen =>
      ctx.store.draft(standingOrders, seen.id, { quiet: true }).save(pattern => {
        if (!pattern) return undefined;
        // Changed while we worked: due once more. Written even when it is due already, so that a run which is about to settle it, and has
        // looked before our orders were there, does not.
        if (pattern.version !== seen.version) return { doc: { ...pattern, dueAt: ctx.now } };
        const { dueAt: _dueAt, ...doc } = pattern;
        return { doc };
      }),
    ),
  );
}

/** Menus that no pattern, or not every one, was asked about: published, changed, or come within the horizon. */
async function planNew(ctx: Context, round: Round): Promise<void> {
  for (const meal of round.menu) {
    const run = round.runs.get(meal.id);
    if (meal.day > round.horizon || (run?.mealVersion === meal.version && run.after === '')) continue;
    let after = run?.after ?? '';
    for (let more = true; more && round.steps < STEPS; ) {
      const cursor = after ? { _id: _.gt(ctx.store.fullId(standingOrders, after)) } : {};
      const part = await ctx.store.find(
        standingOrders,
        { period: meal.period, status: 'active', ...cursor },
        { limit: PATTERNS_A_STEP, without: LIGHT },
      );
      more = part.length === PATTERNS_A_STEP;
      after = more ? part[part.length - 1]!.id : '';
      await lookAgain(ctx, await plan(ctx, round, meal, part, more ? { after } : { after, finished: meal.version }));
    }
  }
}

/** Shortages that have gone by: a seat was set free, delivery was granted. */
async function retryShort(ctx: Context, round: Round): Promise<void> {
  const waiting = round.menu.flatMap(meal => (round.runs.get(meal.id)?.short ?? []).map(short => ({ meal, ...short })));
  if (waiting.length === 0) return;
  const full = [...new Set(waiting.filter(({ why }) => why === 'full').map(({ meal }) => placesIdOf(meal.id)))];
  const barred = [...new Set(waiting.filter(({ why }) => why === 'notEligible').map(({ dinerId }) => dinerId))];
  const [rooms, granted] = await Promise.all([
    ctx.store.readAll(places, full, { without: [...LIGHT, 'holders'] }),
    ctx.store.readAll(recipients, barred, { without: LIGHT }),
  ]);
  const free = new Set(rooms.filter(({ left, open }) => open && left > 0).map(({ id }) => id));
  const hopeful = waiting.filter(({ meal, dinerId, why }) => {
    if (why === 'full') return free.has(placesIdOf(meal.id));
    const recipient = granted.find(({ id }) => id === dinerId);
    return why === 'notEligible' && eligibleOn(recipient, meal.day);
  });
  for (const meal of new Set(hopeful.map(each => each.meal))) {
    if (round.steps >= STEPS) return;
    const ids = hopeful.filter(each => each.meal === meal).map(({ dinerId }) => patternIdOf(dinerId, meal.period));
    const patterns = await ctx.store.readAll(standingOrders, ids.slice(0, PATTERNS_A_STEP), { without: LIGHT });
    await lookAgain(ctx, await plan(ctx, round, meal, patterns));
  }
}

export const makeStandingHandlers: Pick<HandlersOf<CanteenContract>, 'makeStanding'> = {
  async makeStanding(_input, ctx) {
    const due = await ctx.store.across(
      standingOrders,
      { dueAt: _.lte(ctx.now) },
      { limit: DUE_A_RING, order: ['dueAt'], without: LIGHT },
    );
    const sum = { made: 0, changed: 0, short: 0 };
    sum.made = await eachCommunity(ctx, async here => {
      const round = await roundOf(here);
      const theirs = due.filter(({ communityId }) => communityId === here.store.communityId);
      if (theirs.length) await settleDue(here, round, theirs);
      await planNew(here, round);
      await retryShort(here, round);
      sum.changed += round.changed;
      sum.short += round.short.size;
      return round.made;
    });
    return sum;
  },
};
