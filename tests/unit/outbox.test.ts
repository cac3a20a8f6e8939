/** What a phone without network keeps: sent later, in order, each once. */
const kept = new Map<string, unknown>();
let full = false;
jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: {
    getStorageSync: (key: string) => kept.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => {
      if (full) throw new Error('exceed storage max size');
      kept.set(key, JSON.parse(JSON.stringify(value)));
    },
    removeStorageSync: (key: string) => void kept.delete(key),
    onAppShow: jest.fn(),
  },
}));

import { onlineManager } from '@tanstack/react-query';
import { Failure } from '../../src/services/door';
import { outbox } from '../../src/services/outbox';
import { forgetAll } from '../../src/services/query';

type Sent = { input: string; id: string };

/** A network that can be away, and a server that knows every gesture. */
function network() {
  const server = new Map<string, string>();
  const arrived: Sent[] = [];
  const net = { away: true, loseAnswers: 0, refuse: new Set<string>(), most: 0, running: 0 };
  const send = async (input: string, id: string) => {
    net.running += 1;
    net.most = Math.max(net.most, net.running);
    await Promise.resolve();
    net.running -= 1;
    if (net.away) throw new Failure('OFFLINE');
    if (net.refuse.has(input)) throw new Failure('ALREADY_REDEEMED', { at: 1 });
    arrived.push({ input, id });
    server.set(id, input);
    if (net.loseAnswers-- > 0) throw new Failure('TIMEOUT');
  };
  return { net, server, arrived, send };
}

let boxes = 0;
const name = () => `box-${++boxes}`;
const online = () => {
  onlineManager.setOnline(false);
  onlineManager.setOnline(true);
};

beforeEach(() => {
  jest.useFakeTimers();
  full = false;
});
afterEach(() => jest.useRealTimers());

test('what was done without network goes out when it is there again, each gesture once', async () => {
  const { net, server, send } = network();
  const box = outbox(name(), send);
  expect(box.add('a', 'a1')).toBe(true);
  box.add('a', 'a2');
  box.add('b', 'b1');
  await box.flush();
  expect(box.deeds()).toHaveLength(3);
  net.away = false;
  // An answer that is lost sends the same gesture again.
  net.loseAnswers = 1;
  online();
  await box.flush();
  await jest.advanceTimersByTimeAsync(20_000);
  await box.flush();
  expect(box.deeds()).toEqual([]);
  expect([...server.values()].sort()).toEqual(['a1', 'a2', 'b1']);
});

test('deeds of one lane keep their order, lanes go side by side, six at most', async () => {
  const { net, arrived, send } = network();
  const box = outbox(name(), send);
  for (let i = 0; i < 20; i++) box.add(`lane-${i % 10}`, `${i % 10}:${i}`);
  await box.flush();
  net.away = false;
  net.most = 0;
  await box.flush();
  expect(arrived).toHaveLength(20);
  expect(net.most).toBe(6);
  for (let lane = 0; lane < 10; lane++)
    expect(arrived.filter(({ input }) => input.startsWith(`${lane}:`)).map(({ input }) => Number(input.split(':')[1]))).toEqual([
      lane,
      lane + 10,
    ]);
});

test("the server's no is kept for the person to read and holds up nothing", async () => {
  const { net, arrived, send } = network();
  const box = outbox(name(), send);
  net.away = false;
  net.refuse.add('bad');
  box.add('a', 'bad');
  box.add('a', 'good');
  await box.flush();
  expect(arrived.map(({ input }) => input)).toEqual(['good']);
  expect(box.deeds()).toMatchObject([{ input: 'bad', refused: { code: 'ALREADY_REDEEMED', details: { at: 1 } } }]);
  box.dismiss(box.deeds()[0]!.id);
  expect(box.deeds()).toEqual([]);
});

test('the next run of the app sends what the last one could not, under the same gesture', async () => {
  const first = network();
  const which = name();
  outbox(which, first.send).add('a', 'a1');
  await jest.advanceTimersByTimeAsync(1);
  const [before] = kept.get(`jl:outbox:${which}`) as { id: string }[];
  const second = network();
  second.net.away = false;
  const box = outbox(which, second.send);
  await box.flush();
  expect(second.arrived).toEqual([{ input: 'a1', id: before!.id }]);
  expect(kept.has(`jl:outbox:${which}`)).toBe(false);
});

test('a full phone says so; another person on this phone sends nothing of the first', async () => {
  const { net, arrived, send } = network();
  const box = outbox(name(), send);
  full = true;
  expect(box.add('a', 'a1')).toBe(false);
  full = false;
  box.add('a', 'a2');
  await box.flush();
  forgetAll();
  net.away = false;
  await box.flush();
  expect([box.deeds(), arrived]).toEqual([[], []]);
});
