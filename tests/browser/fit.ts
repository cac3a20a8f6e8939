import type { Page } from 'playwright-core';
import { audit, smallTargets } from './harness';

/** Pixels that something may be pressed on, either way: everybody's, and in the elder view. */
const LEAST = 44;
const LEAST_ELDER = 60;

/** Nothing for axe, every target large enough, nothing beside the screen. */
export async function isFit(page: Page, elder = false): Promise<void> {
  expect(await audit(page)).toEqual([]);
  expect(await smallTargets(page, elder ? LEAST_ELDER : LEAST)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
}
