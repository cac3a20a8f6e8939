/** Chinese glyphs on a machine that has none: the page would show boxes, which nobody can judge. */
import path from 'node:path';
import type { Page } from 'playwright-core';

const FONTS = path.resolve(__dirname, '../../node_modules/@fontsource/noto-sans-sc');
const FONT_HOST = 'http://fonts.test';
const WEIGHTS = ['400', '500'];

/** Answers for the host of the fonts; before the page is opened. */
export async function routeFonts(page: Page): Promise<void> {
  await page.route(`${FONT_HOST}/**`, route => {
    const file = path.join(FONTS, new URL(route.request().url()).pathname);
    return route.fulfill({ path: file, headers: { 'access-control-allow-origin': '*' } });
  });
}

/** Adds the sheets to the page that is open and waits until what is shown is set in them. */
export async function addFonts(page: Page): Promise<void> {
  for (const weight of WEIGHTS) await page.addStyleTag({ url: `${FONT_HOST}/${weight}.css` });
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready);
}
