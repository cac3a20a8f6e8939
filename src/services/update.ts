/** A new version waits until the person agrees: a page never disappears under a finger. */
import Taro from '@tarojs/taro';
import { isWeapp } from './platform';

/** Call once when the app starts. */
export function startUpdate(): void {
  if (!isWeapp || !Taro.canIUse('getUpdateManager')) return;
  const manager = Taro.getUpdateManager();
  manager.onUpdateReady(async () => {
    const { confirm } = await Taro.showModal({
      title: '有新版本',
      content: '更新只要几秒钟，您填写的内容请先提交。',
      confirmText: '现在更新',
      cancelText: '下次再说',
    });
    if (confirm) manager.applyUpdate();
  });
}
