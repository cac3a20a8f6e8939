import * as rules from '../../cloudfunctions/canteen/rules';
import { fen } from '../../types/money';
import { addDays, civilDate, type Instant } from '../../types/time';
import * as a from '../builders/canteen';

const at = (text: string) => a.onSaturday(text);
const msBefore = (instant: Instant) => (instant - 1) as Instant;

describe('booking', () => {
  test('is open until 09:00, not a millisecond longer', () => {
    expect(rules.mayBook(a.lunch(), undefined, 5, msBefore(at('09:00'))).ok).toBe(true);
    expect(rules.mayBook(a.lunch(), undefined, 5, at('09:00'))).toMatchObject({ code: 'CUTOFF_PASSED' });
  });

  test('ends at nine in the morning, not at nine in the evening', () => {
    expect(rules.mayBook(a.lunch(), undefined, 5, at('20:59')).ok).toBe(false);
  });

  test('is refused by a closed kitchen, with the reason', () => {
    expect(rules.mayBook(a.closedKitchen(), undefined, 5, at('08:00'))).toEqual({
      ok: false,
      code: 'KITCHEN_CLOSED',
      details: { reason: '停水' },
    });
  });

  test('is refused to who has booked already, even when no place is left', () => {
    expect(rules.mayBook(a.lunch(), { status: 'booked' }, 0, at('08:00'))).toMatchObject({ code: 'ALREADY_BOOKED' });
    expect(rules.mayBook(a.lunch(), { status: 'redeemed' }, 5, at('08:00'))).toMatchObject({ code: 'ALREADY_BOOKED' });
  });

  test('is open again to who has cancelled', () => {
    expect(rules.mayBook(a.lunch(), { status: 'cancelled' }, 5, at('08:00')).ok).toBe(true);
  });

  test('is sold out when no place is left', () => {
    expect(rules.mayBook(a.lunch(), undefined, 0, at('08:00'))).toMatchObject({ code: 'SOLD_OUT' });
  });
});

describe('who may order for whom', () => {
  test('oneself', () => expect(rules.mayOrderFor(a.grandmaWang(), a.herself).ok).toBe(true));
  test('a daughter whose binding is confirmed', () => expect(rules.mayOrderFor(a.boundToDaughter(), a.daughter).ok).toBe(true));
  test('not while she is only asking', () =>
    expect(rules.mayOrderFor(a.boundToDaughter('asked'), a.daughter)).toMatchObject({ code: 'NOT_YOUR_ELDER' }));
  test('not after the binding ended', () => expect(rules.mayOrderFor(a.boundToDaughter('ended'), a.daughter).ok).toBe(false));
  test('staff for anyone', () => expect(rules.mayOrderFor(a.grandmaWang(), a.cook).ok).toBe(true));
});

describe('cancelling', () => {
  test('is free before the cut-off', () => expect(rules.mayCancel({ status: 'booked' }, at('09:00'), at('08:59')).ok).toBe(true));
  test('is over at the cut-off', () =>
    expect(rules.mayCancel({ status: 'booked' }, at('09:00'), at('09:00'))).toMatchObject({ code: 'CUTOFF_PASSED' }));
  test('a meal that was eaten stays eaten', () =>
    expect(rules.mayCancel({ status: 'redeemed' }, at('09:00'), at('08:00'))).toMatchObject({ code: 'ALREADY_REDEEMED' }));
  test('twice is said plainly', () =>
    expect(rules.mayCancel({ status: 'cancelled' }, at('09:00'), at('08:00'))).toMatchObject({ code: 'ALREADY_CANCELLED' }));
});

describe('waiving', () => {
  test('is the kitchen’s after the cut-off, for who did not come as well', () =>
    expect(rules.mayWaive({ status: 'booked', day: a.saturday }, a.saturday).ok).toBe(true));
  test('a meal that was eaten is not waived', () =>
    expect(rules.mayWaive({ status: 'redeemed', day: a.saturday }, a.saturday)).toMatchObject({ code: 'ALREADY_REDEEMED' }));
  test('nor one that was cancelled', () =>
    expect(rules.mayWaive({ status: 'cancelled', day: a.saturday }, a.saturday)).toMatchObject({ code: 'ALREADY_CANCELLED' }));
});

describe('the picture of a dish', () => {
  const mine = (path: string) => rules.isDishPhoto(`cloud://env.bucket/${path}`, 'xingfuli');
  test('lies in the folder of its community', () => expect(mine('dishes/xingfuli/dish-1a.jpg')).toBe(true));
  test.each([
    'dishes/other/a.jpg',
    'rosters/xingfuli/a.jpg',
    'x/dishes/xingfuli/a.jpg',
    'dishes/xingfuli/../other/a.jpg',
    'dishes/xingfuli/a.xlsx',
    'dishes/xingfuli2/a.jpg',
  ])('%s is none', path => expect(mine(path)).toBe(false));
  test('an address is none', () => expect(rules.isDishPhoto('https://x/dishes/xingfuli/a.jpg', 'xingfuli')).toBe(false));
});

