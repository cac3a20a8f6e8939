import path from 'node:path';
import type { Browser } from 'playwright-core';
import { ensureBuilt } from '../../config/scripts/taro';
import type { Call, Envelope } from '../../types/contract';
import { audit, openBrowser, shoot, smallTargets, type Visit, visit } from './harness';
import { serveH5 } from './server';

const pictures = path.resolve(__dirname, '../../.cache/pictures');

const me = {
  account: { name: '李女士', status: 'member' },
  roles: ['resident'],
  grants: [],
  community: { id: 'xfl', name: '幸福里社区', phone: '010-12345678', address: '幸福里 1 号' },
  elders: [],
  family: [],
  bindings: [],
  may: {},
};

function answer(_domain: string, { action }: Call): Envelope<unknown> {
  if (action === 'me') return { ok: true, data: me };
  if (action === 'myOrders') return { ok: true, data: { today: '2026-11-21', orders: [] } };
  return { ok: true, data: { unread: 0, letters: [] } };
}

let browser: Browser;
let site: Awaited<ReturnType<typeof serveH5>>;

beforeAll(async () => {
  site = await serveH5(ensureBuilt('h5'), answer);
  browser = await openBrowser();
}, 180_000);

afterAll(async () => {
  await browser?.close();
  site?.close();
});

const views: [string, Visit][] = [
  ['phone', {}],
  ['small phone', { device: 'smallPhone' }],
  ['elder', { elder: true }],
  ['elder, small phone', { elder: true, device: 'smallPhone' }],
  ['dark', { dark: true }],
  ['elder, dark', { elder: true, dark: true }],
  ['desk', { device: 'desk' }],
];

describe('the home page in a browser', () => {
  test.each(views)('%s: nothing for axe, every target large enough, nothing sticks out', async (name, options) => {
    const { page, context } = await visit(browser, site.url, { ...options, now: new Date('2026-11-21T09:00:00+08:00') });
    await page.getByText('李女士').first().waitFor();
    await shoot(page, path.join(pictures, `home ${name}.png`));
    expect(await audit(page)).toEqual([]);
    expect(await smallTargets(page, options.elder ? 60 : 44)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    await context.close();
  });

  test('a resident page is a column in the middle of a wide screen', async () => {
    const { page, context } = await visit(browser, site.url, { device: 'desk' });
    const box = await page.locator('.screen').boundingBox();
    expect(box?.width).toBeLessThanOrEqual(480);
    expect(Math.abs((box?.x ?? 0) + (box?.width ?? 0) / 2 - 640)).toBeLessThan(10);
    await context.close();
  });

  test('the keyboard reaches every button', async () => {
    const { page, context } = await visit(browser, site.url, { device: 'desk' });
    await page.getByText('切换大字版').waitFor();
    await page.getByRole('button', { name: '切换大字版' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('.theme-elder').waitFor();
    await context.close();
  });

  test('a token in the address is kept and taken out of the address', async () => {
    const { page, context } = await visit(browser, site.url, { token: 'secret-token' });
    await page.getByText('李女士').first().waitFor();
    expect(page.url()).not.toContain('secret-token');
    expect(await page.evaluate(() => localStorage.getItem('jl:token'))).toContain('secret-token');
    await context.close();
  });
});
