/** Letting a desk browser in: the phone scans what the browser shows. */
import Taro from '@tarojs/taro';

/** `JL2|<pair>` as the desk shows it; undefined when the code is something else. */
export function pairIn(text: string): string | undefined {
  return /^JL2\|([A-Za-z0-9_:~-]{1,96})$/.exec(text.trim())?.[1];
}

/** @returns what was scanned; undefined when the person changed their mind */
export async function scan(): Promise<string | undefined> {
  try {
    return (await Taro.scanCode({ scanType: ['qrCode'] })).result;
  } catch {
    return undefined;
  }
}
