import { View } from '@tarojs/components';
import { aria } from './aria';
import './Skeleton.css';

/** The shape of what is coming, while it is coming. */
export const Skeleton = ({ cards = 3 }: { cards?: number }) => (
  <View className="col" {...aria({ role: 'status', label: '正在打开，请稍等' })}>
    {Array.from({ length: cards }, (_, i) => i).map(i => (
      <View key={i} className="skeleton">
        <View className="skeleton-line skeleton-short" />
        <View className="skeleton-line" />
        <View className="skeleton-line skeleton-mid" />
      </View>
    ))}
  </View>
);
