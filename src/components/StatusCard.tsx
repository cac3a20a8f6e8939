import { View } from '@tarojs/components';
import { BigButton } from './BigButton';
import { Card } from './Card';
import { Tag, type Tone } from './Tag';

interface Props {
  title: string;
  tag?: { word: string; tone: Tone };
  /** What is so: 幸福里食堂 · 11:00–12:30. */
  text: string;
  note?: string;
  action?: { text: string; onPress: () => void };
}

/** How something stands today, and the one thing to do about it. */
export const StatusCard = ({ title, tag, text, note, action }: Props) => (
  <Card title={title} aside={tag ? <Tag word={tag.word} tone={tag.tone} /> : undefined}>
    <View className="row-wrap">
      <View className="grow">
        <View className="t-body">{text}</View>
        {note ? <View className="t-secondary">{note}</View> : null}
      </View>
      {action ? <BigButton small text={action.text} onPress={action.onPress} /> : null}
    </View>
  </Card>
);
