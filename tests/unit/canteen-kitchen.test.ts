/** Rules of the kitchen, the counter, dishes and numbers; each a sentence. And what the counter's phone works out by itself. */
import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { mayRedeem, maySendLater, scanFits } from '../../cloudfunctions/canteen/rulesCounter';
import { mayRate, popularOf } from '../../cloudfunctions/canteen/rulesDishes';
import {
  countAllergens,
  hintsFor,
  kitchenSettingsAgree,
  lateChanges,
  lateFrom,
  withGroup,
} from '../../cloudfunctions/canteen/rulesKitchen';
import { budgetsOf, numbersOf, sumMeal } from '../../cloudfunctions/canteen/rulesNumbers';
import { mayDiscard, sampleNames, samplesFit, samplesToTell } from '../../cloudfunctions/canteen/rulesSamples';
import { readFound } from '../../src/pages/desk/counter/find';
import { draftOf, readKitchen } from '../../src/pages/desk/kitchensetup/draft';
import type { CounterRow, KitchenSettings, Meal, MealGroup, Order } from '../../types/canteen';
import { fen } from '../../types/money';
import {
  CODE_MS,
  cardCode,
  cardDigestOf,
  codeFits,
  codeKeyOf,
  hmacHex,
  readScan,
  rotatingCode,
  type Scan,
} from '../../types/rotating';
import { addDays, type Instant, instantAt } from '../../types/time';
import * as a from '../builders/canteen';

const at = (text: string) =>
  (instantAt(a.saturday, 0) + Number(text.slice(0, 2)) * 3_600_000 + Number(text.slice(3)) * 60_000) as Instant;
const settings: KitchenSettings = {
  sampleGrams: 125,
  sampleHours: 48,
  fridgeFrom: 0,
  fridgeTo: 8,
  samplers: [],
  sampleRemindAfter: 15,
  ratingDays: 3,
  ageBands: [60, 70, 80],
  budgets: [],
  cardAge: 60,
};
const order = (over: Partial<Order> = {}): Order & { id: string } => ({
  id: '2026-11-21:lunch:r-1',
  mealId: '2026-11-21:lunch',
  day: a.saturday,
  period: 'lunch',
  dinerId: 'r-1',
  dinerName: '王桂兰',
  bookedBy: 'wx-wang',
  bookedByName: '王桂兰',
  onBehalf: false,
  bookedAt: at('07:00'),
  way: 'dineIn',
  lines: [a.line()],
  price: { due: fen(1200), subsidy: fen(0), selfPay: fen(1200), age: 78, rules: [] },
  clashes: [],
  tellTo: [],
  number: 'A001',
  code: 'right-code',
  status: 'booked',
  round: 1,
  ...over,
});
const group = (over: Partial<MealGroup> = {}): MealGroup => ({
  id: 'care-sun',
  kind: 'care',
  name: '一班',
  count: 18,
  restrictions: [{ allergen: 'peanut', count: 2 }],
  changedAt: at('08:00'),
  ...over,
});

