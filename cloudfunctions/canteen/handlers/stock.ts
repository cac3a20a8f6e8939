/** What to buy, what was left over, and the settings of the kitchen. */
import type { CanteenContract } from '../../../types/canteen';
import { addDays } from '../../../types/time';
import type { HandlersOf } from '../../_shared/context';
import { _ } from '../../_shared/database';
import { accounts } from '../../_shared/directory';
import { LIGHT } from '../../_shared/store';
import { kitchenMeals, kitchens, mealSums, meals, orders } from '../collections';
import { kitchenOf } from '../kitchenSettings';
import { emptyBook, HINT_WEEKS, hintsFor, kitchenSettingsAgree, mayLogLeftovers } from '../rulesKitchen';
import { sampleNames } from '../rulesSamples';
import { settingsOf } from '../settings';

type Stock = Pick<
  HandlersOf<CanteenContract>,
  'purchaseHint' | 'leftovers' | 'logLeftovers' | 'kitchenSettings' | 'saveKitchenSettings'
>;

export const stockHandlers: Stock = {
  /** One wave: the menus and orders of the day, the kept sums of the same weekday of four weeks. */
  async purchaseHint({ day }, ctx) {
    const before = Array.from({ length: HINT_WEEKS }, (_week, i) => addDays(day, -7 * (HINT_WEEKS - i)));
    const [menu, booked, sums] = await Promise.all([
      ctx.store.find(meals, { day, status: 'open' }, { without: LIGHT }),
      ctx.store.findAll(
        orders,
        { day, status: _.in(['booked', 'redeemed']) },
        { without: [...LIGHT, 'price', 'clashes', 'tellTo'] },
      ),
      ctx.store.find(mealSums, { day: _.in(before) }, { without: LIGHT }),
    ]);
    const shown = menu
      .sort((a, b) => a.servedFrom - b.servedFrom)
      .map(meal => {
        const hints = hintsFor(
          meal,
          sums,
          booked.filter(order => order.mealId === meal.id),
        );
        const past = sums
          .filter(sum => sum.period === meal.period)
          .sort((a, b) => (a.day < b.day ? -1 : 1))
          .map(sum => ({ day: sum.day, portions: sum.portions + sum.groupPortions, leftover: sum.leftover }));
        return { mealId: meal.id, period: meal.period, servedFrom: meal.servedFrom, ...hints, past };
      });
    return { today: ctx.today, meals: shown };
  },

  async leftovers({ mealId }, ctx) {
    const [meal, book] = await Promise.all([ctx.store.need(meals, mealId), ctx.store.read(kitchenMeals, mealId)]);
    return { names: sampleNames(meal), items: book?.leftovers ?? [], may: { log: mayLogLeftovers(meal, ctx.now) } };
  },

  async logLeftovers({ mealId, items }, ctx) {
    const draft = ctx.store.draft(kitchenMeals, mealId, { quiet: true });
    const meal = await ctx.store.need(meals, mealId);
    ctx.insist(mayLogLeftovers(meal, ctx.now));
    const names = sampleNames(meal);
    if (items.some(item => !names.includes(item.name))) ctx.refuse('UNKNOWN_DISH');
    const leftovers = items.filter(item => item.portions > 0);
    const saved = await draft.save(current => ({ doc: { ...(current ?? emptyBook(meal.day, meal.period)), leftovers } }));
    return { items: saved.leftovers };
  },

  async kitchenSettings(_input, ctx) {
    const { communityId } = ctx.session;
    const [settings, { subsidyRules }, staff] = await Promise.all([
      kitchenOf(ctx.store),
      settingsOf(ctx.store),
      ctx.store.find(accounts, { communityId, 'grants.role': 'canteen' }, { limit: 50, without: LIGHT }),
    ]);
    return {
      settings,
      staff: staff.filter(each => each.status === 'member').map(each => ({ accountId: each.id, name: each.name })),
      funders: [...new Set(subsidyRules.map(rule => rule.funder))],
    };
  },

  async saveKitchenSettings(settings, ctx) {
    ctx.insist(kitchenSettingsAgree(settings));
    return ctx.store.draft(kitchens, 'main', { quiet: true }).save(() => ({ doc: settings }));
  },
};
