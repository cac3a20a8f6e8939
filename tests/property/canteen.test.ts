/** Whatever happens in whatever order, with replays: standing portions = places held ≤ capacity, and the money adds up. */
import * as fc from 'fast-check';
import * as rules from '../../cloudfunctions/canteen/rules';
import { fen } from '../../types/money';
import { addDays } from '../../types/time';
import { grandmaWang, line, rule, saturday } from '../builders/canteen';
import { openWorld, type Person, type World } from '../world';
import { mealWith, outcome, plate, stateOf } from '../world/canteen';

describe('money', () => {
  const price = fc.integer({ min: 0, max: 100_00 }).map(fen);
  const lines = fc.array(fc.record({ price, count: fc.integer({ min: 1, max: 5 }) }), { minLength: 1, maxLength: 5 });
  const someRule = fc
    .record({
      amount: price,
      atLeastSelfPay: price,
      minAge: fc.integer({ min: 60, max: 90 }),
      id: fc.stringMatching(/^[a-z]{1,6}$/),
      shift: fc.integer({ min: -400, max: 400 }),
    })
    .map(({ shift, ...over }) => rule({ ...over, from: addDays(saturday, shift - 200), to: addDays(saturday, shift + 200) }));

  test('due = subsidy + own share, nothing below zero, the subsidy within one portion', () => {
    fc.assert(
      fc.property(lines, fc.array(someRule, { maxLength: 5 }), fc.boolean(), (wanted, subsidyRules, subsidiesStack) => {
        const ordered = wanted.map((each, i) => line({ ...each, dishId: `d${i}` }));
        const {
          due,
          subsidy,
          selfPay,
          rules: used,
        } = rules.priceOf(ordered, grandmaWang(), saturday, 'lunch', { subsidyRules, subsidiesStack });
        expect(due).toBe(ordered.reduce((sum, each) => sum + each.price * each.count, 0));
        expect(subsidy + selfPay).toBe(due);
        expect(subsidy).toBeLessThanOrEqual(Math.max(...ordered.map(each => each.price)));
        expect(used.reduce((sum, each) => sum + each.amount, 0)).toBe(subsidy);
        expect(subsidiesStack ? true : used.length <= 1).toBe(true);
      }),
    );
  });

  test('the chosen rule is never worse than any single one', () => {
    fc.assert(
      fc.property(fc.array(someRule, { maxLength: 6 }), subsidyRules => {
        const best = (settings: typeof subsidyRules) =>
          rules.priceOf([line()], grandmaWang(), saturday, 'lunch', { subsidyRules: settings, subsidiesStack: false }).subsidy;
        expect(best(subsidyRules)).toBe(Math.max(0, ...subsidyRules.map(each => best([each]))));
      }),
    );
  });
});

describe('seats', () => {
  let world: World;
  let cook: Person;
  let nextDay = 2;

  beforeAll(async () => {
    world = await openWorld({ residents: 20, past: 0, fill: 0 });
    await world.at('08:00');
    cook = await world.as('wx-liushifu');
  });
  afterAll(() => world.stop());

  const diner = fc.integer({ min: 1, max: 4 }).map(n => `r-${n}`);
  const step = fc.oneof(
    { weight: 4, arbitrary: fc.record({ do: fc.constant('book' as const), diner, count: fc.integer({ min: 1, max: 2 }) }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('cancel' as const), diner, count: fc.constant(0) }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('replay' as const), diner, count: fc.nat(20) }) },
  );

  test('standing portions = places held ≤ capacity after every wave of deeds and replays', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(step, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 5 }), async waves => {
        cook = await world.as('wx-liushifu');
        const mealId = await mealWith(world, cook, 4, nextDay++);
        const past: (() => Promise<unknown>)[] = [];
        const run = (each: (typeof waves)[number][number]): Promise<unknown> => {
          if (each.do === 'replay') return past.length ? past[each.count % past.length]!() : Promise.resolve();
          const requestId = `p-${nextDay}-${past.length}`;
          const deed =
            each.do === 'book'
              ? () => outcome(cook, 'bookMeal', plate(mealId, each.diner, each.count), requestId)
              : () => outcome(cook, 'cancelOrder', { id: `${mealId}:${each.diner}` }, requestId);
          past.push(deed);
          return deed();
        };
        for (const wave of waves) {
          await Promise.all(wave.map(run));
          expect(stateOf(world, mealId).portions).toBeLessThanOrEqual(4);
        }
        await world.advance(240_000);
        await world.fire('canteen');
        await world.advance(300_000);
        await world.fire('canteen');
        const { portions, held, seats } = stateOf(world, mealId);
        expect([held, seats.left]).toEqual([portions, 4 - portions]);
      }),
      { numRuns: 40 },
    );
  });
});
