/** A day at the canteen: 李敏 books her mother's lunch from another city, the cook counts it, the counter checks it off. */
import readXlsxFile from 'read-excel-file/node';
import { fen } from '../../types/money';
import { codeKeyOf, rotatingCode } from '../../types/rotating';
import { addDays, type Instant } from '../../types/time';
import { openWorld, type Person, refusalOf, type World } from '../world';

const WANG = 'r-wangguilan';
let world: World;
let daughter: Person;
let cook: Person;
let office: Person;
let tomorrow: string;

beforeAll(async () => {
  world = await openWorld({ residents: 60, past: 2 });
  await world.at('08:00');
  [daughter, cook, office] = (await Promise.all(['wx-limin', 'wx-liushifu', 'wx-zhouzhuren'].map(world.as))) as [
    Person,
    Person,
    Person,
  ];
  await cook.canteen('publishMeal', { day: addDay(2), period: 'lunch', dishes: DISHES, capacity: 30 });
  tomorrow = `${addDay(2)}:lunch`;
});
afterAll(() => world.stop());

const addDay = (n: number) => addDays(world.today, n);

const DISHES = [
  {
    id: 'A1',
    name: '花生炖猪脚',
    parts: ['猪脚', '米饭'],
    price: fen(1200),
    allergens: ['peanut' as const],
    marks: ['containsPork' as const],
  },
  {
    id: 'B1',
    name: '清蒸鲈鱼',
    parts: ['鲈鱼', '软饭'],
    price: fen(1500),
    allergens: ['fish' as const],
    marks: ['soft' as const],
  },
];

const lunch = (dishId = 'B1', count = 1) => ({
  mealId: tomorrow,
  dinerId: WANG,
  way: 'dineIn' as const,
  lines: [{ dishId, count }],
});

test('the daughter sees the price that her mother pays, and the warning about peanuts', async () => {
  const week = await daughter.canteen('weekMenu', { dinerId: WANG });
  const meal = week.meals.find(candidate => candidate.id === tomorrow)!;
  expect(week.diner).toMatchObject({ name: '王桂兰', relation: '女儿', age: 78 });
  expect(meal.dishes[1]).toMatchObject({ name: '清蒸鲈鱼', price: 1500, selfPay: 1000, clashes: [] });
  expect(meal.dishes[0]!.clashes).toEqual(['peanut']);
  expect(meal.may.book).toEqual({ ok: true });
  expect(JSON.stringify(week)).not.toMatch(/outbox|history|holders|communityId/);
});

test('she books, both phones are told, and the same tap twice is one order', async () => {
  const first = await daughter.canteen('bookMeal', lunch(), 'one-tap');
  const again = await daughter.canteen('bookMeal', lunch(), 'one-tap');
  expect(first).toMatchObject({
    dinerName: '王桂兰',
    bookedByName: '李敏',
    onBehalf: true,
    status: 'booked',
    price: { due: 1500, subsidy: 500, selfPay: 1000, age: 78 },
  });
  expect(again.id).toBe(first.id);
  expect(again.number).toBe(first.number);
  expect(await refusalOf(daughter.canteen('bookMeal', lunch()))).toBe('ALREADY_BOOKED');
  world.subscribe('wx-limin', ['tmpl-mealBooked']);
  await daughter.courier('addCredits', { accepted: ['tmpl-mealBooked'] });
  await world.settle();
  const { letters } = await daughter.courier('letters', {});
  expect(letters.map(letter => letter.text)).toEqual([expect.stringContaining('清蒸鲈鱼')]);
  const mother = await world.as('wx-wangguilan');
  expect((await mother.courier('letters', {})).letters).toHaveLength(1);
  expect(world.inbox({ openid: 'wx-limin' })).toHaveLength(1);
  expect(world.inbox({ openid: 'wx-wangguilan' })).toHaveLength(0);
});

test('the cook counts one portion and sees no clash; with the peanut dish he would', async () => {
  const sheet = (await cook.canteen('kitchenSheet', { days: [addDay(2)] })).meals.find(meal => meal.period === 'lunch')!;
  expect(sheet).toMatchObject({
    portions: 1,
    capacity: 30,
    clashes: [],
    diets: [
      { diet: 'lowSalt', count: 1 },
      { diet: 'soft', count: 1 },
    ],
  });
  expect(sheet.dishes.map(dish => [dish.dishId, dish.total])).toEqual([
    ['A1', 0],
    ['B1', 1],
  ]);
});

test('she changes her mind and books again: a new round, one seat', async () => {
  const { id } = await daughter.canteen('order', { id: `${tomorrow}:${WANG}` });
  const cancelled = await daughter.canteen('cancelOrder', { id }, 'cancel-tap');
  expect(cancelled.status).toBe('cancelled');
  expect(await refusalOf(daughter.canteen('cancelOrder', { id }))).toBe('ALREADY_CANCELLED');
  const again = await daughter.canteen('bookMeal', lunch('A1'));
  expect(again).toMatchObject({ status: 'booked', round: 2, clashes: ['peanut'] });
  // The late echo of the first cancellation must not take the seat of the second booking.
  await daughter.canteen('cancelOrder', { id }, 'cancel-tap');
  await world.settle();
  const [seats] = world.engine.peek('places', { _id: `xingfuli:meal:${tomorrow}` }) as { left: number; holders: object }[];
  expect(seats!.left).toBe(29);
  expect(Object.keys(seats!.holders)).toEqual([`${WANG}~2-1`]);
  const sheet = (await cook.canteen('kitchenSheet', { days: [addDay(2)] })).meals.find(meal => meal.period === 'lunch')!;
  expect(sheet.clashes).toEqual([{ number: again.number, dinerName: '王桂兰', dish: '花生炖猪脚', clash: ['peanut'] }]);
});

