/** The rules of standing orders and of delivery, each as a sentence. */
import * as delivery from '../../cloudfunctions/canteen/rulesOfDelivery';
import * as standing from '../../cloudfunctions/canteen/rulesOfStanding';
import { doorsOf, floorOf, lengthOf, roundsOf, walkOf } from '../../cloudfunctions/canteen/rulesOfWalking';
import { addDays, type Instant, MINUTE_MS } from '../../types/time';
import { closedKitchen, dish, grandmaWang, lunch, onSaturday, saturday } from '../builders/canteen';
import { community, grant } from '../builders/people';
import { byHand, grantedFrom, madeBy, round, workdays } from '../builders/standing';

const code = (verdict: { ok: boolean; code?: string }): string => (verdict.ok ? 'ok' : (verdict.code ?? ''));
const early = onSaturday('08:00');

describe('what becomes of one meal of a pattern', () => {
  const step = (
    order: ReturnType<typeof byHand> | undefined,
    over = {},
    stays: standing.Stay[] = [],
    now = early,
    meal = lunch(),
  ) => standing.stepOf(workdays(over), meal, order, stays, now);

  test('a day of it without an order gets one, another day does not', () => {
    expect(step(undefined)).toBe('create');
    expect(step(undefined, { weekdays: [1] })).toBe('leave');
    expect(step(undefined, { from: addDays(saturday, 1) })).toBe('leave');
    expect(step(undefined, { to: addDays(saturday, -1) })).toBe('leave');
    expect(step(undefined, { skips: [saturday] })).toBe('leave');
    expect(step(undefined, { status: 'paused' })).toBe('leave');
  });

  test('nothing happens after the cut-off nor in a closed kitchen', () => {
    const atCutoff = onSaturday('09:00');
    expect([step(undefined, {}, [], atCutoff), step(madeBy(1), {}, [], atCutoff)]).toEqual(['leave', 'leave']);
    expect(step(undefined, {}, [], early, closedKitchen())).toBe('leave');
  });

  test('what a person booked, changed or cancelled is left alone for good', () => {
    const away = [{ from: saturday, to: saturday }];
    for (const order of [byHand(), byHand('cancelled'), madeBy(1, { touched: true }), madeBy(1, { touched: true }, 'cancelled')])
      expect([step(order), step(order, {}, away), step(order, { status: 'ended' })]).toEqual(['leave', 'leave', 'leave']);
    expect(step(madeBy(3, {}, 'redeemed'), { status: 'ended' })).toBe('leave');
  });

  test('an absence takes the order back and brings it again when it ends; a skipped day stays away', () => {
    const away = [{ from: addDays(saturday, -1), to: saturday }];
    expect(step(madeBy(3), {}, away)).toBe('cancel');
    const paused = madeBy(3, { pausedBy: 'absence' }, 'cancelled');
    expect([step(paused, {}, away), step(paused)]).toEqual(['leave', 'again']);
    expect(step(paused, { skips: [saturday] })).toBe('leave');
  });

  test('a changed pattern changes only what an older revision made', () => {
    expect([step(madeBy(2)), step(madeBy(3))]).toEqual(['change', 'leave']);
    expect(step(madeBy(2), { weekdays: [1] })).toBe('cancel');
    expect(step({ ...madeBy(2), standing: { ...madeBy(2).standing!, patternId: 'r-wang~dinner' } })).toBe('leave');
  });
});

describe('what a pattern takes from the menu', () => {
  const soft = dish({ id: 'B', marks: ['soft'] });
  const nuts = dish({ id: 'C', allergens: ['peanut'], marks: ['lowSalt'] });
  const wang = grandmaWang({ allergens: ['peanut'] });

  test('the wanted mark if there is one, else the first that suits, never what the diner must not eat', () => {
    expect(standing.dishFor('first', [nuts, dish(), soft], wang)?.id).toBe('A1');
    expect(standing.dishFor('soft', [nuts, dish(), soft], wang)?.id).toBe('B');
    expect(standing.dishFor('lowSalt', [nuts, dish()], wang)?.id).toBe('A1');
    expect(standing.dishFor('first', [nuts], wang)).toBeUndefined();
  });

  test('without a dish, or without being brought, it is short and says why', () => {
    expect(standing.shortOf('dineIn', undefined, false)).toBe('noDish');
    expect(standing.shortOf('delivery', dish(), false)).toBe('notEligible');
    expect(standing.shortOf('delivery', dish(), true)).toBeUndefined();
  });
});

