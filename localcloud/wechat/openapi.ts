/** Telephone numbers and content checks. */
import { randomUUID } from 'node:crypto';
import { type Fields, textOf } from '../http/exchange';
import { SYSTEM_BUSY, type WeChat } from '.';

/** Words that stand for forbidden and for doubtful content. */
const RISKY = '违规测试';
const DOUBTFUL = '待审测试';
const LONGEST = 2500;

export function phoneNumber(wechat: WeChat, body: Fields): Fields {
  const found = wechat.redeemCode(textOf(body, 'code'));
  if (typeof found !== 'string') return found;
  const watermark = { timestamp: Math.floor(wechat.now() / 1000), appid: 'local' };
  return { errcode: 0, errmsg: 'ok', phone_info: { phoneNumber: found, purePhoneNumber: found, countryCode: '86', watermark } };
}

/** Version 2; the user must have visited within two hours, which is not checked here. */
export function msgSecCheck(wechat: WeChat, body: Fields): Fields {
  const content = textOf(body, 'content');
  if (wechat.faults.takeForChannel('check')) return SYSTEM_BUSY;
  if (!textOf(body, 'openid')) return { errcode: 40003, errmsg: 'invalid openid' };
  if (!content || [...content].length > LONGEST) return { errcode: 47001, errmsg: 'data format error: content' };
  if (body.version !== 2) return { errcode: 47001, errmsg: 'data format error: version must be 2' };
  const suggest = content.includes(RISKY) ? 'risky' : content.includes(DOUBTFUL) ? 'review' : 'pass';
  wechat.inbox.add({ channel: 'check', to: textOf(body, 'openid'), title: `文字检查：${suggest}`, text: content, fields: body });
  const label = suggest === 'pass' ? 100 : 20001;
  return {
    errcode: 0,
    errmsg: 'ok',
    trace_id: randomUUID(),
    result: { suggest, label },
    detail: [{ strategy: 'content_model', errcode: 0, suggest, label }],
  };
}

/** Accepts a picture or sound for checking; the result, which WeChat pushes later, never comes. */
export function mediaCheckAsync(wechat: WeChat, body: Fields): Fields {
  if (wechat.faults.takeForChannel('check')) return SYSTEM_BUSY;
  if (!textOf(body, 'openid')) return { errcode: 40003, errmsg: 'invalid openid' };
  if (!/^https?:\/\//.test(textOf(body, 'media_url'))) return { errcode: 40005, errmsg: 'invalid media_url' };
  wechat.inbox.add({
    channel: 'check',
    to: textOf(body, 'openid'),
    title: '图片检查',
    text: textOf(body, 'media_url'),
    fields: body,
  });
  return { errcode: 0, errmsg: 'ok', trace_id: randomUUID() };
}
