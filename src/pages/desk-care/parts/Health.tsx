import { View } from '@tarojs/components';
import { useState } from 'react';
import { ALLERGEN_TEXT, DIET_TEXT } from '../../../../types/words';
import { BigButton } from '../../../components/BigButton';
import { Failed } from '../../../components/Screen';
import { Skeleton } from '../../../components/Skeleton';
import { useQueryOf } from '../../../services/useDoor';
import { Fact } from '../../desk/parts/Fact';
import { care } from '../queries';
import { type May, WhyNot } from './WhyNot';

interface Props {
  childId: string;
  name: string;
  has: boolean;
  may: May;
}

/** Health and allergies, opened with a tap that says it is recorded. For staff on duty. */
export function Health({ childId, name, has, may }: Props) {
  const [open, setOpen] = useState(false);
  if (!has) return <View className="t-secondary">家长没有填健康和过敏信息。</View>;
  if (!may.ok) return <WhyNot text="健康和过敏" may={may} />;
  if (open) return <Opened childId={childId} onClose={() => setOpen(false)} />;
  return (
    <View className="col">
      <BigButton kind="secondary" icon="lock" text="看健康和过敏" label={`看健康和过敏：${name}`} onPress={() => setOpen(true)} />
      <View className="desk-note">打开会记下您的姓名和时间，家长看得到。</View>
    </View>
  );
}

function Opened({ childId, onClose }: { childId: string; onClose: () => void }) {
  const query = useQueryOf(care, 'health', { childId });
  if (query.failure) return <Failed failure={query.failure} onRetry={query.reload} />;
  if (!query.data) return <Skeleton cards={1} />;
  const { allergens, diets, note, emergency } = query.data.health;
  return (
    <View className="care-health">
      <Fact name="过敏">{allergens.map(each => ALLERGEN_TEXT[each]).join('、') || '没有填'}</Fact>
      <Fact name="忌口">{diets.map(each => DIET_TEXT[each]).join('、') || '没有填'}</Fact>
      <Fact name="病史和用药">{note || '没有填'}</Fact>
      <Fact name="找不到家长时">{emergency || '没有填'}</Fact>
      <View className="between">
        <View className="desk-note">这次查看已经记下。</View>
        <BigButton small kind="plain" text="合上" onPress={onClose} />
      </View>
    </View>
  );
}
