/**
 * Draws a page of the built mini-program in Chromium with WeChat's own component framework: the uploaded wxml and wxss, and the data that
 * the page handed over in `vm.ts`. What the eye sees here comes from the very files that a phone gets.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { buildSync } from 'esbuild';
import { TmplGroup } from 'glass-easel-template-compiler';
import type { Browser, Page } from 'playwright-core';
import { withFonts } from '../../browser/fonts';
import { devices } from '../../browser/harness';
import { silence, watch } from '../../browser/settle';

/** WeChat's tags are not those of HTML: `text` and `input` would mean something else to a browser. */
const TAGS =
  /<(\/?)(view|text|image|button|input|textarea|scroll-view|picker|switch|label|form|swiper|swiper-item|comp)(?=[\s/>])/g;
const toWxTags = (wxml: string) => wxml.replace(TAGS, '<$1wx-$2');

/** 750 rpx are as wide as the glass. */
const toVw = (wxss: string) => wxss.replace(/(-?\d*\.?\d+)rpx/g, (_, rpx: string) => `${Number(rpx) / 7.5}vw`);

/** A style sheet with the ones it imports in place. */
function sheet(file: string): string {
  if (!existsSync(file)) return '';
  return readFileSync(file, 'utf8').replace(/@import ["']([^"']+)["'];?/g, (_, name: string) =>
    sheet(path.resolve(path.dirname(file), name)),
  );
}

/** What WeChat gives its tags before any style of ours. */
const BASE = `
  html, body { margin: 0; height: 100% }
  wx-view, wx-scroll-view, wx-input, wx-textarea, wx-button, wx-image, wx-picker { display: block }
  wx-button { text-align: center }
  wx-scroll-view { overflow: auto }
`;

function templates(folder: string, route: string): string {
  const group = new TmplGroup();
  const add = (name: string) => group.addTmpl(name, toWxTags(readFileSync(path.join(folder, `${name}.wxml`), 'utf8')));
  add('base');
  add(route);
  group.addScript('utils', readFileSync(path.join(folder, 'utils.wxs'), 'utf8'));
  const source = group.getTmplGenObjectGroups();
  group.free();
  return source;
}

function framework(): string {
  const { outputFiles } = buildSync({
    stdin: { contents: "export * from 'glass-easel'", resolveDir: __dirname },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'glassEasel',
  });
  return outputFiles[0]!.text;
}

const MOUNT = `(source, route, data) => {
  const groupList = new Function('return ' + source)();
  const space = new glassEasel.ComponentSpace();
  const definition = space.defineComponent({ is: route, data, template: { groupList, content: groupList[route] } });
  const context = new glassEasel.CurrentWindowBackendContext();
  const root = glassEasel.Component.createWithContext('page', definition.general(), context);
  const place = document.createElement('div');
  document.body.appendChild(place);
  glassEasel.Element.replaceDocumentElement(root, document.body, place);
}`;

/** @returns the browser's page with the mini-program's page drawn on it */
export async function draw(browser: Browser, folder: string, route: string, data: object, dark = false): Promise<Page> {
  const page = await browser.newPage({ viewport: devices.phone, deviceScaleFactor: 2, colorScheme: dark ? 'dark' : 'light' });
  const styles = [BASE, toVw(sheet(path.join(folder, 'app.wxss'))), toVw(sheet(path.join(folder, `${route}.wxss`)))];
  watch(page);
  await withFonts(page);
  await page.setContent(`<!DOCTYPE html><html><head><style>${styles.join('\n')}</style></head><body></body></html>`);
  await page.addScriptTag({ content: framework() });
  await page.evaluate(
    `(${MOUNT})(${JSON.stringify(templates(folder, route))}, ${JSON.stringify(route)}, ${JSON.stringify(data)})`,
  );
  await silence(page);
  return page;
}
