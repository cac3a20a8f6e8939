import { View } from '@tarojs/components';
import { useOnline } from '../services/useDoor';
import { aria } from './aria';
import { Icon } from './Icon';
import './OfflineBanner.css';

/** Says that the phone has no network and that what is shown is the last that came. Nothing when all is well. */
export function OfflineBanner() {
  if (useOnline()) return null;
  return (
    <View className="offline" {...aria({ role: 'status', live: 'polite' })}>
      <Icon name="offline" size="small" />
      <View className="grow">手机没有连上网，显示的是上次的内容</View>
    </View>
  );
}
