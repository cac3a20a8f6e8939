/** The console: one page, rendered here with its first data; a small script of its own keeps it fresh. */
import path from 'node:path';
import { buildSync } from 'esbuild';
import type { Parts } from '../parts';
import { STYLE } from './style';

let script: string | undefined;

/** The page's script, built once per process. */
function clientScript(): string {
  script ??= buildSync({
    entryPoints: [path.join(__dirname, 'client/main.ts')],
    bundle: true,
    format: 'iife',
    target: 'es2021',
    charset: 'utf8',
    write: false,
  }).outputFiles[0]!.text;
  return script;
}

const ICON = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="4" fill="#0B7A5C"/><path d="M4.5 11a2.3 2.3 0 0 1 .3-4.6 3.3 3.3 0 0 1 6.3.8A2 2 0 0 1 11 11z" fill="#fff"/></svg>')}`;

const TITLES = {
  people: '谁在用',
  phones: '手机',
  messages: '发出的消息',
  devices: '设备',
  timers: '定时器',
  log: '函数日志',
  collections: '数据',
};
type Section = keyof typeof TITLES;
const SECTIONS = Object.keys(TITLES) as Section[];
const COLUMNS: Section[][] = [
  ['people', 'devices', 'timers'],
  ['phones', 'messages', 'log', 'collections'],
];

/** JSON inside a script element must not end that element. */
const embedded = (value: unknown): string => JSON.stringify(value).replace(/</g, '\\u003c');

export function consolePage({ url, options, clock }: Parts): string {
  const links = SECTIONS.map(id => `<a href="#${id}">${TITLES[id]}</a>`).join('');
  const box = (id: Section): string =>
    `<section id="${id}" aria-label="${TITLES[id]}"><h2>${TITLES[id]}</h2><div></div></section>`;
  const columns = COLUMNS.map(column => `<div class="column">${column.map(box).join('')}</div>`).join('');
  const state = embedded({ url, hasApp: Boolean(options.staticDir), canSignIn: Boolean(options.signIn), now: clock.now() });
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>本机云</title><link rel="icon" href="${ICON}"><style>${STYLE}</style></head>
<body><header><div class="bar"><strong class="brand">本机云</strong><nav>${links}</nav></div></header>
<p class="notice">仅供开发和测试，不是生产服务器。这里的短信、微信和电话都不会真的发出去。</p>
<div id="clock"></div><main>${columns}</main>
<div id="toast" role="status" aria-live="polite"></div>
<script type="application/json" id="state">${state}</script><script>${clientScript().replace(/<\/script/g, '<\\/script')}</script></body></html>`;
}
