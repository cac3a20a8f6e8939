/** A kitchen's day: the sheet is printed, things change, samples go into the fridge, sixty people eat, and the numbers come out right. */
import { fen } from '../../types/money';
import { codeKeyOf, rotatingCode } from '../../types/rotating';
import { addDays, type Instant, instantAt, MINUTE_MS } from '../../types/time';
import { gesture, openWorld, type Person, type Refused, refusalOf, type World } from '../world';
import { leave } from '../world/courier';

const WANG = 'r-wangguilan';
const ZHAO = 'r-zhaodefu';
let world: World;
let cook: Person;
let office: Person;
let daughter: Person;
let lunch: string;

const PORK = {
  id: 'A1',
  name: '花生炖猪脚',
  parts: ['猪脚', '米饭'],
  price: fen(1200),
  allergens: ['peanut' as const],
  marks: ['containsPork' as const],
};
const FISH = {
  id: 'B1',
  name: '清蒸鲈鱼',
  parts: ['鲈鱼', '米饭'],
  price: fen(1500),
  allergens: ['fish' as const],
  marks: ['soft' as const],
};

const again = async () => {
  [cook, office, daughter] = (await Promise.all(['wx-liushifu', 'wx-zhouzhuren', 'wx-limin'].map(world.as))) as [
    Person,
    Person,
    Person,
  ];
};
const at = async (text: string, daysLater = 0) => {
  await world.at(text, daysLater);
  await again();
};
const book = (who: Person, dinerId: string, dishId: string) =>
  who.canteen('bookMeal', { mealId: lunch, dinerId, way: 'dineIn', lines: [{ dishId, count: 1 }] });
const sheet = async () => (await cook.canteen('kitchenSheet', { days: [world.today] })).meals[0]!;
const isPdf = async (url: string) =>
  Buffer.from(await (await fetch(url)).arrayBuffer())
    .subarray(0, 5)
    .toString();
const ring = async (times = 1) => {
  for (let i = 0; i < times; i++) {
    await world.advance(61_000);
    for (const domain of ['canteen', 'courier']) await world.fire(domain);
  }
};
const why = async (attempt: Promise<unknown>) =>
  attempt.then(
    () => undefined,
    error => error as Refused,
  );

beforeAll(async () => {
  world = await openWorld({ residents: 20, past: 0, fill: 0, notices: false, kitchen: false });
  await at('07:30');
  lunch = `${world.today}:lunch`;
  await cook.canteen('publishMeal', { day: world.today, period: 'lunch', dishes: [PORK, FISH], capacity: 50 });
});
afterAll(() => world.stop());

test('one kitchen: elders by order, the care class and the staff by number', async () => {
  await book(daughter, WANG, 'A1');
  await book(office, ZHAO, 'B1');
  const told = { day: world.today, period: 'lunch', classId: 'sun', className: '阳光朵朵一班' };
  const restrictions = [{ allergen: 'peanut' as const, count: 2 }];
  const item = (count: number) => ({ kind: 'event', name: 'care.meals', payload: { ...told, count, restrictions } });
  await leave(world, [item(18)]);
  await ring(2);
  await leave(world, [item(17)]);
  await ring(2);
  await cook.canteen('saveStaffMeals', { mealId: lunch, count: 6, restrictions: [] });
  const { portions, groupPortions, groups, allergens, marks, clashes, late, dishes } = await sheet();
  expect({ portions, groupPortions }).toEqual({ portions: 2, groupPortions: 23 });
  expect(groups.map(group => [group.kind, group.name, group.count])).toEqual([
    ['care', '阳光朵朵一班', 17],
    ['staff', '工作人员', 6],
  ]);
  expect(allergens).toEqual([
    { allergen: 'fish', portions: 1, people: 0 },
    { allergen: 'peanut', portions: 1, people: 3 },
  ]);
  expect(marks).toEqual([
    { mark: 'soft', count: 1 },
    { mark: 'containsPork', count: 1 },
  ]);
  expect(clashes.map(each => each.clash)).toEqual([['peanut']]);
  expect(dishes.map(dish => [dish.name, dish.total])).toEqual([
    ['花生炖猪脚', 1],
    ['清蒸鲈鱼', 1],
  ]);
  expect(late).toEqual([]);
});

