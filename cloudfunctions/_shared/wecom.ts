/** The robot of a WeCom group: `cgi-bin/webhook/send`, text up to 2048 bytes, 20 messages a minute. WECOM_API_BASE for another host. */
import { postJson } from './provider';
import type { WechatAnswer } from './wechat';

/** @param webhook the key in the robot's address. @throws ProviderError */
export const sayInGroup = (webhook: string, content: string): Promise<WechatAnswer> =>
  postJson<WechatAnswer>(
    `${process.env.WECOM_API_BASE || 'https://qyapi.weixin.qq.com'}/cgi-bin/webhook/send?key=${encodeURIComponent(webhook)}`,
    JSON.stringify({ msgtype: 'text', text: { content } }),
  );
