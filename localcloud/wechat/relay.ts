/** A gateway that rings two people and joins them: each hears a voice call, and neither sees the other's number. */
import type { IncomingHttpHeaders } from 'node:http';
import { type Fields, HttpError, textOf } from '../http/exchange';
import type { WeChat } from '.';

const NUMBER = /^\d{5,11}$/;
const rung = new Set<string>();

/** The shape of the signature is checked; the secret behind it is nobody's. The same id is the same call. @throws HttpError 500 for a fault */
export function relayCall(wechat: WeChat, headers: IncomingHttpHeaders, body: Fields): Fields {
  if (wechat.faults.takeForChannel('voice')) throw new HttpError(500, 'InternalError', 'a fault of the local cloud');
  const signed = /^[0-9a-f]{64}$/.test(String(headers['x-signature'])) && /^\d{13}$/.test(String(headers['x-timestamp']));
  const then = Array.isArray(body.then) ? body.then.map(String) : [];
  const [id, first] = [textOf(body, 'id'), textOf(body, 'first')];
  if (!signed || !id || ![first, ...then].every(number => NUMBER.test(number)) || then.length === 0)
    throw new HttpError(400, 'INVALID_PARAM', 'a signed call with id, first and then is needed');
  if (rung.has(id)) return { ok: true };
  rung.add(id);
  const title = '中转通话';
  wechat.inbox.add({ channel: 'voice', to: `+86${first}`, title, text: '正在为您接通老人的家人，请不要挂断', fields: { id } });
  wechat.inbox.add({ channel: 'voice', to: `+86${then[0]}`, title, text: '有人发现了您的家人，请接听', fields: { id } });
  return { ok: true };
}
