import { View } from '@tarojs/components';
import { aria } from '../../../components/aria';
import { CallButton } from '../../../components/CallButton';
import { Card } from '../../../components/Card';
import { EmergencyCalls } from '../../../components/EmergencyCalls';
import { useOnline } from '../../../services/useDoor';
import type { Sos } from './useSos';

/** On its way: nothing to do but wait, unless the network is bad; then the telephone, at once and large. */
export function Sending({ lost, phone }: { lost: Sos['lost']; phone: string | undefined }) {
  const online = useOnline();
  const offline = !online || lost?.code === 'OFFLINE';
  if (!lost && online) {
    return (
      <Card tone="danger">
        <View className="t-title" {...aria({ role: 'status', live: 'assertive' })}>
          正在发出求助…
        </View>
        <View className="t-body">请别离开这一页。</View>
      </Card>
    );
  }
  return (
    <>
      <Card tone="danger">
        <View className="col" {...aria({ role: 'alert' })}>
          <View className="t-title">{offline ? '手机没有网，求助还没发出去' : '网络不好，求助还没发出去'}</View>
          <View className="t-body">请现在就打电话。手机会一直重发，发出去了会告诉您。</View>
          {lost ? <View className="t-secondary">{`已经试了 ${lost.tries} 次，正在重发…`}</View> : null}
          {phone ? <CallButton kind="primary" phone={phone} text="打给社区" /> : null}
        </View>
      </Card>
      <EmergencyCalls />
    </>
  );
}