test('what changes after the sheet was printed is marked, and stickers can be printed', async () => {
  const paper = await cook.canteen('printSheet', { mealId: lunch });
  expect([paper.name, await isPdf(paper.url)]).toEqual(['11月26日 周四 午餐 备餐单.pdf', '%PDF-']);
  await at('07:50');
  await daughter.canteen('cancelOrder', { id: `${lunch}:${WANG}` });
  await book(office, 'r-sunyumei', 'B1');
  await cook.canteen('saveStaffMeals', { mealId: lunch, count: 7, restrictions: [] });
  const { late } = await sheet();
  expect(late.map(each => [each.change, each.name, each.what]).sort()).toEqual([
    ['added', expect.any(String), '清蒸鲈鱼'],
    ['cancelled', '王桂兰', '花生炖猪脚'],
    ['group', '工作人员', '7 份'],
  ]);
  const stickers = await cook.canteen('printLabels', { mealId: lunch, ways: ['dineIn'], pack: 21, skip: 3 });
  expect(await isPdf(stickers.url)).toBe('%PDF-');
  expect(await refusalOf(cook.canteen('printLabels', { mealId: lunch, ways: ['pickup'], pack: 21, skip: 0 }))).toBe(
    'NOTHING_TO_PRINT',
  );
  await book(daughter, WANG, 'B1');
});

test('samples: who forgets is reminded once; too little is refused; nothing is thrown away before its hours are over', async () => {
  await at('11:20');
  await ring(2);
  const reminded = async (kind: string) => (await cook.courier('letters', {})).letters.filter(letter => letter.kind === kind);
  const [letter, ...more] = await reminded('samplesMissing');
  expect([letter?.text, more]).toEqual([expect.stringContaining('猪脚、米饭、鲈鱼'), []]);
  const take = (names: string[], grams: number) => cook.canteen('takeSamples', { mealId: lunch, names, grams, celsius: 9 });
  const small = await why(take(['猪脚'], 100));
  expect([small?.code, small?.details]).toEqual(['SAMPLE_TOO_SMALL', { least: 125 }]);
  expect(await refusalOf(take(['龙虾'], 125))).toBe('UNKNOWN_SAMPLE');
  const meal = await take(['猪脚', '米饭', '鲈鱼'], 125);
  expect(meal.dishes.map(dish => dish.state)).toEqual(['kept', 'kept', 'kept']);
  expect(meal.readings[0]).toMatchObject({ celsius: 9, outside: true });
  expect(await refusalOf(cook.canteen('discardSamples', { mealId: lunch }))).toBe('SAMPLES_STILL_KEPT');
});

test('a rotating code opens once; a screenshot of a minute ago, another order’s code and an old card do not', async () => {
  const id = `${lunch}:${WANG}`;
  const { code: secret } = await daughter.canteen('order', { id });
  const now = world.now() as Instant;
  const codeAt = (when: number) => rotatingCode(id, codeKeyOf(secret), when as Instant);
  const redeem = (code?: string, more: object = {}) => cook.canteen('redeem', { id, code, ...more });
  expect(await refusalOf(redeem(codeAt(now - 3 * MINUTE_MS)))).toBe('CODE_OLD');
  expect(await refusalOf(redeem(rotatingCode(`${lunch}:${ZHAO}`, codeKeyOf(secret), now)))).toBe('WRONG_CODE');
  expect(await refusalOf(redeem('something else'))).toBe('UNKNOWN_CODE');
  const print = await office.canteen('printCards', { dinerIds: [WANG] });
  expect([print.cards, await isPdf(print.url)]).toEqual([1, '%PDF-']);
  const [old] = world.engine.peek('cards', { _id: `xingfuli:${WANG}` }) as { no: string; secret: string }[];
  expect(old!.no).toBe('0037');
  const fresh = await office.canteen('reissueCard', { dinerId: WANG });
  expect(fresh.card).toMatchObject({ no: '80001', issue: 2 });
  expect(await refusalOf(redeem(`JLC|${old!.no}|${old!.secret}`))).toBe('CARD_VOID');
  expect((await cook.canteen('counter', {})).rows.find(row => row.id === id)).toMatchObject({ cardNo: '80001' });
  expect((await office.canteen('findDiner', { text: '80001' })).map(diner => diner.name)).toEqual(['王桂兰']);
  await redeem(codeAt(world.now()), { where: '1 号窗口' });
  const second = await why(redeem(undefined, { where: '2 号窗口' }));
  expect(second).toMatchObject({ code: 'ALREADY_REDEEMED', details: { where: '1 号窗口', by: '刘师傅' } });
});

test('a check-off made without network is sent later under its own time; twice is once; too late is refused', async () => {
  const id = `${lunch}:${ZHAO}`;
  const happened = world.now() as Instant;
  await at('20:00');
  const input = { id, at: happened, where: '2 号窗口' };
  const requestId = gesture();
  expect(await cook.canteen('redeem', input, requestId)).toMatchObject({ redeemedAt: happened, redeemedByName: '刘师傅' });
  expect(await cook.canteen('redeem', input, requestId)).toMatchObject({ redeemedAt: happened });
  expect(
    await refusalOf(cook.canteen('redeem', { ...input, id: `${lunch}:r-sunyumei`, at: instantAt(addDays(world.today, -5)) })),
  ).toBe('REPLAY_TOO_LATE');
});

