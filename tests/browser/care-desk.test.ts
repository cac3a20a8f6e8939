/** The desk of the care in a browser, with the real functions: an afternoon from the first card to the closed day. */
import type { Browser, Page } from 'playwright-core';
import { ensureBuilt } from '../../config/scripts/taro';
import { openWorld, type Person, type World } from '../world';
import { dayId, daysOf } from '../world/care';
import { isFit } from './fit';
import { type Device, openBrowser, settle, visit } from './harness';

let world: World;
let browser: Browser;
let teacher: Person;
let office: Person;

const CLASS = 'c-afternoon';
const DAUGHTER = 'k-wuxiaoyu';

beforeAll(async () => {
  world = await openWorld({ residents: 30, past: 0, fill: 0, notices: false, care: true }, { staticDir: ensureBuilt('h5') });
  await world.at('16:28');
  [teacher, office] = await Promise.all([world.as('wx-linlaoshi'), world.as('wx-zhouzhuren')]);
  browser = await openBrowser();
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await world?.stop();
});

async function open(who: Person, page_: string, device: Device = 'desk'): Promise<Page> {
  const path = page_.includes('/') ? page_ : `pages/desk-care/${page_}/index`;
  const { page } = await visit(browser, world.url, { path, token: who.token, device, now: new Date(world.now()) });
  page.setDefaultTimeout(8000);
  return page;
}
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).filter({ visible: true }).first().click();
const see = (page: Page, words: string | RegExp) => page.getByText(words).filter({ visible: true }).first().waitFor();
const close = (page: Page) => page.context().close();
const statusOf = (childId: string) => daysOf(world, { _id: `xingfuli:${dayId(world.today, CLASS, childId)}` })[0]?.status;

test('at the door: a card that was scanned, a number that was said, a name that was tapped', async () => {
  const page = await open(teacher, 'board');
  await press(page, '四点半班，我来值班');
  await press(page, '四点半班点名');
  const { rows } = await teacher.care('roll', { classId: CLASS });
  const entry = page.getByRole('textbox', { name: /^签到/ });
  const [one, two, three] = rows as [(typeof rows)[0], (typeof rows)[0], (typeof rows)[0]];
  for (const text of [one.card, String(two.no)]) {
    await entry.fill(text);
    await entry.press('Enter');
    await see(page, / 已签到$/);
  }
  await press(page, `签到：${three.name}`);
  await see(page, `${three.no}号 ${three.name} 已签到`);
  expect([one, two, three].map(({ childId }) => statusOf(childId))).toEqual(['here', 'here', 'here']);
  await isFit(page);
  await close(page);
});

test('on the phone: health is opened with a tap that is written down, and what the class does is one tap', async () => {
  const page = await open(teacher, 'board', 'phone');
  await press(page, '四点半班点名');
  await page.getByRole('radio', { name: '写作业' }).click();
  await see(page, /起写作业（林老师）/);
  await page.getByRole('tab', { name: /^在托管/ }).click();
  await isFit(page);
  await press(page, /吴小雨/);
  await press(page, /^看健康和过敏/);
  await see(page, '花生');
  await isFit(page);
  const father = await world.as('wx-wujianguo');
  const { reads } = await father.care('child', { childId: DAUGHTER });
  expect(reads[0]).toMatchObject({ byName: '林老师', what: 'health' });
  await close(page);
});

test('who has not come is asked about, rung about and written down', async () => {
  await world.at('16:41');
  await world.settle();
  await world.at('16:55');
  await world.settle();
  const page = await open(teacher, 'board', 'phone');
  await see(page, /个孩子没到，家长没有回/);
  await press(page, /^记下结果/);
  await page.getByRole('textbox', { name: '家长怎么说' }).fill('关机');
  await isFit(page);
  await press(page, '没打通');
  await see(page, /林老师打过，没有打通：关机/);
  await close(page);
});

