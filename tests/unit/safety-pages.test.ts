/** What the pages of safety work out by themselves: the hold, the sending, the words, which buttons stand. */
jest.mock('@tarojs/taro', () => ({ __esModule: true, default: {} }));

import { HOLD_SECONDS, hold } from '../../src/components/hold';
import { mainSteps, sideSteps } from '../../src/pages/safety/alert/steps';
import { codeIn } from '../../src/pages/safety/found/code';
import { factsOf, mealsOf, momentsOf } from '../../src/pages/safety/parent/day';
import { secondsTo } from '../../src/pages/safety/parts/countdown';
import { stateOf, waitText } from '../../src/pages/safety/parts/state';
import { momentsOf as linesOf } from '../../src/pages/safety/parts/timeline';
import type { ParentDay } from '../../src/pages/safety/queries';
import { seesOf, seesText } from '../../src/pages/safety/sees';
import { keepSending, waitAfter } from '../../src/pages/safety/sos/sending';
import { ENDINGS, handledText, lastsText } from '../../src/pages/safety/words';
import type { SosGesture } from '../../src/services/sos';
import type { OrderView } from '../../types/canteen';
import { ALERT_KINDS, type AlertView, CHOSEN_RESOLUTIONS } from '../../types/safety';
import { civilDate, type Instant, instantAt, MINUTE_MS } from '../../types/time';
import { no, yes } from '../../types/verdict';

const today = civilDate('2026-11-26');
const at = (hour: number): Instant => instantAt(today, hour * 60);

describe('holding the button', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());
  const held = () => {
    const seconds: number[] = [];
    const onHeld = jest.fn();
    const stop = hold({ seconds: HOLD_SECONDS, onSecond: left => seconds.push(left), onHeld });
    return { seconds, onHeld, stop };
  };

  test('counts three seconds down and then calls once', () => {
    const { seconds, onHeld } = held();
    jest.advanceTimersByTime(2_999);
    expect([seconds, onHeld.mock.calls.length]).toEqual([[3, 2, 1], 0]);
    jest.advanceTimersByTime(10_000);
    expect(onHeld).toHaveBeenCalledTimes(1);
  });

  test('a finger that lets go a moment too early calls nobody', () => {
    const { onHeld, stop } = held();
    jest.advanceTimersByTime(2_900);
    stop();
    jest.advanceTimersByTime(10_000);
    expect(onHeld).not.toHaveBeenCalled();
  });
});

describe('sending for help', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());
  const lost = { ok: false, error: { code: 'OFFLINE' } } as const;
  const alert = { ok: true, data: { id: 'a1' } } as const;
  const gesture = (first: SosGesture['first']): SosGesture => ({ requestId: 'g1', elderId: undefined, first });
  const hears = () => ({ onLost: jest.fn(), onRaised: jest.fn(), onRefused: jest.fn() });

  test('a call that is lost goes out again as the same gesture until it arrives', async () => {
    const heard = hears();
    const again = jest.fn().mockResolvedValueOnce(lost).mockResolvedValue(alert);
    keepSending(gesture(Promise.resolve(lost)), heard, again);
    await jest.advanceTimersByTimeAsync(10_000);
    expect(heard.onLost.mock.calls).toEqual([
      [1, 'OFFLINE'],
      [2, 'OFFLINE'],
    ]);
    expect(again.mock.calls.map(([sent]) => sent.requestId)).toEqual(['g1', 'g1']);
    expect(heard.onRaised).toHaveBeenCalledWith(alert.data);
  });

  test('never gives up, and waits five seconds at most', async () => {
    const again = jest.fn().mockResolvedValue(lost);
    const stop = keepSending(gesture(Promise.resolve(lost)), hears(), again);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(again.mock.calls.length).toBeGreaterThan(12);
    expect([waitAfter(1), waitAfter(3), waitAfter(99)]).toEqual([1_000, 3_000, 5_000]);
    stop();
    const calls = again.mock.calls.length;
    await jest.advanceTimersByTimeAsync(60_000);
    expect(again).toHaveBeenCalledTimes(calls);
  });

  test('a no is said, not repeated', async () => {
    const heard = hears();
    const again = jest.fn();
    keepSending(gesture(Promise.resolve({ ok: false, error: { code: 'NOT_YOUR_ELDER' } })), heard, again);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(heard.onRefused.mock.calls[0]?.[0]).toMatchObject({ code: 'NOT_YOUR_ELDER' });
    expect(again).not.toHaveBeenCalled();
  });
});

