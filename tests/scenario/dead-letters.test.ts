/** What the courier could not deliver: the office sees it in words, and sends it on its way again. */
import { addDays } from '../../types/time';
import { openWorld, type Person, refusalOf, type World } from '../world';
import { mealWith, plate } from '../world/canteen';

const SUN = 'r-sunyumei';
let world: World;
let office: Person;

beforeAll(async () => {
  world = await openWorld({ residents: 20, past: 0, fill: 0 });
  office = await world.as('wx-zhouzhuren');
});
afterAll(() => world.stop());

/** Rings of the timer, further apart than the courier ever waits before it tries again. */
async function ring(times: number): Promise<void> {
  for (let i = 0; i < times; i++) {
    await world.advance(20 * 60_000);
    await world.fire('courier');
  }
  office = await world.as('wx-zhouzhuren');
}

const orderOfSun = () =>
  (world.engine.peek('orders', { dinerId: SUN, day: addDays(world.today, 1) }) as { status: string }[])[0]?.status;

test('a move that the canteen never heard of is told to the office, which sends it again', async () => {
  const lunch = await mealWith(world, office, 5, 1);
  await office.canteen('bookMeal', plate(lunch, SUN));
  await world.settle();
  world.faults.add({ target: 'orders', kind: 'error', times: 1000 });
  await office.people('residentLeft', { id: SUN, why: 'moved' });
  await ring(13);
  world.faults.clear();
  const { letters } = await office.courier('deadLetters', {});
  expect(letters).toEqual([
    expect.objectContaining({ kind: 'event', what: '居民离开后，取消以后的订餐', reason: '食堂那边没有办成（INTERNAL）' }),
  ]);
  expect(orderOfSun()).toBe('booked');
  await office.courier('retryDeadLetter', { id: letters[0]!.id }, 'again');
  await office.courier('retryDeadLetter', { id: letters[0]!.id }, 'again');
  expect((await office.courier('deadLetters', {})).letters).toEqual([]);
  await ring(1);
  expect(orderOfSun()).toBe('cancelled');
  await ring(2);
  const cook = await world.as('wx-liushifu');
  expect(await refusalOf(cook.courier('deadLetters', {}))).toBe('NOT_ALLOWED');
});

test('what another community could not deliver is nobody’s here', async () => {
  expect(await refusalOf(office.courier('retryDeadLetter', { id: 'orders:elsewhere:1:0' }))).toBe('NOT_FOUND');
});
