import { View } from '@tarojs/components';
import type { ReactNode } from 'react';

/** A name and its value in one line; the value may be long. */
export const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <View className="fact">
    <View className="fact-name">{name}</View>
    <View className="fact-value">{children}</View>
  </View>
);

/** A number that matters, with its unit below. */
export const Count = ({ value, unit, strong }: { value: number | string; unit: string; strong?: boolean }) => (
  <View className="count">
    <View className={`count-value ${strong ? 'count-strong' : ''}`}>{value}</View>
    <View className="t-secondary">{unit}</View>
  </View>
);
