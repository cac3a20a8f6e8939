import path from 'node:path';
import type { Browser } from 'playwright-core';
import { ensureBuilt } from '../../config/scripts/taro';
import { openBrowser, shoot } from '../browser/harness';
import { draw } from './harness/glass-easel';
import { boot } from './harness/vm';
import { homeCloud } from './home';

const pictures = path.resolve(__dirname, '../../.cache/pictures');
let browser: Browser;

beforeAll(async () => {
  ensureBuilt('weapp');
  browser = await openBrowser();
}, 180_000);
afterAll(() => browser?.close());

async function home(storage: Record<string, unknown>, words: string) {
  const phone = boot({ cloud: homeCloud, storage });
  phone.open('pages/home/index');
  await phone.see(words);
  const page = await draw(browser, phone.folder, 'pages/home/index', phone.page.data);
  await phone.close();
  return page;
}

test('the home page is drawn by the files that a phone gets', async () => {
  const page = await home({}, '食堂停餐');
  await shoot(page, path.join(pictures, 'weapp home.png'));
  expect(await page.textContent('body')).toContain('李女士');
  const button = await page.locator('.btn').first().boundingBox();
  expect(button?.height).toBeGreaterThanOrEqual(43.5);
}, 60_000);

test('in large type everything is larger, and the first door is as wide as the page', async () => {
  const page = await home({ 'jl:view': 'elder' }, '订饭');
  await shoot(page, path.join(pictures, 'weapp home elder.png'));
  const door = await page.locator('.door').first().boundingBox();
  expect(door?.width).toBeGreaterThan(330);
  expect(door?.height).toBeGreaterThanOrEqual(97);
}, 60_000);
