/** WeChat looks at what people write: what it says, and what is said when it says nothing. */
const saved: unknown[] = [];
jest.mock('../../cloudfunctions/_shared/database', () => ({
  db: () => ({
    collection: () => ({ doc: () => ({ get: async () => ({ data: [] }), set: async (row: unknown) => saved.push(row) }) }),
  }),
}));

import { checkText } from '../../cloudfunctions/_shared/wechat';

type Asked = { openid: string; scene: number; version: number; content: string };
let asked: Asked[];
let answer: (body: Asked) => object;

beforeEach(() => {
  process.env.WECHAT_APPID = 'wx';
  process.env.WECHAT_SECRET = 'secret';
  asked = [];
  answer = ({ content }) => {
    const suggest = content.includes('违规') ? 'risky' : content.includes('可疑') ? 'review' : 'pass';
    return { errcode: 0, errmsg: 'ok', result: { suggest, label: 100 } };
  };
  jest.spyOn(globalThis, 'fetch').mockImplementation(async (url, init) => {
    if (String(url).includes('stable_token')) return Response.json({ access_token: 't', expires_in: 7200 });
    const body = JSON.parse(String(init?.body)) as Asked;
    asked.push(body);
    return Response.json(answer(body));
  });
});
afterEach(() => jest.restoreAllMocks());

test('asks as version 2 wants it and passes the verdict on', async () => {
  expect(await checkText('wx-limin', '明天停水', 3)).toEqual({ suggest: 'pass' });
  expect(asked).toEqual([{ openid: 'wx-limin', scene: 3, version: 2, content: '明天停水' }]);
  expect(await checkText('wx-limin', '可疑的话')).toEqual({ suggest: 'review' });
  expect(await checkText('wx-limin', '违规的话')).toEqual({ suggest: 'risky' });
});

test('a long text is asked for in pieces of 2500 characters, and the worst answer counts', async () => {
  const long = `${'好'.repeat(2500)}${'😀'.repeat(100)}可疑${'好'.repeat(2400)}违规`;
  expect(await checkText('wx-limin', long)).toEqual({ suggest: 'risky' });
  expect(asked.every(({ content }) => [...content].length <= 2500)).toBe(true);
  expect(asked.map(({ content }) => content).join('')).toBe(long);
});

test('an empty text has nothing to look at', async () => {
  expect(await checkText('wx-limin', '')).toEqual({ suggest: 'pass' });
  expect(asked).toEqual([]);
});

test('no answer is not a yes: unchecked, with the reason', async () => {
  answer = () => ({ errcode: 61010, errmsg: 'code is expired' });
  expect(await checkText('wx-limin', '你好')).toEqual({ suggest: 'unchecked', why: '61010 code is expired' });
  jest
    .spyOn(globalThis, 'fetch')
    .mockRejectedValue(Object.assign(new TypeError('fetch failed'), { cause: { code: 'ECONNREFUSED' } }));
  expect(await checkText('wx-limin', '你好')).toMatchObject({ suggest: 'unchecked', why: expect.stringContaining('-1001') });
  delete process.env.WECHAT_APPID;
  expect(await checkText('wx-limin', '你好')).toMatchObject({ suggest: 'unchecked', why: expect.stringContaining('not set') });
});
