import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';

interface Props extends PropsWithChildren {
  label: string;
  help?: string;
}

/** Names a group of chips or a stepper the way Field names a line. */
export const Labelled = ({ label, help, children }: Props) => (
  <View className="field">
    <View className="field-label">{label}</View>
    {children}
    {help ? <View className="field-help">{help}</View> : null}
  </View>
);
