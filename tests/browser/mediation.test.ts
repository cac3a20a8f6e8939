/** The residents' pages of mediation in a browser, with the answers of `tests/builders/mediation`. */
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { ensureBuilt } from '../../config/scripts/taro';
import type { Call, Envelope } from '../../types/contract';
import { type CaseName, cases, mediationCloud, NOW } from '../builders/mediation';
import { isFit } from './fit';
import { openBrowser, shoot, type Visit, visit } from './harness';
import { serveH5 } from './server';

const pictures = path.resolve(__dirname, '../../.cache/pictures/mediation');

let browser: Browser;
let site: Awaited<ReturnType<typeof serveH5>>;
let calls: Call[] = [];
/** A test answers what it wants to; the rest is answered as usual. */
let answer: ((call: Call) => Envelope<unknown> | undefined) | undefined;

beforeAll(async () => {
  site = await serveH5(ensureBuilt('h5'), (domain, call) => {
    calls.push(call);
    return answer?.(call) ?? mediationCloud(domain, call);
  });
  browser = await openBrowser();
}, 180_000);
afterEach(() => {
  calls = [];
  answer = undefined;
});
afterAll(async () => {
  await browser?.close();
  site?.close();
});

async function open(where: string, options: Visit = {}): Promise<Page> {
  const { page } = await visit(browser, site.url, { path: `pages/mediation/${where}`, now: new Date(NOW), ...options });
  page.setDefaultTimeout(8000);
  return page;
}

/** Nothing for axe, every target large enough, nothing beside the screen; and a picture to look at. */
async function looksFit(page: Page, name: string, elder = false): Promise<void> {
  await shoot(page, path.join(pictures, `${name}.png`), true);
  await isFit(page, elder);
}

/** On a phone the press of a finger, on the button that says this. */
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).filter({ visible: true }).last().click();
const see = (page: Page, words: string | RegExp) => page.getByText(words).filter({ visible: true }).first().waitFor();
const asked = (action: string) => calls.filter(call => call.action === action).map(call => call.input as Record<string, unknown>);

const pages: readonly [where: string, words: string][] = [
  ['start/index', '我要申请'],
  ['mine/index', '赵建国'],
  ['ask/index', '不留姓名'],
  ['apply/index', '给谁申请'],
  ['rights/index?id=talking', '您可以'],
  ['agreement/index?id=toSign', '双方说好'],
  ...(Object.keys(cases) as CaseName[]).map((name): [string, string] => [`case/index?id=${name}`, '漏水渗水']),
];

describe.each([
  ['standard', {}],
  ['elder', { elder: true }],
  ['elder, dark, small phone', { elder: true, dark: true, device: 'smallPhone' as const }],
])('%s', (view, options: Visit) => {
  test.each(pages)('%s', async (where, words) => {
    const page = await open(where, options);
    await see(page, words.split('，')[0]!);
    await looksFit(page, `${where.replace(/\W+/g, '-')} ${view}`, options.elder);
    await page.context().close();
  });
});

describe.each(['start/index', 'mine/index', 'ask/index', 'apply/index', 'case/index?id=talking', 'agreement/index?id=toSign'])(
  '%s',
  where => {
    test('says what to do when it is refused, and when it fails', async () => {
      answer = () => ({ ok: false, error: { code: 'NOT_SIGNED_IN' } });
      const refused = await open(where);
      await see(refused, '还没有登录');
      await looksFit(refused, `refused ${where.replace(/\W+/g, '-')}`);
      await refused.context().close();
      answer = () => ({ ok: false, error: { code: 'INTERNAL' } });
      const failed = await open(where);
      await see(failed, '重试');
      answer = undefined;
      await press(failed, '重试');
      await failed.waitForSelector('.card, .list');
      await failed.context().close();
    });
  },
);

