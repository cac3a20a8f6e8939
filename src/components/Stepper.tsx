import { View } from '@tarojs/components';
import { aria } from './aria';
import { Icon } from './Icon';
import { Press } from './Press';
import './Stepper.css';

interface Props {
  /** What is counted, for the ear: A 套餐份数. */
  label: string;
  value: number;
  min?: number;
  max: number;
  onChange: (value: number) => void;
}

/** A small number, one more or one less. */
export function Stepper({ label, value, min = 0, max, onChange }: Props) {
  return (
    <View className="stepper" {...aria({ role: 'group', label })}>
      <Press className="stepper-button" label={`${label}减一`} disabled={value <= min} onPress={() => onChange(value - 1)}>
        <View className={`stepper-round ${value <= min ? 'stepper-off' : ''}`}>
          <Icon name="minus" size="small" />
        </View>
      </Press>
      <View className="stepper-value" {...aria({ live: 'polite' })}>
        {value}
      </View>
      <Press className="stepper-button" label={`${label}加一`} disabled={value >= max} onPress={() => onChange(value + 1)}>
        <View className={`stepper-round ${value >= max ? 'stepper-off' : ''}`}>
          <Icon name="plus" size="small" />
        </View>
      </Press>
    </View>
  );
}
