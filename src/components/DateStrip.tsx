import { ScrollView, View } from '@tarojs/components';
import { type CivilDate, dateText, dayText, weekdayText } from '../../types/time';
import { aria } from './aria';
import { Press } from './Press';
import './DateStrip.css';

export interface StripDay {
  day: CivilDate;
  /** In a word: 已截止, 已订, 休. */
  note?: string;
  /** Nothing to choose on this day; it can still be looked at. */
  faint?: boolean;
}

interface Props {
  days: readonly StripDay[];
  today: CivilDate;
  value: CivilDate;
  onChange: (day: CivilDate) => void;
}

const wordOf = (day: CivilDate, today: CivilDate) => (day === today ? '今天' : weekdayText(day));

/** Begins with what is written, so that somebody who says what he sees presses the right day. */
const spoken = ({ day, note = '' }: StripDay, today: CivilDate) =>
  `${wordOf(day, today)}${Number(day.slice(8))}${note}，${dayText(day, today)}，${dateText(day)}`;

/** A week of days to choose from, each with its state in a word. */
export function DateStrip({ days, today, value, onChange }: Props) {
  return (
    <ScrollView className="strip" scrollX enableFlex>
      <View className="strip-days" {...aria({ role: 'tablist', label: '日期' })}>
        {days.map(each => (
          <Press
            key={each.day}
            role="tab"
            selected={each.day === value}
            label={spoken(each, today)}
            className={`strip-day ${each.day === value ? 'strip-on' : ''} ${each.faint ? 'strip-faint' : ''}`}
            onPress={() => onChange(each.day)}
          >
            <View className="strip-word">{wordOf(each.day, today)}</View>
            <View className="strip-number">{Number(each.day.slice(8))}</View>
            <View className="strip-word">{each.note ?? ''}</View>
          </Press>
        ))}
      </View>
    </ScrollView>
  );
}
