/** Notices in a browser, with the real functions: the office writes and sends, a daughter reads for her mother, the lead knocks at doors. */
import type { Browser, Page } from 'playwright-core';
import { ensureBuilt } from '../../config/scripts/taro';
import { openWorld, type World } from '../world';
import { isFit } from './fit';
import { openBrowser, type Visit, visit } from './harness';

let world: World;
let browser: Browser;

beforeAll(async () => {
  world = await openWorld({ residents: 60, past: 0 }, { staticDir: ensureBuilt('h5') });
  browser = await openBrowser();
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await world?.stop();
});

async function open(openid: string, path: string, options: Visit = {}): Promise<Page> {
  const { token } = await world.as(openid);
  const { page } = await visit(browser, world.url, { ...options, path, token, now: new Date(world.now()) });
  page.setDefaultTimeout(8000);
  return page;
}

const see = (page: Page, words: string | RegExp) => page.getByText(words).filter({ visible: true }).first().waitFor();
const press = (page: Page, words: string | RegExp) =>
  page.getByRole('button', { name: words }).filter({ visible: true }).last().click();
const fill = (page: Page, label: string, text: string) =>
  page.getByLabel(label, { exact: true }).filter({ visible: true }).last().fill(text);

test('周主任 writes a notice to building 3, sees whom it reaches, and sends it', async () => {
  const page = await open('wx-zhouzhuren', 'pages/desk/notice/index', { device: 'desk' });
  await see(page, '写什么');
  await press(page, '下一步：发给谁');
  await see(page, '请写标题');
  await isFit(page);
  await fill(page, '标题', '周六修电梯');
  await fill(page, '正文', '周六上午修电梯，请走楼梯，出门早一点。');
  await press(page, '下一步：发给谁');
  await page.getByRole('tab', { name: '楼栋' }).first().click();
  await page.getByRole('checkbox', { name: '3栋' }).first().click();
  await isFit(page);
  await press(page, '预览');
  await see(page, '要上门告诉');
  await isFit(page);
  await press(page, /^马上发送给 \d+ 人$/);
  await press(page, '马上发送');
  await see(page, '现在的情况');
  await isFit(page);
  await page.context().close();
  await world.settle();
});

test('李敏 reads it for her mother, in the standard and in the elder view', async () => {
  const page = await open('wx-limin', 'pages/notices/list/index');
  await see(page, '周六修电梯');
  await isFit(page);
  await page.getByText('替王桂兰看：周六修电梯').first().click();
  await see(page, '请走楼梯');
  await isFit(page);
  await page.context().close();
  const elder = await open('wx-wangguilan', 'pages/notices/list/index', { elder: true, device: 'smallPhone' });
  await see(elder, '周六修电梯');
  await isFit(elder, true);
  await elder.getByText('周六修电梯').first().click();
  await see(elder, '女儿代看');
  await isFit(elder, true);
  await elder.context().close();
});

test('somebody who is no member sees a public notice and nothing about anybody', async () => {
  const page = await open('wx-passerby', 'pages/notices/shared/index?community=xingfuli&id=n-water');
  await see(page, '有疑问，打给社区');
  await isFit(page);
  await page.context().close();
});

test('an unknown shared card says so, with a way on', async () => {
  const page = await open('wx-passerby', 'pages/notices/shared/index?community=xingfuli&id=n-none');
  await see(page, '没有找到');
  await isFit(page);
  await page.context().close();
});

test('陈社工 ticks off a door', async () => {
  const page = await open('wx-chenshegong', 'pages/desk/doors/index?id=n-gas');
  await see(page, /还有 \d+ 人没有告诉到/);
  await isFit(page);
  await page
    .getByRole('button', { name: /^当面告诉了/ })
    .first()
    .click();
  await see(page, '已告知');
  await page.context().close();
});

describe.each(['phone', 'desk'] as const)('on a %s', device => {
  test.each([
    ['pages/desk/notices/index', '写通知'],
    ['pages/desk/notice/index?id=n-water', '现在的情况'],
    ['pages/desk/notice/index?id=n-checkup', '写什么'],
    ['pages/desk/noticesetup/index', '按条件建'],
  ])('%s', async (path, words) => {
    const page = await open('wx-zhouzhuren', path, { device });
    await see(page, words);
    await isFit(page);
    await page.context().close();
  });
});
