import fc from 'fast-check';
import { priceOf, ruleApplies } from '../../cloudfunctions/canteen/rules';
import { overCaps, type Taken, withinCaps } from '../../cloudfunctions/canteen/rulesCaps';
import type { SubsidyRule } from '../../types/canteen';
import { fen } from '../../types/money';
import { addDays, type Instant } from '../../types/time';
import { grandmaWang, line, paying, saturday, rule as subsidy } from '../builders/canteen';

const eater = grandmaWang();
const capped = (over: Partial<SubsidyRule>) => subsidy({ id: 'C', amount: fen(400), ...over });
const price = (rules: SubsidyRule[], taken: Taken[] = [], id = 'new', day = saturday) =>
  priceOf([line({ price: fen(1200) })], eater, day, 'lunch', withinCaps(paying(...rules), taken, day, id));
const taken = (id: string, day = saturday, amount = 400, at = 0): Taken => ({
  id,
  day,
  status: 'booked',
  bookedAt: at as Instant,
  price: {
    due: fen(1200),
    subsidy: fen(amount),
    selfPay: fen(1200 - amount),
    age: 80,
    rules: [{ id: 'C', name: '', funder: '', amount: fen(amount) }],
  },
});

describe('a cap', () => {
  const perMonth = capped({ mostAMonth: fen(1000) });
  test('pays in full, then what is left of it, then nothing', () => {
    expect(price([perMonth], [taken('a')]).subsidy).toBe(400);
    expect(price([perMonth], [taken('a'), taken('b', addDays(saturday, 1))]).subsidy).toBe(200);
    expect(price([perMonth], [taken('a'), taken('b'), taken('c', saturday, 200)]).subsidy).toBe(0);
  });
  test('of a day does not look at the day before, nor one of a month at the month before', () => {
    expect(price([capped({ mostADay: fen(400) })], [taken('a', addDays(saturday, -1))]).subsidy).toBe(400);
    expect(price([perMonth], [taken('a', addDays(saturday, -30), 1000)]).subsidy).toBe(400);
  });
  test('does not count the order that is being priced, nor a cancelled one', () => {
    expect(price([capped({ mostADay: fen(400) })], [taken('new'), { ...taken('b'), status: 'cancelled' }]).subsidy).toBe(400);
  });
  test('that is used up leaves the place to the next best rule', () => {
    const other = subsidy({ id: 'D', amount: fen(100) });
    expect(price([perMonth, other], [taken('a', saturday, 1000)]).rules.map(rule => rule.id)).toEqual(['D']);
  });
});

test('extra help comes on top of the best rule, and alone where no other applies', () => {
  const best = subsidy({ id: 'A', amount: fen(300) });
  const second = subsidy({ id: 'B', amount: fen(200) });
  const extra = subsidy({ id: 'X', amount: fen(100), onTop: true });
  expect(
    price([second, extra, best])
      .rules.map(rule => rule.id)
      .sort(),
  ).toEqual(['A', 'X']);
  expect(price([extra]).subsidy).toBe(100);
});

test('a rule of some grids is for who lives there', () => {
  const rule = subsidy({ grids: ['elsewhere'] });
  expect(ruleApplies(rule, eater, saturday, 'lunch')).toBe(false);
  expect(ruleApplies({ ...rule, grids: [eater.address.gridId] }, eater, saturday, 'lunch')).toBe(true);
  expect(ruleApplies({ ...rule, grids: [] }, eater, saturday, 'lunch')).toBe(true);
});

test('whatever was booked at once, looking once more leaves no cap exceeded, keeps due = subsidy + own, and is done', () => {
  const rules = paying(capped({ mostADay: fen(600), mostAMonth: fen(1500) }));
  const booked = fc.array(fc.record({ day: fc.integer({ min: 0, max: 3 }), at: fc.integer({ min: 0, max: 5 }) }), {
    maxLength: 8,
  });
  fc.assert(
    fc.property(booked, orders => {
      const all = orders.map(({ day, at }, n) => taken(`o${n}`, addDays(saturday, day), 400, at));
      const settled = (list: Taken[]): Taken[] => {
        const change = new Map(overCaps(rules, list, 0).map(({ id, price: next }) => [id, next]));
        return list.map(order => ({ ...order, price: change.get(order.id) ?? order.price }));
      };
      const once = settled(all);
      expect(overCaps(rules, once, 0)).toEqual([]);
      const sum = (list: Taken[]) => list.reduce((total, order) => total + order.price.subsidy, 0);
      expect(sum(once)).toBeLessThanOrEqual(1500);
      for (let day = 0; day < 4; day++)
        expect(sum(once.filter(order => order.day === addDays(saturday, day)))).toBeLessThanOrEqual(600);
      for (const { price: paid } of once) expect(paid.subsidy + paid.selfPay).toBe(paid.due);
    }),
  );
});

test('what was frozen before stays, though a cap was lowered since', () => {
  const rules = paying(capped({ mostAMonth: fen(100) }));
  expect(overCaps(rules, [taken('old', saturday, 400, 5)], 10)).toEqual([]);
});
