/** Chinese glyphs on a machine that has none: the page would show boxes, which nobody can judge. */
import path from 'node:path';
import type { Page } from 'playwright-core';

const FONTS = path.resolve(__dirname, '../../node_modules/@fontsource/noto-sans-sc');
const FONT_HOST = 'http://fonts.test';
const SHEETS = ['400', '500'].map(weight => `${FONT_HOST}/${weight}.css`);

/** Answers for the host of the fonts, and gives every document its sheets; before the page is opened. */
export async function withFonts(page: Page): Promise<void> {
  await page.route(`${FONT_HOST}/**`, route => {
    const file = path.join(FONTS, new URL(route.request().url()).pathname);
    return route.fulfill({ path: file, headers: { 'access-control-allow-origin': '*' } });
  });
  await page.addInitScript(sheets => {
    document.addEventListener('DOMContentLoaded', () => {
      for (const href of sheets) document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href }));
    });
  }, SHEETS);
}
