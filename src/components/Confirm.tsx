import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import type { Doing } from '../services/useDoor';
import { BigButton } from './BigButton';
import { FailureNote } from './FailureNote';
import { Sheet } from './Sheet';

interface Props extends PropsWithChildren {
  open: boolean;
  /** The question: 取消这一餐吗？ */
  title: string;
  /** What happens then, in one sentence. */
  text?: string;
  /** The deed as a verb, not 确定: 取消订餐. */
  yes: string;
  no?: string;
  kind?: 'primary' | 'danger';
  /** The command behind `onYes`: busy while it runs, and what it answered. */
  doing?: Pick<Doing<never>, 'busy' | 'failure' | 'retry'>;
  /** False: something has to be filled in first. */
  ready?: boolean;
  onYes: () => void;
  onNo: () => void;
}

/** Asks once more before something that is not easily undone. */
export const Confirm = ({
  open,
  title,
  text,
  yes,
  no = '先不了',
  kind = 'primary',
  doing,
  ready = true,
  onYes,
  onNo,
  children,
}: Props) => (
  <Sheet title={title} open={open} onClose={onNo}>
    <View className="col">
      {text ? <View className="t-body">{text}</View> : null}
      {children}
      <FailureNote failure={doing?.failure} onRetry={doing?.retry} />
      <BigButton kind={kind} text={yes} busy={doing?.busy} disabled={!ready} onPress={onYes} />
      <BigButton kind="plain" text={no} onPress={onNo} />
    </View>
  </Sheet>
);
