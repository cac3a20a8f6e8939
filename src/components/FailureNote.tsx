import { View } from '@tarojs/components';
import type { Failure } from '../services/door';
import { sentenceOf } from '../services/sentences';
import { aria } from './aria';
import { BigButton } from './BigButton';
import { Card } from './Card';

interface Props {
  failure: Failure | undefined;
  /** The same gesture again; given only where that can help. */
  onRetry?: () => void;
  /** Said first where several things go on at once: A037 王桂兰. */
  about?: string;
}

/** What an action answered when it did not work, beside the button that was pressed. Nothing while all is well. */
export function FailureNote({ failure, onRetry, about }: Props) {
  if (!failure) return null;
  const { title, next } = sentenceOf(failure.code, failure.details);
  return (
    <Card tone="danger">
      <View className="col" {...aria({ role: 'alert' })}>
        <View className="t-body">{about ? `${about}：${title}` : title}</View>
        <View className="t-secondary">{next}</View>
        {onRetry ? <BigButton small kind="secondary" icon="refresh" text="重试" onPress={onRetry} /> : null}
      </View>
    </Card>
  );
}
