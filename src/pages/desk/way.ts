/** From one page of the desk to another. */
import Taro from '@tarojs/taro';
import { addressOf, go } from '../../services/go';
import { pageOf } from './nav';

export const toDesk = (name: string, query: Record<string, string> = {}): void => go(pageOf(name), query);

/** In place of the page that is open: after signing in or out. */
export const switchTo = (name: string): void => void Taro.redirectTo({ url: addressOf(pageOf(name)) });