describe.each([
  ['standard', false],
  ['elder', true],
])('in the %s view', (view, elder) => {
  test('李敏 asks for her mother, goes back and finds what she wrote, and is told the dates', async () => {
    const page = await open('apply/index', { elder });
    await press(page, '下一步');
    await see(page, '请选给谁申请');
    await page.getByRole('radio', { name: /替王桂兰/ }).click();
    await press(page, '下一步');
    await page.getByRole('radio', { name: '漏水渗水' }).click();
    await looksFit(page, `apply kind ${view}`, elder);
    await press(page, '下一步');
    await page.getByRole('radio', { name: /^有危险/ }).click();
    await see(page, '110 报警');
    await looksFit(page, `apply danger ${view}`, elder);
    await page.getByRole('radio', { name: '没有危险' }).click();
    await press(page, '下一步');
    await page.getByLabel('事情经过').fill('楼上漏水，天花板湿了');
    await looksFit(page, `apply what ${view}`, elder);
    await press(page, '下一步');
    await page.getByLabel('地点').fill('卫生间');
    await press(page, '上一步');
    expect(await page.getByLabel('事情经过').inputValue()).toBe('楼上漏水，天花板湿了');
    await press(page, '下一步');
    expect(await page.getByLabel('地点').inputValue()).toBe('卫生间');
    await press(page, '下一步');
    await page.getByLabel('时间').fill('十月');
    await press(page, '下一步');
    await page.getByLabel('对方怎么称呼').fill('赵先生');
    await looksFit(page, `apply whom ${view}`, elder);
    await press(page, '下一步');
    await page.getByLabel('您的希望').fill('修好');
    await press(page, '下一步');
    await page.getByLabel('您的回答').fill('天花板');
    await press(page, '下一步');
    await page.getByRole('radio', { name: '谈过，没有结果' }).click();
    await press(page, '下一步');
    await looksFit(page, `apply files ${view}`, elder);
    await press(page, '下一步');
    await looksFit(page, `apply session ${view}`, elder);
    await press(page, '下一步');
    await looksFit(page, `apply check ${view}`, elder);
    await press(page, '提交申请');
    await see(page, '申请交上去了');
    await looksFit(page, `apply done ${view}`, elder);
    expect(asked('apply')).toEqual([
      expect.objectContaining({
        kind: 'leak',
        forResident: 'r-wangguilan',
        danger: false,
        wantsOpen: false,
        answers: [
          { id: 'where', answer: '天花板' },
          { id: 'talked', answer: '谈过，没有结果' },
        ],
      }),
    ]);
    await page.context().close();
  });

  test('she signs with her hand; a dot is not enough, and it can be written anew', async () => {
    const page = await open('agreement/index?id=toSign', { elder });
    await press(page, '我看懂了，愿意签');
    const pad = page.locator('#signature-pad canvas');
    await pad.waitFor();
    await page.waitForTimeout(150);
    const write = async (from: number, to: number) => {
      await pad.scrollIntoViewIfNeeded();
      const box = (await pad.boundingBox())!;
      await page.mouse.move(box.x + from, box.y + 40);
      await page.mouse.down();
      for (let at = from; at <= to; at += 8) await page.mouse.move(box.x + at, box.y + 60 + 30 * Math.sin(at / 12));
      await page.mouse.up();
    };
    await write(30, 30);
    expect(await page.getByRole('button', { name: '就这样，签字' }).getAttribute('aria-disabled')).toBe('true');
    await write(30, 220);
    await looksFit(page, `sign ${view}`, elder);
    await press(page, '写得不好，重写');
    await write(40, 240);
    await press(page, '就这样，签字');
    await page.waitForTimeout(300);
    const [sent] = asked('sign');
    expect(sent).toMatchObject({ id: 'm-1', round: 1 });
    const image = Buffer.from(String(sent!.image), 'base64');
    expect(image.subarray(1, 4).toString()).toBe('PNG');
    expect(image.length).toBeLessThan(60 * 1024);
    expect(image.length).toBeGreaterThan(1000);
    await page.context().close();
  });

  test('ending takes two steps that say what it means', async () => {
    const page = await open('case/index?id=talking', { elder });
    await press(page, /^请家人帮我办/);
    await looksFit(page, `agent ${view}`, elder);
    await press(page, '关闭');
    await press(page, /^撤回申请/);
    await see(page, '以后还可以再申请');
    await looksFit(page, `withdraw ${view}`, elder);
    await press(page, '我知道了，下一步');
    expect(asked('withdraw')).toEqual([]);
    await press(page, '撤回申请');
    await page.waitForTimeout(300);
    expect(asked('withdraw')).toEqual([{ id: 'm-1' }]);
    await page.context().close();
  });

  test('who is invited may say yes with a word, or no without one', async () => {
    const page = await open('case/index?id=invited', { elder });
    await press(page, '我愿意谈谈');
    await looksFit(page, `accept ${view}`, elder);
    await press(page, '再想想');
    await press(page, '这次不参加');
    await looksFit(page, `refuse ${view}`, elder);
    await press(page, '不参加');
    await page.waitForTimeout(300);
    expect(asked('answerInvitation')).toEqual([{ id: 'm-1', accept: false }]);
    await page.context().close();
  });

  test('times, proof, and what was written', async () => {
    const page = await open('case/index?id=talking', { elder });
    await page.getByRole('checkbox', { name: /15:00/ }).click();
    await press(page, '这些时间我方便');
    await page.waitForTimeout(300);
    expect(asked('chooseSlots')).toEqual([expect.objectContaining({ no: 1, slots: [cases.talking().sessions[0]!.slots[1]] })]);
    await press(page, /^看写过的内容/);
    await see(page, '双方都看得到');
    await looksFit(page, `record ${view}`, elder);
    await press(page, '再说说情况');
    await looksFit(page, `statement ${view}`, elder);
    await page.context().close();
    const done = await open('case/index?id=performing', { elder });
    await press(done, /^我做好了/);
    await done.getByLabel('怎么做的、哪天做的').fill('周六请师傅来过');
    await looksFit(done, `report ${view}`, elder);
    await press(done, '告诉对方做好了');
    await done.waitForTimeout(300);
    expect(asked('reportItem')).toEqual([{ id: 'm-1', no: 2, text: '周六请师傅来过', files: [] }]);
    await done.context().close();
  });
});

test('nothing of a case or of a draft is left on the phone', async () => {
  const page = await open('case/index?id=talking');
  await see(page, '漏水渗水');
  await page.goto(`${site.url}#/pages/mediation/mine/index`);
  await see(page, '赵建国');
  await page.goto(`${site.url}#/pages/mediation/apply/index`);
  await page.getByRole('radio', { name: '给我自己' }).click();
  await press(page, '下一步');
  await page.getByRole('radio', { name: '停车占位' }).click();
  const kept = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
  expect(kept).not.toMatch(/赵建国|myCases|mediation-draft|forResident/);
  await page.context().close();
});

test('a draft survives leaving the page, and a stranger is led to join', async () => {
  const page = await open('start/index');
  await press(page, /^我要申请/);
  await page.getByRole('radio', { name: '给我自己' }).click();
  await press(page, '下一步');
  await page.getByRole('radio', { name: '停车占位' }).click();
  await page.goBack();
  await press(page, /^我要申请/);
  await page.getByRole('radio', { name: '停车占位', checked: true }).waitFor();
  await page.context().close();
  answer = ({ action }) => (action === 'myCases' ? { ok: false, error: { code: 'NOT_ALLOWED' } } : undefined);
  const stranger = await open('start/index');
  await see(stranger, '加入社区后就能申请');
  await looksFit(stranger, 'start stranger');
  await stranger.context().close();
});
