import { View } from '@tarojs/components';
import { aria } from '../../../components/aria';
import { Icon } from '../../../components/Icon';
import { personText } from '../words';

/** Who must not have the child: red, with a sign and in words, wherever the child is shown. */
export const Barred = ({ people }: { people: readonly { name: string; relation: string }[] }) =>
  people.length === 0 ? null : (
    <View className="care-barred" {...aria({ role: 'alert' })}>
      <Icon name="warning" />
      <View className="grow">
        <View className="t-section">不能接：{people.map(personText).join('、')}</View>
        <View className="t-body">这个人来了，不要交人，马上打电话告诉社区办公室。</View>
      </View>
    </View>
  );
