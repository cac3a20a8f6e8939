/** `subscribeMessage.send`: one accept is one message, and every field has its limit. */
import { type Fields, isFields, textOf } from '../http/exchange';
import { SYSTEM_BUSY, type WeChat } from '.';
import { fieldError } from './fields';

const OPENID = /^[\w-]{2,64}$/;
const TEMPLATE = /^[\w-]{2,64}$/;
const STATES = ['developer', 'trial', 'formal'];
const LANGUAGES = ['zh_CN', 'en_US', 'zh_HK', 'zh_TW'];

/** What WeChat finds wrong with the request before it looks at the credit. */
function refusal(wechat: WeChat, body: Fields): Fields | undefined {
  const template = textOf(body, 'template_id');
  const known = wechat.templates?.[template];
  if (!OPENID.test(textOf(body, 'touser'))) return { errcode: 40003, errmsg: 'invalid openid' };
  if (!TEMPLATE.test(template) || (wechat.templates && !known)) return { errcode: 40037, errmsg: 'invalid template_id' };
  if (!isFields(body.data) || Object.keys(body.data).length === 0)
    return { errcode: 47003, errmsg: 'argument invalid! data is empty' };
  const wrong = fieldError(body.data, known?.fields);
  if (wrong) return { errcode: 47003, errmsg: wrong };
  if (textOf(body, 'page').startsWith('/')) return { errcode: 40066, errmsg: 'invalid url: a page has no slash in front' };
  if (body.miniprogram_state !== undefined && !STATES.includes(textOf(body, 'miniprogram_state'))) {
    return { errcode: 47003, errmsg: 'argument invalid! miniprogram_state' };
  }
  if (body.lang !== undefined && !LANGUAGES.includes(textOf(body, 'lang')))
    return { errcode: 47003, errmsg: 'argument invalid! lang' };
  return undefined;
}

/** The lines that a person sees on the card. */
const cardText = (data: Fields): string =>
  Object.values(data)
    .map(field => String((field as { value?: unknown } | null)?.value ?? ''))
    .join('\n');

export function sendSubscribeMessage(wechat: WeChat, body: Fields): Fields {
  const answer = judge(wechat, body);
  const data = isFields(body.data) ? body.data : {};
  const template = textOf(body, 'template_id');
  const message = wechat.inbox.add({
    channel: 'subscribe',
    to: textOf(body, 'touser'),
    openid: textOf(body, 'touser'),
    title: wechat.templates?.[template]?.title ?? template,
    text: cardText(data),
    fields: body,
    page: textOf(body, 'page') || undefined,
    error: answer.errcode === 0 ? undefined : `${answer.errcode} ${answer.errmsg}`,
  });
  return answer.errcode === 0 ? { ...answer, msgid: message.id } : answer;
}

function judge(wechat: WeChat, body: Fields): Fields {
  if (wechat.faults.takeForChannel('subscribe')) return SYSTEM_BUSY;
  const wrong = refusal(wechat, body);
  if (wrong) return wrong;
  const hasCredit = wechat.memory.takeCredit(textOf(body, 'touser'), textOf(body, 'template_id'));
  return hasCredit ? { errcode: 0, errmsg: 'ok' } : { errcode: 43101, errmsg: 'user refuse to accept the msg' };
}
