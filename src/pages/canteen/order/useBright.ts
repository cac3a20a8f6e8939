import Taro, { useDidHide, useDidShow } from '@tarojs/taro';
import { useEffect, useRef } from 'react';
import { isWeapp } from '../../../services/platform';

/** Full brightness while a code is shown, so that a scanner reads an old screen; as it was before when the page is left. */
export function useBright(on: boolean): void {
  const before = useRef<number>();
  const brighten = async () => {
    if (!isWeapp || !on || before.current !== undefined) return;
    try {
      before.current = (await Taro.getScreenBrightness()).value;
      await Taro.setScreenBrightness({ value: 1 });
    } catch {
      // A phone that does not let itself be brightened still shows the code.
    }
  };
  const restore = () => {
    if (before.current !== undefined) void Taro.setScreenBrightness({ value: before.current });
    before.current = undefined;
  };
  useDidShow(() => void brighten());
  useDidHide(restore);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only whether a code is shown matters
  useEffect(() => {
    void brighten();
    return restore;
  }, [on]);
}
