import { canteen } from '../../types/canteen';
import { KERNEL_CODES } from '../../types/contract';
import { courier } from '../../types/courier';
import { people } from '../../types/people';
import { instantAt } from '../../types/time';

jest.mock('@tarojs/taro', () => {
  const kept = new Map<string, unknown>();
  return {
    __esModule: true,
    default: {
      getStorageSync: (key: string) => kept.get(key) ?? '',
      setStorageSync: (key: string, value: unknown) => void kept.set(key, value),
      removeStorageSync: (key: string) => void kept.delete(key),
      request: jest.fn(),
    },
  };
});

import Taro from '@tarojs/taro';
import { ratingSays } from '../../src/pages/canteen/rating';
import { canteenSays } from '../../src/pages/desk/canteenSays';
import { peopleSays } from '../../src/pages/desk/peopleSays';
import { forgetAnswers, keepAnswer, recallAnswer } from '../../src/services/cache';
import { door, Failure } from '../../src/services/door';
import { addressOf } from '../../src/services/go';
import { type Saying, sentenceOf, sentences } from '../../src/services/sentences';
import { tokenIn } from '../../src/services/session';
import { transportCode } from '../../src/services/transport';
import type { DinersContract } from '../../types/canteen';
import { civilDate } from '../../types/time';

Object.assign(globalThis, { API_BASE: '' });
const request = Taro.request as unknown as jest.Mock;

describe('sentences', () => {
  const declared = [canteen, courier, people].flatMap(({ actions }) =>
    Object.values(actions).flatMap(action => [...action.errors]),
  );

  test.each([...new Set([...KERNEL_CODES, ...declared])])('%s says what happened and what to do next', code => {
    // Of the canteen, what only staff or only raters hear is said by the doors of their own pages.
    const says: Record<string, Saying> = { ...canteenSays, ...peopleSays, ...ratingSays, ...sentences };
    expect(says).toHaveProperty(code);
    const { title, next } = says[code]!({});
    expect(title).toMatch(/\p{Script=Han}/u);
    expect(next).toMatch(/。$/);
    expect(`${title}${next}`).not.toMatch(/undefined|NaN|server|token|服务器|接口|参数|[A-Z_]{4,}/);
  });

  test('a passed cut-off is told by the clock in Shanghai, whatever the machine says', () => {
    const at = instantAt(civilDate('2026-11-21'), 20 * 60);
    expect(sentenceOf('CUTOFF_PASSED', { at }).title).toBe('11月21日 20:00已经截止');
  });

  test('a code of a newer server reads as a plain failure', () => {
    expect(sentenceOf('SOMETHING_NEW')).toEqual(sentenceOf('INTERNAL'));
  });
});

describe('transport', () => {
  test.each([
    ['cloud.callFunction:fail Error: errCode: -404012 | errMsg: polling timeout', 'TIMEOUT'],
    ['request:fail timeout', 'TIMEOUT'],
    ['request:fail errcode:-101 cronet_error_code:-101 error_msg:net::ERR_CONNECTION_RESET', 'OFFLINE'],
    ['TypeError: Failed to fetch', 'OFFLINE'],
    ['cloud.callFunction:fail Error: errCode: -501000 | errMsg: FunctionName parameter could not be found', 'INTERNAL'],
  ])('"%s" is %s', (message, code) => {
    expect(transportCode(message)).toBe(code);
  });
});

describe('door', () => {
  const meals = door<DinersContract>('canteen');
  const answers = (...replies: object[]) => {
    request.mockReset();
    for (const reply of replies) request.mockResolvedValueOnce({ data: reply });
  };
  const sentIds = () => request.mock.calls.map(([options]) => (options as { data: { requestId: string } }).data.requestId);

  test('gives the data of a yes', async () => {
    answers({ ok: true, data: { today: '2026-11-21', orders: [] } });
    await expect(meals('myOrders', {})).resolves.toEqual({ today: '2026-11-21', orders: [] });
    expect(request.mock.calls[0]![0]).toMatchObject({
      url: '/api/canteen',
      method: 'POST',
      data: { action: 'myOrders', input: {} },
    });
  });

  test('throws a no as a Failure with its code and details', async () => {
    answers({ ok: false, error: { code: 'TOO_MANY_PORTIONS', details: { max: 2 } } });
    const failure: Failure = await meals('myOrders', {}).catch(error => error);
    expect(failure).toBeInstanceOf(Failure);
    expect(failure).toMatchObject({ code: 'TOO_MANY_PORTIONS', details: { max: 2 } });
  });

  test('BUSY is asked again with the same id, and not for ever', async () => {
    const busy = { ok: false, error: { code: 'BUSY' } };
    answers(busy, busy, { ok: true, data: 1 });
    await meals('myOrders', {}, 'gesture-1');
    expect(sentIds()).toEqual(['gesture-1', 'gesture-1', 'gesture-1']);
    answers(busy, busy, busy);
    await expect(meals('myOrders', {})).rejects.toMatchObject({ code: 'BUSY' });
  });

  test('a reply that is no envelope is an inner fault, a lost call is OFFLINE', async () => {
    answers('<html>502</html>' as unknown as object);
    await expect(meals('myOrders', {})).rejects.toMatchObject({ code: 'INTERNAL' });
    request.mockRejectedValueOnce({ errMsg: 'request:fail' });
    await expect(meals('myOrders', {})).rejects.toMatchObject({ code: 'OFFLINE' });
  });
});

describe('cache', () => {
  afterEach(forgetAnswers);

  test('keeps an answer and when it came', () => {
    keepAnswer('orders', { n: 1 }, 1000);
    expect(recallAnswer('orders')).toEqual({ at: 1000, data: { n: 1 } });
  });

  test('an answer larger than WeChat allows for one key is not kept', () => {
    keepAnswer('huge', '字'.repeat(400_000));
    expect(recallAnswer('huge')).toBeUndefined();
  });

  test('the oldest goes first when there is no room', () => {
    for (let i = 0; i < 12; i += 1) keepAnswer(`page ${i}`, 'x'.repeat(290_000));
    expect(recallAnswer('page 0')).toBeUndefined();
    expect(recallAnswer('page 11')).toBeDefined();
  });

  test('nothing of one person is left for the next', () => {
    keepAnswer('orders', 1);
    forgetAnswers();
    expect(recallAnswer('orders')).toBeUndefined();
  });
});

describe('addresses', () => {
  test('a token is found before and after the #', () => {
    expect(tokenIn('http://x/?token=abc#/pages/home/index')).toBe('abc');
    expect(tokenIn('http://x/#/pages/home/index?a=1&token=abc')).toBe('abc');
    expect(tokenIn('http://x/#/pages/home/index')).toBeUndefined();
  });

  test('a page with its parameters, empty ones left out', () => {
    expect(addressOf('pages/canteen/week/index', { from: '2026-11-23', diner: undefined })).toBe(
      '/pages/canteen/week/index?from=2026-11-23',
    );
    expect(addressOf('pages/me/index')).toBe('/pages/me/index');
  });
});
