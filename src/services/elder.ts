/**
 * The elder view 大字版: one root class that makes everything larger and stronger. The choice is kept on this phone; when WeChat itself is
 * set to large type, it is offered once, never forced.
 */
import Taro from '@tarojs/taro';
import { useSyncExternalStore } from 'react';
import { isWeapp } from './platform';
import { keep, recall } from './store';

const KEY = 'jl:view';
/** WeChat's fourth notch: from here on a person has clearly asked for larger type. */
const LARGE_TYPE = 1.29;

type Choice = 'elder' | 'standard';

const listeners = new Set<() => void>();
let choice: Choice | undefined = recall<Choice>(KEY);

export const isElder = (): boolean => choice === 'elder';

export function setElder(on: boolean): void {
  choice = on ? 'elder' : 'standard';
  keep(KEY, choice);
  for (const listener of listeners) listener();
}

const follow = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useElder = (): boolean => useSyncExternalStore(follow, isElder, isElder);

/** True when the phone is set to large type and the person has not chosen a view yet. */
export function shouldOfferElder(): boolean {
  if (choice !== undefined || !isWeapp || !Taro.canIUse('getAppBaseInfo')) return false;
  // Newer than the types: WeChat 8.0.x reports its own font-size setting here.
  const base = Taro.getAppBaseInfo() as Taro.getAppBaseInfo.Result & { fontSizeScaleFactor?: number };
  return (base.fontSizeScaleFactor ?? 1) >= LARGE_TYPE;
}

/** Asks once; whatever the answer is, it is kept. */
export async function offerElder(): Promise<void> {
  if (!shouldOfferElder()) return;
  const { confirm } = await Taro.showModal({
    title: '换成大字版吗？',
    content: '字更大，按钮更大，更容易看清。以后可以在首页换回来。',
    confirmText: '换大字',
    cancelText: '不用',
  });
  setElder(confirm);
}
