import { View } from '@tarojs/components';
import type { AppointmentView } from '../../../../types/safety';
import { clockText } from '../../../../types/time';
import { Empty } from '../../../components/Empty';
import { FailureNote } from '../../../components/FailureNote';
import { TaskRow } from '../../../components/List';
import { Failed } from '../../../components/Screen';
import { Skeleton } from '../../../components/Skeleton';
import { useCommand, useQueryOf } from '../../../services/useDoor';
import { safety } from '../queries';
import { longDay } from '../words';

/** 轮椅接送: asked for, taken, brought home. */
export function Rides() {
  const rides = useQueryOf(safety, 'transports', {}, { everyMs: 60_000 });
  const take = useCommand(safety, 'takeTransport');
  const finish = useCommand(safety, 'finishTransport');
  if (rides.failure) return <Failed failure={rides.failure} onRetry={rides.reload} />;
  if (!rides.data) return <Skeleton />;
  const rows = rides.data.transports;
  if (rows.length === 0) return <Empty icon="check" title="没有要接送的老人" next="预约时选了轮椅接送，会出现在这里。" />;
  const textOf = ({ day, from, place, addressText, driverName }: AppointmentView) =>
    [`${longDay(day)} ${clockText(from)} ${place}`, addressText, driverName ? `${driverName}去接` : '还没人接']
      .filter(Boolean)
      .join(' · ');
  const actionOf = ({ id, may }: AppointmentView) => {
    if (may.takeTransport.ok) return { text: '我去接', onPress: () => take.run({ id }) };
    if (may.finishTransport.ok) return { text: '送到家了', onPress: () => finish.run({ id }) };
    return undefined;
  };
  return (
    <View className="col">
      <FailureNote failure={take.failure ?? finish.failure} onRetry={take.retry ?? finish.retry} />
      {rows.map(ride => {
        const asked = ride.transport === 'asked';
        return (
          <TaskRow
            key={ride.id}
            tag={asked ? '等人接' : '有人接'}
            tone={asked ? 'warning' : 'success'}
            title={ride.elderName}
            text={textOf(ride)}
            action={actionOf(ride)}
          />
        );
      })}
    </View>
  );
}