test('seconds are rounded up and end at nought', () =>
  expect([secondsTo(10_000, 0), secondsTo(10_000, 9_001), secondsTo(10_000, 20_000)]).toEqual([10, 1, 0]));

const alert = (over: Partial<AlertView> = {}): AlertView =>
  ({ id: 'a1', kind: 'sos', status: 'raised', open: true, mine: false, raisedAt: at(9), ...over }) as AlertView;

describe('words', () => {
  test('how long it lasts', () =>
    expect([20_000, 12 * MINUTE_MS, 130 * MINUTE_MS, 120 * MINUTE_MS, 72 * 60 * MINUTE_MS].map(lastsText)).toEqual([
      '不到 1 分钟',
      '12 分钟',
      '2 小时 10 分钟',
      '2 小时',
      '3 天',
    ]));

  test('who has it', () => {
    expect(handledText(alert())).toBe('已经在通知家人和社区，还没有人接手');
    expect(handledText(alert({ status: 'onTheWay', responder: '李敏' }))).toBe('李敏正在赶去');
    expect(handledText(alert({ status: 'onTheWay', responder: '李敏', arrivedAt: at(10) }))).toBe('李敏已经到了');
    expect(handledText(alert({ status: 'resolved', responder: '李敏', resolution: 'fine' }))).toBe('人没事，李敏处理的');
    expect(handledText(alert({ status: 'resolved', resolution: 'signOfLife' }))).toBe('有平安信号了');
  });

  test('every kind can be ended, and only as a person may', () => {
    for (const kind of ALERT_KINDS) {
      expect(ENDINGS[kind].length).toBeGreaterThan(1);
      expect(CHOSEN_RESOLUTIONS).toEqual(expect.arrayContaining([...ENDINGS[kind]]));
    }
  });
});

describe('the buttons of an alert', () => {
  const all = { acknowledge: yes, goNow: yes, arrive: yes, resolve: yes, handOver: yes, comment: yes };
  const none = no('NOT_RESPONDER');
  const may = (over: Partial<Record<keyof AlertView['may'], typeof yes | typeof none>>): AlertView['may'] =>
    ({
      acknowledge: none,
      goNow: none,
      arrive: none,
      resolve: none,
      handOver: none,
      comment: none,
      sayFine: none,
      ...over,
    }) as never;
  const texts = (shown: AlertView) => [mainSteps(shown), sideSteps(shown)].map(steps => steps.map(({ text }) => text));

  test('only what the server allows', () => expect(texts(alert({ may: may({ comment: yes }) }))).toEqual([[], ['补充情况']]));
  test('new: go or take; the rest beside', () =>
    expect(texts(alert({ may: may({ acknowledge: yes, goNow: yes, resolve: yes, comment: yes }) }))).toEqual([
      ['我在路上', '我来处理'],
      ['解除', '补充情况'],
    ]));
  test('on the way: arrive, then end', () => {
    const mine = { mine: true, status: 'onTheWay', may: may(all) } as const;
    expect(texts(alert(mine))).toEqual([
      ['我到了', '解除'],
      ['转给别人', '补充情况'],
    ]);
    expect(texts(alert({ ...mine, arrivedAt: at(10) }))[0]).toEqual(['解除']);
  });
  test('the elder may say 我没事', () => expect(texts(alert({ may: may({ sayFine: yes }) }))[0]).toEqual(['我没事']));
});

