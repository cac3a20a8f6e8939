/** Speaking instead of typing: the recorder of WeChat, the signed call to the recogniser. */
const handlers: Record<string, (event: never) => void> = {};
const recorder = {
  start: jest.fn(),
  stop: jest.fn(() => handlers.stop?.({ tempFilePath: '/tmp/a.mp3', fileSize: 12 } as never)),
  onStop: (handler: (event: never) => void) => {
    handlers.stop = handler;
  },
  onError: (handler: (event: never) => void) => {
    handlers.error = handler;
  },
};
const unlink = jest.fn();

jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: { getRecorderManager: () => recorder, getFileSystemManager: () => ({ unlink }) },
}));
jest.mock('../../src/services/platform', () => ({ __esModule: true, isWeapp: true }));

import { hear, hearingIsConfigured } from '../../cloudfunctions/_shared/hearing';
import { added } from '../../src/pages/mediation/hearing';
import { type Ear, earWith } from '../../src/services/hearing';

describe('the phone', () => {
  const earFor = (recognise: () => Promise<string>): Ear => earWith(recognise)!;

  test('records at most a minute of speech, and removes the sound when it has become words', async () => {
    const listening = earFor(async () => '楼上漏水')();
    expect(recorder.start).toHaveBeenCalledWith(expect.objectContaining({ duration: 60_000, format: 'mp3', sampleRate: 16_000 }));
    listening.stop();
    expect(await listening.words).toBe('楼上漏水');
    expect(unlink).toHaveBeenCalledWith(expect.objectContaining({ filePath: '/tmp/a.mp3' }));
  });

  test('removes it as well when nobody understood', async () => {
    unlink.mockClear();
    const listening = earFor(() => Promise.reject(new Error('lost')))();
    listening.stop();
    await expect(listening.words).rejects.toThrow('lost');
    expect(unlink).toHaveBeenCalledTimes(1);
  });

  test('says when the microphone is not given; without a recogniser there is no ear', async () => {
    const listening = earFor(async () => '')();
    handlers.error?.({ errMsg: 'auth deny' } as never);
    await expect(listening.words).rejects.toThrow('auth deny');
    expect(earWith(undefined)).toBeUndefined();
  });
});

test('what was said goes behind what stands there, no more than the field takes', () => {
  expect(added('', '楼上漏水', 20)).toBe('楼上漏水');
  expect(added('楼上漏水', '墙皮掉了', 20)).toBe('楼上漏水，墙皮掉了');
  expect(added('楼上漏水。', '墙皮掉了', 20)).toBe('楼上漏水。墙皮掉了');
  expect(added('楼上漏水', '墙皮掉了', 6)).toBe('楼上漏水，墙');
});

describe('the recogniser', () => {
  const env = { HEARING_SECRET_ID: 'AKIDtest', HEARING_SECRET_KEY: 'secret', TENCENTCLOUD_API_BASE: 'https://asr.test' };
  const before = { ...process.env };
  afterEach(() => {
    process.env = { ...before };
    jest.restoreAllMocks();
  });

  test('is asked with a signature of its own secrets, and its words are trimmed', async () => {
    Object.assign(process.env, env);
    const asked = jest.spyOn(globalThis, 'fetch').mockResolvedValue(Response.json({ Response: { Result: ' 楼上漏水。 ' } }));
    expect(await hear(Buffer.from('ID3'))).toBe('楼上漏水。');
    const [url, { headers, body }] = asked.mock.calls[0] as [string, { headers: Record<string, string>; body: string }];
    expect(url).toBe('https://asr.test');
    expect(headers['x-tc-action']).toBe('SentenceRecognition');
    expect(headers['x-tc-version']).toBe('2019-06-14');
    expect(headers.authorization).toMatch(/^TC3-HMAC-SHA256 Credential=AKIDtest\/\d{4}-\d\d-\d\d\/asr\/tc3_request/);
    expect(JSON.parse(body)).toEqual({
      EngSerViceType: '16k_zh',
      SourceType: 1,
      VoiceFormat: 'mp3',
      Data: Buffer.from('ID3').toString('base64'),
      DataLen: 3,
    });
  });

  test('a refusal carries its code and none of the sound', async () => {
    Object.assign(process.env, env);
    const refusal = { Response: { Error: { Code: 'FailedOperation.UserHasNoFreeAmount', Message: 'no' } } };
    jest.spyOn(globalThis, 'fetch').mockResolvedValue(Response.json(refusal));
    await expect(hear(Buffer.from('ID3'))).rejects.toThrow('SentenceRecognition: FailedOperation.UserHasNoFreeAmount');
  });

  test('is not offered without both secrets', () => {
    delete process.env.HEARING_SECRET_ID;
    expect(hearingIsConfigured()).toBe(false);
  });
});
