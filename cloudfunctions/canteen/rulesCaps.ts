/**
 * What a subsidy pays one diner at most on a day and in a month. A rule that is used up in part pays the rest, one that is used up pays
 * nothing, as if its amount had shrunk; so everything that prices a meal need not know of caps. Pure.
 */
import type { Order, Settings, SubsidyRule } from '../../types/canteen';
import { type Fen, fen, lessFen, minFen, sumFen } from '../../types/money';
import type { CivilDate } from '../../types/time';

/** An order of this diner, as far as it uses subsidies. */
export type Taken = Pick<Order, 'day' | 'status' | 'price' | 'bookedAt'> & { id: string };

const isCapped = (rule: SubsidyRule): boolean => rule.mostADay !== undefined || rule.mostAMonth !== undefined;
export const hasCaps = (settings: Pick<Settings, 'subsidyRules'>): boolean => settings.subsidyRules.some(isCapped);

const paidBy = (ruleId: string, taken: readonly Taken[]): Fen =>
  sumFen(taken.flatMap(({ price }) => price.rules.filter(rule => rule.id === ruleId).map(rule => rule.amount)));

/** What the rule may still pay on this day, beside these orders. */
function restOf(rule: SubsidyRule, day: CivilDate, taken: readonly Taken[]): Fen {
  const sameDay = taken.filter(order => order.day === day);
  const sameMonth = taken.filter(order => order.day.slice(0, 7) === day.slice(0, 7));
  const ofDay = rule.mostADay === undefined ? rule.amount : lessFen(rule.mostADay, paidBy(rule.id, sameDay));
  const ofMonth = rule.mostAMonth === undefined ? rule.amount : lessFen(rule.mostAMonth, paidBy(rule.id, sameMonth));
  return minFen(rule.amount, minFen(ofDay, ofMonth));
}

/** The settings as they are for this diner's meal of this day. `orderId`: the order that is being priced does not count against itself. */
export function withinCaps<S extends Pick<Settings, 'subsidyRules'>>(
  settings: S,
  taken: readonly Taken[],
  day: CivilDate,
  orderId: string,
): S {
  if (!hasCaps(settings)) return settings;
  const others = taken.filter(order => order.status !== 'cancelled' && order.id !== orderId);
  const rules = settings.subsidyRules.map(rule => (isCapped(rule) ? { ...rule, amount: restOf(rule, day, others) } : rule));
  return { ...settings, subsidyRules: rules };
}

/**
 * Two meals booked in the same moment may both have seen the same rest. Whoever came first keeps it; this is the price of the others,
 * in the order they were booked. Only orders booked since `since` are touched: what was frozen before a cap was lowered stays.
 */
export function overCaps(
  settings: Pick<Settings, 'subsidyRules'>,
  taken: readonly Taken[],
  since: number,
): { id: string; price: Order['price'] }[] {
  const standing = taken.filter(order => order.status !== 'cancelled');
  const inTurn = standing.sort((a, b) => a.bookedAt - b.bookedAt || (a.id < b.id ? -1 : 1));
  const kept: Taken[] = [];
  const changed: { id: string; price: Order['price'] }[] = [];
  for (const order of inTurn) {
    const price = order.bookedAt >= since ? repriced(settings, order, kept) : order.price;
    kept.push({ ...order, price });
    if (price.subsidy !== order.price.subsidy) changed.push({ id: order.id, price });
  }
  return changed;
}

function repriced(settings: Pick<Settings, 'subsidyRules'>, { price, day }: Taken, before: readonly Taken[]): Order['price'] {
  const rules = price.rules
    .map(paid => {
      const rule = settings.subsidyRules.find(each => each.id === paid.id);
      return rule && isCapped(rule) ? { ...paid, amount: minFen(paid.amount, restOf(rule, day, before)) } : paid;
    })
    .filter(({ amount }) => amount > 0);
  const subsidy = rules.length ? sumFen(rules.map(({ amount }) => amount)) : fen(0);
  return { ...price, rules, subsidy, selfPay: lessFen(price.due, subsidy) };
}
