/** WeChat's APIs as the SDK reaches them without an access token: `callWxOpenApi`, `callCompatibleWxOpenApi`, `callWxPayApi`. */
import { createHash } from 'node:crypto';
import { type Fields, isFields, textOf } from '../http/exchange';
import type { WeChat } from '../wechat';
import { mediaCheckAsync, msgSecCheck, phoneNumber } from '../wechat/openapi';
import { sendSubscribeMessage } from '../wechat/subscribe';

const APIS: Record<string, (wechat: WeChat, body: Fields) => Fields> = {
  'subscribemessage.send': sendSubscribeMessage,
  'phonenumber.getphonenumber': phoneNumber,
  'security.msgseccheck': msgSecCheck,
  'security.mediacheckasync': mediaCheckAsync,
};

/** The SDK route names fields in camel case (`templateId`), the HTTPS API in snake case (`template_id`). */
const snake = (fields: Fields): Fields =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`), value]),
  );

function requestOf(request: Fields): Fields {
  const { requestData } = request;
  if (typeof requestData !== 'string') return isFields(requestData) ? requestData : {};
  try {
    const parsed: unknown = JSON.parse(requestData);
    return isFields(parsed) ? parsed : {};
  } catch {
    return {};
  }
}

export function openApi(wechat: WeChat, request: Fields): Fields {
  const name = textOf(request, 'apiName')
    .replace(/^\/?(openapi\.)?/, '')
    .toLowerCase();
  const api = APIS[name];
  if (!api) return { errcode: -604101, errmsg: `${textOf(request, 'apiName')} is not part of the local cloud` };
  return api(wechat, snake(requestOf(request)));
}

/** Answers every order with payment parameters of the right shape and records it; no money callback follows. */
export function payApi(wechat: WeChat, request: Fields): Fields {
  const order = requestOf(request);
  const prepay = createHash('md5').update(JSON.stringify(order)).digest('hex');
  wechat.inbox.add({
    channel: 'pay',
    to: textOf(order, 'openid'),
    title: textOf(request, 'apiName'),
    fields: order,
    text: textOf(order, 'body'),
  });
  const payment = {
    timeStamp: String(Math.floor(wechat.now() / 1000)),
    nonceStr: prepay.slice(0, 16),
    package: `prepay_id=${prepay}`,
    signType: 'MD5',
  };
  return {
    returnCode: 'SUCCESS',
    returnMsg: 'OK',
    resultCode: 'SUCCESS',
    payment: { ...payment, paySign: prepay.toUpperCase() },
  };
}
