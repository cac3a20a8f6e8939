import { join } from 'node:path';
import { startDemoCloud } from '/work/w-canteen-kitchen/config/scripts/demo-cloud';
import { openBrowser, settle, shoot, type Visit, visit } from '/work/w-canteen-kitchen/tests/browser/harness';
import { addDays, civilDate, dayOf, type Instant, instantAt } from '/work/w-canteen-kitchen/types/time';

const ROOT = '/work/w-canteen-kitchen';
(async () => {
  const at = instantAt(civilDate('2026-11-26'), 11 * 60 + 20);
  const cloud = await startDemoCloud({ staticDir: join(ROOT, 'dist/h5'), timers: false } as any, { at: () => at } as any);
  const signIn = async (openid: string) =>
    (
      (await (
        await fetch(cloud.url + '/local/sign-in', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ openid }),
        })
      ).json()) as any
    ).token;
  const browser = await openBrowser();
  const list: (Visit & { name: string; as: string; full?: boolean; press?: string })[] = JSON.parse(process.argv[2]!);
  for (const each of list) {
    try {
      const token = await signIn(each.as);
      const { page, context } = await visit(browser, cloud.url, { ...each, token, now: new Date(cloud.now()) } as any);
      if (each.press) {
        for (const p of each.press.split('>')) {
          await page.getByText(p).first().click();
          await page.waitForTimeout(500);
        }
      }
      await page.waitForTimeout(300);
      await shoot(page, '/tmp/kit/' + each.name + '.png', each.full ?? false);
      const fit = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      console.log(each.name, 'overflow', fit);
      await context.close();
    } catch (e) {
      console.log(each.name, String(e).slice(0, 300));
    }
  }
  await browser.close();
  await cloud.stop();
  process.exit(0);
})();