describe('rotating codes', () => {
  const text = fc.stringMatching(/^[\w-]{1,40}$/);
  test('the hash written out here is SHA-256 of HMAC, whatever goes in', () =>
    fc.assert(
      fc.property(fc.stringMatching(/^[ -~]{0,64}$/), fc.stringMatching(/^[ -~]{0,200}$/), (key, message) => {
        expect(hmacHex(key, message)).toBe(createHmac('sha256', key).update(message).digest('hex'));
      }),
      { numRuns: 200 },
    ));
  const scanned = (code: string) => readScan(code) as Extract<Scan, { kind: 'order' }>;
  test('a code passes for its own order in its own minute', () =>
    fc.assert(
      fc.property(text, text, fc.integer({ min: 0, max: 4e12 }), fc.integer({ min: -2, max: 2 }), (id, secret, when, late) => {
        const code = rotatingCode(id, codeKeyOf(secret), when as Instant);
        expect(
          codeFits(scanned(code), id, codeKeyOf(secret), (when - (when % CODE_MS) + (late + 2) * CODE_MS) as Instant).ok,
        ).toBe(late <= 0);
      }),
      { numRuns: 300 },
    ));
  test('never for another order, another secret or another time', () =>
    fc.assert(
      fc.property(
        text,
        text,
        text,
        text,
        fc.integer({ min: 1e6, max: 4e12 }),
        fc.integer({ min: 3, max: 1e6 }),
        (id, other, secret, wrong, when, windows) => {
          fc.pre(id !== other && secret !== wrong);
          const now = when as Instant;
          const code = scanned(rotatingCode(id, codeKeyOf(secret), now));
          expect(codeFits(code, other, codeKeyOf(secret), now).ok).toBe(false);
          expect(codeFits({ ...code, id: other }, other, codeKeyOf(secret), now).ok).toBe(false);
          expect(codeFits(code, id, codeKeyOf(wrong), now).ok).toBe(false);
          expect(codeFits(code, id, codeKeyOf(secret), (when + windows * CODE_MS) as Instant)).toMatchObject({
            code: 'CODE_OLD',
          });
          expect(
            codeFits({ ...code, window: code.window + windows }, id, codeKeyOf(secret), (when + windows * CODE_MS) as Instant),
          ).toMatchObject({
            code: 'WRONG_CODE',
          });
        },
      ),
      { numRuns: 300 },
    ));
  test.each(['JL1|only', 'JL1|a|b|c', 'JLC|1', 'https://example.com', '', 'JL1|x|1|0123456789abcdeg'])('%p is no code', code =>
    expect(readScan(code)).toBeUndefined(),
  );
});

describe('checking off', () => {
  const card = { no: '80001', secret: 'secret-secret', issuedAt: at('08:00'), issue: 2 };
  const mine = { id: '2026-11-21:lunch:r-1', code: 'right-code' };
  const fits = (text: string | undefined, held: typeof card | undefined = card) => scanFits(text, mine, held, at('11:00'));
  test('by name, without a code', () => expect(fits(undefined).ok).toBe(true));
  test('with the code of this minute', () =>
    expect(fits(rotatingCode(mine.id, codeKeyOf(mine.code), at('11:00'))).ok).toBe(true));
  test('with the valid card', () => expect(fits(cardCode('80001', 'secret-secret')).ok).toBe(true));
  test.each([
    [cardCode('80000', 'secret-secret'), 'CARD_VOID'],
    [cardCode('80001', 'older-secret'), 'CARD_VOID'],
    [rotatingCode(mine.id, codeKeyOf('other'), at('11:00')), 'WRONG_CODE'],
    [rotatingCode(mine.id, codeKeyOf(mine.code), at('10:57')), 'CODE_OLD'],
    ['anything', 'UNKNOWN_CODE'],
  ])('not with %p', (text, code) => expect(fits(text)).toMatchObject({ code }));
  test('nobody’s card opens nothing', () =>
    expect(scanFits(cardCode('1', 'secret-secret'), mine, undefined, at('11:00')).ok).toBe(false));
  test('once, on the day of the meal', () => {
    expect(mayRedeem(order(), a.saturday).ok).toBe(true);
    expect(mayRedeem(order(), addDays(a.saturday, 1))).toMatchObject({ code: 'NOT_TODAY' });
    expect(mayRedeem(order({ status: 'cancelled' }), a.saturday)).toMatchObject({ code: 'ALREADY_CANCELLED' });
  });
  test('a second time says when, where and by whom the first was', () =>
    expect(
      mayRedeem(
        order({ status: 'redeemed', redeemedAt: at('11:05'), redeemedWhere: '1 号窗口', redeemedByName: '刘师傅' }),
        a.saturday,
      ),
    ).toEqual({ ok: false, code: 'ALREADY_REDEEMED', details: { at: at('11:05'), where: '1 号窗口', by: '刘师傅' } }));
  test('a check-off may be sent later by three days, never from the future', () => {
    expect(maySendLater(at('11:00'), (at('11:00') + 3 * 86_400_000) as Instant).ok).toBe(true);
    expect(maySendLater(at('11:00'), (at('11:00') + 3 * 86_400_000 + 1) as Instant).ok).toBe(false);
    expect(maySendLater(at('11:06'), at('11:00')).ok).toBe(false);
  });
});

