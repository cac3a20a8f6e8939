/** Sending a page to family or into a group. The path never carries a token, a name or a telephone number. */
import { useShareAppMessage } from '@tarojs/taro';

export interface Shared {
  title: string;
  /** `pages/canteen/week/index?from=2026-11-23`, without a leading slash. */
  path: string;
}

/** Makes the page shareable from WeChat's menu and from a `Button openType="share"`. */
export function useShare({ title, path }: Shared): void {
  useShareAppMessage(() => ({ title, path: `/${path}` }));
}
