/** Tencent Cloud SMS (`SendSms`), voice calls (`SendTts`) and speech to words (`SentenceRecognition`) as their version-3 API answers. */
import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { type Fields, HttpError, textOf } from '../http/exchange';
import type { WeChat } from '.';

/** A signed request is good for five minutes. */
const SIGNATURE_SECONDS = 300;
const CHINA = /^\+86\d{11}$/;

const header = (headers: IncomingHttpHeaders, name: string): string => String(headers[name] ?? '');

/** The shape and the time of the signature are checked; the key behind it is nobody's. */
function authError(headers: IncomingHttpHeaders, now: number): Fields | undefined {
  const authorization = header(headers, 'authorization');
  if (
    !/^TC3-HMAC-SHA256 Credential=[^/]+\/\d{4}-\d\d-\d\d\/\w+\/tc3_request, ?SignedHeaders=[\w;-]+, ?Signature=[0-9a-f]{64}$/.test(
      authorization,
    )
  ) {
    return { Code: 'AuthFailure.SignatureFailure', Message: 'The provided credentials could not be validated.' };
  }
  const age = Math.abs(now / 1000 - Number(header(headers, 'x-tc-timestamp')));
  if (!(age <= SIGNATURE_SECONDS)) return { Code: 'AuthFailure.SignatureExpire', Message: 'The signature has expired.' };
  return undefined;
}

/** @returns `{Response: …}`; refusals are inside it, with HTTP 200. @throws HttpError 500, 504 for a fault */
export function tencentCloud(wechat: WeChat, headers: IncomingHttpHeaders, body: Fields): Fields {
  const action = header(headers, 'x-tc-action');
  const api = { SendSms: sendSms, SendTts: sendTts, SentenceRecognition: recognise }[action];
  const channel = { SendSms: 'sms', SendTts: 'voice' }[action];
  const fault = api && channel ? wechat.faults.takeForChannel(channel) : undefined;
  if (fault) throw new HttpError(fault.kind === 'timeout' ? 504 : 500, 'InternalError', 'a fault of the local cloud');
  const refused = authError(headers, wechat.now());
  const answer = refused
    ? { Error: refused }
    : (api?.(wechat, body) ?? error('InvalidAction', `${action} is not part of the local cloud`));
  return { Response: { ...answer, RequestId: randomUUID() } };
}

const error = (Code: string, Message: string): Fields => ({ Error: { Code, Message } });

const textsOf = (body: Fields, name: string): string[] =>
  Array.isArray(body[name]) ? (body[name] as unknown[]).map(String) : [];

function sendSms(wechat: WeChat, body: Fields): Fields {
  const phones = textsOf(body, 'PhoneNumberSet');
  if (phones.length === 0 || phones.length > 200) return error('InvalidParameterValue', 'PhoneNumberSet');
  for (const name of ['SmsSdkAppId', 'TemplateId']) if (!textOf(body, name)) return error('MissingParameter', name);
  const text = textsOf(body, 'TemplateParamSet').join('，');
  return { SendStatusSet: phones.map(phone => smsStatus(wechat, body, phone, text)) };
}

function smsStatus(wechat: WeChat, body: Fields, phone: string, text: string): Fields {
  const number = phone.startsWith('+') ? phone : `+86${phone}`;
  const isGood = CHINA.test(number);
  const title = `${textOf(body, 'SignName')} ${textOf(body, 'TemplateId')}`.trim();
  const failure = isGood ? undefined : 'InvalidParameterValue.IncorrectPhoneNumber';
  const message = wechat.inbox.add({ channel: 'sms', to: number, title, text, fields: body, error: failure });
  return {
    SerialNo: isGood ? message.id : '',
    PhoneNumber: number,
    Fee: isGood ? 1 : 0,
    SessionContext: textOf(body, 'SessionContext'),
    Code: failure ?? 'Ok',
    Message: isGood ? 'send success' : 'incorrect phone number',
    IsoCode: 'CN',
  };
}

function sendTts(wechat: WeChat, body: Fields): Fields {
  const number = textOf(body, 'CalledNumber');
  for (const name of ['TemplateId', 'VoiceSdkAppid']) if (!textOf(body, name)) return error('MissingParameter', name);
  const full = number.startsWith('+') ? number : `+86${number}`;
  if (!/^\+86\d{5,11}$/.test(full)) return error('InvalidParameterValue', 'CalledNumber');
  const text = textsOf(body, 'TemplateParamSet').join('，');
  if ([...text].length > 350) return error('InvalidParameterValue', 'the text is longer than 350 characters');
  const message = wechat.inbox.add({ channel: 'voice', to: full, title: textOf(body, 'TemplateId'), text, fields: body });
  return { SendStatus: { CallId: message.id, SessionContext: textOf(body, 'SessionContext') } };
}

/** Three megabytes of base64, as the provider takes; it answers with what the door `local/hearing` was told. */
const SOUND_MOST = 3 * 1024 * 1024;

function recognise(wechat: WeChat, body: Fields): Fields {
  for (const name of ['EngSerViceType', 'VoiceFormat', 'Data']) if (!textOf(body, name)) return error('MissingParameter', name);
  const data = textOf(body, 'Data');
  if (body.SourceType !== 1 || body.DataLen !== Buffer.from(data, 'base64').length)
    return error('InvalidParameterValue', 'SourceType 1 with the DataLen of the Data');
  if (data.length > SOUND_MOST) return error('InvalidParameterValue.ErrorInvalidVoicedataTooLong', 'Data');
  return { Result: wechat.said, AudioDuration: 3000 };
}

/** What Tencent Cloud posts when a key is pressed during a call. */
export const keyPressCallback = (callId: string, phone: string, key: string): Fields => ({
  voicekey_callback: { callid: callId, mobile: phone.replace(/^\+86/, ''), nationcode: '86', call_from: '', keypress: key },
});