describe('absences, skips, days', () => {
  const stay = (id: string, from: number, to: number) => ({ id, from: addDays(saturday, from), to: addDays(saturday, to) });

  test('an absence told again replaces itself; one that is over falls away; who comes back on a day eats on that day', () => {
    const [a, b] = [stay('a', 0, 3), stay('b', 5, 6)];
    expect(standing.withStay([a, b], stay('a', 0, 9), saturday)).toEqual([b, stay('a', 0, 9)]);
    expect(standing.withStay([a], standing.endedOn(a, addDays(saturday, 2)), saturday)).toEqual([stay('a', 0, 1)]);
    expect(standing.withStay([a], standing.endedOn(a, saturday), saturday)).toEqual([]);
  });

  test('a coming day of the pattern may be left out until its cut-off', () => {
    const may = (day: number, meal = undefined as ReturnType<typeof lunch> | undefined, now = early) =>
      code(standing.maySkip(workdays(), addDays(saturday, day), saturday, meal, now));
    expect([may(0), may(2), may(1), may(-1)]).toEqual(['ok', 'ok', 'NOT_A_DAY_OF_IT', 'PAST_DAY']);
    expect(may(0, lunch(), onSaturday('09:00'))).toBe('CUTOFF_PASSED');
  });

  test('the last day is not before the first nor gone by', () => {
    const agree = (from: number, to?: number) =>
      code(
        standing.daysAgree(
          { from: addDays(saturday, from), ...(to === undefined ? {} : { to: addDays(saturday, to) }) },
          saturday,
        ),
      );
    expect([agree(0), agree(0, 0), agree(2, 1), agree(-9, -1)]).toEqual(['ok', 'ok', 'DAYS_DISAGREE', 'DAYS_DISAGREE']);
  });

  test('an ended one is neither paused nor resumed', () => {
    const ended = workdays({ status: 'ended' });
    expect([code(standing.mayStep(ended, 'paused')), code(standing.mayResume(ended))]).toEqual([
      'STANDING_ENDED',
      'STANDING_ENDED',
    ]);
    expect(code(standing.mayStep(workdays({ status: 'paused' }), 'ended'))).toBe('ok');
  });
});

describe('who may have meals brought', () => {
  test('granted, and on the granted days alone', () => {
    const may = (days: number) => code(delivery.mayHave('delivery', grantedFrom(0, 7), addDays(saturday, days)));
    expect([may(-1), may(0), may(7), may(8)]).toEqual(['NOT_ELIGIBLE', 'ok', 'ok', 'NOT_ELIGIBLE']);
    expect([
      code(delivery.mayHave('delivery', undefined, saturday)),
      code(delivery.mayHave('pickup', undefined, saturday)),
    ]).toEqual(['NOT_ELIGIBLE', 'ok']);
  });

  test('after a hospital stay it has a last day', () => {
    const agrees = (reason: string, to?: number) =>
      code(
        delivery.grantAgrees({ reason, from: saturday, ...(to === undefined ? {} : { to: addDays(saturday, to) }) }, saturday),
      );
    expect([agrees('frail'), agrees('afterHospital'), agrees('afterHospital', 30), agrees('frail', -1)]).toEqual([
      'ok',
      'END_NEEDED',
      'ok',
      'DAYS_DISAGREE',
    ]);
  });

  test('grid staff decide about their grid, the office about all, the cook about none', () => {
    const home = { gridId: 'g1', buildingId: 'b3', unitId: 'u2' };
    const decides = (...grants: ReturnType<typeof grant>[]) => code(delivery.mayDecide(grants, home));
    expect([decides(grant('gridLead', { gridId: 'g1' })), decides(grant('gridLead', { gridId: 'g2' }))]).toEqual([
      'ok',
      'OUTSIDE_YOUR_PART',
    ]);
    expect([decides(grant('office')), decides(grant('canteen'), grant('volunteer'))]).toEqual(['ok', 'OUTSIDE_YOUR_PART']);
  });
});

