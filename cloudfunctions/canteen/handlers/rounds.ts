/** The desk of delivery: rounds of a day, who carries them, how far they are, and the paper for when telephones fail. */
import type { CanteenContract } from '../../../types/canteen';
import { CARRIERS, type Round } from '../../../types/canteen';
import { addDays } from '../../../types/time';
import { PERIOD_TEXT } from '../../../types/words';
import type { HandlersOf } from '../../_shared/context';
import { _ } from '../../_shared/database';
import { accounts, communities } from '../../_shared/directory';
import { files } from '../../_shared/files';
import { handOut } from '../../_shared/handout';
import { papers } from '../../_shared/papers';
import { between, LIGHT } from '../../_shared/store';
import { message } from '../../_shared/tell';
import { deliverySettings, meals, orders, rounds } from '../collections';
import { deliverySettingsOf } from '../deliverySettings';
import { roundPaper } from '../papersRounds';
import { looseOn, makeRoundsOf } from '../roundMaking';
import { deskRound, doorsBehind, stopsOf } from '../roundViews';
import * as rules from '../rulesOfDelivery';
import { eachCommunity } from '../steps';

type Rounds = Pick<
  HandlersOf<CanteenContract>,
  | 'rounds'
  | 'makeRounds'
  | 'assignRound'
  | 'deliveryPhoto'
  | 'printRounds'
  | 'deliverySettings'
  | 'saveDeliverySettings'
  | 'buildRounds'
>;

const CARRIERS_MOST = 200;

export const roundHandlers: Rounds = {
  /** Two waves: the day, then what stands behind the doors. */
  async rounds({ day }, ctx) {
    const carrying = { communityId: ctx.store.communityId, 'grants.role': _.in([...CARRIERS]) };
    const [{ loose, known }, menu, settings, community, people] = await Promise.all([
      looseOn(ctx, day),
      ctx.store.find(meals, { day }, { without: [...LIGHT, 'dishes'] }),
      deliverySettingsOf(ctx.store),
      ctx.store.read(communities, ctx.store.communityId),
      ctx.store.across(accounts, carrying, { limit: CARRIERS_MOST, without: LIGHT }),
    ]);
    const doors = await doorsBehind(
      ctx,
      known.flatMap(({ stops }) => stops),
    );
    const mealOf = (round: Round) => menu.find(meal => meal.period === round.period);
    return {
      today: ctx.today,
      now: ctx.now,
      rounds: known.map(round => deskRound(round, doors, { community, settings, meal: mealOf(round) }, ctx.now)),
      meals: menu.map(meal => ({
        id: meal.id,
        period: meal.period,
        cutoffAt: meal.cutoffAt,
        orders:
          loose.filter(({ mealId }) => mealId === meal.id).length +
          known.filter(({ period }) => period === meal.period).reduce((sum, { stops }) => sum + stops.length, 0),
        loose: loose.filter(({ mealId }) => mealId === meal.id).length,
        may: { make: rules.mayMake(meal, ctx.now) },
      })),
      carriers: people.filter(rules.isCarrier).map(({ id, name }) => ({ account: id, name })),
      settings,
    };
  },

  async makeRounds({ mealId }, ctx) {
    const meal = await ctx.store.need(meals, mealId);
    ctx.insist(rules.mayMake(meal, ctx.now));
    await ctx.store.author.guard;
    return { made: await makeRoundsOf(ctx, mealId, await looseOn(ctx, meal.day)) };
  },

  async assignRound({ id, account }, ctx) {
    const draft = ctx.store.draft(rounds, id);
    const carrier = account === undefined ? undefined : await ctx.store.across(accounts, { _id: account }, { limit: 1 });
    const [person] = carrier ?? [];
    const ours = person?.communityId === ctx.store.communityId && rules.isCarrier(person);
    if (account !== undefined && !ours) ctx.refuse('NOT_A_CARRIER');
    await draft.save(round => {
      if (!round) return ctx.refuse('NOT_FOUND');
      ctx.insist(rules.mayAssign(round));
      if (round.carrier === account) return undefined;
      const { carrier: _carrier, carrierName: _name, takenAt: _at, ...rest } = round;
      if (!person) return { doc: { ...rest, status: 'open' as const, assigned: false } };
      const status = round.status === 'open' ? ('taken' as const) : round.status;
      const doc = { ...rest, status, carrier: person.id, carrierName: person.name, takenAt: ctx.now, assigned: true };
      const told = { day: `${round.day.slice(5, 7)}月${round.day.slice(8)}日`, period: PERIOD_TEXT[round.period] };
      return { doc, tell: [message('roundAssigned', person.id, { ...told, doors: String(round.stops.length) })] };
    });
    return { done: true as const };
  },

  async deliveryPhoto({ orderId }, ctx) {
    const order = await ctx.store.need(orders, orderId);
    const photo = order.delivery?.photo;
    if (!photo || !rules.isDoorPhoto(photo, ctx.store.communityId)) return ctx.refuse('NOT_FOUND');
    return { url: await files.address(photo) };
  },

  async printRounds({ day, period }, ctx) {
    const [all, settings, community, menu] = await Promise.all([
      ctx.store.find(rounds, { day }, { without: LIGHT }),
      deliverySettingsOf(ctx.store),
      ctx.store.read(communities, ctx.store.communityId),
      ctx.store.find(meals, { day }, { without: [...LIGHT, 'dishes'] }),
    ]);
    const printed = all.filter(round => round.period === period);
    if (printed.length === 0) ctx.refuse('NO_ROUNDS');
    const doors = await doorsBehind(
      ctx,
      printed.flatMap(({ stops }) => stops),
    );
    const meal = menu.find(each => each.period === period);
    const sheets = printed.map(round => ({
      round,
      gridName: community?.grids.find(({ id }) => id === round.gridId)?.name ?? '',
      stops: stopsOf(round, doors, community, true),
    }));
    const { makePdf } = await papers();
    const pdf = await makePdf(roundPaper(sheets, { day, period, settings, meal, now: ctx.now }));
    return { url: await handOut(ctx, 'pdf', pdf), name: `配送单-${day}-${PERIOD_TEXT[period]}.pdf` };
  },

  deliverySettings: async (_input, ctx) => deliverySettingsOf(ctx.store),

  async saveDeliverySettings(settings, ctx) {
    return ctx.store.draft(deliverySettings, 'main', { quiet: true }).save(() => ({ doc: settings }));
  },

  /** Meals of yesterday's cut-off to tomorrow's: whose cut-off has passed and that are not served yet. */
  async buildRounds(_input, ctx) {
    const made = await eachCommunity(ctx, async here => {
      const menu = await here.store.find(
        meals,
        { day: between(here.today, addDays(here.today, 7)), status: 'open' },
        { without: [...LIGHT, 'dishes'] },
      );
      const shut = menu.filter(meal => rules.mayMake(meal, here.now).ok);
      let sum = 0;
      for (const day of new Set(shut.map(meal => meal.day))) {
        const known = await looseOn(here, day);
        for (const { id } of shut.filter(meal => meal.day === day)) sum += await makeRoundsOf(here, id, known);
      }
      return sum;
    });
    return { made };
  },
};
