/** The robot of a WeCom group: 20 messages a minute and key, text up to 2048 bytes, markdown up to 4096. */
import { type Fields, isFields, textOf } from '../http/exchange';
import { SYSTEM_BUSY, type WeChat } from '.';

const PER_MINUTE = 20;
const LONGEST: Record<string, number> = { text: 2048, markdown: 4096 };

export class WeCom {
  private readonly sent = new Map<string, number[]>();

  constructor(private readonly wechat: WeChat) {}

  send(key: string, body: Fields): Fields {
    const kind = textOf(body, 'msgtype');
    const part = isFields(body[kind]) ? body[kind] : {};
    const content = textOf(part, 'content');
    const answer = this.judge(key, kind, content);
    const error = answer.errcode === 0 ? undefined : `${answer.errcode} ${answer.errmsg}`;
    this.wechat.inbox.add({ channel: 'wecom', to: key, title: '企业微信群', text: content, fields: body, error });
    return answer;
  }

  private judge(key: string, kind: string, content: string): Fields {
    if (this.wechat.faults.takeForChannel('wecom')) return SYSTEM_BUSY;
    if (!key) return { errcode: 93000, errmsg: 'invalid webhook url' };
    const longest = LONGEST[kind];
    if (!longest) return { errcode: 40008, errmsg: 'invalid message type' };
    if (!content) return { errcode: 44004, errmsg: 'empty content' };
    if (Buffer.byteLength(content) > longest) return { errcode: 40058, errmsg: `${kind}.content exceed max length ${longest}` };
    const now = this.wechat.now();
    const recent = (this.sent.get(key) ?? []).filter(at => at > now - 60_000);
    if (recent.length >= PER_MINUTE) return { errcode: 45009, errmsg: 'api freq out of limit' };
    this.sent.set(key, [...recent, now]);
    return { errcode: 0, errmsg: 'ok' };
  }
}