describe('the parent’s day', () => {
  const order = (over: Partial<OrderView>): OrderView =>
    ({ dinerId: 'r1', day: today, period: 'lunch', status: 'booked', servedFrom: 660, lines: [], ...over }) as OrderView;
  const eaten = order({ status: 'redeemed', redeemedAt: at(11) });
  const dinner = order({ period: 'dinner', servedFrom: 1020 as OrderView['servedFrom'] });
  const day = (over: Partial<ParentDay> = {}): ParentDay =>
    ({
      now: at(12),
      sees: { meals: true, signs: true, alerts: true, health: false },
      signs: { watched: true, today: true, lastSignAt: at(8), lastSignBy: 'checkIn' },
      alerts: [],
      ...over,
    }) as ParentDay;

  test('counts the meals of this elder today', () => {
    const meals = mealsOf([eaten, dinner, order({ dinerId: 'r2' }), order({ status: 'cancelled' })], 'r1', today);
    expect(factsOf(day(), meals).map(({ value }) => value)).toEqual(['平安', '08:00', '1/2']);
  });
  test('is told in order, what is still to come not yet done', () =>
    expect(momentsOf(day(), [dinner, eaten]).map(({ time, title, done }) => [time, title, done])).toEqual([
      ['08:00', '报了平安', true],
      ['11:00', '取了午餐', true],
      ['17:00', '晚餐已订，还没取', false],
    ]));
  test('a meal that was fetched is told once', () => {
    const signs = { watched: true, today: true, lastSignAt: at(11), lastSignBy: 'meal' as const };
    expect(momentsOf(day({ signs }), [eaten])).toHaveLength(1);
  });
  test('what the elder keeps private is said to be so', () => {
    const sees = seesOf([]);
    expect(factsOf(day({ sees, signs: undefined, alerts: undefined }), [eaten]).map(({ value }) => value)).toEqual([
      '未授权',
      '未授权',
      '未授权',
    ]);
    expect(seesText(sees)).toBe('什么都不看');
    expect(seesText(seesOf(['signs', 'meals']))).toBe('订餐、平安信号');
  });
  test('an alert comes first, then an absence; silence is not called well', () => {
    const silent = { watched: true, today: false };
    const absence = { to: civilDate('2026-12-05'), where: '女儿家' } as NonNullable<ParentDay['absence']>;
    expect(stateOf({ signs: silent, alerts: [alert()] }).word).toBe('有情况');
    expect(stateOf({ signs: silent, alerts: [alert({ drill: true })] }).word).toBe('还没信号');
    expect(stateOf({ signs: silent, absence }).word).toBe('外出中');
    expect(waitText({ signs: silent, absence })).toContain('至12月5日在女儿家');
  });
});

test('the record says whom it told, and no name of a post', () => {
  const timeline = [
    { at: at(9), what: 'paged', text: '李敏' },
    { at: at(9), what: 'handed', by: 'alerts:x:1', text: '李敏：短信已送到' },
    { at: at(10), what: 'arrived', by: '李敏', text: '到了' },
  ] as AlertView['timeline'];
  expect(linesOf({ timeline }, today).map(({ time, title, text }) => [time, title, text])).toEqual([
    ['09:00', '通知李敏', undefined],
    ['09:00', '李敏：短信已送到', undefined],
    ['10:00', '到了', '李敏'],
  ]);
});

describe('the token of a safe-return code', () => {
  test.each([
    [{ code: 'aB3_-x' }, 'aB3_-x'],
    [{ q: encodeURIComponent('https://x.cn/#/pages/safety/found/index?code=abc') }, 'abc'],
    [{ scene: encodeURIComponent('code=abc') }, 'abc'],
    [{ scene: 'abc' }, 'abc'],
    [{ code: '../../etc' }, ''],
    [{ q: '%E0%A4%A' }, ''],
    [{}, ''],
  ])('%p', (params, token) => expect(codeIn(params)).toBe(token));
});
