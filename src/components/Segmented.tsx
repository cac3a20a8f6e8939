import { View } from '@tarojs/components';
import { aria } from './aria';
import { Press } from './Press';
import './Segmented.css';

interface Props<V extends string> {
  /** What is chosen here, for the ear: 餐次. */
  label: string;
  options: readonly { value: V; text: string }[];
  value: V;
  onChange: (value: V) => void;
}

/** One of a few, all in sight. */
export function Segmented<V extends string>({ label, options, value, onChange }: Props<V>) {
  return (
    <View className="segmented" {...aria({ role: 'tablist', label })}>
      {options.map(option => (
        <Press
          key={option.value}
          role="tab"
          selected={option.value === value}
          label={option.text}
          className={`segment ${option.value === value ? 'segment-on' : ''}`}
          onPress={() => onChange(option.value)}
        >
          {option.text}
        </Press>
      ))}
    </View>
  );
}
