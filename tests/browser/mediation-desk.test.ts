/** The mediators' desk in a browser, with the real functions: every page fits, and a leak is brought to its agreement. */
import type { Browser, Page } from 'playwright-core';
import { ensureBuilt } from '../../config/scripts/taro';
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

const leak = 'pages/desk-mediation/case/index?id=m-demo-leak';

async function open(openid: string, path: string, options: Visit = {}): Promise<Page> {
  const { token } = await world.as(openid);
  const { page } = await visit(browser, world.url, { ...options, path, token, now: new Date(world.now()) });
  page.setDefaultTimeout(8000);
  return page;
}

describe.each(['desk', 'phone'] as const)('the mediators on a %s', device => {
  test.each(['办理', '双方和材料', '面谈', '协议', '卷宗'])('a case, %s', async tab => {
    const page = await open('wx-hejing', leak, { device });
    await page.getByRole('tab', { name: tab, exact: true }).click();
    await settle(page);
    await isFit(page);
    expect(await page.title()).toBe('调解案件');
    await page.context().close();
  });
  test('an agreement is begun, and reads beside it as a paper', async () => {
    const page = await open('wx-hejing', 'pages/desk-mediation/agreement/index?id=m-demo-leak', { device });
    await page.getByText('自己写一条').click();
    await page.getByText('加一件').click();
    await isFit(page);
    await page.context().close();
  });
});

test('the office sees the entry of a case, and opens it with a reason only', async () => {
  const page = await open('wx-zhouzhuren', leak, { device: 'desk' });
  await page.getByText('内容已封存').first().waitFor();
  expect(await page.content()).not.toContain('孙玉梅');
  await page.getByText('查阅卷宗…').click();
  await isFit(page);
  await page.locator('textarea').first().fill('街道督查，核对归档');
  await page.getByText('记录并打开').click();
  await page
    .getByText(/孙玉梅/)
    .first()
    .waitFor();
  await page.context().close();
});

describe('a leak on the mediator’s phone', () => {
  const tab = async (page: Page, name: string) => page.getByRole('tab', { name, exact: true }).click();
  const press = async (page: Page, text: string) =>
    page.getByText(text, { exact: true }).filter({ visible: true }).last().click();

  test('times are chosen for a neighbour without a phone, and agreed when the other takes one too', async () => {
    const sun = await world.as('wx-sunyumei');
    const { sessions } = await sun.mediation('case', { id: 'm-demo-leak' });
    await sun.mediation('chooseSlots', { id: 'm-demo-leak', no: 1, slots: sessions[0]!.slots });
    const page = await open('wx-hejing', leak);
    await tab(page, '面谈');
    await press(page, '替被申请人选时间…');
    await page.getByRole('checkbox').first().click();
    await press(page, '就这些时间');
    await page.getByText('时间已定').first().waitFor();
    await page.context().close();
  });

  test('the talk is recorded for both to read', async () => {
    await world.at('10:30', 1);
    const page = await open('wx-hejing', leak);
    await tab(page, '面谈');
    await press(page, '写记录');
    await page.locator('textarea').first().fill('双方同意请师傅一起看漏点，周志强家重做防水。');
    await isFit(page);
    await press(page, '保存记录');
    await page.getByText('第 1 次调解记录').first().waitFor();
    await page.context().close();
    const sun = await world.as('wx-sunyumei');
    const { parts } = await sun.mediation('case', { id: 'm-demo-leak' });
    expect(parts.map(part => part.kind)).toContain('record');
  });

  test('the agreement is written from a clause, signed by nobody for another', async () => {
    const page = await open('wx-hejing', 'pages/desk-mediation/agreement/index?id=m-demo-leak');
    await page
      .getByLabel(/^加条款/)
      .first()
      .click();
    await page.getByRole('textbox', { name: '在哪里达成的' }).fill('百·和调解室');
    await press(page, '加一件');
    await page.getByRole('textbox', { name: '做什么' }).fill('重做卫生间防水');
    await page.getByRole('textbox', { name: '怎么做' }).fill('请防水师傅上门');
    await page.getByText('被申请人在2026年12月4日前重做卫生间防水（请防水师傅上门）。').first().waitFor();
    await press(page, '保存，请双方签名');
    await page.waitForTimeout(1500);
    const again = await open('wx-hejing', leak);
    await tab(again, '协议');
    await again.getByText('等申请人和被申请人签名').first().waitFor();
    // 孙玉梅 has the mini-program and signs there; 周志强 has none and signs here with his own finger.
    expect(await again.getByText(/^申请人.*在这里签名/).count()).toBe(0);
    await again
      .getByText(/^被申请人周志强在这里签名/)
      .first()
      .waitFor();
    await isFit(again);
    await again.context().close();
    await page.context().close();
  });
});
