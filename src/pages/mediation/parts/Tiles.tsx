import { View } from '@tarojs/components';
import { aria } from '../../../components/aria';
import { Icon } from '../../../components/Icon';
import { Press } from '../../../components/Press';
import type { IconName } from '../../../styles/icons';
import './parts.css';

interface Props<V extends string> {
  /** What is chosen here, for the ear. */
  label: string;
  options: readonly { value: V; text: string; about?: string; icon?: IconName; sign?: string }[];
  value: V | undefined;
  onChange: (value: V) => void;
  /** One in a line, where the words are long. */
  wide?: boolean;
  /** Three in a line, each with a drawing of the page's own (`sign`: its class). */
  three?: boolean;
}

/** One of a few, each as large as a thumb; the chosen one carries a tick. */
export function Tiles<V extends string>({ label, options, value, onChange, wide = false, three = false }: Props<V>) {
  return (
    <View className={`tiles ${wide ? 'tiles-wide' : ''} ${three ? 'tiles-three' : ''}`} {...aria({ role: 'radiogroup', label })}>
      {options.map(({ value: each, text, about, icon, sign }) => (
        <View key={each} className="tile-cell">
          <Press
            role="radio"
            checked={each === value}
            label={about ? `${text}，${about}` : text}
            className={`tile ${each === value ? 'tile-on' : ''}`}
            onPress={() => onChange(each)}
          >
            {icon ? <Icon name={icon} /> : null}
            {sign ? <View className={`icon icon-large ${sign}`} aria-hidden="true" /> : null}
            <View className={wide ? 'grow' : ''}>
              <View className="t-body">{each === value ? `✓ ${text}` : text}</View>
              {about ? <View className="t-secondary">{about}</View> : null}
            </View>
          </Press>
        </View>
      ))}
    </View>
  );
}
