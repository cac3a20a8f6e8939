/** Opens the web version in a real browser: on a phone, on a small phone, on a desk. Shared by the browser tests and the picture script. */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { withFonts } from './fonts';
import { silence, watch } from './settle';

export const devices = {
  phone: { width: 375, height: 812 },
  smallPhone: { width: 375, height: 667 },
  desk: { width: 1280, height: 800 },
} as const;
export type Device = keyof typeof devices;

const CHROMES = [
  '/usr/bin/google-chrome',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** An installed Chrome, else the Chromium that comes as an npm package. */
async function executable(): Promise<{ executablePath: string; args: string[] }> {
  const installed = process.env.CHROME_PATH ?? CHROMES.find(existsSync);
  if (installed) return { executablePath: installed, args: [] };
  // Kept out of CommonJS: the package is an ES module.
  const packed = (await import('@sparticuz/chromium')).default;
  return { executablePath: await packed.executablePath(), args: packed.args.filter(arg => !arg.startsWith('--single-process')) };
}

export async function openBrowser(): Promise<Browser> {
  const { executablePath, args } = await executable();
  return chromium.launch({ executablePath, args: [...args, '--no-sandbox'], headless: true });
}

export interface Visit {
  device?: Device;
  elder?: boolean;
  dark?: boolean;
  /** `pages/canteen/week/index?from=…`; the home page unless told. */
  path?: string;
  token?: string;
  /** Fixed, so that pictures are the same every day. */
  now?: Date;
}

/** A fresh browser profile on the page, settled: data there, fonts there. */
export async function visit(
  browser: Browser,
  url: string,
  options: Visit = {},
): Promise<{ page: Page; context: BrowserContext }> {
  const { device = 'phone', elder = false, dark = false, path: where = 'pages/home/index', token, now } = options;
  const context = await browser.newContext({
    viewport: devices[device],
    deviceScaleFactor: device === 'desk' ? 1 : 2,
    isMobile: device !== 'desk',
    hasTouch: device !== 'desk',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    colorScheme: dark ? 'dark' : 'light',
  });
  const page = await context.newPage();
  watch(page);
  await withFonts(page);
  if (now) await page.clock.setFixedTime(now);
  await page.addInitScript(view => localStorage.setItem('jl:view', JSON.stringify({ data: view })), elder ? 'elder' : 'standard');
  await page.goto(`${url}${token ? `?token=${encodeURIComponent(token)}` : ''}#/${where}`);
  await settle(page);
  return { page, context };
}

/** Until the screen is there and nothing more arrives. */
export async function settle(page: Page): Promise<void> {
  await page.waitForSelector('.screen');
  await silence(page);
}

/** A picture of what is on the glass, or with `full` of the whole page. @returns its path */
export async function shoot(page: Page, file: string, full = false): Promise<string> {
  mkdirSync(path.dirname(file), { recursive: true });
  const glass = page.viewportSize();
  if (full && glass) {
    // The page scrolls inside its own frame, so the glass grows instead.
    const height = await page.evaluate(() => Math.ceil(document.querySelector('.screen')?.getBoundingClientRect().height ?? 0));
    await page.setViewportSize({ ...glass, height: Math.max(glass.height, height) });
  }
  await page.screenshot({ path: file });
  if (full && glass) await page.setViewportSize(glass);
  return file;
}

export interface Finding {
  rule: string;
  impact: string;
  where: string[];
}

const axeSource = readFileSync(path.resolve(__dirname, '../../node_modules/axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong on the page, by WCAG 2.1 A and AA. */
export async function audit(page: Page): Promise<Finding[]> {
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const axe = (
      window as unknown as { axe: { run: (context: Document, options: object) => Promise<{ violations: AxeViolation[] }> } }
    ).axe;
    type AxeViolation = { id: string; impact?: string; nodes: { html: string }[] };
    const { violations } = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] });
    return violations.map(({ id, impact, nodes }) => ({
      rule: id,
      impact: impact ?? '',
      where: nodes.map(node => node.html.slice(0, 160)),
    }));
  });
}

/** Pressable things smaller than a finger, in CSS pixels: 44, or 60 in the elder view. */
export async function smallTargets(page: Page, least: number): Promise<string[]> {
  return page.evaluate(size => {
    const shown = Array.from(document.querySelectorAll<HTMLElement>('.pressable, .open-button, taro-input-core')).filter(
      each => each.offsetParent !== null,
    );
    return shown
      .map(each => ({ box: each.getBoundingClientRect(), name: each.getAttribute('aria-label') ?? each.textContent }))
      .filter(({ box }) => box.width < size - 0.5 || box.height < size - 0.5)
      .map(({ box, name }) => `${name} ${Math.round(box.width)}×${Math.round(box.height)}`);
  }, least);
}
