/** The counter without network in a browser, and the kitchen's pages on a phone and on a desk. */
import type { Browser, Page } from 'playwright-core';
import { ensureBuilt } from '../../config/scripts/taro';
import { openWorld, type World } from '../world';
import { isFit } from './fit';
import { openBrowser, type Visit, visit } from './harness';

let world: World;
let browser: Browser;

beforeAll(async () => {
  world = await openWorld({ residents: 400, past: 3, fill: 0.7, notices: false }, { staticDir: ensureBuilt('h5') });
  await world.at('11:30');
  browser = await openBrowser();
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await world?.stop();
});

async function open(openid: string, path: string, options: Visit = {}): Promise<Page> {
  const { token } = await world.as(openid);
  const { page } = await visit(browser, world.url, { ...options, path, token, now: new Date(world.now()) });
  page.setDefaultTimeout(15_000);
  return page;
}

const see = (page: Page, words: string | RegExp) => page.getByText(words).filter({ visible: true }).first().waitFor();

type OrderRow = { _id: string; number: string; status: string; history: { action: string }[] };
const lunch = () => world.engine.peek('orders', { mealId: `${world.today}:lunch` }, 500) as OrderRow[];

test('sixty guests are checked off without network in five minutes; later each goes out once, and a double one says where the first was', async () => {
  const page = await open('wx-liushifu', 'pages/desk/counter/index', { device: 'desk' });
  await see(page, 'A001');
  const guests = lunch()
    .filter(order => order.status === 'booked')
    .sort((a, b) => (a.number < b.number ? -1 : 1))
    .slice(0, 60);
  expect(guests.length).toBe(60);
  await page.context().setOffline(true);
  const search = page.getByLabel(/^找人/).first();
  const started = Date.now();
  for (const guest of guests) {
    await search.fill(guest.number);
    await search.press('Enter');
    await search.press('Enter');
  }
  expect(Date.now() - started).toBeLessThan(300_000);
  await see(page, '60 单已取餐、还没有传到云上');
  await isFit(page);
  const office = await world.as('wx-zhouzhuren');
  await office.canteen('redeem', { id: guests[0]!._id.slice('xingfuli:'.length), where: '2 号窗口' });
  await page.context().setOffline(false);
  await see(page, /第一次：2 号窗口/);
  await page.getByText('还没有传到云上').waitFor({ state: 'hidden' });
  await isFit(page);
  const written = lunch().filter(order => order.status === 'redeemed');
  expect(written.length).toBe(60);
  expect(written.every(order => order.history.filter(deed => deed.action === 'redeem').length === 1)).toBe(true);
  await page
    .getByRole('button', { name: /^知道了/ })
    .first()
    .click();
  await page.getByText('第一次：').waitFor({ state: 'hidden' });
  await page.context().close();
});

test.each([
  ['kitchen', '打印备餐单'],
  ['samples', '登记留样'],
  ['stock', '平均数'],
  ['dishes', '加一道菜'],
  ['numbers', '补贴还剩多少'],
])('the cook’s page %s fits a phone and a desk', async (name, words) => {
  for (const device of ['phone', 'desk'] as const) {
    const page = await open('wx-liushifu', `pages/desk/${name}/index`, { device });
    await see(page, words);
    await isFit(page);
    await page.context().close();
  }
});

test('王桂兰 shows a code that changes, and says with one tap how it was', async () => {
  const page = await open('wx-wangguilan', 'pages/canteen/rate/index', { elder: true });
  await see(page, /好吃|没有可以评的餐/);
  await isFit(page, true);
  await page.context().close();
});
