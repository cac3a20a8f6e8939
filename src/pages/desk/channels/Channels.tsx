import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Channel } from '../../../../types/messages/form';
import { aria } from '../../../components/aria';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { FailureNote } from '../../../components/FailureNote';
import { Tag } from '../../../components/Tag';
import { useCommand } from '../../../services/useDoor';
import { courier } from '../queries';
import { CHANNEL_TEXT, type Known } from './draft';

interface Props {
  known: Known;
  off: Channel[];
  onChange: (off: Channel[]) => void;
}

/** Each channel: ready or what it lacks, on or off; and a test to oneself. */
export function Channels({ known, off, onChange }: Props) {
  const [sent, setSent] = useState(false);
  const test = useCommand(courier, 'tryChannels', { onDone: () => setSent(true) });
  return (
    <Card title="用什么提醒">
      {known.channels.map(({ channel, ready, missing }) => {
        const isOff = channel !== 'robot' && off.includes(channel);
        const [word, tone] = isOff
          ? (['关着', 'neutral'] as const)
          : ready
            ? (['能用', 'success'] as const)
            : (['用不了', 'warning'] as const);
        return (
          <View key={channel} className="between channels-line">
            <View className="grow">
              <View className="t-body">{CHANNEL_TEXT[channel]}</View>
              {missing ? <View className="t-secondary">{missing}</View> : null}
            </View>
            <Tag word={word} tone={tone} />
            {channel === 'robot' ? null : (
              <BigButton
                small
                kind="secondary"
                text={isOff ? '打开' : '关掉'}
                label={`${isOff ? '打开' : '关掉'}${CHANNEL_TEXT[channel]}`}
                onPress={() => onChange(isOff ? off.filter(each => each !== channel) : [...off, channel])}
              />
            )}
          </View>
        );
      })}
      <FailureNote failure={test.failure} onRetry={test.retry} />
      <View className="row channels-line">
        <BigButton
          small
          kind="secondary"
          icon="bell"
          text="给我自己试发"
          busy={test.busy}
          onPress={() => test.run({ to: 'me' })}
        />
      </View>
      <View className="desk-note" {...aria({ role: 'status', live: 'polite' })}>
        {sent ? '已试发：先微信，没送出再短信，再电话。结果看“发送记录”。' : ''}
      </View>
    </Card>
  );
}
