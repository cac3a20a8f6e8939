import { fen, sumFen, ZERO } from '../../types/money';
import { daysFrom, monthRange } from '../../types/time';
import { _ } from '../_shared/database';
import { LIGHT, type Store } from '../_shared/store';
import { orders } from './collections';

const nothing = () => ({ meals: 0, redeemed: 0, due: ZERO, subsidy: ZERO, selfPay: ZERO });
export type MonthTotal = ReturnType<typeof nothing>;
export type MonthRow = MonthTotal & { dinerId: string; dinerName: string };

/**
 * Orders that stand (booked or checked off) of a month, summed per diner to the 分. The days are read side by side, so a month
 * costs one wave however long it is.
 */
export async function monthOf(store: Store, month: string): Promise<{ rows: MonthRow[]; total: MonthTotal }> {
  const { first, last } = monthRange(month);
  const days = daysFrom(first, Number(last.slice(8)));
  const standing = { status: _.in(['booked', 'redeemed']) };
  const found = await Promise.all(
    days.map(day => store.findAll(orders, { day, ...standing }, { without: [...LIGHT, 'lines', 'clashes', 'tellTo'] })),
  );
  const byDiner = new Map<string, MonthRow>();
  for (const order of found.flat()) {
    const row = byDiner.get(order.dinerId) ?? { dinerId: order.dinerId, dinerName: order.dinerName, ...nothing() };
    row.meals += 1;
    row.redeemed += order.status === 'redeemed' ? 1 : 0;
    row.due = fen(row.due + order.price.due);
    row.subsidy = fen(row.subsidy + order.price.subsidy);
    row.selfPay = fen(row.selfPay + order.price.selfPay);
    byDiner.set(order.dinerId, row);
  }
  const rows = [...byDiner.values()].sort((a, b) => b.meals - a.meals || (a.dinerId < b.dinerId ? -1 : 1));
  return { rows, total: totalOf(rows) };
}

const totalOf = (rows: readonly MonthRow[]): MonthTotal => ({
  meals: rows.reduce((sum, row) => sum + row.meals, 0),
  redeemed: rows.reduce((sum, row) => sum + row.redeemed, 0),
  due: sumFen(rows.map(row => row.due)),
  subsidy: sumFen(rows.map(row => row.subsidy)),
  selfPay: sumFen(rows.map(row => row.selfPay)),
});
