import { View } from '@tarojs/components';
import type { IconName } from '../styles/icons';
import { Icon } from './Icon';
import { Press } from './Press';
import './BigDoor.css';

interface Props {
  icon: IconName;
  text: string;
  /** Today's state in a few words: 今天午饭已订好. */
  state?: string;
  onPress: () => void;
}

/** The one thing an elder opens the app for, as wide as the screen. */
export const BigDoor = ({ icon, text, state, onPress }: Props) => (
  <Press className="door" label={state ? `${text}，${state}` : text} onPress={onPress}>
    <Icon name={icon} size="large" />
    <View className="grow">
      <View className="door-text">{text}</View>
      {state ? <View className="door-state">{state}</View> : null}
    </View>
  </Press>
);