describe('subsidy', () => {
  const price = (settings: Parameters<typeof rules.priceOf>[4], eater = a.grandmaWang(), lines = [a.line()], day = a.saturday) =>
    rules.priceOf(lines, eater, day, 'lunch', settings);

  test('takes 4 yuan off a 12 yuan portion', () =>
    expect(price(a.paying(a.rule()))).toMatchObject({ due: 1200, subsidy: 400, selfPay: 800, age: 78 }));

  test('age is the age on the day of the meal: seventy tomorrow is not seventy today', () => {
    const birthday = a.grandmaWang({ birthDate: civilDate('1956-11-22') });
    expect(price(a.paying(a.rule()), birthday).subsidy).toBe(0);
    expect(price(a.paying(a.rule()), birthday, [a.line()], addDays(a.saturday, 1)).subsidy).toBe(400);
  });

  test('the best single rule applies, they do not add up', () => {
    const both = a.paying(a.rule(), a.rule({ id: 'alone', categories: ['livesAlone'], amount: fen(500) }));
    expect(price(both)).toMatchObject({ subsidy: 500, rules: [{ id: 'alone' }] });
  });

  test('they add up where the canteen says so, never beyond the portion', () => {
    const both = { ...a.paying(a.rule({ amount: fen(800) }), a.rule({ id: 'second', amount: fen(800) })), subsidiesStack: true };
    expect(price(both)).toMatchObject({ subsidy: 1000, selfPay: 200 });
  });

  test('the diner pays at least what the rule says', () =>
    expect(price(a.paying(a.rule({ amount: fen(5000) })))).toMatchObject({ selfPay: 200 }));

  test('one portion is subsidised, the dearest', () => {
    const lines = [a.line({ count: 2 }), a.line({ dishId: 'B1', price: fen(1500) })];
    expect(price(a.paying(a.rule({ amount: fen(1400) })), a.grandmaWang(), lines)).toMatchObject({ due: 3900, subsidy: 1300 });
  });

  test.each([
    ['before its first day', { from: addDays(a.saturday, 1) }],
    ['after its last day', { to: addDays(a.saturday, -1) }],
    ['for the younger', { minAge: 79 }],
    ['for the older', { maxAge: 77 }],
    ['at another period', { periods: ['dinner' as const] }],
    ['for another category', { categories: ['lowIncome' as const] }],
  ])('does not apply %s', (_when, over) => expect(price(a.paying(a.rule(over))).subsidy).toBe(0));
});

describe('the ordered dishes', () => {
  test('two taps on a dish are one line of two', () => {
    const found = rules.linesOf(
      [a.dish()],
      [
        { dishId: 'A1', count: 1 },
        { dishId: 'A1', count: 1 },
      ],
      3,
    );
    expect(found).toMatchObject({ ok: true, lines: [{ count: 2 }] });
  });
  test('a dish that is not on the menu is refused', () =>
    expect(rules.linesOf([a.dish()], [{ dishId: 'Z9', count: 1 }], 3)).toMatchObject({ code: 'UNKNOWN_DISH' }));
  test('no more portions than the canteen allows', () =>
    expect(rules.linesOf([a.dish()], [{ dishId: 'A1', count: 4 }], 3)).toMatchObject({
      code: 'TOO_MANY_PORTIONS',
      details: { max: 3 },
    }));
});

describe('clashes', () => {
  test('an allergen of the diner in the dish', () =>
    expect(rules.clashesOf(a.dish({ allergens: ['peanut', 'egg'] }), a.grandmaWang({ allergens: ['peanut'] }))).toEqual([
      'peanut',
    ]));
  test('pork for who eats none', () =>
    expect(rules.clashesOf(a.dish({ marks: ['containsPork'] }), a.grandmaWang({ diets: ['noPork'] }))).toEqual(['noPork']));
  test('meat for a vegetarian', () =>
    expect(rules.clashesOf(a.dish(), a.grandmaWang({ diets: ['vegetarian'] }))).toEqual(['vegetarian']));
  test('nothing for who eats everything', () =>
    expect(rules.clashesOf(a.dish({ allergens: ['egg'] }), a.grandmaWang())).toEqual([]));
});

describe('the menu', () => {
  test('is not written for yesterday', () =>
    expect(rules.mayPublish(addDays(a.saturday, -1), ['A1'], new Set(), a.saturday)).toMatchObject({ code: 'PAST_DAY' }));
  test('keeps a dish that somebody ordered', () =>
    expect(rules.mayPublish(a.saturday, ['B1'], new Set(['A1']), a.saturday)).toMatchObject({ code: 'DISH_IN_USE' }));
  test('names each dish once', () =>
    expect(rules.mayPublish(a.saturday, ['A1', 'A1'], new Set(), a.saturday)).toMatchObject({ code: 'DOUBLE_DISH' }));
  test('a cut-off of the evening before falls on the evening before', () =>
    expect(rules.cutoffOf(a.saturday, { cutoffDaysBefore: 1, cutoffAt: a.clock('20:00') })).toBe(
      a.onSaturday('20:00') - 86_400_000,
    ));
});

test('the number is said aloud with the letter of its period', () => {
  expect([rules.numberOf('breakfast', 1), rules.numberOf('lunch', 37), rules.numberOf('dinner', 1203)]).toEqual([
    'Z001',
    'A037',
    'B1203',
  ]);
});
