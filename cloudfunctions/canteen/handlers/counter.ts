/** The counter at noon: who is expected, and checking off, once. */
import type { CanteenContract, CardDoc, CounterRow, Order } from '../../../types/canteen';
import type { Resident } from '../../../types/directory';
import { cardDigestOf, codeKeyOf, readScan } from '../../../types/rotating';
import { type CivilDate, dayOf, minuteOf } from '../../../types/time';
import type { Stored } from '../../_shared/collection';
import type { HandlersOf } from '../../_shared/context';
import { _ } from '../../_shared/database';
import { LIGHT } from '../../_shared/store';
import { event } from '../../_shared/tell';
import { cards, meals, orders } from '../collections';
import { dinerIdIn, dishesText, mayWaive } from '../rules';
import { mayRedeem, maySendLater, scanFits } from '../rulesCounter';
import { dinersBy } from '../sheets';

type Counter = Pick<HandlersOf<CanteenContract>, 'counter' | 'redeem'>;

/** An order at the counter, with what may be done with it today; what verifies its codes only while it may be checked off. */
export function counterRow(order: Stored<Order>, today: CivilDate, diner?: Pick<Resident, 'phone'>, card?: CardDoc): CounterRow {
  const redeem = mayRedeem(order, today);
  return {
    id: order.id,
    number: order.number,
    dinerName: order.dinerName,
    pinyin: order.dinerPinyin ?? '',
    phoneTail: diner?.phone?.slice(-4),
    cardNo: card?.no ?? order.dinerCardNo,
    dishes: dishesText(order),
    way: order.way,
    selfPay: order.price.selfPay,
    status: order.status,
    redeemedAt: order.redeemedAt,
    redeemedWhere: order.redeemedWhere,
    redeemedByName: order.redeemedByName,
    clashes: order.clashes,
    ...(redeem.ok ? { codeKey: codeKeyOf(order.code), cardDigest: card && cardDigestOf(card.secret) } : {}),
    may: { redeem, waive: mayWaive(order, today) },
  };
}

export const counterHandlers: Counter = {
  /**
   * Today's meals, and the guests of the one that is being served (or comes next). Two waves: meals and orders, then telephones and
   * cards, so that a card that was replaced an hour ago is void here too.
   */
  async counter({ mealId }, ctx) {
    const [todays, booked] = await Promise.all([
      ctx.store.find(meals, { day: ctx.today, status: 'open' }, { without: LIGHT }),
      ctx.store.findAll(orders, { day: ctx.today, status: _.in(['booked', 'redeemed']) }, { without: LIGHT }),
    ]);
    todays.sort((a, b) => a.servedFrom - b.servedFrom);
    const serving = todays.find(meal => meal.servedTo >= minuteOf(ctx.now)) ?? todays[todays.length - 1];
    const shown = todays.find(meal => meal.id === mealId) ?? serving;
    const guests = booked.filter(order => order.mealId === shown?.id);
    const ids = guests.map(order => order.dinerId);
    const [diners, held] = await Promise.all([dinersBy(ctx.store, ids), ctx.store.readAll(cards, ids, { without: LIGHT })]);
    const cardOf = new Map(held.map(card => [card.id, card]));
    const rows = guests.map(order => counterRow(order, ctx.today, diners.get(order.dinerId), cardOf.get(order.dinerId)));
    rows.sort((a, b) => (a.number < b.number ? -1 : 1));
    return {
      now: ctx.now,
      today: ctx.today,
      meals: todays,
      mealId: shown?.id,
      dishes: shown?.dishes.map(dish => ({ dishId: dish.id, name: dish.name })) ?? [],
      rows,
    };
  },

  /** The order beside the card of whoever eats, then one write. */
  async redeem({ id, code, at: happened, where }, ctx) {
    const at = happened ?? ctx.now;
    ctx.insist(maySendLater(at, ctx.now));
    const draft = ctx.store.draft(orders, id);
    const wantsCard = code !== undefined && readScan(code)?.kind === 'card';
    const card = wantsCard ? await ctx.store.read(cards, dinerIdIn(id)) : undefined;
    const saved = await draft.save(order => {
      if (!order) return ctx.refuse(code === undefined ? 'NOT_FOUND' : 'UNKNOWN_CODE');
      ctx.insist(scanFits(code, order, card, at));
      ctx.insist(mayRedeem(order, dayOf(at)));
      const by = { redeemedBy: ctx.session.accountId, redeemedByName: ctx.session.name, redeemedWhere: where };
      const fact = event('meal.redeemed', { orderId: id, dinerId: order.dinerId, day: order.day, period: order.period });
      return { doc: { ...order, status: 'redeemed', redeemedAt: at, ...by }, tell: [fact] };
    });
    return counterRow(saved, ctx.today, undefined, card);
  },
};
