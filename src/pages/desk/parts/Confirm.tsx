import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { BigButton } from '../../../components/BigButton';
import { Sheet } from '../../../components/Sheet';
import type { Doing } from '../../../services/useDoor';
import { Problem } from './Problem';

interface Props<I> extends PropsWithChildren {
  title: string;
  open: boolean;
  onClose: () => void;
  /** What will happen, in words: 明天午餐的 46 份会全部取消. */
  text: string;
  /** On the button: the deed itself, never 确定. */
  yes: string;
  danger?: boolean;
  ready?: boolean;
  doing: Doing<I>;
  input: I;
}

/** Asks before something that is hard to undo, and stays open until it is really done. */
export function Confirm<I>({ title, open, onClose, text, yes, danger, ready = true, doing, input, children }: Props<I>) {
  const close = () => {
    doing.reset();
    onClose();
  };
  return (
    <Sheet title={title} open={open} onClose={doing.busy ? undefined : close}>
      <View className="col">
        <View className="t-body">{text}</View>
        {children}
        <Problem failure={doing.failure} retry={doing.retry} />
        <View className="pair">
          <BigButton kind="plain" text="不，返回" disabled={doing.busy} onPress={close} />
          <BigButton kind={danger ? 'danger' : 'primary'} text={yes} busy={doing.busy} disabled={!ready} onPress={() => doing.run(input)} />
        </View>
      </View>
    </Sheet>
  );
}
