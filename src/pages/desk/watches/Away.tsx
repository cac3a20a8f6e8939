import { View } from '@tarojs/components';
import { Empty } from '../../../components/Empty';
import { List, Row } from '../../../components/List';
import { Failed } from '../../../components/Screen';
import { Skeleton } from '../../../components/Skeleton';
import { Tag } from '../../../components/Tag';
import { useQueryOf } from '../../../services/useDoor';
import { safety } from '../queries';
import { longDay } from '../words';

/** 外出 of the whole community, who is away now first: nobody knocks in vain, and an alarm there is looked into by neighbours. */
export function Away({ onOpen }: { onOpen: (elderId: string) => void }) {
  const away = useQueryOf(safety, 'communityAbsences', {});
  if (away.failure) return <Failed failure={away.failure} onRetry={away.reload} />;
  if (!away.data) return <Skeleton cards={1} />;
  const { absences } = away.data;
  if (absences.length === 0)
    return <Empty icon="check" title="没有老人登记外出" next="家人或工作人员登记外出后，会出现在这里。" />;
  return (
    <>
      <View className="t-secondary">外出期间不等平安信号，也不安排探访。燃气、烟感报警照样通知。</View>
      <List label="外出的老人">
        {absences.map(({ id, elderId, elderName, addressText, from, to, where, running, recordedByName }) => (
          <Row
            key={id}
            title={`${elderName}　${where}`}
            text={`${addressText} · ${longDay(from)} 到 ${longDay(to)} · ${recordedByName}登记`}
            aside={<Tag word={running ? '外出中' : '还没走'} tone={running ? 'info' : 'neutral'} />}
            onPress={() => onOpen(elderId)}
          />
        ))}
      </List>
    </>
  );
}
