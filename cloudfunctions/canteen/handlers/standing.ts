/** Standing orders 长期订餐 as people set, pause and skip them. What follows for orders is made by the job `makeStanding`. */
import type { CanteenContract, Pattern } from '../../../types/canteen';
import { PERIODS, WAYS } from '../../../types/canteen';
import { addDays, ageOn } from '../../../types/time';
import { addressText } from '../../../types/words';
import type { Stored } from '../../_shared/collection';
import type { Context, HandlersOf } from '../../_shared/context';
import { _ } from '../../_shared/database';
import { communities, residents } from '../../_shared/directory';
import { between, LIGHT } from '../../_shared/store';
import { bookerOf } from '../booking';
import { dinerStays, meals, orders, recipients, standingOrders, standingRuns } from '../collections';
import { deliverySettingsOf } from '../deliverySettings';
import { dinersOf, relationTo } from '../diners';
import { mayOrderFor, mealIdOf } from '../rules';
import { eligibleOn } from '../rulesOfDelivery';
import * as rules from '../rulesOfStanding';
import { settingsOf } from '../settings';
import { patternView } from '../standingViews';

type Standing = Pick<HandlersOf<CanteenContract>, 'standing' | 'saveStanding' | 'setStanding' | 'skipStanding' | 'standingList'>;

const FARTHEST = 14;
const dinerOf = (id: string): string => id.slice(0, id.lastIndexOf('~'));

/** The pattern opened for writing, and whether this person may. */
async function openPattern(ctx: Context<'NOT_YOUR_ELDER'>, id: string) {
  const draft = ctx.store.draft(standingOrders, id, { quiet: true });
  const [diner, current] = await Promise.all([ctx.store.need(residents, dinerOf(id)), draft.current()]);
  ctx.insist(mayOrderFor(diner, ctx.session));
  if (!current) ctx.refuse('NOT_FOUND');
  return { draft, diner };
}

/** Its orders do not agree with it yet. */
const stirred = (pattern: Pattern, ctx: Context): Pattern => ({ ...pattern, revision: pattern.revision + 1, dueAt: ctx.now });

