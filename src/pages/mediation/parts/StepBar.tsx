import { View } from '@tarojs/components';
import { aria } from '../../../components/aria';
import './parts.css';

interface Props {
  /** From 1. */
  at: number;
  of: number;
  /** What this step is, in words; the bars alone say nothing to the ear. */
  word?: string;
}

const NUMBERS = Array.from({ length: 40 }, (_, i) => i + 1);

/** How far one is: 第 2 步，共 9 步. */
export const StepBar = ({ at, of, word }: Props) => (
  <View {...aria({ role: 'group', label: '进度' })}>
    <View className="stepbar-bars" aria-hidden="true">
      {NUMBERS.slice(0, of).map(number => (
        <View key={number} className={`stepbar-bar ${number <= at ? 'stepbar-done' : ''}`} />
      ))}
    </View>
    <View className="t-secondary">{`第 ${at} 步，共 ${of} 步${word ? `：${word}` : ''}`}</View>
  </View>
);
