import {
  claimsOf,
  correctionsOf,
  linesOf,
  mayStillCorrect,
  maySubmit,
  monthBefore,
  totalOf,
} from '../../cloudfunctions/canteen/rulesSettlement';
import type { Order } from '../../types/canteen';
import { fen } from '../../types/money';
import { civilDate } from '../../types/time';

const street = { id: 'street', name: '助餐补贴', funder: '街道', amount: fen(300) };
const fund = { id: 'fund', name: '特困加补', funder: '爱心基金', amount: fen(200) };

const order = (id: string, status: Order['status'], rules = [street]) => ({
  id,
  day: civilDate('2026-10-30'),
  dinerId: `r-${id}`,
  status,
  price: { due: fen(1200), subsidy: fen(300), selfPay: fen(900), age: 72, rules },
});
const names = new Map([street, fund].map(({ id, name, funder }) => [id, { name, funder }]));
const march = (text: string) => civilDate(`2026-${text}`);

test('what was eaten is claimed, once for each rule; what was booked only or cancelled is claimed of nobody', () => {
  const claims = claimsOf([order('a', 'redeemed', [street, fund]), order('b', 'booked'), order('c', 'cancelled')]);
  expect(claims.map(({ orderId, ruleId, amount }) => [orderId, ruleId, amount])).toEqual([
    ['a', 'street', 300],
    ['a', 'fund', 200],
  ]);
});

test('a meal found eaten later is added, one that was cancelled is taken back, the rest is left alone', () => {
  const claimed = claimsOf([order('a', 'redeemed'), order('b', 'redeemed')]);
  const standing = claimsOf([order('a', 'redeemed'), order('b', 'cancelled'), order('c', 'redeemed')]);
  expect(correctionsOf(claimed, standing).map(({ orderId, was, is }) => [orderId, was, is])).toEqual([
    ['b', 300, 0],
    ['c', 0, 300],
  ]);
  expect(correctionsOf(standing, standing)).toEqual([]);
});

test('a line has the meals of the month and, beside them, what is corrected; the total is both', () => {
  const claims = claimsOf([order('a', 'redeemed', [street, fund]), order('b', 'redeemed')]);
  const corrections = correctionsOf(claimsOf([order('x', 'redeemed')]), []);
  const lines = linesOf(claims, corrections, names);
  expect(
    lines.map(({ ruleId, meals, amount, corrections: count, corrected }) => [ruleId, meals, amount, count, corrected]),
  ).toEqual([
    ['fund', 1, 200, 0, 0],
    ['street', 2, 600, 1, -300],
  ]);
  expect(totalOf(lines)).toBe(500);
});

describe('a month is submitted', () => {
  const lines = linesOf(claimsOf([order('a', 'redeemed')]), [], names);
  const state = { month: '2026-10', lines, submitted: false, earlierOpen: false };
  test('from the first of the next month on, not a day earlier', () => {
    expect(maySubmit(state, march('10-31'))).toMatchObject({ code: 'MONTH_NOT_OVER' });
    expect(maySubmit(state, march('11-01')).ok).toBe(true);
  });
  test('once, with something in it, and after the month before', () => {
    expect(maySubmit({ ...state, submitted: true }, march('11-01'))).toMatchObject({ code: 'ALREADY_SUBMITTED' });
    expect(maySubmit({ ...state, lines: [] }, march('11-01'))).toMatchObject({ code: 'NOTHING_TO_SETTLE' });
    expect(maySubmit({ ...state, earlierOpen: true }, march('11-01'))).toEqual({
      ok: false,
      code: 'EARLIER_MONTH_OPEN',
      details: { month: '2026-09' },
    });
  });
});

test('an order can be let go until the end of the month after it, where its correction stands', () => {
  expect(mayStillCorrect(march('10-01'), march('11-30')).ok).toBe(true);
  expect(mayStillCorrect(march('10-31'), march('12-01'))).toMatchObject({ code: 'MONTH_SETTLED' });
  expect(monthBefore('2027-01')).toBe('2026-12');
});