describe('a round and its doors', () => {
  test('open to the first, given back before setting out, never after', () => {
    expect([code(delivery.mayTake(round(), 'a')), code(delivery.mayTake(round({ carrier: 'b', status: 'taken' }), 'a'))]).toEqual(
      ['ok', 'ROUND_TAKEN'],
    );
    const back = (status: 'taken' | 'out', carrier = 'a') => code(delivery.mayGiveBack(round({ status, carrier }), 'a'));
    expect([back('taken'), back('out'), back('taken', 'b')]).toEqual(['ok', 'ROUND_LEFT', 'NOT_YOUR_ROUND']);
  });

  test('handed over or refused is the end; where nobody was, one comes again', () => {
    const at = early;
    const told = (outcome: 'handedOver' | 'notHome' | 'refused' | 'wrongAddress') => ({ outcome, at, by: 'a', byName: 'A' });
    const record = (
      before: Parameters<typeof told>[0] | undefined,
      next: Parameters<typeof told>[0],
      status: 'booked' | 'redeemed' | 'cancelled' = 'booked',
    ) => code(delivery.mayRecord({ status, ...(before ? { delivery: told(before) } : {}) }, next));
    expect([record(undefined, 'notHome'), record('notHome', 'handedOver'), record('wrongAddress', 'notHome')]).toEqual([
      'ok',
      'ok',
      'ok',
    ]);
    expect([record('handedOver', 'notHome', 'redeemed'), record('refused', 'handedOver')]).toEqual([
      'ALREADY_DELIVERED',
      'ALREADY_DELIVERED',
    ]);
    expect([record(undefined, 'handedOver', 'cancelled'), record(undefined, 'handedOver', 'redeemed')]).toEqual([
      'ALREADY_CANCELLED',
      'ALREADY_REDEEMED',
    ]);
  });

  test('the phone’s clock counts as long as it can be true', () => {
    const now = onSaturday('12:00');
    expect(delivery.momentOf(onSaturday('11:40'), now)).toBe(onSaturday('11:40'));
    expect(delivery.momentOf((now + 1) as Instant, now)).toBe(now);
    expect(delivery.momentOf((now - 13 * 60 * MINUTE_MS) as Instant, now)).toBe(now);
  });

  test('59° is cold, 60° is not; late is unclaimed near serving or past the minutes', () => {
    const settings = { hotAtLeast: 60, minutesToDoor: 40, warnMinutes: 45 };
    expect([delivery.isCold(59, settings), delivery.isCold(60, settings), delivery.isCold(undefined, settings)]).toEqual([
      true,
      false,
      false,
    ]);
    const late = (over: Parameters<typeof round>[0], at: string, left = 1) =>
      delivery.isLate(round(over), 11 * 60, left, settings, onSaturday(at));
    expect([late({}, '10:14'), late({}, '10:15'), late({}, '10:15', 0)]).toEqual([false, true, false]);
    const out = { status: 'out' as const, leftAt: onSaturday('11:00') };
    expect([late(out, '11:40'), late(out, '11:41'), late({ ...out, status: 'done' }, '12:00')]).toEqual([false, true, false]);
  });
});

describe('the way of a round', () => {
  const home = (id: string, building: number, unit: number, room: string) => ({
    id,
    address: { gridId: 'g1', buildingId: `b${building}`, unitId: `b${building}u${unit}`, room },
  });

  test('floors of rooms', () => {
    expect(['501', '1203', '3-2', '12'].map(floorOf)).toEqual([5, 12, 1, 1]);
  });

  test('building after building, unit after unit, without a map', () => {
    const tree = {
      buildings: [1, 2, 3].map(n => ({
        id: `b${n}`,
        name: `${n}栋`,
        gridId: 'g1',
        units: [1, 2].map(u => ({ id: `b${n}u${u}`, name: `${u}单元` })),
      })),
    };
    const doors = doorsOf([home('d', 3, 1, '101'), home('b', 1, 2, '101'), home('c', 2, 1, '101'), home('a', 1, 1, '101')], tree);
    expect(walkOf(doors).map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
  });

  test('the map counts where it is known: one door’s place serves its building', () => {
    const tree = community;
    const [first, second] = tree.buildings;
    const at = (id: string, which: typeof first, room: string, lat?: number) => ({
      id,
      address: { gridId: 'g1', buildingId: which!.id, unitId: which!.units[0]!.id, room },
      ...(lat === undefined ? {} : { spot: { lat, lng: 104 } }),
    });
    const doors = doorsOf([at('near', second, '101', 30.001), at('far', first, '101', 30.02), at('far2', first, '201')], tree);
    expect(doors.map(({ at: spot }) => spot?.lat)).toEqual([30.001, 30.02, 30.02]);
    expect(walkOf(doors, { lat: 30, lng: 104 }).map(({ id }) => id)).toEqual(['near', 'far', 'far2']);
    expect(lengthOf(doors, { lat: 30, lng: 104 })).toBeGreaterThan(2000);
  });

  test('rounds are even and none is longer than allowed', () => {
    const doors = Array.from({ length: 17 }, (_each, i) => ({
      id: `d${i}`,
      building: 1 + (i % 5),
      unit: 1,
      floor: 1 + (i % 7),
      room: '101',
    }));
    expect(roundsOf(doors, 8).map(each => each.length)).toEqual([5, 6, 6]);
    expect(roundsOf([], 8)).toEqual([]);
  });
});
