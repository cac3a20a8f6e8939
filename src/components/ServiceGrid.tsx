import { View } from '@tarojs/components';
import type { IconName } from '../styles/icons';
import { aria } from './aria';
import { Icon } from './Icon';
import { Press } from './Press';
import './ServiceGrid.css';

export interface Service {
  text: string;
  icon: IconName;
  tone?: 'primary' | 'info' | 'accent' | 'danger' | 'neutral';
  onPress: () => void;
}

/** Services as tiles: four in a row, in the elder view two large ones. */
export const ServiceGrid = ({ services }: { services: readonly Service[] }) => (
  <View className="services" {...aria({ role: 'list', label: '服务' })}>
    {services.map(({ text, icon, tone = 'primary', onPress }) => (
      <View key={text} className="service-cell" {...aria({ role: 'listitem' })}>
        <Press className="service" label={text} onPress={onPress}>
          <View className={`service-icon tag-${tone}`}>
            <Icon name={icon} />
          </View>
          <View className="service-text">{text}</View>
        </Press>
      </View>
    ))}
  </View>
);
