/** Races at the canteen: whatever arrives together, each seat is sold once and each deed is done once. */
import { openWorld, type Person, type World } from '../world';
import { mealWith, outcome, plate, stateOf } from '../world/canteen';

let world: World;
let cook: Person;

beforeAll(async () => {
  world = await openWorld({ residents: 60, past: 0, fill: 0 });
  await world.at('08:00');
  cook = await world.as('wx-liushifu');
});
afterAll(() => world.stop());
afterEach(() => world.faults.clear());

const diners = (count: number) => Array.from({ length: count }, (_, i) => `r-${i + 1}`);
const tally = (results: { code: string }[]) =>
  Object.fromEntries(
    [...new Set(results.map(({ code }) => code))].map(code => [code, results.filter(result => result.code === code).length]),
  );

test.each([0, 5])('12 seats, 40 elders, each asked for twice at once, %i ms a database call: exactly 12', async delayMs => {
  const mealId = await mealWith(world, cook, 12, delayMs ? 3 : 4);
  world.faults.delay(delayMs);
  const results = await Promise.all(
    diners(40).flatMap(diner => [
      outcome(cook, 'bookMeal', plate(mealId, diner)),
      outcome(cook, 'bookMeal', plate(mealId, diner)),
    ]),
  );
  const { seats, standing, portions, held } = stateOf(world, mealId);
  expect(standing).toHaveLength(12);
  expect(new Set(standing.map(order => order.dinerId)).size).toBe(12);
  expect([portions, held, seats.left]).toEqual([12, 12, 0]);
  expect(tally(results)).toEqual({ ok: 12, ALREADY_BOOKED: 12, SOLD_OUT: 56 });
});

test('one gesture sent ten times at once is one order and ten equal answers', async () => {
  const mealId = await mealWith(world, cook, 5, 5);
  const input = plate(mealId, 'r-1');
  const replies = await Promise.all(Array.from({ length: 10 }, () => cook.canteen('bookMeal', input, 'same-gesture')));
  expect(new Set(replies.map(order => `${order.id} ${order.number} ${order.round}`)).size).toBe(1);
  expect(stateOf(world, mealId)).toMatchObject({ portions: 1, held: 1, seats: { left: 4 } });
});

test('twenty phones check one order off: one does, nineteen hear when it was', async () => {
  const mealId = await mealWith(world, cook, 500, 0);
  await world.at('08:30');
  await cook.canteen('bookMeal', plate(mealId, 'r-2'));
  const results = await Promise.all(Array.from({ length: 20 }, () => outcome(cook, 'redeem', { id: `${mealId}:r-2` })));
  expect(tally(results)).toEqual({ ok: 1, ALREADY_REDEEMED: 19 });
});

test('cancelling and booking again, all at once, never loses a seat nor sells one twice', async () => {
  const mealId = await mealWith(world, cook, 3, 6);
  for (let round = 0; round < 6; round++) {
    const booking = diners(5).map(diner => outcome(cook, 'bookMeal', plate(mealId, diner)));
    const cancelling = diners(5).map(diner => outcome(cook, 'cancelOrder', { id: `${mealId}:${diner}` }));
    const results = await Promise.all([...booking, ...cancelling]);
    expect(results.every(({ status }) => status < 500)).toBe(true);
    expect(stateOf(world, mealId).portions).toBeLessThanOrEqual(3);
  }
  await world.advance(180_000);
  await world.fire('canteen');
  await world.advance(300_000);
  await world.fire('canteen');
  const { portions, held, seats } = stateOf(world, mealId);
  expect(held).toBe(portions);
  expect(seats.left).toBe(3 - portions);
});

test('one elder asked for with one portion and with two at once: the order that stands holds just its own seats', async () => {
  const mealId = await mealWith(world, cook, 200, 11);
  const asked = diners(20).flatMap(diner => [1, 2].map(count => outcome(cook, 'bookMeal', plate(mealId, diner, count))));
  expect(tally(await Promise.all(asked))).toEqual({ ok: 20, ALREADY_BOOKED: 20 });
  const { portions, held, seats } = stateOf(world, mealId);
  expect([held, seats.left]).toEqual([portions, 200 - portions]);
});

describe('when the database fails in the middle', () => {
  test('a cancellation sent again gives back its own portions, not those of a booking that broke off since', async () => {
    const mealId = await mealWith(world, cook, 4, 10);
    await cook.canteen('bookMeal', plate(mealId, 'r-4', 2));
    await cook.canteen('cancelOrder', { id: `${mealId}:r-4` }, 'cancel-twice');
    world.faults.add({ target: 'database.insertDocument', kind: 'error' });
    const broken = await outcome(cook, 'bookMeal', plate(mealId, 'r-4', 1));
    expect(broken.status).toBeGreaterThanOrEqual(500);
    await cook.canteen('cancelOrder', { id: `${mealId}:r-4` }, 'cancel-twice');
    await world.advance(240_000);
    await world.fire('canteen');
    await world.advance(300_000);
    await world.fire('canteen');
    expect(stateOf(world, mealId)).toMatchObject({ portions: 0, held: 0, seats: { left: 4 } });
  });

  test.each(['timeout', 'crash-after-commit'] as const)('%s: the retry of the gesture gives one order', async kind => {
    const mealId = await mealWith(world, cook, 2, kind === 'timeout' ? 8 : 9);
    world.faults.add({ target: 'orders', kind, times: 1 });
    const first = await outcome(cook, 'bookMeal', plate(mealId, 'r-3'), `fault-${kind}`);
    const second = await outcome(cook, 'bookMeal', plate(mealId, 'r-3'), `fault-${kind}`);
    expect([first.code === 'ok' || first.status >= 500, second.code]).toEqual([true, 'ok']);
    expect(stateOf(world, mealId)).toMatchObject({ portions: 1, held: 1 });
  });

  test('conflict: a claim and a cancellation that met somebody else’s write are tried again', async () => {
    const mealId = await mealWith(world, cook, 2, 10);
    world.faults.add({ target: 'places', kind: 'conflict', times: 2 });
    expect(await outcome(cook, 'bookMeal', plate(mealId, 'r-4'))).toEqual({ status: 200, code: 'ok' });
    world.faults.add({ target: 'orders', kind: 'conflict', times: 2 });
    expect(await outcome(cook, 'cancelOrder', { id: `${mealId}:r-4` })).toEqual({ status: 200, code: 'ok' });
    expect(stateOf(world, mealId)).toMatchObject({ portions: 0, held: 0 });
  });
});
