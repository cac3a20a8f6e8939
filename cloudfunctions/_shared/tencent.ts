/**
 * Tencent Cloud's version-3 API with its TC3-HMAC-SHA256 signature: SMS (`SendSms`, 2021-01-11) and voice (`SendTts`, 2020-09-02); what
 * recognises speech (`hearing.ts`) calls through here as well.
 * Secrets from the environment alone: MESSAGE_SECRET_ID and MESSAGE_SECRET_KEY of an account that may only send,
 * SMS_SDK_APPID with SMS_SIGN_NAME, VOICE_SDK_APPID; TENCENTCLOUD_API_BASE for another host.
 */
import { createHash, createHmac } from 'node:crypto';
import { dayOf, type Instant } from '../../types/time';
import { now } from './clock';
import { postJson } from './provider';

/** What Tencent Cloud answers; `code` is `Ok` or its error code. */
export type TencentAnswer = { code: string; message: string; callId?: string };

const SERVICES = { sms: '2021-01-11', vms: '2020-09-02', asr: '2019-06-14' } as const;
type Service = keyof typeof SERVICES;

type Secrets = { id: string; key: string };
const secrets = (): Secrets => ({ id: process.env.MESSAGE_SECRET_ID ?? '', key: process.env.MESSAGE_SECRET_KEY ?? '' });
const hasSecrets = (): boolean => Boolean(secrets().id && secrets().key);
export const smsIsConfigured = (): boolean => hasSecrets() && Boolean(process.env.SMS_SDK_APPID && process.env.SMS_SIGN_NAME);
export const voiceIsConfigured = (): boolean => hasSecrets() && Boolean(process.env.VOICE_SDK_APPID);

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
/** The signature counts days in UTC. */
const utcDay = (at: Instant): string => dayOf((at - 8 * 3_600_000) as Instant);

/** The headers of a signed request, as the documentation of the signature v3 derives them. */
export function signedHeaders(
  { service, host, action, body, at }: { service: Service; host: string; action: string; body: string; at: Instant },
  { id, key }: Secrets,
): Record<string, string> {
  const timestamp = String(Math.floor(at / 1000));
  const canonical = [
    'POST',
    '/',
    '',
    `content-type:application/json\nhost:${host}\nx-tc-action:${action.toLowerCase()}\n`,
    'content-type;host;x-tc-action',
    sha256(body),
  ].join('\n');
  const scope = `${utcDay(at)}/${service}/tc3_request`;
  const toSign = ['TC3-HMAC-SHA256', timestamp, scope, sha256(canonical)].join('\n');
  const signing = hmac(hmac(hmac(`TC3${key}`, utcDay(at)), service), 'tc3_request');
  const signature = createHmac('sha256', signing).update(toSign).digest('hex');
  return {
    authorization: `TC3-HMAC-SHA256 Credential=${id}/${scope}, SignedHeaders=content-type;host;x-tc-action, Signature=${signature}`,
    'x-tc-action': action,
    'x-tc-version': SERVICES[service],
    'x-tc-timestamp': timestamp,
    'x-tc-region': 'ap-guangzhou',
  };
}

type Failure = { Error?: { Code: string; Message: string } };

/** One signed call with these secrets; a refusal is in `Error`. @throws ProviderError */
export async function tencentCall<T>(
  service: Service,
  action: string,
  input: object,
  { id, key }: Secrets,
  patienceMs?: number,
): Promise<T & Failure> {
  const host = `${service}.tencentcloudapi.com`;
  const body = JSON.stringify(input);
  const headers = signedHeaders({ service, host, action, body, at: now() }, { id, key });
  const url = process.env.TENCENTCLOUD_API_BASE || `https://${host}`;
  const { Response } = await postJson<{ Response: T & Failure }>(url, body, headers, patienceMs);
  return Response;
}

const answerOf = (failure: Failure['Error']): TencentAnswer => ({ code: failure!.Code, message: failure!.Message });

/** One text to one mainland number. @throws ProviderError */
export async function sendSms(
  phone: string,
  templateId: string,
  params: readonly string[],
  context: string,
): Promise<TencentAnswer> {
  const answer = await tencentCall<{ SendStatusSet?: { Code: string; Message: string }[] }>(
    'sms',
    'SendSms',
    {
      PhoneNumberSet: [`+86${phone}`],
      SmsSdkAppId: process.env.SMS_SDK_APPID,
      SignName: process.env.SMS_SIGN_NAME,
      TemplateId: templateId,
      TemplateParamSet: params,
      SessionContext: context,
    },
    secrets(),
  );
  if (answer.Error) return answerOf(answer.Error);
  const status = answer.SendStatusSet?.[0];
  return { code: status?.Code ?? 'NoStatus', message: status?.Message ?? '' };
}

/** One call, played twice; a pressed key comes back to `/api/courier/hooks/voice` with this call's id. @throws ProviderError */
export async function callPhone(
  phone: string,
  templateId: string,
  params: readonly string[],
  context: string,
): Promise<TencentAnswer> {
  const answer = await tencentCall<{ SendStatus?: { CallId: string } }>(
    'vms',
    'SendTts',
    {
      TemplateId: templateId,
      CalledNumber: `+86${phone}`,
      VoiceSdkAppid: process.env.VOICE_SDK_APPID,
      TemplateParamSet: params,
      PlayTimes: 2,
      SessionContext: context,
    },
    secrets(),
  );
  if (answer.Error) return answerOf(answer.Error);
  return { code: 'Ok', message: '', callId: answer.SendStatus?.CallId };
}
