/** The till at noon: a shift, cash and code, two phones on one order, a closed kitchen that gives back, the count at the end. */
import type { TillRow } from '../../types/canteen';
import { fen } from '../../types/money';
import { gesture, openWorld, type Person, refusalOf, type World } from '../world';
import { mealWith, plate } from '../world/canteen';

let world: World;
let cook: Person;
let office: Person;
let today: string;

beforeAll(async () => {
  world = await openWorld({ residents: 20, past: 0, fill: 0 });
  await world.at('07:30');
  [cook, office] = (await Promise.all(['wx-liushifu', 'wx-zhouzhuren'].map(world.as))) as [Person, Person];
  today = await mealWith(world, cook, 20, 0);
  for (const diner of ['r-wangguilan', 'r-zhaodefu', 'r-sunyumei']) await office.canteen('bookMeal', plate(today, diner));
});
afterAll(() => world.stop());

const rowOf = async (name: string): Promise<TillRow> => {
  const { rows, back } = await cook.canteen('till', {});
  return [...rows, ...back].find(row => row.dinerName === name)!;
};

test('nothing is taken before a shift is open; two taps open one', async () => {
  const { orderId, owed } = await rowOf('王桂兰');
  expect(owed).toBeGreaterThan(0);
  expect(await refusalOf(cook.canteen('takePayment', { orderId, channel: 'cash', amount: owed }))).toBe('NO_SHIFT');
  const opened = await Promise.all([1, 2].map(() => cook.canteen('openShift', { float: fen(10_000) })));
  expect(new Set(opened.map(({ id }) => id)).size).toBe(1);
});

test('one order paid on two phones at once is paid once, and a replay changes nothing', async () => {
  const { orderId, owed } = await rowOf('王桂兰');
  await office.canteen('openShift', { float: fen(0) });
  const tap = gesture();
  const tries = await Promise.allSettled([
    cook.canteen('takePayment', { orderId, channel: 'cash', amount: owed }, tap),
    office.canteen('takePayment', { orderId, channel: 'code', amount: owed }),
  ]);
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  if (tries[0]!.status === 'fulfilled') await cook.canteen('takePayment', { orderId, channel: 'cash', amount: owed }, tap);
  expect(await rowOf('王桂兰')).toMatchObject({ owed: 0, surplus: 0, net: owed });
});

test('an amount that changed since it was seen is not taken', async () => {
  const { orderId, owed } = await rowOf('赵德福');
  expect(await refusalOf(cook.canteen('takePayment', { orderId, channel: 'cash', amount: fen(owed + 100) }))).toBe(
    'AMOUNT_CHANGED',
  );
  await cook.canteen('takePayment', { orderId, channel: 'code', amount: owed });
  expect(await refusalOf(cook.canteen('takePayment', { orderId, channel: 'code', amount: owed }))).toBe('NOTHING_TO_PAY');
  expect(await refusalOf(cook.canteen('giveBack', { orderId, channel: 'cash', amount: owed }))).toBe('NOTHING_TO_GIVE_BACK');
});

test('the kitchen closes: what was paid waits at the till, also on the next day, and is given back once', async () => {
  await cook.canteen('closeKitchen', { mealId: today, reason: '停水' });
  await world.settle();
  await world.settle();
  await world.at('09:00', 1);
  [cook, office] = (await Promise.all(['wx-liushifu', 'wx-zhouzhuren'].map(world.as))) as [Person, Person];
  const { back } = await cook.canteen('till', {});
  expect(back.map(row => row.dinerName).sort()).toEqual(['王桂兰', '赵德福']);
  for (const { orderId, surplus } of back) await cook.canteen('giveBack', { orderId, channel: 'cash', amount: surplus });
  expect((await cook.canteen('till', {})).back).toEqual([]);
});

test('the drawer is counted: what is missing needs a word, and the office reads it', async () => {
  const { shift } = await cook.canteen('till', {});
  const { cash, code } = shift!.expected;
  const short = { id: shift!.id, cash: fen(cash - 100), code: fen(Math.max(0, code)), note: '' };
  expect(await refusalOf(cook.canteen('closeShift', short))).toBe('NOTE_NEEDED');
  expect(await refusalOf(office.canteen('closeShift', { ...short, note: '代交' }))).toBe('NOT_YOUR_SHIFT');
  expect(await cook.canteen('closeShift', { ...short, note: '找错零钱' })).toEqual({ cashDifference: -100, codeDifference: 0 });
  expect(await refusalOf(cook.canteen('closeShift', { ...short, note: '找错零钱' }))).toBe('SHIFT_CLOSED');
  const { shifts } = await office.canteen('shifts', { month: world.today.slice(0, 7) });
  expect(shifts.find(({ id }) => id === short.id)).toMatchObject({ name: '刘师傅', note: '找错零钱', cashDifference: -100 });
  expect(await refusalOf(cook.canteen('shifts', { month: world.today.slice(0, 7) }))).toBe('NOT_ALLOWED');
});
