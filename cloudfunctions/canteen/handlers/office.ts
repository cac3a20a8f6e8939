/** The office: finding a diner, the month, its workbook, closing the kitchen, the settings. */
import type { CanteenContract } from '../../../types/canteen';
import { ageOn } from '../../../types/time';
import { addressText, maskPhone } from '../../../types/words';
import type { HandlersOf } from '../../_shared/context';
import { communities, residents } from '../../_shared/directory';
import { handOut } from '../../_shared/handout';
import { LIGHT } from '../../_shared/store';
import { canteens, cards, meals } from '../collections';
import { alive, dinerFilter } from '../finding';
import { monthOf } from '../month';
import { mealCanStep, placesIdOf, settingsAgree } from '../rules';
import { forgetSettings, freshSettings, settingsOf } from '../settings';
import { monthWorkbook } from '../workbook';

type Office = Pick<
  HandlersOf<CanteenContract>,
  'findDiner' | 'closeKitchen' | 'month' | 'exportMonth' | 'settings' | 'saveSettings'
>;

export const officeHandlers: Office = {
  /** Two waves: by what the roster knows beside the number of a card of ours, then whose card that is. */
  async findDiner({ text }, ctx) {
    const page = { limit: 20, without: [...LIGHT, 'family'] };
    const [found, community, numbered] = await Promise.all([
      ctx.store.find(residents, alive(dinerFilter(text)), page),
      ctx.store.read(communities, ctx.session.communityId),
      /^\d+$/.test(text) ? ctx.store.find(cards, { no: text }, { limit: 1, without: LIGHT }) : [],
    ]);
    const others = numbered.filter(card => !found.some(diner => diner.id === card.id)).map(card => card.id);
    const owners = await ctx.store.readAll(residents, others, page);
    return [...found, ...owners.filter(owner => owner.status === 'living')].map(diner => ({
      id: diner.id,
      name: diner.name,
      age: ageOn(diner.birthDate, ctx.today),
      address: addressText(diner.address, community),
      phone: diner.phone && maskPhone(diner.phone),
      cardNo: diner.cardNo,
    }));
  },

  /** Shuts the places first, so that nobody books a closed kitchen; the orders follow in bounded steps (`cancelClosed`). */
  async closeKitchen({ mealId, reason }, ctx) {
    const draft = ctx.store.draft(meals, mealId, { quiet: true });
    await ctx.store.need(meals, mealId);
    const saved = await draft.save(async meal => {
      if (!meal) return ctx.refuse('NOT_FOUND');
      if (meal.day < ctx.today) ctx.refuse('PAST_DAY');
      if (meal.status === 'closed' || !mealCanStep(meal.status, 'closed')) ctx.refuse('KITCHEN_CLOSED');
      await ctx.places.close(placesIdOf(mealId));
      return { doc: { ...meal, status: 'closed' as const, closedReason: reason } };
    });
    return saved;
  },

  month: async ({ month }, ctx) => monthOf(ctx.store, month),

  async exportMonth({ month }, ctx) {
    const { rows, total } = await monthOf(ctx.store, month);
    if (rows.length === 0) ctx.refuse('NOTHING_TO_EXPORT');
    const { name } = await settingsOf(ctx.store);
    return { url: await handOut(ctx, 'xlsx', await monthWorkbook(month, rows, total)), name: `${name}-${month}.xlsx` };
  },

  settings: async (_input, ctx) => freshSettings(ctx.store),

  async saveSettings(settings, ctx) {
    ctx.insist(settingsAgree(settings));
    const saved = await ctx.store.draft(canteens, 'main', { quiet: true }).save(() => ({ doc: settings }));
    forgetSettings(ctx.session.communityId);
    return saved;
  },
};