describe('the counter’s phone without network', () => {
  const row = (over: Partial<CounterRow> = {}): CounterRow => ({
    id: '2026-11-21:lunch:r-1',
    number: 'A001',
    dinerName: '王桂兰',
    pinyin: 'wgl',
    dishes: 'A',
    way: 'dineIn',
    selfPay: fen(800),
    status: 'booked',
    clashes: [],
    codeKey: codeKeyOf('secret'),
    cardNo: '0037',
    cardDigest: cardDigestOf('card-secret'),
    may: { redeem: { ok: true }, waive: { ok: true } },
    ...over,
  });
  const found = (text: string, rows = [row()]) => readFound(text, rows, at('11:00'));
  test('knows the code and the card of a guest', () => {
    expect(found(rotatingCode(row().id, codeKeyOf('secret'), at('11:00')))).toMatchObject({ is: 'guest' });
    expect(found(cardCode('0037', 'card-secret'))).toMatchObject({ is: 'guest' });
  });
  test('says why a code is nobody’s', () => {
    expect(found(rotatingCode(row().id, codeKeyOf('secret'), at('10:50')))).toEqual({ is: 'not', why: 'CODE_OLD' });
    expect(found(rotatingCode(row().id, codeKeyOf('forged'), at('11:00')))).toEqual({ is: 'not', why: 'WRONG_CODE' });
    expect(found(cardCode('0037', 'other-secret'))).toEqual({ is: 'not', why: 'CARD_VOID' });
    expect(found(cardCode('0099', 'card-secret'))).toEqual({ is: 'not', why: 'NO_ORDER' });
    expect(found('hello')).toEqual({ is: 'not', why: 'UNKNOWN_CODE' });
  });
  test('an order of another meal goes to the cloud', () =>
    expect(found(rotatingCode('2026-11-22:lunch:r-1', codeKeyOf('x'), at('11:00')))).toMatchObject({ is: 'stranger' }));
});

describe('the kitchen’s sheet', () => {
  const meal = { cutoffAt: at('09:00'), status: 'open' as const };
  test('what comes after the print is late, or after the cut-off, whichever was first', () => {
    expect(lateFrom(at('09:00'), undefined)).toBe(at('09:00'));
    expect(lateFrom(at('09:00'), at('08:30'))).toBe(at('08:30'));
    expect(lateFrom(at('09:00'), at('09:30'))).toBe(at('09:00'));
  });
  test('added, cancelled, waived and a changed group are told; what came and went in between is not', () => {
    const orders = [
      order({ bookedAt: at('08:40') }),
      { ...order({ bookedAt: at('07:00'), status: 'cancelled', cancelledAt: at('08:50') }), id: 'b' },
      { ...order({ bookedAt: at('07:00'), status: 'cancelled', cancelledAt: at('10:00'), cancelReason: '住院' }), id: 'c' },
      { ...order({ bookedAt: at('08:40'), status: 'cancelled', cancelledAt: at('08:41') }), id: 'd' },
      { ...order({ bookedAt: at('07:00') }), id: 'e' },
    ];
    const late = lateChanges(meal, orders, [group({ changedAt: at('08:31') }), group({ id: 'old' })], at('08:30'));
    expect(late.map(each => each.change)).toEqual(['waived', 'cancelled', 'added', 'group']);
    expect(lateChanges({ ...meal, status: 'closed' }, orders, [], undefined)).toEqual([]);
  });
  test('children of a class count as people who must not have an allergen', () => {
    const dishes: Meal['dishes'] = [{ ...a.dish(), id: 'A', allergens: ['peanut'] }];
    const booked = [order({ dinerId: 'r-1', lines: [a.line({ dishId: 'A' })] })];
    const diners = new Map([['r-1', { allergens: ['egg' as const] }]]);
    expect(countAllergens({ dishes }, booked, diners, [group()])).toEqual([
      { allergen: 'egg', portions: 0, people: 1 },
      { allergen: 'peanut', portions: 1, people: 2 },
    ]);
  });
  test('the same number of a class told twice is no change', () => {
    const [first] = withGroup([], group());
    expect(withGroup([first!], group({ changedAt: at('10:00') }))[0]!.changedAt).toBe(at('08:00'));
    expect(withGroup([first!], group({ count: 17, changedAt: at('10:00') }))[0]).toMatchObject({
      count: 17,
      changedAt: at('10:00'),
    });
  });
});

