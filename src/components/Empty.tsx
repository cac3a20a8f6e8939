import { View } from '@tarojs/components';
import type { IconName } from '../styles/icons';
import { aria } from './aria';
import { BigButton } from './BigButton';
import { Icon } from './Icon';
import './Message.css';

interface Props {
  /** What is not there: 本周还没有菜单. */
  title: string;
  /** What to do: 食堂发布后会在这里显示. */
  next: string;
  icon?: IconName;
  action?: { text: string; onPress: () => void };
}

/** Nothing here, and what a person can do about it. */
export const Empty = ({ title, next, icon = 'list', action }: Props) => (
  <View className="message">
    <View className="message-icon">
      <Icon name={icon} size="large" />
    </View>
    <View className="message-title" {...aria({ role: 'heading' })}>
      {title}
    </View>
    <View className="message-next">{next}</View>
    {action ? <BigButton kind="secondary" text={action.text} onPress={action.onPress} /> : null}
  </View>
);
