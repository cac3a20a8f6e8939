/** Who one can be, and the phones of those who were chosen. */
import { signInUrl } from '../links';
import { type Message, type Person, post, start } from './api';
import { briefText, empty, h, section } from './dom';

const KEY = 'local-cloud:phones';
let chosen: string[] = JSON.parse(localStorage.getItem(KEY) ?? 'null') ?? [];
let people: Person[] = [];
let messages: Message[] = [];
let search = '';

/** A second address of the same server is a second origin, so two people can be signed in side by side in one browser. */
const otherBase = start.url.replace('127.0.0.1', 'localhost');

/** The window opens at once, in the tap, because browsers block one that opens later. */
async function open(person: Person, base: string): Promise<void> {
  const page = window.open('about:blank', '_blank');
  const reply = await post<{ token: string }>('/local/sign-in', { openid: person.openid });
  if (reply && page) page.location.href = signInUrl(base, reply.token);
  else page?.close();
}

function toggle(openid: string): void {
  chosen = chosen.includes(openid) ? chosen.filter(other => other !== openid) : [...chosen, openid];
  localStorage.setItem(KEY, JSON.stringify(chosen));
  redraw();
}

function personRow(person: Person): HTMLElement {
  const isShown = chosen.includes(person.openid);
  const enter = start.canSignIn && start.hasApp;
  return h(
    'li',
    { class: 'person' },
    h('span', { class: 'face', 'aria-hidden': 'true' }, person.name.slice(-1)),
    h('h3', {}, person.name),
    h(
      'span',
      { class: 'actions' },
      enter &&
        h('button', { class: 'main', onclick: () => void open(person, start.url), title: `以${person.name}的身份打开` }, '进入'),
      h(
        'button',
        {
          class: isShown ? 'on' : '',
          'aria-pressed': String(isShown),
          onclick: () => toggle(person.openid),
          title: '看这个人的手机',
        },
        '手机',
      ),
    ),
    h('span', { class: 'soft' }, [person.about, person.phone].filter(Boolean).join(' · ') || person.openid),
  );
}

function drawPeople(): Node[] {
  if (people.length === 0) return [empty('还没有人。向 /local/people 发送 {openid, name} 就能添加。')];
  const found = people
    .filter(person => `${person.name}${person.about ?? ''}${person.phone ?? ''}`.includes(search))
    .slice(0, 100);
  const input = h('input', { type: 'search', placeholder: `在 ${people.length} 人中查找`, 'aria-label': '查找', value: search });
  const list = h('ul', { class: 'list', 'data-keep': '' }, ...found.map(personRow));
  input.addEventListener('input', () => {
    search = input.value.trim();
    const again = people
      .filter(person => `${person.name}${person.about ?? ''}${person.phone ?? ''}`.includes(search))
      .slice(0, 100);
    list.replaceChildren(...again.map(personRow));
  });
  return [...(people.length > 8 ? [input] : []), list];
}

const KINDS: Record<string, string> = {
  subscribe: '微信服务通知',
  sms: '短信',
  voice: '语音电话',
  pay: '支付',
  check: '内容检查',
  wecom: '企业微信',
};
export const kindText = (channel: string): string => KINDS[channel] ?? channel;

function pressKeys(message: Message): HTMLElement {
  if (message.keyPress) return h('span', { class: 'kind' }, `已按 ${message.keyPress}`);
  const keys = ['1', '2', '0'].map(key =>
    h('button', { onclick: () => void post('/local/voice/press', { id: message.id, key }) }, `按 ${key}`),
  );
  return h('div', { class: 'keys' }, ...keys);
}

function bubble(message: Message): HTMLElement {
  const title = message.channel === 'subscribe' ? message.title : '';
  return h(
    'div',
    { class: 'bubble' },
    h('span', { class: 'kind' }, [kindText(message.channel), title].filter(Boolean).join(' · ')),
    message.text || '（无文字）',
    message.channel === 'voice' && pressKeys(message),
    h('time', {}, briefText(message.at)),
  );
}

function phone(person: Person): HTMLElement {
  const inbox = messages
    .filter(({ openid, channel }) => openid === person.openid && channel !== 'check')
    .slice(-50)
    .reverse();
  const title = h(
    'div',
    { class: 'top' },
    h('h3', {}, person.name),
    h('button', { onclick: () => toggle(person.openid), 'aria-label': `收起${person.name}的手机` }, '收起'),
  );
  const shown = inbox.length > 0 ? inbox.map(bubble) : [empty('还没有消息')];
  const second = h(
    'button',
    { onclick: () => void open(person, otherBase), title: '用另一个地址打开，可以同时用两个人的身份' },
    '作为第二部手机打开',
  );
  return h(
    'article',
    { class: 'phone' },
    title,
    h('div', { class: 'inbox', 'data-keep': '' }, ...shown),
    start.canSignIn && start.hasApp && h('div', { class: 'foot' }, second),
  );
}

function drawPhones(): Node[] {
  const shown = chosen.flatMap(openid => people.find(person => person.openid === openid) ?? []);
  if (shown.length === 0) return [empty('在“谁在用”里点“手机”，这里会并排显示每个人收到的微信、短信和电话。')];
  return [h('div', { class: 'shelf', 'data-keep': '' }, ...shown.map(phone))];
}

const showPeople = section('people', drawPeople);
const showPhones = section('phones', drawPhones);

function redraw(): void {
  showPeople([people, chosen]);
  showPhones([people, chosen, messages.filter(({ openid }) => openid && chosen.includes(openid))]);
}

export function updatePeople(nextPeople: Person[], nextMessages: Message[]): void {
  if (chosen.length === 0 && !localStorage.getItem(KEY)) chosen = nextPeople.slice(0, 3).map(person => person.openid);
  [people, messages] = [nextPeople, nextMessages];
  redraw();
}
