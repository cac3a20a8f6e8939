import { View } from '@tarojs/components';
import { BigButton } from '../../../components/BigButton';
import type { CounterDesk } from './useDesk';

/** A code that is not on this list: another meal, another day, cancelled. The cloud says which. */
export const Stranger = ({ scanned, desk }: { scanned: { id: string; text: string }; desk: CounterDesk }) => (
  <View className="guest-card">
    <View className="t-title">这个码不在这一餐的名单里</View>
    <View className="t-secondary">可能是另一餐或另一天的订餐，也可能已经取消。可以请系统查一下，是今天的就会核销。</View>
    <View className="pair">
      <BigButton kind="plain" text="返回" onPress={desk.close} />
      <BigButton text="查一下" onPress={() => desk.handOut(scanned.id, '扫到的码', scanned.text)} />
    </View>
  </View>
);
