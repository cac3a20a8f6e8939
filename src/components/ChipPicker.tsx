import { View } from '@tarojs/components';
import { aria } from './aria';
import { Press } from './Press';
import './ChipPicker.css';

interface Props<V extends string> {
  /** What is chosen here, for the ear. */
  label: string;
  options: readonly { value: V; text: string }[];
  value: readonly V[];
  onChange: (value: V[]) => void;
  /** Several at once; otherwise one replaces the other. */
  many?: boolean;
}

/** Some of many, as chips; a chosen one carries a tick, not only a colour. */
export function ChipPicker<V extends string>({ label, options, value, onChange, many = false }: Props<V>) {
  const toggle = (chosen: V) => {
    if (!many) onChange([chosen]);
    else onChange(value.includes(chosen) ? value.filter(each => each !== chosen) : [...value, chosen]);
  };
  return (
    <View className="chips" {...aria({ role: many ? 'group' : 'radiogroup', label })}>
      {options.map(option => {
        const on = value.includes(option.value);
        return (
          <Press
            key={option.value}
            role={many ? 'checkbox' : 'radio'}
            checked={on}
            label={option.text}
            className={`chip ${on ? 'chip-on' : ''}`}
            onPress={() => toggle(option.value)}
          >
            {on ? `✓ ${option.text}` : option.text}
          </Press>
        );
      })}
    </View>
  );
}
