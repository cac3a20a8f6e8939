import { View } from '@tarojs/components';
import type { AlertView, EmergencyCard as CardData } from '../../../../types/safety';
import { CallButton } from '../../../components/CallButton';
import { Failed } from '../../../components/Screen';
import { Sheet } from '../../../components/Sheet';
import { Skeleton } from '../../../components/Skeleton';
import { useQueryOf } from '../../../services/useDoor';
import { Fact } from '../parts/Fact';
import { safety } from '../queries';

const listed = (words: readonly string[]): string => (words.length > 0 ? words.join('、') : '没有登记');

/** 急救卡, for whoever stands at the door; opening it is written down. */
export function EmergencyCard({ alert, onClose }: { alert: AlertView; onClose: () => void }) {
  const shown = useQueryOf(safety, 'emergencyCard', { id: alert.id });
  const card = shown.data?.card;
  return (
    <Sheet open title={`${alert.subjectName}的急救卡`} onClose={onClose}>
      <View className="col">
        {shown.loading ? <Skeleton cards={1} /> : null}
        {shown.failure ? <Failed failure={shown.failure} onRetry={shown.reload} /> : null}
        {shown.data && !card ? <View className="t-body">没有登记急救卡。请直接问老人或家人。</View> : null}
        {card ? <Content card={card} /> : null}
        <View className="desk-note">谁在什么时候看过，老人和社区都看得到。</View>
      </View>
    </Sheet>
  );
}

const Content = ({ card }: { card: CardData }) => (
  <View>
    <Fact name="药物过敏">{listed(card.drugAllergies)}</Fact>
    <Fact name="疾病">{listed(card.illnesses)}</Fact>
    <Fact name="在吃的药">{listed(card.medicines)}</Fact>
    <Fact name="血型">{card.blood === 'unknown' ? '不清楚' : `${card.blood} 型`}</Fact>
    <Fact name="常去医院">{card.hospital || '没有登记'}</Fact>
    <Fact name="提示">{card.hints || '没有'}</Fact>
    {card.contacts.map(({ name, relation, phone }) => (
      <CallButton key={`${name}${phone}`} phone={phone} text={`打给${relation}${name}`} />
    ))}
  </View>
);