test('after the meal three faces, plates and leftovers; each order is rated once, by whom it concerns', async () => {
  const orderId = `${lunch}:${WANG}`;
  const { meals } = await daughter.canteen('toRate', {});
  expect(meals.map(meal => [meal.orderId, meal.may.rate.ok])).toEqual([[orderId, true]]);
  expect((await daughter.canteen('rateMeal', { orderId, face: 'good' })).face).toBe('good');
  expect(await refusalOf(daughter.canteen('rateMeal', { orderId, face: 'poor' }))).toBe('ALREADY_RATED');
  expect(await refusalOf(daughter.canteen('rateMeal', { orderId: `${lunch}:${ZHAO}`, face: 'poor' }))).toBe('NOT_YOUR_ELDER');
  const tap = gesture();
  for (const requestId of [tap, tap, gesture()])
    await cook.canteen('logPlate', { mealId: lunch, dishId: 'B1', left: 'most' }, requestId);
  await cook.canteen('logLeftovers', { mealId: lunch, items: [{ name: '米饭', portions: 4 }] });
  expect((await cook.canteen('leftovers', { mealId: lunch })).items).toEqual([{ name: '米饭', portions: 4 }]);
});

test('the kept sums agree with the orders, done twice they stay, and the month is told from them', async () => {
  const settings = (await office.canteen('kitchenSettings', {})).settings;
  const budgets = [{ funder: '区民政局', monthly: fen(1000) }];
  await office.canteen('saveKitchenSettings', { ...settings, budgets });
  await world.advance(10 * MINUTE_MS);
  await ring();
  const versions = () => (world.engine.peek('mealSums', {}) as { version: number }[]).map(row => row.version).join();
  const before = versions();
  await world.advance(10 * MINUTE_MS);
  await ring();
  expect(versions()).toBe(before);
  const month = world.today.slice(0, 7);
  const numbers = await office.canteen('numbers', { month });
  const { total } = await office.canteen('month', { month });
  expect(numbers).toMatchObject({ orders: 3, redeemed: 2, missed: 1, groupPortions: 24, faces: { good: 1, fair: 0, poor: 0 } });
  expect(numbers.countedAt).toBeDefined();
  expect([numbers.due, numbers.subsidy, numbers.selfPay]).toEqual([total.due, total.subsidy, total.selfPay]);
  expect(numbers.budgets).toEqual([{ funder: '区民政局', used: total.subsidy, monthly: 1000, left: 0, over: true }]);
  const { dishes } = await office.canteen('popularDishes', { month });
  expect(dishes[0]).toMatchObject({ name: '清蒸鲈鱼', portions: 3, good: 1, most: 2 });
  expect(await isPdf((await office.canteen('numbersPaper', { month })).url)).toBe('%PDF-');
});

test('a week later the hint knows this Thursday; two days later the samples may go', async () => {
  await at('12:00', 2);
  await ring(2);
  const { letters } = await cook.courier('letters', {});
  expect(letters.filter(letter => letter.kind === 'samplesOver')).toHaveLength(1);
  const gone = await cook.canteen('discardSamples', { mealId: lunch });
  expect(gone.dishes.map(dish => [dish.state, dish.goneByName])).toEqual(Array(3).fill(['gone', '刘师傅']));
  const day = addDays(world.today, 7);
  await cook.canteen('publishMeal', { day, period: 'lunch', dishes: [FISH], capacity: 50 });
  const { meals } = await cook.canteen('purchaseHint', { day });
  const hint = meals.find(meal => meal.period === 'lunch')!;
  expect(hint.all).toMatchObject({ mean: 27, weeks: 1, ordered: 0 });
  expect(hint.parts).toEqual([
    { name: '鲈鱼', mean: 3, weeks: 1, ordered: 0 },
    { name: '米饭', mean: 3, weeks: 1, ordered: 0 },
  ]);
  expect(hint.past).toEqual([{ day: world.today, portions: 27, leftover: 4 }]);
});

test('dishes: the library keeps cost and photo; what is taken out stays for old menus', async () => {
  const dish = { name: '清蒸鲈鱼', parts: ['鲈鱼'], price: fen(1500), cost: fen(900), allergens: ['fish' as const], marks: [] };
  const { id } = await cook.canteen('saveDish', dish);
  await cook.canteen('saveDish', { ...dish, id, cost: fen(950) });
  expect(await refusalOf(cook.canteen('saveDish', { ...dish, photo: 'cloud://x/dishes/linjia/a.jpg' }))).toBe('NOT_OUR_PHOTO');
  await cook.canteen('retireDish', { id, retired: true });
  const { dishes } = await cook.canteen('dishLibrary', {});
  expect(dishes.find(each => each.id === id)).toMatchObject({ cost: 950, retired: true });
});