test('the day before, at six, everyone who eats tomorrow is reminded once', async () => {
  await world.at('18:01', 1);
  await world.settle();
  await world.settle();
  daughter = await world.as('wx-limin');
  const { letters } = await daughter.courier('letters', {});
  expect(letters.filter(letter => letter.kind === 'mealTomorrow').map(letter => letter.text)).toEqual([
    expect.stringMatching(/王桂兰.*午餐.*花生炖猪脚.*11:00–12:30/),
  ]);
});

test('at the counter she is checked off once; the second time says when the first was', async () => {
  await world.at('11:10', 2);
  cook = await world.as('wx-liushifu');
  const { rows, mealId } = await cook.canteen('counter', {});
  expect(mealId).toBe(tomorrow);
  const mine = rows.find(row => row.dinerName === '王桂兰')!;
  expect(mine).toMatchObject({ cardNo: '0037', status: 'booked', selfPay: 700 });
  daughter = await world.as('wx-limin');
  const { code: secret } = await daughter.canteen('order', { id: mine.id });
  const code = rotatingCode(mine.id, codeKeyOf(secret), world.now() as Instant);
  expect(await refusalOf(cook.canteen('redeem', { id: mine.id, code: code.replace(/.$/, 'x') }))).toBe('UNKNOWN_CODE');
  expect(await cook.canteen('redeem', { id: mine.id, code })).toMatchObject({ status: 'redeemed' });
  expect(await refusalOf(cook.canteen('redeem', { id: mine.id, code }))).toBe('ALREADY_REDEEMED');
  expect(await refusalOf(daughter.canteen('cancelOrder', { id: mine.id }))).toBe('ALREADY_REDEEMED');
});

test('after the cut-off nobody books; staff may still waive with a reason', async () => {
  expect(await refusalOf(daughter.canteen('bookMeal', { ...lunch(), dinerId: 'r-zhaodefu' }))).toBe('NOT_YOUR_ELDER');
  office = await world.as('wx-zhouzhuren');
  expect(await refusalOf(office.canteen('bookMeal', { ...lunch(), dinerId: 'r-zhaodefu' }))).toBe('CUTOFF_PASSED');
});

test('a closed kitchen cancels every order, gives the reason, and takes no more', async () => {
  await world.at('10:00', 2);
  const dinner = `${addDay(3)}:lunch`;
  await cook.canteen('publishMeal', { day: addDay(3), period: 'lunch', dishes: DISHES, capacity: 5 });
  await office.canteen('bookMeal', { ...lunch(), mealId: dinner, dinerId: 'r-zhaodefu' });
  await cook.canteen('closeKitchen', { mealId: dinner, reason: '停水检修' });
  expect(await refusalOf(office.canteen('bookMeal', { ...lunch(), mealId: dinner, dinerId: 'r-sunyumei' }))).toBe(
    'KITCHEN_CLOSED',
  );
  await world.settle();
  const order = await office.canteen('order', { id: `${dinner}:r-zhaodefu` });
  expect(order).toMatchObject({ status: 'cancelled', cancelReason: '停水检修' });
});

test('the month adds up to the orders, to the cent', async () => {
  const month = world.today.slice(0, 7);
  const { rows, total } = await office.canteen('month', { month });
  expect(total.due).toBe(total.subsidy + total.selfPay);
  expect(rows.reduce((sum, row) => sum + row.selfPay, 0)).toBe(total.selfPay);
  const standing = (world.engine.peek('orders', {}, 1000) as { day: string; status: string; price: { due: number } }[]).filter(
    order => order.day.startsWith(month) && order.status !== 'cancelled',
  );
  expect(total).toMatchObject({ meals: standing.length, due: standing.reduce((sum, order) => sum + order.price.due, 0) });
});

test('the workbook of the month says the same as the page', async () => {
  const month = world.today.slice(0, 7);
  const { rows, total } = await office.canteen('month', { month });
  const { url, name } = await office.canteen('exportMonth', { month });
  expect(name).toBe(`幸福里长者食堂-${month}.xlsx`);
  const sheet = await readXlsxFile(Buffer.from(await (await fetch(url)).arrayBuffer()));
  const cells = (Array.isArray(sheet[0]) ? sheet : (sheet[0] as unknown as { data: unknown[][] }).data) as unknown[][];
  expect(cells).toHaveLength(rows.length + 2);
  const sums = [1, 2, 3, 4, 5].map(
    column => cells.slice(1, -1).reduce((sum, row) => sum + Math.round(Number(row[column]) * 100), 0) / 100,
  );
  expect(sums).toEqual([total.meals, total.redeemed, total.due / 100, total.subsidy / 100, total.selfPay / 100]);
  expect(cells[cells.length - 1]!.slice(1).map(Number)).toEqual(sums);
});
