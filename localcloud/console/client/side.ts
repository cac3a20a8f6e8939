/** The clock, the timers, the device buttons. */
import { type Device, post, start, type Timer } from './api';
import { briefText, clockText, dayText, empty, h, section, toast } from './dom';

const HOUR = 3600_000;
const SHANGHAI_MS = 8 * HOUR;
let offset = start.now - Date.now();
let refresh: () => void = () => undefined;

async function move(body: object): Promise<void> {
  toast('正在拨动时钟，到点的定时器会运行……');
  const reply = await post<{ now: number }>('/local/clock', body);
  if (!reply) return;
  offset = reply.now - Date.now();
  toast(`现在是 ${dayText(reply.now)} ${clockText(reply.now)}`);
  refresh();
}

/** The next time the clock in Shanghai shows this hour. */
function nextHour(hour: number): number {
  const now = Date.now() + offset;
  const midnight = Math.floor((now + SHANGHAI_MS) / (24 * HOUR)) * 24 * HOUR - SHANGHAI_MS;
  const today = midnight + hour * HOUR;
  return today > now ? today : today + 24 * HOUR;
}

/** Drawn once; only the time inside changes. */
export function startClock(refreshAll: () => void): void {
  refresh = refreshAll;
  const time = h('b', {});
  const date = h('span', {});
  const moves: [string, () => object][] = [
    ['+10 分钟', () => ({ advanceMs: HOUR / 6 })],
    ['+1 小时', () => ({ advanceMs: HOUR })],
    ['到早上 7 点', () => ({ now: nextHour(7) })],
    ['+1 天', () => ({ advanceMs: 24 * HOUR })],
    ['回到真实时间', () => ({ now: Date.now() })],
  ];
  const buttons = moves.map(([label, body]) => h('button', { onclick: () => void move(body()) }, label));
  document.getElementById('clock')!.append(h('div', {}, time, date, ...buttons));
  const tick = (): void => {
    const now = Date.now() + offset;
    time.textContent = clockText(now);
    date.textContent = dayText(now);
  };
  tick();
  window.setInterval(tick, 1000);
}

export function updateClock(now: number): void {
  offset = now - Date.now();
}

async function fire(timer: Timer): Promise<void> {
  const reply = await post<{ result: unknown }>(`/local/timers/${encodeURIComponent(timer.name)}/fire`);
  if (reply) toast(`${timer.name} 运行完了：${JSON.stringify(reply.result).slice(0, 120)}`);
  refresh();
}

let timers: Timer[] = [];
const showTimers = section('timers', () =>
  timers.length === 0
    ? [empty('函数没有声明定时器。')]
    : timers.map(timer =>
        h(
          'div',
          { class: 'row' },
          h(
            'div',
            {},
            timer.name,
            h('div', { class: 'soft' }, `${timer.cron}${timer.next ? ` · 下次 ${briefText(timer.next)}` : ''}`),
          ),
          h('button', { onclick: () => void fire(timer) }, '现在运行'),
        ),
      ),
);

export function updateTimers(next: Timer[]): void {
  timers = next;
  showTimers(timers);
}

async function press(device: Device): Promise<void> {
  const reply = await post(`/api/${device.path}`, device.body);
  if (reply) toast(`${device.label}：${JSON.stringify(reply).slice(0, 120)}`);
  refresh();
}

export function showDevices(devices: Device[]): void {
  const buttons = devices.map(device => h('button', { onclick: () => void press(device) }, device.label));
  const content =
    buttons.length > 0 ? [h('div', { class: 'chips' }, ...buttons)] : [empty('没有设备按钮。启动时用 devices 选项添加。')];
  section('devices', () => content)(devices);
}
