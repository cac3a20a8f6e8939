/** Safety in a browser, with the real functions: an elder calls for help with her thumb, her daughter sees it and goes. */
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { ensureBuilt } from '../../config/scripts/taro';
import { civilDate, readClock } from '../../types/time';
import { openWorld, type World } from '../world';
import { isFit } from './fit';
import { openBrowser, settle, shoot, type Visit, visit } from './harness';

const pictures = path.resolve(__dirname, '../../.cache/pictures');
const MOTHER = 'wx-wangguilan';
const DAUGHTER = 'wx-limin';
const GRID_LEAD = 'wx-chenshegong';
const OFFICE = 'wx-zhouzhuren';
const elderId = 'r-wangguilan';
const clock = (text: string) => readClock(text)!;

let world: World;
let browser: Browser;
let code: string;

/** 王桂兰 is waited for each morning, has a code on her coat, and the check-up has a date. */
async function prepare(): Promise<void> {
  const [office, lead, daughter] = await Promise.all([world.as(OFFICE), world.as(GRID_LEAD), world.as(DAUGHTER)]);
  const watch = { on: true, from: clock('05:00'), to: clock('09:30'), grace: 60, remind: true, ladders: {} };
  await lead.safety('saveWatch', { elderId, ...watch });
  await office.safety('assignKeeper', { elderId, account: GRID_LEAD });
  code = (await daughter.safety('issueReturnCode', { elderId })).id;
  const slot = {
    year: 2026,
    day: civilDate('2026-12-03'),
    from: clock('08:00'),
    to: clock('10:00'),
    place: '社区卫生站',
    capacity: 20,
  };
  await office.safety('saveSlot', { ...slot, open: true });
}

beforeAll(async () => {
  world = await openWorld({ residents: 60, past: 1 }, { staticDir: ensureBuilt('h5') });
  browser = await openBrowser();
  await prepare();
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await world?.stop();
});

async function open(openid: string | undefined, where: string, options: Visit = {}): Promise<Page> {
  const token = openid ? (await world.as(openid)).token : undefined;
  const { page } = await visit(browser, world.url, { ...options, path: where, token, now: new Date(world.now()) });
  page.setDefaultTimeout(8000);
  return page;
}

async function looksFit(page: Page, name: string, elder = false): Promise<void> {
  await shoot(page, path.join(pictures, `safety ${name}.png`), true);
  await isFit(page, elder);
}

const small: Visit = { elder: true, device: 'smallPhone' };
const quiet: readonly [who: string, where: string, words: string][] = [
  [MOTHER, 'home', '紧急求助'],
  [MOTHER, 'safety/sos', '按住 3 秒'],
  [MOTHER, 'safety/mine', '我很好'],
  [DAUGHTER, `safety/parent?id=${elderId}`, '今日状态'],
  [DAUGHTER, `safety/path?elderId=${elderId}`, '出事的时候'],
  [DAUGHTER, `safety/absence?elderId=${elderId}`, '报备一次外出'],
  [MOTHER, 'safety/consent', '李敏'],
  [DAUGHTER, `safety/codes?elderId=${elderId}`, '尾号'],
  [MOTHER, 'safety/checkup', '社区卫生站'],
];
const addressOf = (where: string): string => {
  const [page, search] = where.split('?');
  return `pages/${page}/index${search ? `?${search}` : ''}`;
};

describe.each([
  ['standard', {}],
  ['elder', small],
  ['dark', { dark: true }],
])('on a quiet morning, %s', (view, options: Visit) => {
  test.each(quiet)('%s at %s', async (who, where, words) => {
    const page = await open(who, addressOf(where), options);
    await page.getByText(words).filter({ visible: true }).first().waitFor();
    await settle(page);
    await looksFit(page, `${view} ${where.replace(/\W+/g, '-')}`, options.elder);
    await page.context().close();
  });
});

test('the elder view of the home page needs no scrolling on a small phone', async () => {
  const page = await open(MOTHER, 'pages/home/index', small);
  await page.getByText('我很好').first().waitFor();
  expect(await page.evaluate(() => document.querySelector('.screen')!.getBoundingClientRect().height)).toBeLessThanOrEqual(667);
  await page.context().close();
});

