import { View } from '@tarojs/components';
import { useState } from 'react';
import { BigButton } from '../../../components/BigButton';
import { Card as Sheet } from '../../../components/Card';
import { ErrorRetry } from '../../../components/ErrorRetry';
import { Skeleton } from '../../../components/Skeleton';
import { useQueryOf } from '../../../services/useDoor';
import { CardFacts } from '../parts/CardFacts';
import { safety } from '../queries';

function Read({ id }: { id: string }) {
  const read = useQueryOf(safety, 'emergencyCard', { id });
  if (read.failure) return <ErrorRetry failure={read.failure} onRetry={read.reload} />;
  if (!read.data) return <Skeleton cards={1} />;
  return read.data.card ? <CardFacts card={read.data.card} /> : <View className="t-body">还没有登记急救卡。</View>;
}

/** 急救卡: asked only when somebody opens it, because each reading is recorded. */
export function Card({ id }: { id: string }) {
  const [open, setOpen] = useState(false);
  return (
    <Sheet title="急救卡">
      <View className="col">
        {open ? (
          <Read id={id} />
        ) : (
          <>
            <View className="t-secondary">病史、用药、紧急联系人。只有正在处理的人能看，谁看过会记下来。</View>
            <BigButton kind="secondary" icon="heart" text="打开急救卡" onPress={() => setOpen(true)} />
          </>
        )}
      </View>
    </Sheet>
  );
}
