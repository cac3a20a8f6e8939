import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Instant } from '../../../../types/time';
import { BigButton } from '../../../components/BigButton';
import { Empty } from '../../../components/Empty';
import { Failed } from '../../../components/Screen';
import { Skeleton } from '../../../components/Skeleton';
import { useQueryOf } from '../../../services/useDoor';
import { safety } from '../queries';
import { AlertCard } from './AlertCard';

interface Props {
  now: Instant;
  openId?: string;
  onOpen: (id: string) => void;
}

/** Alerts that are over, the newest first, a page at a time. */
export function Past({ now, openId, onOpen }: Props) {
  const [pages, setPages] = useState<(Instant | undefined)[]>([undefined]);
  const before = pages[pages.length - 1];
  const past = useQueryOf(safety, 'history', before === undefined ? {} : { before });
  if (past.failure) return <Failed failure={past.failure} onRetry={past.reload} />;
  if (!past.data) return <Skeleton />;
  const { alerts, next } = past.data;
  return (
    <View className="col">
      {alerts.map(alert => (
        <AlertCard key={alert.id} alert={alert} now={now} here={alert.id === openId} onOpen={() => onOpen(alert.id)} />
      ))}
      {alerts.length === 0 ? <Empty icon="clock" title="没有已结束的预警" next="处理完的预警会留在这里，可以随时查看。" /> : null}
      {pages.length > 1 || next !== undefined ? (
        <View className="pair">
          <BigButton kind="plain" text="上一页" disabled={pages.length === 1} onPress={() => setPages(pages.slice(0, -1))} />
          <BigButton kind="plain" text="看更早的" disabled={next === undefined} onPress={() => setPages([...pages, next])} />
        </View>
      ) : null}
    </View>
  );
}
