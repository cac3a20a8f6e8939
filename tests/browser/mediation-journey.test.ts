/** Water from above in the browser, with the real functions: 王桂兰 asks in large type, 吴建国 is invited, both come to an agreement. */
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { ensureBuilt } from '../../config/scripts/taro';
import { openWorld, type World } from '../world';
import { agreementOf, type Cast, caseRow, castOf, PNG, soon } from '../world/mediation';
import { isFit } from './fit';
import { openBrowser, shoot, visit } from './harness';

const pictures = path.resolve(__dirname, '../../.cache/pictures/mediation-journey');

let world: World;
let browser: Browser;
let cast: Cast;
let id = '';

beforeAll(async () => {
  world = await openWorld({ residents: 40, past: 0, fill: 0 }, { staticDir: ensureBuilt('h5') });
  cast = await castOf(world);
  browser = await openBrowser();
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await world?.stop();
});

async function open(who: 'wang' | 'wu', where: string, elder = who === 'wang'): Promise<Page> {
  const { token } = cast[who];
  const { page } = await visit(browser, world.url, {
    path: `pages/mediation/${where}`,
    token,
    elder,
    now: new Date(world.now()),
  });
  page.setDefaultTimeout(10_000);
  return page;
}

async function looksFit(page: Page, name: string, elder = true): Promise<void> {
  await shoot(page, path.join(pictures, `${name}.png`), true);
  await isFit(page, elder);
}

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).filter({ visible: true }).last().click();
const choose = (page: Page, name: string | RegExp) => page.getByRole('radio', { name }).click();
const see = (page: Page, words: string | RegExp) => page.getByText(words).filter({ visible: true }).first().waitFor();
const close = (page: Page) => page.context().close();

test('she asks step by step, and her words are sealed', async () => {
  const page = await open('wang', 'start/index');
  await see(page, '调解不收一分钱');
  await looksFit(page, 'start');
  await press(page, /^我要申请/);
  await choose(page, '漏水渗水');
  await press(page, '下一步');
  await choose(page, '没有危险');
  await press(page, '下一步');
  await page.getByLabel('事情经过').fill('楼上一洗澡，我家厨房就滴水');
  await press(page, '下一步');
  await page.getByLabel('地点').fill('3栋2单元501 厨房');
  await press(page, '下一步');
  await page.getByLabel('时间').fill('十月底');
  await press(page, '下一步');
  await page.getByLabel('对方怎么称呼').fill('吴建国');
  await choose(page, /^3栋|^3号楼/);
  await choose(page, /^2单元/);
  await page.getByLabel('房号').fill('601');
  await page.getByLabel('对方的手机号').fill('13900000012');
  await press(page, '下一步');
  await page.getByLabel('您的希望').fill('修好，赔墙面');
  for (const _step of ['fair', 'where', 'loss', 'talked', 'files', 'session']) await press(page, '下一步');
  await looksFit(page, 'check');
  await press(page, '提交申请');
  await see(page, '申请交上去了');
  await looksFit(page, 'done');
  await press(page, '看看这件调解');
  await see(page, /已收到/);
  await looksFit(page, 'applied');
  const { cases } = await cast.wang.mediation('myCases', {});
  id = cases[0]!.id;
  expect(JSON.stringify(caseRow(world, id))).not.toMatch(/滴水|吴建国/);
  await close(page);
});

test('a first question has no name on it', async () => {
  const page = await open('wang', 'ask/index');
  await page.getByLabel('您的问题').fill('楼上漏水该找谁？');
  await press(page, '送出，不留姓名');
  await see(page, '等回复');
  await looksFit(page, 'asked');
  const { threads } = await cast.he.mediation('questions', {});
  expect(threads[0]!.lines[0]!.text).toBe('楼上漏水该找谁？');
  expect(JSON.stringify(threads)).not.toMatch(/王桂兰/);
  await close(page);
});

test('he reads a kind invitation and says yes', async () => {
  await cast.he.mediation('acceptCase', { id, summary: '邻居想一起看看厨房滴水的原因' });
  const page = await open('wu', `case/index?id=${id}`, false);
  await see(page, '邻居想一起看看厨房滴水的原因');
  await looksFit(page, 'invited', false);
  expect(await page.textContent('body')).not.toMatch(/赔墙面|一洗澡/);
  await press(page, '我愿意谈谈');
  await press(page, '我愿意参加');
  await see(page, '正在安排调解员');
  await looksFit(page, 'panelling', false);
  await close(page);
});

test('she reads her rights and chooses a time', async () => {
  await cast.office.mediation('setPanel', { id, members: [{ accountId: 'wx-hejing', part: 'mediator' }] });
  const slots = [soon(world, 1, 9), soon(world, 1, 15)];
  await cast.he.mediation('offerSlots', { id, kind: 'together', mode: 'room', roomId: 'room1', minutes: 60, slots });
  const page = await open('wang', `case/index?id=${id}`);
  await press(page, '看权利义务告知书');
  await looksFit(page, 'rights');
  await press(page, '我看过了，知道了');
  await page.getByRole('checkbox', { name: /15:00/ }).click();
  await looksFit(page, 'slots');
  await press(page, '这些时间我方便');
  await see(page, '您选过了，在等对方');
  expect((await cast.wang.mediation('case', { id })).sessions[0]!.suits.applicant).toEqual([slots[1]]);
  await close(page);
});

test('she signs with her hand, and the agreement takes effect', async () => {
  await cast.wu.mediation('acknowledgeRights', { id, version: '2026-1' });
  await cast.wu.mediation('chooseSlots', { id, no: 1, slots: [soon(world, 1, 15)] });
  const { agreement } = await cast.he.mediation('draftAgreement', { id, ...agreementOf(world, 'written') });
  const page = await open('wang', `case/index?id=${id}`);
  await press(page, '看协议');
  await press(page, '我看懂了，愿意签');
  const pad = page.locator('#signature-pad canvas');
  await pad.scrollIntoViewIfNeeded();
  await page.waitForTimeout(200);
  const box = (await pad.boundingBox())!;
  await page.mouse.move(box.x + 40, box.y + 60);
  await page.mouse.down();
  for (let at = 40; at < 240; at += 6) await page.mouse.move(box.x + at, box.y + 60 + 30 * Math.sin(at / 12));
  await page.mouse.up();
  await press(page, '就这样，签字');
  await see(page, '等被申请人签名');
  await looksFit(page, 'signed');
  await close(page);
  const round = agreement!.round;
  await cast.wu.mediation('sign', { id, image: PNG, round });
  await cast.he.mediation('sign', { id, image: PNG, round });
  await cast.office.mediation('saveSeal', { image: PNG });
  await cast.office.mediation('placeSeal', { id, round });
});

test('he reports what he did, she confirms it, both want the court', async () => {
  const his = await open('wu', `case/index?id=${id}`, false);
  await press(his, '我做好了：修好下水管');
  await his.getByLabel('怎么做的、哪天做的').fill('今天请师傅修好了');
  await press(his, '告诉对方做好了');
  await see(his, '说做好了');
  await press(his, '我愿意申请');
  await his.getByRole('dialog').getByRole('button', { name: '我愿意', exact: true }).click();
  await see(his, '您愿意，在等对方');
  await looksFit(his, 'performing', false);
  await close(his);
  const hers = await open('wang', `case/index?id=${id}`);
  await press(hers, '做到了：修好下水管');
  await hers.getByRole('dialog').getByRole('button', { name: '做到了', exact: true }).click();
  await see(hers, '已做到');
  await see(hers, '对方愿意，在等您');
  await looksFit(hers, 'performing-elder');
  await close(hers);
});
