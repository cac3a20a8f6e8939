import { type ITouchEvent, View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { isWeapp } from '../services/platform';
import { type Aria, aria } from './aria';

interface Props extends PropsWithChildren, Aria {
  onPress?: () => void;
  className?: string;
  id?: string;
}

const keyboard = (onPress: () => void, disabled: boolean | undefined) => ({
  tabIndex: disabled ? -1 : 0,
  onKeyDown: (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || (event.key !== 'Enter' && event.key !== ' ')) return;
    event.preventDefault();
    onPress();
  },
});

/** Whatever can be pressed: by a finger, by a screen reader, and on the web by the keyboard. It says what it is. */
export function Press({ onPress, className = '', id, children, disabled, role = 'button', ...rest }: Props) {
  const press = () => {
    if (!disabled) onPress?.();
  };
  const tap = (event: ITouchEvent) => {
    event.stopPropagation();
    press();
  };
  return (
    <View
      {...(id ? { id } : {})}
      className={`pressable ${className}`}
      hoverClass={disabled ? 'none' : 'pressed'}
      onClick={tap}
      {...(isWeapp ? {} : keyboard(press, disabled))}
      {...aria({ role, disabled, ...rest })}
    >
      {children}
    </View>
  );
}
