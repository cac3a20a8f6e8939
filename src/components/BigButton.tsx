import { View } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import type { IconName } from '../styles/icons';
import { Icon } from './Icon';
import { Press } from './Press';
import './BigButton.css';

interface Props {
  text: string;
  /** A promise keeps the button busy until it settles. */
  onPress: () => unknown;
  kind?: 'primary' | 'secondary' | 'danger' | 'plain';
  icon?: IconName;
  busy?: boolean;
  /** Said while busy. */
  busyText?: string;
  disabled?: boolean;
  /** As wide as its words instead of the whole line. */
  small?: boolean;
  /** Read aloud instead of `text`, where the word alone says too little: 取消周三午餐. */
  label?: string;
}

/** The button of an action. While it works a second tap does nothing, so nobody orders twice by trembling. */
export function BigButton(props: Props) {
  const {
    text,
    onPress,
    kind = 'primary',
    icon,
    busy = false,
    busyText = '请稍等…',
    disabled = false,
    small = false,
    label,
  } = props;
  const [working, setWorking] = useState(false);
  const locked = useRef(false);
  const alive = useRef(true);
  useEffect(() => {
    alive.current = true;
    return () => {
      alive.current = false;
    };
  }, []);

  const press = async () => {
    if (locked.current || busy) return;
    locked.current = true;
    try {
      const result = onPress();
      if (result instanceof Promise) {
        setWorking(true);
        await result;
      }
    } finally {
      locked.current = false;
      if (alive.current) setWorking(false);
    }
  };

  const waits = busy || working;
  return (
    <Press
      className={`btn btn-${kind} ${small ? 'btn-small' : ''} ${disabled || waits ? 'btn-off' : ''}`}
      onPress={() => void press()}
      disabled={disabled || waits}
      label={label ?? (waits ? busyText : text)}
    >
      {icon && !waits ? <Icon name={icon} size="small" /> : null}
      <View>{waits ? busyText : text}</View>
    </Press>
  );
}
