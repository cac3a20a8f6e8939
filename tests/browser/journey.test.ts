/** The whole way in a browser, with the real functions: a daughter books, the cook counts, the counter checks off. */
import type { Browser, Page } from 'playwright-core';
import { ensureBuilt } from '../../config/scripts/taro';
import { pageOf } from '../../src/pages/desk/nav';
import { openWorld, type World } from '../world';
import { isFit } from './fit';
import { openBrowser, settle, type Visit, visit } from './harness';

let world: World;
let browser: Browser;

beforeAll(async () => {
  world = await openWorld({ residents: 60, past: 1 }, { staticDir: ensureBuilt('h5') });
  browser = await openBrowser();
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await world?.stop();
});

async function open(openid: string, path: string, options: Visit = {}): Promise<Page> {
  const { token } = await world.as(openid);
  const { page } = await visit(browser, world.url, { ...options, path, token, now: new Date(world.now()) });
  // A word that does not come should be missed soon, not after half a minute on each of fifty pages.
  page.setDefaultTimeout(8000);
  return page;
}

test('李敏 books her mother’s lunch on her phone', async () => {
  const page = await open('wx-limin', `pages/canteen/week/index?dinerId=r-wangguilan&day=${world.today}&period=lunch`);
  await page.getByText('清蒸鲈鱼').first().waitFor();
  await isFit(page);
  await page.getByLabel('清蒸鲈鱼份数加一').click();
  await page.getByText('自付 ¥10').waitFor();
  await page.getByLabel(/^确认订餐/).click();
  await page
    .getByText(/取餐号 A\d+/)
    .first()
    .waitFor();
  await isFit(page);
  await page.getByText('看取餐码').last().click();
  await page.getByText('王桂兰的取餐码').first().waitFor();
  await page.context().close();
});

test('the order opens without network once it was seen', async () => {
  const page = await open('wx-limin', `pages/canteen/order/index?id=${world.today}:lunch:r-wangguilan`);
  await page.getByText('清蒸鲈鱼').first().waitFor();
  await page.route('**/api/**', route => route.abort());
  await page.reload();
  await page.getByText('清蒸鲈鱼').first().waitFor();
  await page.context().close();
});

test('the cook sees the portion on the sheet, wide and on the phone', async () => {
  for (const device of ['desk', 'phone'] as const) {
    const page = await open('wx-liushifu', 'pages/desk/kitchen/index', { device });
    await page.getByText('清蒸鲈鱼').filter({ visible: true }).first().waitFor();
    await isFit(page);
    await page.context().close();
  }
});

test('at the counter she is found by two letters and checked off by two taps', async () => {
  await world.at('11:20');
  const page = await open('wx-liushifu', 'pages/desk/counter/index');
  await page.locator('input').first().fill('wgl');
  await page.getByText('王桂兰').first().click();
  await isFit(page);
  await page.getByText('确认取餐').last().click();
  await page.getByText(/已取/).first().waitFor();
  const eaten = () => world.engine.peek('orders', { dinerId: 'r-wangguilan', day: world.today, status: 'redeemed' });
  for (const until = Date.now() + 5000; eaten().length === 0 && Date.now() < until; ) await page.waitForTimeout(50);
  expect(eaten()).toHaveLength(1);
  await page.context().close();
});

const pages: readonly [who: string, path: string, words: string][] = [
  ['wx-limin', 'pages/home/index', '李敏'],
  ['wx-limin', 'pages/people/family/index', '王桂兰'],
  ['wx-wangguilan', 'pages/me/index', '王桂兰'],
  ['wx-limin', 'pages/letters/index', '消息'],
  ['wx-limin', 'pages/canteen/orders/index', '王桂兰'],
];

describe.each([
  ['standard', {}],
  ['elder', { elder: true }],
  ['dark', { dark: true }],
  ['elder, small phone', { elder: true, device: 'smallPhone' as const }],
])('%s', (_name, options: Visit) => {
  test.each(pages)('%s at %s', async (who, path, words) => {
    const page = await open(who, path, options);
    await page.getByText(words).filter({ visible: true }).first().waitFor();
    await isFit(page, options.elder);
    await page.context().close();
  });
});

const deskPages = [
  'today',
  'menus',
  'counter',
  'kitchen',
  'month',
  'people',
  'roles',
  'roster',
  'settings',
  'onbehalf',
  'waiting',
  'desk-mediation/queue',
  'desk-mediation/apply',
  'desk-mediation/questions',
  'desk-mediation/register',
  'desk-mediation/mediators',
  'desk-mediation/month',
  'desk-mediation/settings',
  'alerts',
  'visits',
  'keepers',
  'duty',
  'watches',
  'devices',
  'safety',
  'incidents',
  'checkups',
];

describe.each(['desk', 'phone'] as const)('the desk on a %s', device => {
  test.each(deskPages)('%s', async name => {
    const page = await open('wx-zhouzhuren', pageOf(name), { device });
    await settle(page);
    await isFit(page);
    await page.context().close();
  });
});

test('a stranger is led to join, and a resident sees no desk', async () => {
  const stranger = await open('wx-passerby', 'pages/home/index');
  await stranger.getByText(/加入/).first().waitFor();
  await isFit(stranger);
  const resident = await open('wx-wangguilan', 'pages/desk/today/index');
  await resident
    .getByText(/没有权限|工作人员|不能/)
    .first()
    .waitFor();
  await stranger.context().close();
  await resident.context().close();
});
