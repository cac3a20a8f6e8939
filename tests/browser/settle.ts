/**
 * Waits until a page is at rest. Playwright's own `networkidle` wants half a second without a request, which over hundreds of pages was
 * most of what the tests took; here the requests of the page are counted, and a short silence is enough.
 */
import type { Page } from 'playwright-core';

interface Traffic {
  running: number;
  lastAt: number;
}

const traffic = new WeakMap<Page, Traffic>();

/** Milliseconds without a request after which nothing more is expected: longer than the page needs to draw and to ask again. */
const SILENCE = 120;
/** A page that never falls silent is looked at all the same. */
const PATIENCE = 8_000;

/** Counts the requests of a page; before it is opened. */
export function watch(page: Page): void {
  const state: Traffic = { running: 0, lastAt: Date.now() };
  traffic.set(page, state);
  const change = (by: 1 | -1) => () => {
    state.running += by;
    state.lastAt = Date.now();
  };
  page.on('request', change(1));
  page.on('requestfinished', change(-1));
  page.on('requestfailed', change(-1));
}

/** Until no request has run for a short while and what is shown is set in its fonts. */
export async function silence(page: Page): Promise<void> {
  const state = traffic.get(page);
  if (!state) throw new Error('watch(page) before the page is opened');
  const end = Date.now() + PATIENCE;
  while (Date.now() < end && (state.running > 0 || Date.now() - state.lastAt < SILENCE))
    await new Promise(resolve => setTimeout(resolve, 20));
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}
