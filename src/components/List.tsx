import { View } from '@tarojs/components';
import type { PropsWithChildren, ReactNode } from 'react';
import { aria } from './aria';
import { Icon } from './Icon';
import { Press } from './Press';
import { Tag, type Tone } from './Tag';
import './List.css';

/** Rows on one sheet, with a line between them. */
export const List = ({ label, children }: PropsWithChildren<{ label?: string }>) => (
  <View className="list" {...aria({ role: 'list', label })}>
    {children}
  </View>
);

interface RowProps {
  title: string;
  text?: string;
  /** At the right, as text. */
  value?: string;
  aside?: ReactNode;
  onPress?: () => void;
  /** Below the text: what there is to say at length. */
  children?: ReactNode;
}

/** A name and its value; with `onPress` a way to a page. */
export function Row({ title, text, value, aside, onPress, children }: RowProps) {
  const inner = (
    <>
      <View className="grow">
        <View className="t-body">{title}</View>
        {text ? <View className="t-secondary">{text}</View> : null}
        {children}
      </View>
      {value ? <View className="list-value">{value}</View> : null}
      {aside}
      {onPress ? <Icon name="next" size="small" /> : null}
    </>
  );
  // With something of its own at the right, what is read aloud is what is written.
  const spoken = [title, text, value].filter(Boolean).join('，');
  return (
    <View className="list-item" {...aria({ role: 'listitem' })}>
      {onPress ? (
        <Press className="list-row" label={aside ? undefined : spoken} onPress={onPress}>
          {inner}
        </Press>
      ) : (
        <View className="list-row">{inner}</View>
      )}
    </View>
  );
}

interface TaskProps {
  tag: string;
  tone: Tone;
  title: string;
  /** Where, and how much time is left: 3栋501 · 剩 1 小时. */
  text: string;
  /** The one thing to do; absent where somebody else does it. */
  action?: { text: string; onPress: () => void };
  onPress?: () => void;
}

/** Something somebody has to do: how urgent in a word, where, and the one action. */
export const TaskRow = ({ tag, tone, title, text, action, onPress }: TaskProps) => (
  <View className={`task task-${tone}`}>
    <View className="grow" onClick={onPress}>
      <View className="row-wrap">
        <Tag word={tag} tone={tone} />
        <View className="t-body">{title}</View>
      </View>
      <View className="t-secondary">{text}</View>
    </View>
    {action ? (
      <Press
        className={`task-action ${tone === 'danger' ? 'task-urgent' : ''}`}
        label={`${action.text}：${title}`}
        onPress={action.onPress}
      >
        {action.text}
      </Press>
    ) : null}
  </View>
);
