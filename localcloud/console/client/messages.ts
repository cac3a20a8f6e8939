/** Everything that was sent, by channel, with what was refused and why. */
import type { Message, Person } from './api';
import { briefText, empty, h, section } from './dom';
import { kindText } from './people';

const SHOWN = 100;
let messages: Message[] = [];
let names = new Map<string, string>();
let channel = '';

function chip(name: string, count: number): HTMLElement {
  const isOn = name === channel;
  const choose = (): void => {
    channel = name;
    show([messages, channel]);
  };
  return h(
    'button',
    { class: isOn ? 'on' : '', 'aria-pressed': String(isOn), onclick: choose },
    `${name ? kindText(name) : '全部'} ${count}`,
  );
}

function row({ at, channel: kind, title, to, openid, text, error }: Message): HTMLElement {
  const name = names.get(openid ?? '');
  return h(
    'tr',
    {},
    h('td', { class: 'time hide-small' }, briefText(at)),
    h('td', { class: 'hide-small' }, kindText(kind)),
    h('td', {}, name ?? to, h('div', { class: 'soft' }, title), h('div', { class: 'soft only-small' }, briefText(at))),
    h('td', { class: 'text' }, text, error ? h('div', { class: 'bad' }, `未送达：${error}`) : undefined),
  );
}

function draw(): Node[] {
  if (messages.length === 0) return [empty('还没有发出过消息。')];
  const channels = [...new Set(messages.map(message => message.channel))].sort();
  const chips = [
    chip('', messages.length),
    ...channels.map(name => chip(name, messages.filter(message => message.channel === name).length)),
  ];
  const rows = messages
    .filter(message => !channel || message.channel === channel)
    .slice(-SHOWN)
    .reverse();
  const head = h(
    'tr',
    {},
    h('th', { class: 'hide-small' }, '时间'),
    h('th', { class: 'hide-small' }, '方式'),
    h('th', {}, '发给'),
    h('th', {}, '内容'),
  );
  return [
    h('div', { class: 'chips' }, ...chips),
    h('div', { class: 'scroll', 'data-keep': '' }, h('table', {}, h('thead', {}, head), h('tbody', {}, ...rows.map(row)))),
  ];
}

const show = section('messages', draw);

export function updateMessages(next: Message[], people: Person[]): void {
  messages = next;
  names = new Map(people.map(({ openid, name }) => [openid, name]));
  show([messages, channel]);
}
