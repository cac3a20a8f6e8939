/** A day of the care in the browser, with the real functions: 陈静's daughter 吴小雨, the grandmother 孙玉梅 who collects 周乐乐, 林老师. */
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { ensureBuilt } from '../../config/scripts/taro';
import { instantAt, readClock } from '../../types/time';
import { openWorld, type Person, type World } from '../world';
import { classWith } from '../world/care';
import { isFit } from './fit';
import { openBrowser, settle, shoot, visit } from './harness';

const pictures = path.resolve(__dirname, '../../.cache/pictures/care-journey');
const CLASS = 'c-afternoon';

let world: World;
let browser: Browser;
let mother: Person;
let grandmother: Person;
let teacher: Person;

beforeAll(async () => {
  world = await openWorld({ residents: 30, past: 0, fill: 0, notices: false, care: true }, { staticDir: ensureBuilt('h5') });
  browser = await openBrowser();
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await world?.stop();
});

/** Half a day later everybody signs in again. */
async function signIn(): Promise<void> {
  [mother, grandmother, teacher] = (await Promise.all(
    ['wx-chenjing', 'wx-sunyumei', 'wx-linlaoshi'].map(openid => world.as(openid)),
  )) as [Person, Person, Person];
}

async function open(who: Person, where: string, elder = false): Promise<Page> {
  const { page } = await visit(browser, world.url, {
    path: `pages/care/${where}`,
    token: who.token,
    elder,
    now: new Date(world.now()),
  });
  page.setDefaultTimeout(10_000);
  return page;
}

async function looksFit(page: Page, name: string, elder = false): Promise<void> {
  await shoot(page, path.join(pictures, `${name}.png`), true);
  await isFit(page, elder);
}

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).filter({ visible: true }).last().click();
const see = (page: Page, words: string | RegExp) => page.getByText(words).filter({ visible: true }).first().waitFor();
const close = (page: Page) => page.context().close();

test('sign-up opens at nine by the clock of the server: one press, a place; on the list of the family', async () => {
  await world.at('08:30');
  await signIn();
  const office = await world.as('wx-zhouzhuren');
  const opensAt = instantAt(world.today, readClock('09:00')!);
  const id = await classWith(world, office, {
    name: '周末手工班',
    capacity: 3,
    from: '19:00',
    to: '20:00',
    opensAt,
    fee: 12_000,
  });
  const page = await open(mother, `class/index?id=${id}&childId=k-wuxiaoyu`);
  await see(page, /09:00 开始，还有 \d+ 分/);
  await world.at('09:00');
  await page.clock.setFixedTime(new Date(world.now()));
  await press(page, '报名');
  await see(page, '吴小雨报上了');
  await looksFit(page, 'signed up');
  await press(page, '看我的报名');
  await see(page, '还要交 ¥120');
  await isFit(page);
  await press(page, /^退班：吴小雨 周末手工班/);
  await page.getByRole('button', { name: '退班', exact: true }).click();
  await page.getByText('周末手工班').filter({ visible: true }).first().waitFor({ state: 'detached' });
  await close(page);
});

test('the mother lets a neighbour collect once, and takes it back; leave for tomorrow from the calendar', async () => {
  const page = await open(mother, 'mine/index');
  await see(page, '吴小雨');
  await looksFit(page, 'morning');
  await page.getByRole('button', { name: '今天谁来接：吴小雨 四点半班' }).click();
  await press(page, '临时请别人接');
  await page.getByLabel('姓名').fill('邻居老张');
  await page.getByRole('radio', { name: '邻居', exact: true }).click();
  await press(page, '授权');
  await press(page, '取消授权：邻居老张');
  await looksFit(page, 'temporary');
  await press(page, '取消授权');
  await page.getByText('邻居老张').filter({ visible: true }).first().waitFor({ state: 'detached' });
  await page.goto(`${world.url}?calendar#/pages/care/calendar/index?childId=k-wuxiaoyu`);
  await settle(page);
  await page.getByRole('tab', { name: '四点半班' }).click();
  await press(page, /^27，/);
  await press(page, '这天请假');
  await page.getByRole('radio', { name: '生病' }).click();
  await press(page, '请假');
  await page.getByRole('button', { name: /^27假/ }).waitFor();
  await looksFit(page, 'calendar');
  await close(page);
});

test('a grandmother shows her code in large type; once the child is handed over it is worth nothing', async () => {
  await world.at('16:40');
  await signIn();
  await teacher.care('startDuty', { classId: CLASS });
  await teacher.care('signIn', { classId: CLASS, childId: 'k-zhoulele', how: 'tap' });
  const page = await open(grandmother, 'mine/index', true);
  await see(page, '周乐乐');
  await looksFit(page, 'grandmother', true);
  await press(page, '出示接送码');
  const shown = (await page.locator('.qr-number').filter({ visible: true }).textContent())!.replace(/\s/g, '');
  await looksFit(page, 'code', true);
  const { matches } = await teacher.care('checkPickup', { text: shown });
  const here = matches.find(({ status }) => status === 'here')!;
  expect([here.childName, here.adultId]).toEqual(['周乐乐', 'p-sunyumei']);
  await teacher.care('release', { id: here.id, adultId: here.adultId!, how: 'code', code: shown });
  await page.reload();
  await see(page, '周乐乐已经接走了');
  await close(page);
});
