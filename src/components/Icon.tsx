import { View } from '@tarojs/components';
import type { IconName } from '../styles/icons';
import './Icon.css';

interface Props {
  name: IconName;
  /** Beside text: as high as a line. `large` for tiles and doors. */
  size?: 'small' | 'medium' | 'large';
}

/** An outline in the colour of the text around it. It is decoration: the word beside it is what is read aloud. */
export const Icon = ({ name, size = 'medium' }: Props) => (
  <View className={`icon icon-${size} icon-${name}`} aria-hidden="true" />
);
