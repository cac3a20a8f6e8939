import { View } from '@tarojs/components';
import './Tag.css';

export type Tone = 'success' | 'warning' | 'danger' | 'info' | 'accent' | 'primary' | 'neutral';

/** A state in a word. The colour only helps: without it the word says the same. */
export const Tag = ({ word, tone = 'neutral' }: { word: string; tone?: Tone }) => (
  <View className={`tag tag-${tone}`}>{word}</View>
);
