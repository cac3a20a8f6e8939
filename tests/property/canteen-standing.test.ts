/**
 * Generated = pattern − absences − skips, under any order of edits, replays and runs; what a person touched is theirs. And the way of a
 * round: every door once, never longer than walking to the nearest door each time.
 */
import * as fc from 'fast-check';
import { type DoorAt, lengthOf, roundsOf, walkOf } from '../../cloudfunctions/canteen/rulesOfWalking';
import { addDays, type CivilDate, weekdayOf } from '../../types/time';
import { openWorld, type Person, type World } from '../world';
import { mealWith, outcome, plate, stateOf } from '../world/canteen';
import { hear, JOB_SECRET, lunchOrder, make } from '../world/standing';

describe('the way of a round', () => {
  const spot = fc.record({
    lat: fc.double({ min: 30, max: 30.01, noNaN: true }),
    lng: fc.double({ min: 104, max: 104.01, noNaN: true }),
  });
  const spots = fc.array(fc.option(spot, { nil: undefined }), { minLength: 6, maxLength: 6 });
  const doorsWith = (
    places: readonly ({ lat: number; lng: number } | undefined)[],
    homes: readonly (readonly number[])[],
  ): DoorAt[] =>
    homes.map(([building = 0, unit = 0, floor = 0], i) => {
      const at = places[building];
      return {
        id: `d${i}`,
        building: building + 1,
        unit: unit + 1,
        floor: floor + 1,
        room: `${floor + 1}01`,
        ...(at ? { at } : {}),
      };
    });
  const home = fc.tuple(fc.nat(5), fc.nat(2), fc.nat(11));
  const homes = fc.array(home, { minLength: 1, maxLength: 24 });

  test('every door once, the same whatever the order, no shorter by turning any stretch round', () => {
    fc.assert(
      fc.property(spots, homes, fc.nat(1000), (places, all, seed) => {
        const doors = doorsWith(places, all);
        const kitchen = places[0];
        const way = walkOf(doors, kitchen);
        expect(way.map(({ id }) => id).sort()).toEqual(doors.map(({ id }) => id).sort());
        const shuffled = [...doors].sort((a, b) => ((a.floor * 31 + seed) % 7) - ((b.floor * 17 + seed) % 5));
        expect(walkOf(shuffled, kitchen).map(({ id }) => id)).toEqual(way.map(({ id }) => id));
        for (let from = 0; from < way.length - 1; from++) {
          const turned = [...way.slice(0, from), ...way.slice(from).reverse()];
          expect(lengthOf(turned, kitchen)).toBeGreaterThan(lengthOf(way, kitchen) - 1);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('rounds hold every door once and at most so many', () => {
    fc.assert(
      fc.property(spots, homes, fc.integer({ min: 1, max: 9 }), (places, all, most) => {
        const doors = doorsWith(places, all);
        const rounds = roundsOf(doors, most, places[0]);
        expect(
          rounds
            .flat()
            .map(({ id }) => id)
            .sort(),
        ).toEqual(doors.map(({ id }) => id).sort());
        expect(Math.max(...rounds.map(each => each.length))).toBeLessThanOrEqual(most);
        expect(rounds).toHaveLength(Math.ceil(doors.length / most));
      }),
      { numRuns: 150 },
    );
  });
});

const RUNS = 30;
const AHEAD = [1, 2, 3, 4, 5, 6] as const;

/** What should stand, by one diner's own book. */
type Book = {
  pattern: { weekdays: number[]; active: boolean } | undefined;
  skips: Set<CivilDate>;
  away: { from: CivilDate; to: CivilDate } | undefined;
  /** Days a person took into their own hands, and what they made of them. */
  own: Map<CivilDate, boolean>;
};

const wants = ({ pattern, skips, away }: Book, day: CivilDate): boolean =>
  pattern?.active === true &&
  pattern.weekdays.includes(weekdayOf(day)) &&
  !skips.has(day) &&
  !(away && away.from <= day && day <= away.to);
const expected = (book: Book, day: CivilDate): boolean => book.own.get(day) ?? wants(book, day);

describe('standing orders', () => {
  let world: World;
  let cook: Person;
  let next = 1;
  const days: CivilDate[] = [];

  beforeAll(async () => {
    world = await openWorld({ residents: 40 + 2 * RUNS, past: 0, fill: 0 }, JOB_SECRET);
    await world.at('08:00');
    cook = await world.as('wx-liushifu');
    for (const ahead of AHEAD) {
      for (const _id of [`xingfuli:${addDays(world.today, ahead)}:lunch`])
        await world.engine.handle({
          action: 'database.removeDocument',
          collectionName: 'meals',
          query: JSON.stringify({ _id }),
          multi: false,
        });
      await mealWith(world, cook, 500, ahead);
      days.push(addDays(world.today, ahead));
    }
  });
  afterAll(() => world.stop());

  const which = fc.nat(AHEAD.length - 1);
  const weekdays = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 });
  const deed = fc.oneof(
    { weight: 3, arbitrary: fc.record({ do: fc.constant('save' as const), weekdays, day: which }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('pause' as const, 'resume' as const), weekdays, day: which }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('skip' as const), weekdays, day: which }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('away' as const, 'back' as const), weekdays, day: which }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('cancel' as const, 'book' as const), weekdays, day: which }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('run' as const, 'replay' as const), weekdays, day: which }) },
  );
  type Deed = typeof deed extends fc.Arbitrary<infer D> ? D : never;

  /** Does one deed for this diner, and keeps the book by what was answered. */
  function hands(diner: string, book: Book) {
    const id = `${diner}~lunch`;
    let last: (() => Promise<unknown>) | undefined;
    let gestures = 0;
    const command = async (action: string, input: object): Promise<boolean> => {
      const requestId = `${diner}-${++gestures}`;
      const done = (await outcome(cook, action, input, requestId)).code === 'ok';
      // What was refused is not remembered: sent again later it is a new attempt, which the book would not know of.
      last = done ? () => outcome(cook, action, input, requestId) : undefined;
      return done;
    };
    const tell = async (name: string, payload: object): Promise<void> => {
      last = () => hear(world, name, payload);
      await last();
    };
    return async ({ do: what, weekdays: on, day: index }: Deed): Promise<void> => {
      const day = days[index]!;
      if (what === 'run') await make(world);
      if (what === 'replay') await last?.();
      if (what === 'save') {
        const wish = { period: 'lunch', weekdays: on, want: 'first', way: 'dineIn', from: world.today };
        if (await command('saveStanding', { dinerId: diner, ...wish })) book.pattern = { weekdays: on, active: true };
      }
      if (what === 'pause' || what === 'resume')
        if (await command('setStanding', { id, status: what === 'pause' ? 'paused' : 'active' }))
          if (book.pattern) book.pattern.active = what === 'resume';
      if (what === 'skip' && (await command('skipStanding', { id, day }))) book.skips.add(day);
      if (what === 'away') {
        const to = addDays(day, 1);
        await tell('absence.recorded', { absenceId: `${diner}~stay`, residentId: diner, from: day, to });
        book.away = { from: day, to };
      }
      if (what === 'back' && book.away) {
        await tell('absence.ended', { absenceId: `${diner}~stay`, residentId: diner, on: book.away.from });
        book.away = undefined;
      }
      if (what === 'cancel' && (await command('cancelOrder', { id: `${day}:lunch:${diner}` }))) book.own.set(day, false);
      if (what === 'book' && (await command('bookMeal', plate(`${day}:lunch`, diner)))) book.own.set(day, true);
    };
  }

  test('generated = pattern − absences − skips, and every seat belongs to an order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(deed, { minLength: 3, maxLength: 14 }),
        fc.array(deed, { maxLength: 8 }),
        async (first, second) => {
          const diners = [`r-${next++}`, `r-${next++}`];
          const books = diners.map((): Book => ({ pattern: undefined, skips: new Set(), away: undefined, own: new Map() }));
          const both = diners.map((diner, i) => hands(diner, books[i]!));
          // Each does one thing after the other, the two of them at the same time.
          await Promise.all(
            [first, second].map(async (deeds, i) => {
              for (const each of deeds) await both[i]!(each);
            }),
          );
          for (let ring = 0; ring < 2; ring++) await make(world);
          for (const [i, diner] of diners.entries())
            expect(days.map(day => [day, lunchOrder(world, day, diner)?.status === 'booked'])).toEqual(
              days.map(day => [day, expected(books[i]!, day)]),
            );
          const before = days.map(day => stateOf(world, `${day}:lunch`).seats);
          await make(world);
          expect(days.map(day => stateOf(world, `${day}:lunch`).seats)).toEqual(before);
        },
      ),
      { numRuns: RUNS },
    );
    for (let ring = 0; ring < 2; ring++) {
      await world.advance(301_000);
      await world.fire('canteen');
    }
    for (const day of days) {
      const { portions, held, seats } = stateOf(world, `${day}:lunch`);
      expect([held, seats.left]).toEqual([portions, 500 - portions]);
    }
  });
});
