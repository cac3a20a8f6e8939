import { View } from '@tarojs/components';
import { aria } from '../../../components/aria';
import { BigButton } from '../../../components/BigButton';
import { Icon } from '../../../components/Icon';
import type { Failure } from '../../../services/door';
import { sentenceOf } from '../../../services/sentences';

interface Props {
  failure: Failure | undefined;
  /** The same gesture again, where that can help. */
  retry?: () => void;
  /** Said first, where several things are going on: A037 王桂兰. */
  about?: string;
}

/** A deed that was not done, beside the form that still holds what was typed. */
export function Problem({ failure, retry, about }: Props) {
  if (!failure) return null;
  const { title, next } = sentenceOf(failure.code, failure.details);
  return (
    <View className="problem" {...aria({ role: 'alert' })}>
      <Icon name={failure.code === 'OFFLINE' ? 'offline' : 'warning'} size="small" />
      <View className="grow">
        <View className="t-body">{about ? `${about}：${title}` : title}</View>
        <View className="t-secondary">
          {next}
          {failure.code === 'INTERNAL' && failure.requestId ? `（编号 ${failure.requestId}）` : ''}
        </View>
      </View>
      {retry ? <BigButton small kind="secondary" text="重试" onPress={retry} /> : null}
    </View>
  );
}