describe('food samples', () => {
  const dishes = [
    { ...a.dish(), name: '套餐', parts: ['鱼', '饭'] },
    { ...a.dish(), name: '面条', parts: [] },
    { ...a.dish(), parts: ['饭'] },
  ];
  const taken = { name: '鱼', grams: 125, takenAt: at('11:00'), takenBy: 'x', takenByName: '刘' };
  const meal = { day: a.saturday, servedFrom: 660 as Meal['servedFrom'], dishes, status: 'open' as const };
  test('one of each thing on the plates', () => expect(sampleNames({ dishes })).toEqual(['鱼', '饭', '面条']));
  test('enough, and of this menu', () => {
    expect(samplesFit({ names: ['鱼'], grams: 124 }, ['鱼'], settings)).toMatchObject({ code: 'SAMPLE_TOO_SMALL' });
    expect(samplesFit({ names: ['虾'], grams: 125 }, ['鱼'], settings)).toMatchObject({ code: 'UNKNOWN_SAMPLE' });
  });
  test('48 hours, to the millisecond, counted from the youngest', () => {
    const young = { ...taken, takenAt: at('11:10') };
    const until = (at('11:10') + 48 * 3_600_000) as Instant;
    expect(mayDiscard([taken, young], settings, (until - 1) as Instant)).toMatchObject({
      code: 'SAMPLES_STILL_KEPT',
      details: { until },
    });
    expect(mayDiscard([taken, young], settings, until).ok).toBe(true);
    expect(mayDiscard([{ ...taken, goneAt: until }], settings, until)).toMatchObject({ code: 'NO_SAMPLES' });
  });
  test('reminds a quarter of an hour after serving began, once, and only of what is missing', () => {
    const told = (now: Instant, book?: Parameters<typeof samplesToTell>[1]) => samplesToTell(meal, book, settings, now);
    expect(told(at('11:14'))).toBeUndefined();
    expect(told(at('11:15'))).toBe('missing');
    expect(told(at('11:15'), { samples: [], missingToldAt: at('11:15') })).toBeUndefined();
    const all = ['鱼', '饭', '面条'].map(name => ({ ...taken, name }));
    expect(told(at('11:15'), { samples: all })).toBeUndefined();
    expect(samplesToTell(undefined, { samples: all }, settings, (at('11:00') + 48 * 3_600_000) as Instant)).toBe('over');
  });
});

describe('purchase hint', () => {
  const dish = (name: string, portions: number, parts: string[]) => ({
    dishId: name,
    name,
    parts,
    portions,
    good: 0,
    fair: 0,
    poor: 0,
    half: 0,
    most: 0,
  });
  test('is the mean of the weeks that had it, rounded up; groups count in the whole', () => {
    const menu = { period: 'lunch' as const, dishes: [{ ...a.dish(), id: 'F', name: '鱼', parts: ['鲈鱼', '饭'] }] };
    const sums = [
      {
        period: 'lunch' as const,
        portions: 40,
        groupPortions: 10,
        dishes: [dish('鱼', 15, ['鲈鱼', '饭']), dish('肉', 25, ['饭'])],
      },
      { period: 'lunch' as const, portions: 31, groupPortions: 0, dishes: [dish('肉', 31, ['饭'])] },
      { period: 'dinner' as const, portions: 99, groupPortions: 0, dishes: [] },
    ];
    const { all, dishes, parts } = hintsFor(menu, sums, [order({ lines: [a.line({ dishId: 'F', count: 2 })] })]);
    expect(all).toEqual({ name: '合计', mean: 41, weeks: 2, ordered: 2 });
    expect(dishes).toEqual([{ name: '鱼', mean: 15, weeks: 1, ordered: 2 }]);
    expect(parts).toEqual([
      { name: '鲈鱼', mean: 15, weeks: 1, ordered: 2 },
      { name: '饭', mean: 36, weeks: 2, ordered: 2 },
    ]);
  });
});

