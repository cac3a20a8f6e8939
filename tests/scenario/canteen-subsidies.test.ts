/** Subsidies with a cap: priced as they are used up, also when two meals are booked in one moment; and tried out before they are saved. */
import type { Settings, SubsidyRule } from '../../types/canteen';
import { fen } from '../../types/money';
import { openWorld, type Person, type World } from '../world';
import { mealWith, plate } from '../world/canteen';

const WANG = 'r-wangguilan';
const rule = (over: Partial<SubsidyRule>): SubsidyRule => ({
  id: 'cap',
  name: '助餐补贴',
  funder: '街道',
  from: '2026-01-01' as never,
  to: '2026-12-31' as never,
  minAge: 60,
  categories: [],
  periods: [],
  amount: fen(400),
  atLeastSelfPay: fen(0),
  mostAMonth: fen(1000),
  ...over,
});

let world: World;
let cook: Person;
let office: Person;
let daughter: Person;

beforeAll(async () => {
  world = await openWorld({ residents: 20, past: 0, fill: 0 });
  [cook, office, daughter] = (await Promise.all(['wx-liushifu', 'wx-zhouzhuren', 'wx-limin'].map(world.as))) as [
    Person,
    Person,
    Person,
  ];
  const settings: Settings = await office.canteen('settings', {});
  await office.canteen('saveSettings', { ...settings, subsidyRules: [rule({})], subsidiesStack: false });
});
afterAll(() => world.stop());

test('three lunches booked in one moment share what the month has: 4, 4 and 2 yuan, and the fourth costs the full price', async () => {
  const meals = [await mealWith(world, cook, 20, 1), await mealWith(world, cook, 20, 2), await mealWith(world, cook, 20, 3)];
  await Promise.all(meals.map(mealId => daughter.canteen('bookMeal', plate(mealId, WANG))));
  const prices = await Promise.all(
    meals.map(async mealId => (await daughter.canteen('order', { id: `${mealId}:${WANG}` })).price),
  );
  expect(prices.map(price => price.subsidy).sort((a, b) => a - b)).toEqual([200, 400, 400]);
  for (const { due, subsidy, selfPay } of prices) expect(subsidy + selfPay).toBe(due);

  const fourth = await mealWith(world, cook, 20, 4);
  const line = [{ dishId: 'S1', count: 1 }];
  expect(await daughter.canteen('quote', { mealId: fourth, dinerId: WANG, lines: line })).toMatchObject({
    subsidy: 0,
    selfPay: 1000,
  });
  const week = await daughter.canteen('weekMenu', { dinerId: WANG });
  expect(week.meals.find(meal => meal.id === fourth)?.dishes[0]?.selfPay).toBe(1000);
  // In December the month begins anew.
  const december = await mealWith(world, cook, 20, 5);
  expect((await daughter.canteen('quote', { mealId: december, dinerId: WANG, lines: line })).subsidy).toBe(400);

  // One of them is cancelled: what it used is there again.
  await daughter.canteen('cancelOrder', { id: `${meals[0]}:${WANG}` });
  const booked = await daughter.canteen('bookMeal', plate(fourth, WANG));
  const rest = 1000 - prices.slice(1).reduce((sum, price) => sum + price.subsidy, 0);
  expect(booked.price.subsidy).toBe(Math.min(400, rest));
});

test('tried out on a month, without caps: another amount says what it would have cost, and changes nothing', async () => {
  const month = world.today.slice(0, 7);
  const before = await office.canteen('month', { month });
  const trial = await office.canteen('previewSubsidies', {
    month,
    rules: [rule({ amount: fen(100), mostAMonth: undefined })],
    stack: false,
  });
  expect(trial.meals).toBe(before.total.meals);
  expect(trial.was).toBe(before.total.subsidy);
  expect(trial.would).toBeGreaterThan(0);
  expect(trial.was + trial.selfWas).toBe(trial.would + trial.selfWould);
  expect(await office.canteen('month', { month })).toEqual(before);
});
