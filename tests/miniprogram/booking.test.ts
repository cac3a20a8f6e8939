/** The built mini-program against the real functions: 李敏 books her mother's lunch with her thumb, and cancels it. */
import { ensureBuilt } from '../../config/scripts/taro';
import type { Envelope } from '../../types/contract';
import { openWorld, type World } from '../world';
import { stateOf } from '../world/canteen';
import { boot, type Phone } from './harness/vm';

let world: World;
let phone: Phone;

beforeAll(async () => {
  ensureBuilt('weapp');
  world = await openWorld({ residents: 30, past: 0 });
}, 180_000);
afterAll(() => world.stop());
afterEach(() => phone?.close());

const phoneOf = (openid: string): Phone =>
  boot({
    cloud: async (domain, call) => (await world.invoke(domain, call, { openid })) as Envelope<unknown>,
    subscribe: 'accept',
    confirm: true,
  });

/** The fish of the day: 王桂兰 may eat it. */
const fish = async (): Promise<{ id: string; name: string; selfPay: number }> => {
  const { meals } = await (await world.as('wx-limin')).canteen('weekMenu', { dinerId: 'r-wangguilan' });
  return meals.find(meal => meal.day === world.today && meal.period === 'lunch')!.dishes[1]!;
};

test('home, menu, one dish, booked, the code, cancelled', async () => {
  const dish = await fish();
  phone = phoneOf('wx-limin');
  phone.open('pages/home/index');
  await phone.see('李敏');
  phone.open(`pages/canteen/week/index?dinerId=r-wangguilan&day=${world.today}&period=lunch`);
  await phone.see(dish.name);
  phone.page.tap(`${dish.name}份数加一`);
  await phone.see(`自付 ¥${dish.selfPay / 100}`);
  phone.page.tap('确认订餐，今天午餐 1 份');
  await phone.see('订好了');
  const mealId = `${world.today}:lunch`;
  expect(stateOf(world, mealId).standing.filter(order => order.dinerId === 'r-wangguilan')).toHaveLength(1);
  const orderId = `${mealId}:r-wangguilan`;
  phone.open(`pages/canteen/order/index?id=${orderId}`);
  await phone.see('王桂兰');
  const labels = phone.page.nodes.map(node => String(node.ariaLabel ?? ''));
  phone.page.tap(labels.find(label => label.startsWith('取消订餐：'))!);
  await phone.see('取消这一餐吗');
  phone.page.tap('取消订餐');
  await phone.see('已取消');
  expect(stateOf(world, mealId).standing.filter(order => order.dinerId === 'r-wangguilan')).toHaveLength(0);
  expect(phone.errors).toEqual([]);
});

test('a call that is lost is retried as the same gesture: one order', async () => {
  const dish = await fish();
  let losing = true;
  phone = boot({
    cloud: async (domain, call) => {
      const reply = (await world.invoke(domain, call, { openid: 'wx-limin' })) as Envelope<unknown>;
      // The deed was done; only its answer is lost on the way.
      if (call.action === 'bookMeal' && losing) {
        losing = false;
        throw new Error('request:fail timeout');
      }
      return reply;
    },
  });
  phone.open(`pages/canteen/week/index?dinerId=r-wangguilan&day=${world.today}&period=lunch`);
  await phone.see(dish.name);
  phone.page.tap(`${dish.name}份数加一`);
  await phone.see('自付');
  phone.page.tap('确认订餐，今天午餐 1 份');
  await phone.see('重试');
  phone.page.tap('重试');
  await phone.see('订好了');
  expect(stateOf(world, `${world.today}:lunch`).standing.filter(order => order.dinerId === 'r-wangguilan')).toHaveLength(1);
});