test('who finds her sees no name and no address, and needs no account', async () => {
  const page = await open(undefined, `pages/safety/found/index?code=${code}`);
  await page.getByText('这位老人可能迷路了').waitFor();
  await looksFit(page, 'found');
  const said = await page.locator('.screen').textContent();
  expect(said).not.toMatch(/王|桂兰|3栋|501|139/);
  await page.getByText('联系家人').click();
  await page.getByText('电话里请说编号').waitFor();
  await looksFit(page, 'found called');
  await page.context().close();
});

test('held for three seconds it goes out; let go before, it does not', async () => {
  const page = await open(MOTHER, 'pages/home/index', { elder: true });
  const button = page.locator('.sos-touch');
  await button.dispatchEvent('touchstart');
  await page.getByText('别松手').waitFor();
  await shoot(page, path.join(pictures, 'safety holding.png'));
  await button.dispatchEvent('touchend');
  await page.getByText('按住 3 秒').waitFor();
  expect(world.engine.peek('alerts', { kind: 'sos' })).toHaveLength(0);
  await button.dispatchEvent('touchstart');
  await page.getByText('秒后通知家人和社区').filter({ visible: true }).waitFor();
  await looksFit(page, 'held', true);
  expect(world.engine.peek('alerts', { kind: 'sos' })).toHaveLength(1);
  await page.getByText('按错了，取消').click();
  await page.getByText('没有通知任何人').waitFor();
  await looksFit(page, 'cancelled', true);
  await page.context().close();
});

test('without network it says so at once, offers the telephone, and goes out when the network is back', async () => {
  const page = await open(MOTHER, 'pages/safety/sos/index', small);
  await page.getByText('按不住').waitFor();
  await page.route('**/api/safety', route => route.abort());
  await page.getByText('按不住').click();
  await page.getByText('马上求助', { exact: true }).click();
  await page.getByText('求助还没发出去').waitFor();
  await looksFit(page, 'lost', true);
  await page.unroute('**/api/safety');
  await page.getByText('秒后通知家人和社区').waitFor();
  await page.getByText('现在就发').click();
  await page.getByText('求助已经发出').filter({ visible: true }).first().waitFor();
  await looksFit(page, 'raised', true);
  expect(world.engine.peek('alerts', { kind: 'sos', open: true })).toHaveLength(1);
  await page.context().close();
});

test('the daughter sees it, goes, arrives, reads no card before she has it, and ends it', async () => {
  const [alert] = world.engine.peek('alerts', { kind: 'sos', open: true }) as { _id: string }[];
  const id = alert!._id.slice(alert!._id.indexOf(':') + 1);
  const parent = await open(DAUGHTER, `pages/safety/parent/index?id=${elderId}`);
  await parent.getByText('有情况').waitFor();
  await looksFit(parent, 'parent alert');
  await parent.context().close();
  const page = await open(DAUGHTER, `pages/safety/alert/index?id=${id}`);
  await page.getByText('我在路上').waitFor();
  await looksFit(page, 'alert');
  expect(await page.getByText('打开急救卡').count()).toBe(0);
  await page.getByText('我在路上').click();
  await page.getByText('我到了').waitFor();
  await page.getByText('打开急救卡').click();
  await looksFit(page, 'alert mine');
  await page.getByText('我到了').click();
  await page.getByText('解除', { exact: true }).first().click();
  await page.getByText('人没事', { exact: true }).click();
  await looksFit(page, 'alert resolve');
  await page.getByText('解除', { exact: true }).last().click();
  await page.getByText('人没事，李敏处理的').waitFor();
  await looksFit(page, 'alert ended');
  await page.context().close();
});

test('我很好 is one tap', async () => {
  const page = await open(MOTHER, 'pages/home/index', small);
  await page.getByText('我很好').click();
  await page.getByText('已报平安').waitFor();
  await looksFit(page, 'fine', true);
  await page.context().close();
});
