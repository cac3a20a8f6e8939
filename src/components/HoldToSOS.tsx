import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import { HOLD_SECONDS, hold } from './hold';
import { Icon } from './Icon';
import { Press } from './Press';
import './HoldToSOS.css';

interface Props {
  /** Held to the end. */
  onHeld: () => void;
  /** Touched without holding, or pressed by a screen reader, which cannot hold: the way that needs no holding. */
  onTap: () => void;
  /** Under 紧急求助 while nobody holds. */
  note?: string;
}

/** A phone that cannot tremble, or must not, still counts on the glass and still calls. */
async function tremble(): Promise<void> {
  try {
    await Taro.vibrateShort({ type: 'heavy' });
  } catch {
    // Nothing is lost but the trembling.
  }
}

/** 紧急求助: three seconds under the thumb, with a bar, a count and vibration. */
export function HoldToSOS({ onHeld, onTap, note = `按住 ${HOLD_SECONDS} 秒` }: Props) {
  const [left, setLeft] = useState<number>();
  const stop = useRef<() => void>();
  const held = useRef(false);
  useEffect(() => () => stop.current?.(), []);

  const start = () => {
    stop.current?.();
    held.current = false;
    stop.current = hold({
      seconds: HOLD_SECONDS,
      onSecond: seconds => {
        void tremble();
        setLeft(seconds);
      },
      onHeld: () => {
        held.current = true;
        void tremble();
        setLeft(undefined);
        onHeld();
      },
    });
  };
  const letGo = () => {
    stop.current?.();
    setLeft(undefined);
  };
  // The tap that ends a full hold is not another wish.
  const tap = () => {
    if (!held.current) onTap();
    held.current = false;
  };
  return (
    <View className="sos-touch" catchMove onTouchStart={start} onTouchEnd={letGo} onTouchCancel={letGo}>
      <Press className={`sos ${left === undefined ? '' : 'sos-held'}`} label={`紧急求助，${note}`} onPress={tap}>
        <View className="sos-bar" />
        <Icon name="warning" size="large" />
        <View className="sos-words">
          <View className="sos-text">紧急求助</View>
          <View className="sos-note">{left === undefined ? note : `别松手，还有 ${left} 秒`}</View>
        </View>
      </Press>
    </View>
  );
}

/** In the same place while help is already called. */
export const SosOut = ({ onPress }: { onPress: () => void }) => (
  <Press className="sos" label="求助已发出，点这里看谁来" onPress={onPress}>
    <Icon name="bell" size="large" />
    <View className="sos-words">
      <View className="sos-text">求助已发出</View>
      <View className="sos-note">点这里看谁来</View>
    </View>
  </Press>
);
