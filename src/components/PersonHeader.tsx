import { View } from '@tarojs/components';
import { CallButton } from './CallButton';
import './PersonHeader.css';

interface Props {
  name: string;
  /** 母亲 · 78 岁 */
  note?: string;
  /** 3栋2单元501 · 独居 */
  text?: string;
  phone?: string;
  /** Two or three facts with their words: 正常 今日状态. */
  facts?: readonly { value: string; label: string }[];
}

/** Who it is about, and the telephone. */
export const PersonHeader = ({ name, note, text, phone, facts = [] }: Props) => (
  <View className="card">
    <View className="row">
      <View className="person-sign" aria-hidden="true">
        {name.slice(0, 1)}
      </View>
      <View className="grow">
        <View className="person-name">
          {name}
          {note ? <View className="person-note">{note}</View> : null}
        </View>
        {text ? <View className="t-secondary">{text}</View> : null}
      </View>
      {phone ? <CallButton round phone={phone} text={`打给${name}`} /> : null}
    </View>
    {facts.length > 0 ? (
      <View className="person-facts">
        {facts.map(fact => (
          <View key={fact.label} className="person-fact">
            <View className="t-section">{fact.value}</View>
            <View className="t-secondary">{fact.label}</View>
          </View>
        ))}
      </View>
    ) : null}
  </View>
);
