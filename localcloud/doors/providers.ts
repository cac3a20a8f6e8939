/** Look-alikes of the HTTPS APIs that functions call: WeChat, Tencent Cloud SMS and voice, the WeCom group robot, a call relay. */

import type { Fields } from '../http/exchange';
import type { WeChat } from '../wechat';
import { mediaCheckAsync, msgSecCheck, phoneNumber } from '../wechat/openapi';
import { relayCall } from '../wechat/relay';
import { sendSubscribeMessage } from '../wechat/subscribe';
import { tencentCloud } from '../wechat/tencent';
import type { Door, Doors } from './types';

/** A WeChat API that needs an access token in the address. */
const withToken =
  (api: (wechat: WeChat, body: Fields) => Fields): Door =>
  ({ wechat }, { query, body }) =>
    wechat.tokenError(query.get('access_token') ?? '') ?? api(wechat, body);

export const providerDoors: Doors = {
  'POST /wechat/cgi-bin/stable_token': ({ wechat }, { body }) => wechat.stableToken(body),
  'POST /wechat/cgi-bin/message/subscribe/send': withToken(sendSubscribeMessage),
  'POST /wechat/wxa/business/getuserphonenumber': withToken(phoneNumber),
  'POST /wechat/wxa/msg_sec_check': withToken(msgSecCheck),
  'POST /wechat/wxa/media_check_async': withToken(mediaCheckAsync),
  'POST /tencentcloud': ({ wechat }, { headers, body }) => tencentCloud(wechat, headers, body),
  'POST /relay': ({ wechat }, { headers, body }) => relayCall(wechat, headers, body),
  'POST /wecom/cgi-bin/webhook/send': ({ wecom }, { query, body }) => wecom.send(query.get('key') ?? '', body),
};
