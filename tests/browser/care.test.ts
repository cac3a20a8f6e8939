/** The families' pages of the care in a browser, with the answers of `tests/builders/care`. */
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { ensureBuilt } from '../../config/scripts/taro';
import type { Call, Envelope } from '../../types/contract';
import { careCloud } from '../builders/care-cloud';
import { at, type FamilyName, NOW, TODAY } from '../builders/care-family';
import { isFit } from './fit';
import { openBrowser, settle, shoot, type Visit, visit } from './harness';
import { serveH5 } from './server';

const pictures = path.resolve(__dirname, '../../.cache/pictures/care');

let browser: Browser;
let site: Awaited<ReturnType<typeof serveH5>>;
let family: FamilyName = 'parent';
let clock = NOW;
let calls: Call[] = [];
/** A test answers what it wants to; the rest is answered as usual. */
let answer: ((call: Call) => Envelope<unknown> | undefined) | undefined;
const contexts: BrowserContext[] = [];

beforeAll(async () => {
  site = await serveH5(ensureBuilt('h5'), (domain, call) => {
    calls.push(call);
    return answer?.(call) ?? careCloud(family, clock)(domain, call);
  });
  browser = await openBrowser();
}, 180_000);
afterEach(async () => {
  family = 'parent';
  clock = NOW;
  calls = [];
  answer = undefined;
  for (const context of contexts.splice(0)) await context.close();
});
afterAll(async () => {
  await browser?.close();
  site?.close();
});

async function open(where: string, options: Visit = {}): Promise<Page> {
  const { page, context } = await visit(browser, site.url, { path: `pages/care/${where}`, now: new Date(NOW), ...options });
  contexts.push(context);
  page.setDefaultTimeout(8000);
  return page;
}

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).filter({ visible: true }).last().click();
const see = (page: Page, words: string | RegExp) => page.getByText(words).filter({ visible: true }).first().waitFor();
const asked = (action: string) => calls.filter(call => call.action === action);
const inputs = (action: string) => asked(action).map(call => call.input as Record<string, unknown>);
/** Until the page has sent it. */
async function sent(action: string, times = 1): Promise<void> {
  for (let tries = 0; asked(action).length < times && tries < 40; tries += 1)
    await new Promise(resolve => setTimeout(resolve, 50));
  expect(asked(action)).toHaveLength(times);
}

const CHILD = 'childId=k-man';
const ATTENDANCE = `${TODAY}:c-a:k-man`;
const CARD = `card/index?code=069441&day=${TODAY}&to=1080&where=${encodeURIComponent('四点半学堂')}`;
const pages: readonly [family: FamilyName, where: string, words: string][] = [
  ['parent', 'mine/index', '还没到，在哪里'],
  ['grandmother', 'mine/index', '出示接送码'],
  ['nobody', 'mine/index', '还没有登记孩子'],
  ['beginning', 'mine/index', '请您做小天的监护人'],
  ['evening', `today/index?id=${TODAY}:c-e:k-man`, '接走了'],
  ['parent', 'code/index', '482 016'],
  ['parent', CARD, '069 441'],
  ['parent', `pickup/index?id=${ATTENDANCE}`, '730 215'],
  ['parent', `calendar/index?${CHILD}`, '这个月有托管'],
  ['parent', `classes/index?${CHILD}`, '寒假手工班'],
  ['parent', `class/index?id=c-soon&${CHILD}`, '还有 14 小时'],
  ['parent', 'signups/index', '一共还要交'],
  ['parent', 'draw/index?classId=c-draw', '怎么核对'],
  ['parent', 'profile/index', '请每一条都选一下'],
  ['parent', `profile/index?${CHILD}`, '年级和班级'],
  ['parent', `child/index?${CHILD}`, '谁看过'],
  ['parent', `consent/index?${CHILD}`, '撤回同意'],
  ['parent', `health/index?${CHILD}`, '对什么过敏'],
  ['parent', `guardians/index?${CHILD}`, '邀请另一位'],
  ['parent', `adults/index?${CHILD}`, '添加接送人'],
];

test.each([
  ['standard', {}],
  ['elder, dark, small phone', { elder: true, dark: true, device: 'smallPhone' as const }],
])(
  'every page fits: %s',
  async (view, options: Visit) => {
    const page = await open('mine/index', options);
    for (const [who, where, words] of pages) {
      family = who;
      // Loaded anew, not only another page within the app: nothing of the last family is remembered.
      await page.goto(`${site.url}?${encodeURIComponent(where)}${who}#/pages/care/${where}`);
      await settle(page);
      await see(page, words);
      await shoot(page, path.join(pictures, `${where.replace(/\W+/g, '-')} ${who} ${view}.png`), true);
      await isFit(page, options.elder);
    }
  },
  120_000,
);

test('refused it leads on, failed it tries again', async () => {
  answer = () => ({ ok: false, error: { code: 'NOT_SIGNED_IN' } });
  await see(await open('mine/index'), '还没有登录');
  answer = () => ({ ok: false, error: { code: 'NOT_YOUR_CHILD' } });
  await see(await open(`child/index?${CHILD}`), '没有找到这个孩子');
  answer = () => ({ ok: false, error: { code: 'INTERNAL' } });
  const page = await open('signups/index');
  await see(page, '重试');
  answer = undefined;
  await press(page, '重试');
  await see(page, '一共还要交');
});

