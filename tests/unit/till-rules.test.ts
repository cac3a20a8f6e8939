import fc from 'fast-check';
import {
  afterCancel,
  differencesOf,
  mayClose,
  mayGiveBack,
  mayPay,
  owedOf,
  sameAmount,
  surplusOf,
  takenIn,
  withEntry,
} from '../../cloudfunctions/canteen/rulesTill';
import type { Bill, Order } from '../../types/canteen';
import { type Fen, fen } from '../../types/money';
import type { Instant } from '../../types/time';
import { saturday } from '../builders/canteen';

const order = (selfPay: number, status: Order['status'] = 'booked') => ({
  status,
  price: { due: fen(1200), subsidy: fen(1200 - selfPay), selfPay: fen(selfPay), age: 80, rules: [] },
});
const bill = (net = 0): Bill => ({ day: saturday, period: 'lunch', dinerId: 'r-wang', entries: [], shifts: [], net: fen(net) });
const entry = (kind: 'paid' | 'returned', amount: Fen, shiftId = 's1', channel: 'cash' | 'code' = 'cash') => ({
  kind,
  channel,
  amount,
  at: 1 as Instant,
  by: 'a',
  byName: '刘师傅',
  shiftId,
});

test('an order owes its own share until it is paid; a cancelled one owes nothing and gives back what was paid', () => {
  expect(owedOf(order(700), undefined)).toBe(700);
  expect(mayPay(order(700), bill(700))).toMatchObject({ code: 'NOTHING_TO_PAY' });
  expect(mayPay(order(0), undefined)).toMatchObject({ code: 'NOTHING_TO_PAY' });
  expect([owedOf(order(700, 'cancelled'), bill(700)), surplusOf(order(700, 'cancelled'), bill(700))]).toEqual([0, 700]);
  expect(mayGiveBack(order(700), bill(700))).toMatchObject({ code: 'NOTHING_TO_GIVE_BACK' });
  expect(surplusOf(order(500), bill(700))).toBe(200);
});

test('only the amount that was seen is taken', () => {
  expect(sameAmount(fen(700), fen(700)).ok).toBe(true);
  expect(sameAmount(fen(700), fen(500))).toEqual({ ok: false, code: 'AMOUNT_CHANGED', details: { is: 500 } });
});

test('money of a cancelled order waits for its owner, once, until it was given back', () => {
  const waiting = afterCancel(bill(700), order(700, 'cancelled'), 5 as Instant);
  expect(waiting).toMatchObject({ returnSince: 5, net: 700 });
  expect(afterCancel(waiting!, order(700, 'cancelled'), 9 as Instant)).toBeUndefined();
  expect(afterCancel(bill(0), order(700, 'cancelled'), 5 as Instant)).toBeUndefined();
  expect(withEntry(waiting!, entry('returned', fen(700)))).toMatchObject({ net: 0 });
  expect(withEntry(waiting!, entry('returned', fen(700))).returnSince).toBeUndefined();
});

test('a shift counts its own entries by channel, and is closed once, by whoever opened it, with a word for what differs', () => {
  const bills = [
    { entries: [entry('paid', fen(700)), entry('returned', fen(200))] },
    { entries: [entry('paid', fen(500), 's1', 'code'), entry('paid', fen(900), 's2')] },
  ];
  expect(takenIn('s1', bills)).toEqual({ cash: 500, code: 500, entries: 3 });
  const open = { status: 'open' as const, account: 'a' };
  expect(mayClose(open, { account: 'b', note: '', differs: false })).toMatchObject({ code: 'NOT_YOUR_SHIFT' });
  expect(mayClose({ ...open, status: 'closed' }, { account: 'a', note: '', differs: false })).toMatchObject({
    code: 'SHIFT_CLOSED',
  });
  expect(mayClose(open, { account: 'a', note: '', differs: true })).toMatchObject({ code: 'NOTE_NEEDED' });
  expect(mayClose(open, { account: 'a', note: '找错零钱', differs: true }).ok).toBe(true);
  expect(differencesOf({ cash: fen(10_000), code: fen(0), cashExpected: 10_500, codeExpected: 0 })).toEqual({
    cashDifference: -500,
    codeDifference: 0,
  });
});

test('at every step of any sequence: what stands costs = paid − given back + owed − to be given back, and nobody pays twice', () => {
  const step = fc.oneof(
    fc.record({ deed: fc.constant('price' as const), selfPay: fc.integer({ min: 0, max: 1200 }) }),
    fc.record({ deed: fc.constantFrom('pay' as const, 'giveBack' as const, 'cancel' as const, 'again' as const) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), steps => {
      let current = order(700);
      let own = bill();
      let [paid, returned] = [0, 0];
      for (const each of steps) {
        if (each.deed === 'price') current = order(each.selfPay, current.status);
        if (each.deed === 'cancel') current = { ...current, status: 'cancelled' };
        if (each.deed === 'again') current = { ...current, status: 'booked' };
        if (each.deed === 'pay' && mayPay(current, own).ok) {
          paid += owedOf(current, own);
          own = withEntry(own, entry('paid', owedOf(current, own)));
        }
        if (each.deed === 'giveBack' && mayGiveBack(current, own).ok) {
          returned += surplusOf(current, own);
          own = withEntry(own, entry('returned', surplusOf(current, own)));
        }
        const costs = current.status === 'cancelled' ? 0 : current.price.selfPay;
        expect(own.net).toBe(paid - returned);
        expect(costs).toBe(paid - returned + owedOf(current, own) - surplusOf(current, own));
        expect(Math.min(owedOf(current, own), surplusOf(current, own))).toBe(0);
      }
    }),
  );
});
