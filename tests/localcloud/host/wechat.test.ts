import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as tcb from '@cloudbase/node-sdk';
import { fieldError } from '../../../localcloud/wechat/fields';
import { call, open } from './harness';

type Bed = Awaited<ReturnType<typeof open>>;

const TC3 = {
  'content-type': 'application/json',
  authorization: `TC3-HMAC-SHA256 Credential=AKID/2026-03-01/sms/tc3_request, SignedHeaders=content-type;host, Signature=${'a'.repeat(64)}`,
};

describe('WeChat and the other providers', () => {
  let bed: Bed;
  let url: string;
  let token: string;
  beforeAll(async () => {
    bed = await open(['rough', 'shop'], {
      templates: { T1: { title: '提醒', fields: ['thing1', 'time2'] } },
      people: [{ openid: 'wx-chen', name: '陈奶奶', phone: '13900000001' }],
      voiceCallback: '/api/rough/request',
      signIn: { function: 'shop', action: 'startSession' },
    });
    url = bed.cloud.url;
    const { json } = await call(`${url}/wechat/cgi-bin/stable_token`, {
      grant_type: 'client_credential',
      appid: 'a',
      secret: 'b',
    });
    token = String(json.access_token);
  });
  beforeEach(() => fetch(`${url}/local/inbox`, { method: 'DELETE' }));
  afterEach(() => bed.cloud.faults.clear());
  afterAll(() => bed.close());

  const wx = async (api: string, body: unknown, access = token) =>
    (await call(`${url}/wechat/${api}?access_token=${access}`, body)).json;
  const data = { thing1: { value: '明天中午十一点取餐' }, time2: { value: '2026年3月1日 11:00' } };
  const send = (changes: object = {}, access?: string) =>
    wx('cgi-bin/message/subscribe/send', { touser: 'wx-chen', template_id: 'T1', page: 'pages/a', data, ...changes }, access);

  it('sends one message for one accept', async () => {
    expect(await send()).toMatchObject({ errcode: 43101 });
    await call(`${url}/local/wechat/subscribe`, { openid: 'wx-chen', templateIds: ['T1', 'T1'] });
    await call(`${url}/local/wechat/subscribe`, { openid: 'wx-chen', templateIds: ['T1'], accept: false });
    const codes = await Promise.all([send(), send(), send()]);
    expect(codes.map(answer => answer.errcode).sort()).toEqual([0, 0, 43101]);
    const inbox = bed.cloud.inbox({ openid: 'wx-chen', channel: 'subscribe' });
    expect(inbox).toHaveLength(2);
    expect(inbox[0]).toMatchObject({
      title: '提醒',
      page: 'pages/a',
      delivered: true,
      text: '明天中午十一点取餐\n2026年3月1日 11:00',
    });
    expect(bed.cloud.inbox({ all: true }).filter(message => !message.delivered)).toHaveLength(2);
  });

  it('refuses as WeChat does, without spending the credit', async () => {
    bed.cloud.subscribe('wx-chen', ['T1']);
    expect(await send({ touser: '' })).toMatchObject({ errcode: 40003 });
    expect(await send({ template_id: 'T9' })).toMatchObject({ errcode: 40037 });
    const long = { ...data, thing1: { value: '一'.repeat(21) } };
    expect(await send({ data: long })).toMatchObject({ errcode: 47003, errmsg: expect.stringContaining('data.thing1.value') });
    expect(await send({ data: { thing1: data.thing1 } })).toMatchObject({
      errcode: 47003,
      errmsg: expect.stringContaining('time2'),
    });
    expect(await send({}, 'old')).toMatchObject({ errcode: 40001 });
    bed.cloud.faults.add({ target: 'subscribe', kind: 'error' });
    expect(await send()).toMatchObject({ errcode: -1 });
    expect(await send()).toMatchObject({ errcode: 0 });
  });

  it.each([
    ['thing1', '二十个字以内', true],
    ['thing1', '', false],
    ['number1', '12.5', true],
    ['number1', '12份', false],
    ['letter1', 'AB1', false],
    ['character_string1', 'A-2026/001', true],
    ['character_string1', '单号1', false],
    ['phrase1', '已确认', true],
    ['phrase1', 'OK', false],
    ['phrase1', '超过了五个字', false],
    ['amount1', '¥12.50', true],
    ['amount1', '十二元', false],
    ['time1', '15:01', true],
    ['time1', '25:01', false],
    ['date1', '2026年3月1日', true],
    ['date1', '三月一日', false],
    ['phone_number1', '+86-0766-66888866', true],
    ['car_number1', '粤A8Z888挂', true],
    ['name1', '欧阳娜娜', true],
    ['name1', '一二三四五六七八九十一', false],
    ['nothing1', 'x', false],
  ])('judges %s "%s"', (name, value, isGood) => {
    expect(fieldError({ [name]: { value } }) === undefined).toBe(isGood);
  });

  it('gives a telephone number once and for five minutes', async () => {
    const code = async () => String((await call(`${url}/local/wechat/phone-code`, { openid: 'wx-chen' })).json.code);
    const ask = (value: string, access = token) => wx('wxa/business/getuserphonenumber', { code: value }, access);
    const first = await code();
    expect(await ask(first)).toMatchObject({ errcode: 0, phone_info: { purePhoneNumber: '13900000001' } });
    expect(await ask(first)).toMatchObject({ errcode: 40163 });
    expect(await ask('made up')).toMatchObject({ errcode: 40029 });
    const late = await code();
    await bed.cloud.advance(5 * 60_000 + 1000);
    expect(await ask(late)).toMatchObject({ errcode: 40029 });
  });

  it('lets the holder of a session token act without naming the account', async () => {
    const signedIn = await call(`${url}/local/sign-in`, { openid: 'wx-chen' });
    const headers = { authorization: `Bearer ${String(signedIn.json.token)}`, 'content-type': 'application/json' };
    const reply = await call(`${url}/local/wechat/subscribe`, { templates: ['T7'] }, { headers });
    expect(reply.json).toMatchObject({ accepted: ['T7'], credits: { T7: 1 } });
    expect((await call(`${url}/local/wechat/subscribe`, { templates: ['T7'] })).status).toBe(400);
  });

  it('checks texts and takes pictures for checking', async () => {
    const check = async (content: string) =>
      (await wx('wxa/msg_sec_check', { version: 2, scene: 2, openid: 'wx-chen', content })).result;
    expect(await check('大家好')).toMatchObject({ suggest: 'pass' });
    expect(await check('违规测试')).toMatchObject({ suggest: 'risky' });
    expect(await check('待审测试')).toMatchObject({ suggest: 'review' });
    expect(await wx('wxa/msg_sec_check', { version: 2, openid: 'wx-chen', content: 'x'.repeat(2501) })).toMatchObject({
      errcode: 47001,
    });
    const media = { openid: 'wx-chen', media_url: 'https://example.com/a.png', media_type: 2, version: 2 };
    expect(await wx('wxa/media_check_async', media)).toMatchObject({ errcode: 0, trace_id: expect.any(String) });
  });

  it('sends SMS and voice calls, hears a key, and wants a signature', async () => {
    const cloudApi = (action: string, body: unknown, headers: Record<string, string> = TC3) =>
      call(`${url}/tencentcloud`, body, {
        headers: { ...headers, 'x-tc-action': action, 'x-tc-timestamp': String(Math.floor(bed.cloud.now() / 1000)) },
      });
    const sms = {
      PhoneNumberSet: ['+8613900000001', '123'],
      SmsSdkAppId: '1',
      TemplateId: '9',
      TemplateParamSet: ['取餐', '11点'],
    };
    const { json } = await cloudApi('SendSms', sms);
    expect(json.Response).toMatchObject({
      SendStatusSet: [{ Code: 'Ok' }, { Code: 'InvalidParameterValue.IncorrectPhoneNumber' }],
    });
    expect(bed.cloud.inbox({ openid: 'wx-chen', channel: 'sms' })).toMatchObject([{ text: '取餐，11点' }]);
    const voice = {
      TemplateId: '8',
      CalledNumber: '+8613900000001',
      VoiceSdkAppid: '2',
      TemplateParamSet: ['请回电'],
      PlayTimes: 2,
    };
    const called = (await cloudApi('SendTts', voice)).json.Response as unknown as { SendStatus: { CallId: string } };
    const pressed = await call(`${url}/local/voice/press`, { id: called.SendStatus.CallId, key: '1' });
    expect(JSON.parse(String((pressed.json.callback as unknown as { body: string }).body)).body).toContain('"keypress":"1"');
    expect(bed.cloud.inbox({ channel: 'voice' })[0]).toMatchObject({ keyPress: '1' });
    const unsigned = await cloudApi('SendSms', sms, { 'content-type': 'application/json' });
    expect(unsigned.json.Response).toMatchObject({ Error: { Code: 'AuthFailure.SignatureFailure' } });
  });

  it('limits the group robot to 20 messages a minute and 2048 bytes', async () => {
    const robot = async (content: string) =>
      (await call(`${url}/wecom/cgi-bin/webhook/send?key=k`, { msgtype: 'text', text: { content } })).json.errcode;
    expect(await robot('字'.repeat(683))).toBe(40058);
    const codes = await Promise.all(Array.from({ length: 21 }, () => robot('字'.repeat(682))));
    expect(codes.filter(code => code === 0)).toHaveLength(20);
    expect(codes.filter(code => code === 45009)).toHaveLength(1);
    await bed.cloud.advance(61_000);
    expect(await robot('again')).toBe(0);
  });

  it('answers the WeChat routes of the SDK', async () => {
    const app = tcb.init({ env: 'local', secretId: 'x', secretKey: 'x', serviceUrl: `${url}/admin`, protocol: 'http' } as never);
    bed.cloud.subscribe('wx-chen', ['T1']);
    const requestData = { touser: 'wx-chen', templateId: 'T1', data };
    const { result } = (await app.callWxOpenApi({ apiName: 'openapi.subscribeMessage.send', requestData })) as unknown as {
      result: object;
    };
    expect(result).toMatchObject({ errcode: 0 });
    const raw = await app.callCompatibleWxOpenApi({
      apiName: 'subscribeMessage.send',
      requestData: Buffer.from(JSON.stringify(requestData)) as never,
    });
    expect(raw).toMatchObject({ errcode: 43101 });
    const order = Buffer.from(JSON.stringify({ openid: 'wx-chen', body: '午餐', total_fee: 1 })) as never;
    expect(await app.callWxPayApi({ apiName: 'cloudPay.unifiedOrder', requestData: order })).toMatchObject({
      payment: { signType: 'MD5' },
    });
    expect((await app.auth().getEndUserInfo('wx-chen')).userInfo).toMatchObject({ openId: 'wx-chen', nickName: '陈奶奶' });
  });
});

it('remembers accounts, credits and data over a restart', async () => {
  const dir = mkdtempSync(path.join(tmpdir(), 'host-data-'));
  const first = await open(['shop'], { dir });
  await call(`${first.cloud.url}/local/people`, [{ openid: 'wx-wang', name: '王阿姨', phone: '13900000002', about: '志愿者' }]);
  await first.cloud.invoke('shop', { action: 'put', id: 'tea' });
  first.cloud.subscribe('wx-wang', ['T1']);
  await first.close();
  const second = await open(['shop'], { dir });
  expect((await call(`${second.cloud.url}/local/people`)).json).toMatchObject([{ openid: 'wx-wang', name: '王阿姨' }]);
  expect(await second.cloud.invoke('shop', { action: 'read', id: 'tea' })).toHaveLength(1);
  expect((await call(`${second.cloud.url}/local/wechat/subscribe`, { openid: 'wx-wang', templateIds: [] })).json).toMatchObject({
    credits: { T1: 1 },
  });
  await second.close();
});
