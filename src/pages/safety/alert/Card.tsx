import { View } from '@tarojs/components';
import { useState } from 'react';
import type { EmergencyCard } from '../../../../types/safety';
import { BigButton } from '../../../components/BigButton';
import { CallButton } from '../../../components/CallButton';
import { Card as Sheet } from '../../../components/Card';
import { ErrorRetry } from '../../../components/ErrorRetry';
import { List, Row } from '../../../components/List';
import { Skeleton } from '../../../components/Skeleton';
import { useQueryOf } from '../../../services/useDoor';
import { safety } from '../queries';

const listed = (words: readonly string[]): string => (words.length > 0 ? words.join('、') : '没有登记');

const Known = ({ card }: { card: EmergencyCard }) => (
  <>
    <List label="急救卡">
      <Row title="药物过敏" text={listed(card.drugAllergies)} />
      <Row title="慢性病" text={listed(card.illnesses)} />
      <Row title="常吃的药" text={listed(card.medicines)} />
      <Row title="血型" value={card.blood === 'unknown' ? '不清楚' : card.blood} />
      {card.hospital ? <Row title="常去的医院" text={card.hospital} /> : null}
      {card.hints ? <Row title="提醒" text={card.hints} /> : null}
    </List>
    {card.contacts.map(({ name, relation, phone }) => (
      <CallButton key={phone} phone={phone} text={`打给${relation}${name}`} />
    ))}
  </>
);

function Read({ id }: { id: string }) {
  const read = useQueryOf(safety, 'emergencyCard', { id });
  if (read.failure) return <ErrorRetry failure={read.failure} onRetry={read.reload} />;
  if (!read.data) return <Skeleton cards={1} />;
  return read.data.card ? <Known card={read.data.card} /> : <View className="t-body">还没有登记急救卡。</View>;
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
