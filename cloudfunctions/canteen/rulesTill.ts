/** The rules of the till, pure: what an order owes, what is to be given back, what should be in the drawer. */
import type { Bill, Entry, Order, PayChannel, Shift } from '../../types/canteen';
import { type Fen, fen, lessFen, ZERO } from '../../types/money';
import type { Instant } from '../../types/time';
import { no, type Verdict, yes } from '../../types/verdict';

type Owing = Pick<Order, 'status' | 'price'>;
type Paid = Pick<Bill, 'net'> | undefined;

/** An order that stands costs its own share; a cancelled one costs nothing, whenever and by whomever it was cancelled. */
const costs = (order: Owing): Fen => (order.status === 'cancelled' ? ZERO : order.price.selfPay);

export const owedOf = (order: Owing, bill: Paid): Fen => lessFen(costs(order), bill?.net ?? ZERO);
export const surplusOf = (order: Owing, bill: Paid): Fen => lessFen(bill?.net ?? ZERO, costs(order));

export const mayPay = (order: Owing, bill: Paid): Verdict<'NOTHING_TO_PAY'> =>
  owedOf(order, bill) > 0 ? yes : no('NOTHING_TO_PAY');
export const mayGiveBack = (order: Owing, bill: Paid): Verdict<'NOTHING_TO_GIVE_BACK'> =>
  surplusOf(order, bill) > 0 ? yes : no('NOTHING_TO_GIVE_BACK');

/** What was seen is what is taken. */
export const sameAmount = (seen: Fen, is: Fen): Verdict<'AMOUNT_CHANGED'> => (seen === is ? yes : no('AMOUNT_CHANGED', { is }));

/** The bill with one entry more. */
export function withEntry(bill: Bill, entry: Entry): Bill {
  const net = fen(entry.kind === 'paid' ? bill.net + entry.amount : bill.net - entry.amount);
  const shifts = bill.shifts.includes(entry.shiftId) ? bill.shifts : [...bill.shifts, entry.shiftId];
  const { returnSince, ...rest } = bill;
  return { ...rest, entries: [...bill.entries, entry], shifts, net, ...(returnSince && net > 0 ? { returnSince } : {}) };
}

/** After its order was cancelled: money in the bill waits for its owner from now on. */
export const afterCancel = (bill: Bill, order: Owing, now: Instant): Bill | undefined =>
  surplusOf(order, bill) > 0 && bill.returnSince === undefined ? { ...bill, returnSince: now } : undefined;

export type Sums = { cash: number; code: number; entries: number };

/** What one shift took less what it gave back, by channel; without the float. */
export function takenIn(shiftId: string, bills: readonly Pick<Bill, 'entries'>[]): Sums {
  const sums: Sums = { cash: 0, code: 0, entries: 0 };
  for (const { kind, channel, amount } of bills.flatMap(bill => bill.entries.filter(entry => entry.shiftId === shiftId))) {
    sums[channel satisfies PayChannel] += kind === 'paid' ? amount : -amount;
    sums.entries += 1;
  }
  return sums;
}

/** Counted less what should be there. */
export const differencesOf = (shift: Pick<Shift, 'cash' | 'code' | 'cashExpected' | 'codeExpected'>) => ({
  cashDifference: (shift.cash ?? 0) - (shift.cashExpected ?? 0),
  codeDifference: (shift.code ?? 0) - (shift.codeExpected ?? 0),
});

/** A shift is closed by whoever opened it, once, and what is missing or too much needs a word. */
export function mayClose(
  shift: Pick<Shift, 'status' | 'account'>,
  closing: { account: string; note: string; differs: boolean },
): Verdict<'SHIFT_CLOSED' | 'NOT_YOUR_SHIFT' | 'NOTE_NEEDED'> {
  if (shift.account !== closing.account) return no('NOT_YOUR_SHIFT');
  if (shift.status === 'closed') return no('SHIFT_CLOSED');
  return closing.differs && !closing.note ? no('NOTE_NEEDED') : yes;
}
