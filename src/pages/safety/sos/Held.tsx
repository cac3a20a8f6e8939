import { View } from '@tarojs/components';
import type { AlertView } from '../../../../types/safety';
import { aria } from '../../../components/aria';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { FailureNote } from '../../../components/FailureNote';
import { useCommand } from '../../../services/useDoor';
import { useCountdown } from '../parts/countdown';
import { safety } from '../queries';

/** The seconds in which it can be taken back. When they are over the phone says so; one that cannot is overtaken by the server. */
export function Held({ alert, onDone }: { alert: AlertView; onDone: () => Promise<unknown> }) {
  const settle = { onDone: () => void onDone(), onFailure: () => void onDone() };
  const releasing = useCommand(safety, 'releaseSos', settle);
  const cancelling = useCommand(safety, 'cancelSos', settle);
  const one = { id: alert.id };
  const left = useCountdown((alert.heldUntil ?? alert.raisedAt) - alert.raisedAt, () => releasing.run(one));
  return (
    <Card tone="danger">
      <View className="col">
        <View className="sos-count" {...aria({ role: 'status', live: 'assertive' })}>
          {left > 0 ? `${left} 秒后通知家人和社区` : '正在通知家人和社区…'}
        </View>
        <BigButton kind="plain" text="按错了，取消" busy={cancelling.busy} onPress={() => cancelling.run(one)} />
        <BigButton kind="danger" text="现在就发" busy={releasing.busy} onPress={() => releasing.run(one)} />
        <FailureNote failure={cancelling.failure} onRetry={cancelling.retry} />
      </View>
    </Card>
  );
}