test('the code opens without network once it was opened, today; nothing else of the children is on the phone', async () => {
  const page = await open('code/index');
  await see(page, '482 016');
  const kept = await page.evaluate(() => JSON.stringify({ ...localStorage }));
  expect(kept).toContain('482016');
  expect(kept).not.toMatch(/幸福路小学|作业|晚间看护班|三年级/);
  answer = ({ action }) => (action === 'myCare' ? { ok: false, error: { code: 'OFFLINE' } } : undefined);
  await page.reload();
  await see(page, '482 016');
  await page.clock.setFixedTime(new Date(at('08:00', 1)));
  await page.reload();
  await see(page, '手机没有连上网');
});

test('a child is registered only with a yes to care; each text has its own answer', async () => {
  const page = await open('profile/index');
  const say = (purpose: string, word: string) =>
    page.getByRole('radiogroup', { name: purpose }).getByRole('radio', { name: word, exact: true }).click();
  await say('托管与接送安全', '不同意');
  await see(page, '什么时候都可以再来');
  await say('托管与接送安全', '同意');
  await say('健康和过敏信息', '同意');
  await say('活动照片', '不同意');
  await press(page, '下一步');
  await press(page, '登记');
  await see(page, '请写上孩子的姓名');
  await page.getByLabel('姓名').fill('小天');
  await page.getByLabel('学校').fill('幸福路小学');
  await page.getByLabel('年级和班级').fill('一年级1班');
  await page.getByRole('radio', { name: '妈妈' }).click();
  await press(page, '登记');
  await see(page, '请选出生日期');
  await isFit(page);
  expect(asked('addChild')).toEqual([]);
});

test('opens by the clock of the server; one press, one answer, the same gesture when the answer was lost', async () => {
  answer = ({ action }) => (action === 'signUp' ? { ok: false, error: { code: 'TIMEOUT' } } : undefined);
  const page = await open(`class/index?id=c-soon&${CHILD}`);
  const button = page.getByRole('button', { name: /08:00 开始/ });
  await button.waitFor();
  expect(await button.getAttribute('aria-disabled')).toBe('true');
  clock = at('08:00', 1);
  await page.clock.setFixedTime(new Date(clock));
  await page.getByRole('button', { name: '报名' }).dblclick();
  await see(page, '不会重复报名');
  await sent('signUp');
  answer = undefined;
  await press(page, '报名');
  await see(page, '小满排到了候补第 5 位');
  await sent('signUp', 2);
  const [first, second] = asked('signUp');
  expect(second!.requestId).toBe(first!.requestId);
  expect(first!.input).toEqual({ classId: 'c-soon', childId: 'k-man' });
  await isFit(page);
});

test('siblings together, with a priority that wants a paper', async () => {
  const page = await open(`class/index?id=c-full&${CHILD}`);
  await page.getByRole('checkbox', { name: '小川' }).click();
  await page.getByRole('radio', { name: '低保家庭' }).click();
  await page.getByRole('button', { name: '请先拍低保证' }).waitFor();
  await page.getByRole('radio', { name: '困境儿童' }).click();
  await press(page, '排候补，2 个孩子');
  await see(page, '小川排到了候补第 5 位');
  expect(inputs('signUp').map(({ childId }) => childId)).toEqual(['k-man', 'k-chuan']);
  expect(inputs('signUp')[1]).toMatchObject({ priority: { id: 'hard', documents: [] } });
});

test('where is the child: one tap; an offer and an invitation: one press; leave: reason, then the deed', async () => {
  const page = await open('mine/index');
  await press(page, '在路上，马上到');
  await sent('explainAbsence');
  await press(page, '要这个名额');
  await sent('answerOffer');
  expect(inputs('answerOffer')).toEqual([{ id: 'c-e:k-chuan', accept: true }]);
  await page.goto(`${site.url}?leave#/pages/care/calendar/index?${CHILD}`);
  await press(page, /^27，/);
  await press(page, '这天请假');
  await page.getByRole('radio', { name: '家里有事' }).click();
  await isFit(page);
  await press(page, '请假');
  await sent('giveLeave');
  expect(inputs('giveLeave')).toEqual([{ classId: 'c-a', childId: 'k-man', day: '2026-11-27', reason: '家里有事' }]);
});

test('withdrawing a consent says first what follows', async () => {
  const page = await open(`consent/index?${CHILD}`);
  await press(page, /^撤回同意：托管/);
  await see(page, '从明天起不再参加托管');
  expect(asked('saveConsent')).toEqual([]);
  await isFit(page);
  await press(page, '撤回同意');
  await sent('saveConsent');
  expect(inputs('saveConsent')).toEqual([{ childId: 'k-man', purpose: 'care', given: false, version: 2 }]);
});

test('one adult for one day; the card that is passed on asks nobody, names nobody, and is worth nothing tomorrow', async () => {
  const page = await open(`pickup/index?id=${ATTENDANCE}`);
  await press(page, '临时请别人接');
  await page.getByLabel('姓名').fill('孙老师');
  await page.getByRole('radio', { name: '邻居' }).click();
  await isFit(page);
  await press(page, '授权');
  await sent('addTemporary');
  expect(inputs('addTemporary')).toEqual([{ attendanceId: ATTENDANCE, name: '孙老师', relation: '邻居', text: false }]);
  await press(page, '把码给孙老师');
  await see(page, '复制文字发过去');
  const address = new URL(page.url()).hash;
  expect(decodeURIComponent(address)).not.toMatch(/小满|孙老师|李敏|1[3-9]\d{9}/);
  calls = [];
  const stranger = await open(CARD);
  await see(stranger, '069 441');
  expect(calls).toEqual([]);
  await see(await open(CARD, { now: new Date(at('08:00', 1)) }), '已经过期');
});
