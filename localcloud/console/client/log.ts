/** The function log: what ran, for whom, how long, how many database calls; a row opens to what the function wrote. */
import type { LogEntry } from './api';
import { clockText, empty, h, section } from './dom';

const SHOWN = 80;
let entries: LogEntry[] = [];
let onlyErrors = false;
let opened: string | undefined;

const keyOf = (entry: LogEntry): string => `${entry.at}|${entry.function}|${entry.action}|${entry.ms}`;

function rows(entry: LogEntry): HTMLElement[] {
  const key = keyOf(entry);
  const details = [entry.error, ...entry.logs].filter(Boolean).join('\n');
  const toggle = (): void => {
    opened = opened === key ? undefined : key;
    redraw();
  };
  const line = h(
    'tr',
    details ? { class: 'clickable', onclick: toggle, title: '点开看日志' } : {},
    h('td', { class: 'time hide-small' }, clockText(entry.at)),
    h(
      'td',
      { class: entry.ok ? '' : 'bad' },
      `${entry.function}.${entry.action}`,
      details && h('span', { class: 'soft' }, opened === key ? ' ▾' : ' ▸'),
      h('div', { class: 'soft only-small' }, clockText(entry.at)),
    ),
    h('td', { class: 'hide-small' }, entry.caller),
    h('td', { class: 'n' }, `${entry.ms < 10 ? entry.ms.toFixed(1) : Math.round(entry.ms)} ms`),
    h('td', { class: 'n' }, `${entry.databaseCalls} / ${entry.roundTrips}`),
  );
  return opened === key && details ? [line, h('tr', { class: 'more' }, h('td', { colspan: 5 }, h('pre', {}, details)))] : [line];
}

function draw(): Node[] {
  if (entries.length === 0) return [empty('还没有函数运行过。')];
  const failures = entries.filter(entry => !entry.ok).length;
  const filter = (label: string, value: boolean): HTMLElement =>
    h('button', { class: onlyErrors === value ? 'on' : '', onclick: () => choose(value) }, label);
  const shown = entries
    .filter(entry => !onlyErrors || !entry.ok)
    .slice(-SHOWN)
    .reverse();
  const head = h(
    'tr',
    {},
    h('th', { class: 'hide-small' }, '时间'),
    h('th', {}, '函数'),
    h('th', { class: 'hide-small' }, '谁'),
    h('th', { class: 'n' }, '用时'),
    h('th', { class: 'n', title: '数据库调用次数 / 先后等待的轮数' }, '调用/轮'),
  );
  return [
    h('div', { class: 'chips' }, filter('最近', false), filter(`出错 ${failures}`, true)),
    h('div', { class: 'scroll', 'data-keep': '' }, h('table', {}, h('thead', {}, head), h('tbody', {}, ...shown.flatMap(rows)))),
  ];
}

const show = section('log', draw);
const redraw = (): void => show([entries, onlyErrors, opened]);

function choose(value: boolean): void {
  onlyErrors = value;
  redraw();
}

export function updateLog(next: LogEntry[]): void {
  entries = next;
  redraw();
}