describe('rating and popularity', () => {
  const eaten = order({ status: 'redeemed' });
  test('what was eaten, once, within three days', () => {
    expect(mayRate(eaten, undefined, 3, addDays(a.saturday, 3)).ok).toBe(true);
    expect(mayRate(eaten, undefined, 3, addDays(a.saturday, 4))).toMatchObject({ code: 'RATING_CLOSED' });
    expect(mayRate(order(), undefined, 3, a.saturday)).toMatchObject({ code: 'NOT_EATEN' });
    const rated = { mealId: 'm', day: a.saturday, dinerId: 'r-1', dishIds: [], face: 'good' as const, at: at('13:00') };
    expect(mayRate(eaten, rated, 3, a.saturday)).toMatchObject({ code: 'ALREADY_RATED' });
  });
  test('the same dish of many days is one line, the most eaten first', () => {
    const one = { dishId: 'x', name: '鱼', parts: [], portions: 3, good: 1, fair: 0, poor: 0, half: 1, most: 0 };
    const other = { ...one, dishId: 'y', name: '肉', portions: 5 };
    expect(popularOf([{ dishes: [one] }, { dishes: [one, other] }]).map(dish => [dish.name, dish.portions, dish.good])).toEqual([
      ['鱼', 6, 2],
      ['肉', 5, 1],
    ]);
  });
});

describe('numbers', () => {
  const meal = a.lunch();
  const around = { groups: [], ratings: [], plates: [], leftovers: [] };
  test('a meal’s sum says who came, who did not, and what each rule gave; cancelled ones count only when late', () => {
    const rules = [{ id: 'r', name: '70 岁', funder: '区', amount: fen(400) }];
    const price = { due: fen(1200), subsidy: fen(400), selfPay: fen(800), age: 78, rules };
    const orders = [
      order({ price, status: 'redeemed' }),
      order({ price }),
      order({ price, status: 'cancelled', cancelledAt: (meal.cutoffAt - 1) as Instant }),
      order({ price, status: 'cancelled', cancelledAt: meal.cutoffAt }),
    ];
    const after = instantAt(meal.day, meal.servedTo);
    expect(sumMeal(meal, orders, around, after)).toMatchObject({ orders: 2, redeemed: 1, missed: 1, waived: 1, subsidy: 800 });
    expect(sumMeal(meal, orders, around, (after - 1) as Instant).missed).toBe(0);
    const month = numbersOf('2026-11', [sumMeal(meal, orders, around, after)], settings);
    expect(month.ages).toEqual([
      { from: 60, to: 69, orders: 0 },
      { from: 70, to: 79, orders: 2 },
      { from: 80, orders: 0 },
    ]);
    expect(month.rules).toEqual([{ id: 'r', name: '70 岁', funder: '区', orders: 2, amount: 800 }]);
  });
  test('a budget says what is left, and when it is over', () => {
    const rule = (funder: string, amount: number) => ({ id: funder, name: '', funder, orders: 1, amount: fen(amount) });
    const budgets = [
      { funder: '区', monthly: fen(1000) },
      { funder: '街', monthly: fen(500) },
    ];
    expect(budgetsOf([rule('区', 400), rule('街', 600), rule('市', 1)], budgets)).toEqual([
      { funder: '区', used: 400, monthly: 1000, left: 600, over: false },
      { funder: '街', used: 600, monthly: 500, left: 0, over: true },
      { funder: '市', used: 1, over: false },
    ]);
  });
});

describe('settings of the kitchen', () => {
  test('make sense', () => {
    expect(kitchenSettingsAgree(settings).ok).toBe(true);
    expect(kitchenSettingsAgree({ ...settings, fridgeFrom: 8 })).toMatchObject({ code: 'FRIDGE_UPSIDE_DOWN' });
    expect(kitchenSettingsAgree({ ...settings, ageBands: [70, 60] })).toMatchObject({ code: 'BANDS_NOT_RISING' });
    const twice = [
      { funder: '区', monthly: fen(1) },
      { funder: '区', monthly: fen(2) },
    ];
    expect(kitchenSettingsAgree({ ...settings, budgets: twice })).toMatchObject({ code: 'DOUBLE_FUNDER' });
  });
  test('are read as they were written', () => {
    const written = { ...settings, budgets: [{ funder: '区', monthly: fen(2_000_050) }] };
    expect(readKitchen(draftOf(written))).toEqual({ settings: written, wrong: {} });
    const typed = { ...draftOf(settings), bands: '70、60' };
    expect(Object.keys(readKitchen({ ...typed, numbers: { ...typed.numbers, sampleGrams: '' } }).wrong)).toEqual([
      'sampleGrams',
      'bands',
    ]);
  });
});
