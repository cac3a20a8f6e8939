import { View } from '@tarojs/components';
import type { Failure } from '../services/door';
import { goHome } from '../services/go';
import { sentenceOf } from '../services/sentences';
import { aria } from './aria';
import { BigButton } from './BigButton';
import { Icon } from './Icon';
import './Message.css';

interface Props {
  failure: Failure;
  /** The way on; without it, home. */
  action?: { text: string; onPress: () => void };
}

/** A no that trying again does not change: why, and where to go instead. */
export function Refused({ failure, action = { text: '回到首页', onPress: goHome } }: Props) {
  const { title, next } = sentenceOf(failure.code, failure.details);
  return (
    <View className="message" {...aria({ role: 'alert' })}>
      <View className="message-icon">
        <Icon name="lock" size="large" />
      </View>
      <View className="message-title">{title}</View>
      <View className="message-next">{next}</View>
      <BigButton text={action.text} onPress={action.onPress} />
    </View>
  );
}
