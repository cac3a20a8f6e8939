import { View } from '@tarojs/components';
import { aria } from './aria';
import './Timeline.css';

export interface Moment {
  /** 8:12, or 现在 */
  time: string;
  title: string;
  text?: string;
  /** Done, or still to come; said in words in `title` or `text` as well. */
  done: boolean;
}

/** What happened and what is to come, in order. */
export const Timeline = ({ moments }: { moments: readonly Moment[] }) => (
  <View {...aria({ role: 'list' })}>
    {moments.map(({ time, title, text, done }) => (
      <View key={`${time}${title}`} className="moment" {...aria({ role: 'listitem' })}>
        <View className="moment-time">{time}</View>
        <View className={`moment-dot ${done ? 'moment-done' : ''}`} />
        <View className="grow">
          <View className="t-body">{title}</View>
          {text ? <View className="t-secondary">{text}</View> : null}
        </View>
      </View>
    ))}
  </View>
);
