/** The counter at noon: who is expected, and checking off, once. */
import type { CanteenContract } from '../../../types/canteen';
import { minuteOf } from '../../../types/time';
import type { HandlersOf } from '../../_shared/context';
import { _ } from '../../_shared/database';
import { LIGHT } from '../../_shared/store';
import { event } from '../../_shared/tell';
import { meals, orders } from '../collections';
import { mayRedeem } from '../rules';
import { counterRow } from '../views';

type Counter = Pick<HandlersOf<CanteenContract>, 'counter' | 'redeem'>;

export const counterHandlers: Counter = {
  /** Today's meals, and the guests of the one that is being served (or comes next), in one wave. */
  async counter({ mealId }, ctx) {
    const [todays, booked] = await Promise.all([
      ctx.store.find(meals, { day: ctx.today, status: 'open' }, { without: [...LIGHT, 'dishes'] }),
      ctx.store.findAll(orders, { day: ctx.today, status: _.in(['booked', 'redeemed']) }, { without: LIGHT }),
    ]);
    todays.sort((a, b) => a.servedFrom - b.servedFrom);
    const serving = todays.find(meal => meal.servedTo >= minuteOf(ctx.now)) ?? todays[todays.length - 1];
    const shown = mealId ?? serving?.id;
    const rows = booked.filter(order => order.mealId === shown).map(order => counterRow(order, ctx.today));
    rows.sort((a, b) => (a.number < b.number ? -1 : 1));
    return { now: ctx.now, meals: todays, mealId: shown, rows };
  },

  async redeem({ id, code }, ctx) {
    const saved = await ctx.store.draft(orders, id).save(order => {
      if (!order) return ctx.refuse(code === undefined ? 'NOT_FOUND' : 'UNKNOWN_CODE');
      ctx.insist(mayRedeem(order, code, ctx.today));
      const fact = event('meal.redeemed', { orderId: id, dinerId: order.dinerId, day: order.day, period: order.period });
      return { doc: { ...order, status: 'redeemed', redeemedAt: ctx.now, redeemedBy: ctx.session.accountId }, tell: [fact] };
    });
    return counterRow(saved, ctx.today);
  },
};
