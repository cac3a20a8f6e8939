import { View } from '@tarojs/components';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { ChipPicker } from '../../../components/ChipPicker';
import { go } from '../../../services/go';
import { isStaff } from '../../home/ways';
import { useMe } from '../../people/queries';
import type { Week } from '../queries';

/** Who works here but neither lives here nor has an elder here can look, and order for residents from the desk. */
function Nobody() {
  const me = useMe().data;
  if (!me) return null;
  const staff = isStaff(me);
  return (
    <Card tone="warning">
      <View className="row-wrap">
        <View className="grow">{staff ? '您可以在工作台替居民订餐' : '关联家里老人后，就能帮忙订餐'}</View>
        {staff ? (
          <BigButton small text="替居民订" onPress={() => go('pages/desk/onbehalf/index')} />
        ) : (
          <BigButton small text="关联家人" onPress={() => go('pages/people/family/index')} />
        )}
      </View>
    </Card>
  );
}

/** For whom the meal is: oneself, a bound elder, or the resident for whom staff order. */
export function Who({
  week: { diner, diners },
  onDiner,
}: {
  week: Pick<Week, 'diner' | 'diners'>;
  onDiner: (dinerId: string) => void;
}) {
  if (!diner) return <Nobody />;
  if (!diners.some(({ id }) => id === diner.id)) {
    return (
      <Card tone="accent">
        <View className="t-body">{`正在替 ${diner.name}（${diner.age} 岁）订餐`}</View>
        <View className="t-secondary">工作人员代订，订单上会记下您的名字</View>
      </Card>
    );
  }
  // Who eats alone and for oneself need not be told so.
  if (diners.length < 2 && diner.relation === '本人') return null;
  const options = diners.map(({ id, name, relation }) => ({
    value: id,
    text: relation === '本人' ? '给自己' : `给${name}`,
  }));
  return <ChipPicker label="给谁订" options={options} value={[diner.id]} onChange={([id]) => id && onDiner(id)} />;
}