export const standingHandlers: Standing = {
  /** One wave, whatever is asked. */
  async standing({ dinerId }, ctx) {
    const { session, store, now, today } = ctx;
    const who = dinerId ?? session.residentId ?? session.elders[0]?.id;
    const days = between(today, addDays(today, FARTHEST));
    const ids = who ? PERIODS.map(period => rules.patternIdOf(who, period)) : [];
    const [settings, { standingDays }, diner, known, stays, recipient, menu, booked, runs] = await Promise.all([
      settingsOf(store),
      deliverySettingsOf(store),
      who ? store.read(residents, who) : undefined,
      store.readAll(standingOrders, ids, { without: LIGHT }),
      who ? store.read(dinerStays, who) : undefined,
      who ? store.read(recipients, who) : undefined,
      store.find(meals, { day: days }, { without: [...LIGHT, 'dishes'] }),
      who ? store.find(orders, { dinerId: who, day: days }, { limit: 60, without: LIGHT }) : [],
      store.find(standingRuns, { day: days, 'short.dinerId': who ?? '' }, { without: [...LIGHT, 'told'] }),
    ]);
    if (dinerId && !diner) ctx.refuse('NOT_FOUND');
    if (diner) ctx.insist(mayOrderFor(diner, session));
    const around = { menu, booked, runs, stays: stays?.stays ?? [], horizon: addDays(today, standingDays), today, now };
    const byPeriod = (a: Pattern, b: Pattern) => PERIODS.indexOf(a.period) - PERIODS.indexOf(b.period);
    return {
      today,
      now,
      diner: diner && {
        id: diner.id,
        name: diner.name,
        relation: relationTo(diner, session),
        age: ageOn(diner.birthDate, today),
      },
      diners: dinersOf(session),
      patterns: known.sort(byPeriod).map(pattern => patternView(pattern, around)),
      periods: settings.periods.map(({ period }) => period),
      ways: WAYS.filter(way => way !== 'delivery' || eligibleOn(recipient, today)),
      ahead: standingDays,
    };
  },

  /** One document a diner and period: saving again changes it. */
  async saveStanding({ dinerId, ...wish }, ctx) {
    const id = rules.patternIdOf(dinerId, wish.period);
    const draft = ctx.store.draft(standingOrders, id, { quiet: true });
    const [diner, settings, recipient] = await Promise.all([
      ctx.store.need(residents, dinerId),
      settingsOf(ctx.store),
      wish.way === 'delivery' ? ctx.store.read(recipients, dinerId) : undefined,
    ]);
    ctx.insist(mayOrderFor(diner, ctx.session));
    if (diner.status !== 'living') ctx.refuse('DINER_LEFT');
    ctx.insist(rules.periodServed(settings.periods, wish.period));
    ctx.insist(rules.daysAgree(wish, ctx.today));
    const started = wish.from <= ctx.today;
    if (wish.way === 'delivery' && !eligibleOn(recipient, started ? ctx.today : wish.from)) ctx.refuse('NOT_ELIGIBLE');
    const { bookedBy: setBy, bookedByName: setByName, onBehalf, tellTo } = bookerOf(ctx.session, diner);
    await draft.save(current => {
      const weekdays = [...new Set(wish.weekdays)].sort((a, b) => a - b);
      const doc: Pattern = {
        ...wish,
        weekdays,
        dinerId,
        status: 'active',
        skips: current?.skips ?? [],
        revision: (current?.revision ?? 0) + 1,
        setBy,
        setByName,
        onBehalf,
        setAt: current?.setAt ?? ctx.now,
        tellTo: [...new Set([...tellTo, ...(current?.status === 'ended' ? [] : (current?.tellTo ?? []))])],
        dueAt: ctx.now,
      };
      return { doc, onBehalfOf: onBehalf ? dinerId : undefined };
    });
    return { id };
  },

  async setStanding({ id, status }, ctx) {
    const { draft, diner } = await openPattern(ctx, id);
    if (diner.status !== 'living' && status === 'active') ctx.refuse('DINER_LEFT');
    await draft.save(pattern => {
      if (!pattern || pattern.status === status) return undefined;
      ctx.insist(status === 'active' ? rules.mayResume(pattern) : rules.mayStep(pattern, status));
      return { doc: stirred({ ...pattern, status }, ctx), onBehalfOf: diner.id };
    });
    return { id };
  },

  async skipStanding({ id, day }, ctx) {
    const period = id.slice(id.lastIndexOf('~') + 1) as Pattern['period'];
    const [{ draft, diner }, meal] = await Promise.all([openPattern(ctx, id), ctx.store.read(meals, mealIdOf(day, period))]);
    await draft.save(pattern => {
      if (!pattern || pattern.skips.includes(day)) return undefined;
      ctx.insist(rules.maySkip(pattern, day, ctx.today, meal, ctx.now));
      return { doc: stirred({ ...pattern, skips: rules.withSkip(pattern.skips, day, ctx.today) }, ctx), onBehalfOf: diner.id };
    });
    return { id };
  },

  /** Two waves: patterns and shortages, then names and homes. */
  async standingList(_input, ctx) {
    const [known, runs, community] = await Promise.all([
      ctx.store.findAll(standingOrders, { period: _.in([...PERIODS]), status: _.in(['active', 'paused']) }, { without: LIGHT }),
      ctx.store.find(
        standingRuns,
        { day: between(ctx.today, addDays(ctx.today, FARTHEST)) },
        { order: ['day'], without: [...LIGHT, 'told'] },
      ),
      ctx.store.read(communities, ctx.session.communityId),
    ]);
    const short = runs.flatMap(run => run.short.map(each => ({ day: run.day, period: run.period, ...each })));
    const who = [...new Set([...known, ...short].map(({ dinerId }) => dinerId))];
    const parts = Array.from({ length: Math.ceil(who.length / 1000) }, (_part, i) => who.slice(i * 1000, (i + 1) * 1000));
    const found = await Promise.all(parts.map(ids => ctx.store.readAll(residents, ids, { without: [...LIGHT, 'family'] })));
    const diners = new Map(found.flat().map(diner => [diner.id, diner]));
    const nameOf = (dinerId: string): string => diners.get(dinerId)?.name ?? '';
    const homeOf = ({ dinerId }: Stored<Pattern>): string => {
      const diner = diners.get(dinerId);
      return diner ? addressText(diner.address, community) : '';
    };
    return {
      today: ctx.today,
      patterns: known.map(pattern => ({ ...pattern, dinerName: nameOf(pattern.dinerId), address: homeOf(pattern) })),
      shortages: short.map(each => ({ ...each, dinerName: nameOf(each.dinerId) })),
    };
  },
};
