/** Tells the server whether this phone lets WeChat notify, each time the page is shown: the family sees it before something happens. */
import Taro, { useDidShow } from '@tarojs/taro';
import { isWeapp } from '../../../services/platform';
import { useCommand } from '../../../services/useDoor';
import { safety } from '../queries';

const canAsk = (): boolean => isWeapp && Taro.canIUse('getAppAuthorizeSetting');

export function useNotifications(): void {
  const telling = useCommand(safety, 'tellNotifications');
  useDidShow(() => {
    if (canAsk()) telling.run({ on: Taro.getAppAuthorizeSetting().notificationAuthorized === 'authorized' });
  });
}

/** The phone's own settings, where notifications are allowed. */
export const openPhoneSettings = (): void => {
  if (canAsk()) void Taro.openAppAuthorizeSetting({}).catch(() => undefined);
};
