/**
 * Asks for permission to send WeChat messages. One accept is one message, and WeChat opens the dialog only from a tap: call `ask` as the
 * first thing in an onClick, before any waiting.
 */
import Taro from '@tarojs/taro';
import type { CourierContract } from '../../types/courier';
import { door } from './door';
import { isWeapp } from './platform';
import { sessionToken } from './session';

declare const API_BASE: string;

const courier = door<CourierContract>('courier');
const AT_MOST = 5;

/** The local cloud marks its pages, so that the web version can play WeChat's dialog there and nowhere else. */
export const isLocalCloud = (): boolean => !isWeapp && document.querySelector('meta[name="jinlin-local"]') !== null;

async function askWeChat(tmplIds: string[]): Promise<string[]> {
  // entityIds belongs to another platform; Taro's type asks for it everywhere.
  const answers: Record<string, unknown> = { ...(await Taro.requestSubscribeMessage({ tmplIds, entityIds: [] })) };
  return tmplIds.filter(id => answers[id] === 'accept');
}

async function askLocalCloud(templates: string[]): Promise<string[]> {
  const { data } = await Taro.request<{ accepted?: string[] }>({
    url: `${API_BASE}/local/wechat/subscribe`,
    method: 'POST',
    data: { templates },
    header: { Authorization: `Bearer ${sessionToken() ?? ''}` },
  });
  return data.accepted ?? templates;
}

/**
 * Never fails: who says no, or has no dialog, goes on without messages.
 * @returns the templates that were accepted
 */
export async function askToSubscribe(templateIds: readonly string[]): Promise<string[]> {
  const wanted = templateIds.slice(0, AT_MOST);
  if (wanted.length === 0 || !(isWeapp || isLocalCloud())) return [];
  try {
    const accepted = await (isWeapp ? askWeChat(wanted) : askLocalCloud(wanted));
    if (accepted.length > 0) await courier('addCredits', { accepted });
    return accepted;
  } catch {
    return [];
  }
}
