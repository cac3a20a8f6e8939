/** The telephone number as WeChat vouches for it: a code that the server exchanges, never the number itself. */
import Taro from '@tarojs/taro';
import { sessionToken } from '../../../services/session';

declare const API_BASE: string;

/** The local cloud plays WeChat's part for the web version. @returns undefined when it gives none */
export async function localPhoneCode(): Promise<string | undefined> {
  try {
    const { data } = await Taro.request<{ code?: string }>({
      url: `${API_BASE}/local/wechat/phone-code`,
      method: 'POST',
      data: {},
      header: { 'content-type': 'application/json', Authorization: `Bearer ${sessionToken() ?? ''}` },
    });
    return data.code;
  } catch {
    return undefined;
  }
}
