/** What ends: a binding, and several meals on one day. */
import { addDays } from '../../types/time';
import { openWorld, refusalOf, type World } from '../world';
import { mealWith, plate, stateOf } from '../world/canteen';

let world: World;
beforeAll(async () => {
  world = await openWorld({ residents: 90, past: 0, fill: 0 });
});
afterAll(() => world.stop());

test('a daughter whose binding ended no longer opens the order she booked, nor its code', async () => {
  const mealId = await mealWith(world, await world.as('wx-liushifu'), 10, 3);
  const daughter = await world.as('wx-limin');
  const { id } = await daughter.canteen('bookMeal', plate(mealId, 'r-wangguilan'));
  const mother = await world.as('wx-wangguilan');
  const [binding] = (await mother.people('me', {})).family;
  await mother.people('endBinding', { elderId: 'r-wangguilan', key: binding!.key });
  expect(await refusalOf(daughter.canteen('order', { id }))).toMatch(/NOT_FOUND|NOT_ALLOWED/);
  expect((await mother.canteen('order', { id })).status).toBe('booked');
});

test('nor do messages about that order reach her any more; the mother still hears', async () => {
  const closed = async (openid: string) =>
    (await (await world.as(openid)).courier('letters', {})).letters.filter(letter => letter.kind === 'kitchenClosed').length;
  const cook = await world.as('wx-liushifu');
  await cook.canteen('closeKitchen', { mealId: `${addDays(world.today, 3)}:lunch`, reason: '停电' });
  await world.settle();
  expect([await closed('wx-wangguilan'), await closed('wx-limin')]).toEqual([1, 0]);
});

test('three meals closed at once with more orders than one step takes: all are cancelled, step by step', async () => {
  const cook = await world.as('wx-liushifu');
  const meals = [await mealWith(world, cook, 70, 4), await mealWith(world, cook, 70, 5), await mealWith(world, cook, 70, 6)];
  const orders = [40, 40, 5];
  for (const [at, mealId] of meals.entries()) {
    for (let i = 1; i <= orders[at]!; i++) await cook.canteen('bookMeal', plate(mealId, `r-${i}`));
    await cook.canteen('closeKitchen', { mealId, reason: '停水' });
  }
  const held = () => meals.reduce((sum, mealId) => sum + stateOf(world, mealId).held, 0);
  // Moving the clock rings the timers that became due.
  await world.advance(61_000);
  expect(held()).toBe(25);
  await world.advance(61_000);
  expect(held()).toBe(0);
});