describe('at the counter', () => {
  const codeOf = async (name: string) => {
    const mother = await world.as('wx-chenjing');
    const { codes } = await mother.care('codes', { attendanceId: dayId(world.today, CLASS, DAUGHTER) });
    return codes.find(each => each.name === name)!.code;
  };

  test('a code, Enter, Enter; the phone beside it hears who did it', async () => {
    const [desk, phone] = [await open(teacher, 'pickup'), await open(office, 'pickup', 'phone')];
    const field = (page: Page) => page.getByRole('textbox', { name: /^接哪个孩子/ });
    const code = await codeOf('吴秀英');
    await field(desk).fill(code);
    await field(phone).fill(code);
    await see(desk, '接送码对上了');
    await see(phone, '接送码对上了');
    await isFit(desk);
    await isFit(phone);
    await field(desk).press('Enter');
    await see(desk, '已经告诉监护人。');
    await press(phone, /^把吴小雨交给奶奶 吴秀英|交给 奶奶 吴秀英/).catch(() => undefined);
    await see(phone, /交给 奶奶 吴秀英，经手 林老师/);
    expect(daysOf(world, { childId: DAUGHTER, day: world.today, status: 'gone' }).map(({ release }) => release?.byName)).toEqual([
      '林老师',
    ]);
    await close(desk);
    await close(phone);
  });

  test('two letters show who must not have the child, and two taps hand it to who may', async () => {
    // Came with the number in the first test.
    expect(statusOf('k-zhoulele')).toBe('here');
    const page = await open(teacher, 'pickup', 'phone');
    await page.getByRole('textbox', { name: /^接哪个孩子/ }).fill('zll');
    await see(page, '不能接：叔叔 周大勇');
    await isFit(page);
    await page.getByRole('radio', { name: /孙玉梅/ }).click();
    await press(page, /交给/);
    await see(page, '✓ 周乐乐');
    await close(page);
  });

  test('the day is not closed while somebody is here: the names are said', async () => {
    await world.at('18:10');
    const page = await open(teacher, 'board');
    await see(page, /个孩子没有接走/);
    await press(page, '四点半班点名');
    await see(page, /^还在这里：/);
    await isFit(page);
    await close(page);
  });
});

const PAGES: [string, string | undefined][] = [
  ['signup', '四点半班'],
  ['children', undefined],
  ['month', undefined],
  ['fees', undefined],
  ['calendar', undefined],
  ['import', undefined],
  ['settings', undefined],
  [`pages/desk-care/cards/index?classId=${CLASS}`, undefined],
];

test.each(['desk', 'phone'] as const)(
  'the pages of the office fit a %s',
  async device => {
    const page = await open(office, 'signup', device);
    for (const [name, words] of PAGES) {
      const path = name.includes('/') ? name : `pages/desk-care/${name}/index`;
      await page.goto(`${world.url}#/${path}`);
      await settle(page);
      if (words) await page.getByText(words).filter({ visible: true }).first().click();
      await settle(page);
      await isFit(page);
    }
    await close(page);
  },
  60_000,
);

test('a family at the desk: signed up on paper, onto the waitlist behind the others; a fee is paid with its receipt', async () => {
  const page = await open(office, 'signup');
  await page.getByText('四点半班').filter({ visible: true }).first().click();
  await press(page, '代家长报名');
  await page.getByRole('tab', { name: '第一次来' }).click();
  for (const [name, value] of [
    ['孩子姓名', '林晓'],
    ['出生日期', '2018.3.5'],
    ['学校', '幸福路小学'],
    ['年级班级', '二年级1班'],
    ['监护人姓名', '林涛'],
    ['是孩子的', '父亲'],
    ['监护人手机', '13900000099'],
  ] as const)
    await page.getByLabel(name, { exact: true }).fill(value);
  const signUp = page.getByRole('dialog').getByRole('button', { name: '报名', exact: true });
  await signUp.click();
  await see(page, '没有签“托管和接送”的同意书');
  await page.getByRole('checkbox', { name: '托管和接送' }).click();
  await signUp.click();
  await see(page, /现在排第 5 位/);
  await close(page);
  const fees = await open(office, 'fees');
  await fees.getByRole('row', { name: /吴小雨/ }).click();
  await fees.getByRole('textbox', { name: '收据号' }).fill('0001');
  await press(fees, /^收到/);
  await see(fees, '收据 0001');
  await close(fees);
});

test('who does not work in the care is told so', async () => {
  const page = await open(await world.as('wx-limin'), 'board');
  await see(page, '这里只有相关人员能看');
  await close(page);
});
