import { View } from '@tarojs/components';
import type { Failure } from '../services/door';
import { sentenceOf } from '../services/sentences';
import { aria } from './aria';
import { BigButton } from './BigButton';
import { Icon } from './Icon';
import './Message.css';

interface Props {
  failure: Failure;
  onRetry: () => unknown;
}

/** It did not work this time: what happened and one button. */
export function ErrorRetry({ failure, onRetry }: Props) {
  const { title, next } = sentenceOf(failure.code, failure.details);
  return (
    <View className="message" {...aria({ role: 'alert' })}>
      <View className="message-icon">
        <Icon name={failure.code === 'OFFLINE' ? 'offline' : 'warning'} size="large" />
      </View>
      <View className="message-title">{title}</View>
      <View className="message-next">{next}</View>
      <BigButton text="重试" icon="refresh" onPress={onRetry} />
      {failure.requestId ? <View className="t-caption">编号 {failure.requestId}</View> : null}
    </View>
  );
}
