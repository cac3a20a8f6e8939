import { View } from '@tarojs/components';
import { aria } from '../../../components/aria';
import { Icon } from '../../../components/Icon';
import type { IconName } from '../../../styles/icons';
import './parts.css';

/** Short sentences, one under the other, each with a sign. */
export const Lines = ({ lines, icon = 'check' }: { lines: readonly string[]; icon?: IconName }) => (
  <View {...aria({ role: 'list' })}>
    {lines.map(line => (
      <View key={line} className="line" {...aria({ role: 'listitem' })}>
        <View className="line-sign">
          <Icon name={icon} size="small" />
        </View>
        <View className="grow t-body">{line}</View>
      </View>
    ))}
  </View>
);

/** One line of advice. */
export const Hint = ({ icon, text }: { icon: IconName; text: string }) => (
  <View className="hint">
    <Icon name={icon} size="small" />
    <View className="grow">{text}</View>
  </View>
);
