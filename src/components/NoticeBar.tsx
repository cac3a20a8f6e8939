import { View } from '@tarojs/components';
import { Icon } from './Icon';
import { Press } from './Press';
import './NoticeBar.css';

interface Props {
  text: string;
  /** How many there are in all. */
  count?: number;
  onPress: () => void;
}

/** The newest notice in one line, and how many there are. */
export const NoticeBar = ({ text, count, onPress }: Props) => (
  <Press className="notice" label={`通知：${text}${count ? ` ${count}条` : ''}`} onPress={onPress}>
    <Icon name="bell" size="small" />
    <View className="grow">{text}</View>
    {count ? <View className="notice-count">{count}条</View> : null}
    <Icon name="next" size="small" />
  </Press>
);
