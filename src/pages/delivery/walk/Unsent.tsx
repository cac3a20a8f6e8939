import { View } from '@tarojs/components';
import { Card } from '../../../components/Card';

/** What waits for the network: nothing is lost, nothing need be done. */
export function Unsent({ count, full }: { count: number; full: boolean }) {
  if (count === 0) return null;
  return (
    <Card tone="warning">
      <View className="t-body">{`${count} 条还没发出去，有网络就自动发，不用重记。`}</View>
      {full ? <View className="t-body">手机存不下了：发出去之前请不要关掉小程序。</View> : null}
    </Card>
  );
}
