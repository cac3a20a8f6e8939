/** From page to page. Paths are written as in app.config: `pages/canteen/week/index`. */
import Taro, { useRouter } from '@tarojs/taro';

type Params = Record<string, string | number | undefined>;

/** A page's address with its parameters; empty ones are left out. */
export function addressOf(page: string, params: Params = {}): string {
  const pairs = Object.entries(params).filter(([, value]) => value !== undefined && value !== '');
  const query = pairs.map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`).join('&');
  return query ? `/${page}?${query}` : `/${page}`;
}

/** A text that is not a valid escape was not escaped. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** What this page was opened with. Neither WeChat nor the web undoes the escaping of `addressOf`. */
export function useParams(): Partial<Record<string, string>> {
  const entries = Object.entries(useRouter().params);
  return Object.fromEntries(entries.map(([name, value]) => [name, decoded(value ?? '')]));
}

/** WeChat keeps ten pages at most; the eleventh replaces the one that is open. */
const DEEP = 9;

export function go(page: string, params?: Params): void {
  const url = addressOf(page, params);
  if (Taro.getCurrentPages().length >= DEEP) void Taro.redirectTo({ url });
  else void Taro.navigateTo({ url });
}

export const goHome = (): void => void Taro.reLaunch({ url: '/pages/home/index' });

/** One page back; home when this page was the first, as after opening a shared card. */
export function goBack(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else goHome();
}
