import { View } from '@tarojs/components';
import type { CalendarDay } from '../../../../types/care';
import { type CivilDate, dateText, weekdayOf, weekdayText } from '../../../../types/time';
import { aria } from '../../../components/aria';
import { Press } from '../../../components/Press';
import { weekdayOptions } from '../words';

interface Props {
  days: readonly CalendarDay[];
  today: CivilDate;
  openDay?: CivilDate;
  onOpen: (day: CivilDate) => void;
}

const numberText = ({ day }: CalendarDay, today: CivilDate): string => (day === today ? '今天' : String(Number(day.slice(8))));
const stateText = ({ open, name }: CalendarDay): string => name ?? (open ? '' : '休');

/** Begins with what is written, so that somebody who says what he sees presses the right day. */
const spoken = (each: CalendarDay, today: CivilDate): string =>
  `${numberText(each, today)}${stateText(each)}，${dateText(each.day)}，${weekdayText(each.day)}，${each.open ? '有托管' : '没有托管'}`;

/** A month as a sheet of days, Monday first; whether there is care stands in a word. */
export const MonthGrid = ({ days, today, openDay, onOpen }: Props) => (
  <View className="care-month" {...aria({ role: 'list', label: '这个月的日子' })}>
    {weekdayOptions.map(({ value, text }) => (
      <View key={value} className="care-weekday" aria-hidden="true">
        {text.slice(1)}
      </View>
    ))}
    {days[0]
      ? Array.from({ length: weekdayOf(days[0].day) - 1 }, (_, i) => <View key={`before${String(i)}`} aria-hidden="true" />)
      : null}
    {days.map(each => (
      <View key={each.day} {...aria({ role: 'listitem' })}>
        <Press
          label={spoken(each, today)}
          className={`care-day ${each.open ? '' : 'care-day-off'} ${each.day === openDay ? 'care-day-on' : ''}`}
          onPress={() => onOpen(each.day)}
        >
          <View className="care-day-number">{numberText(each, today)}</View>
          <View className="care-day-word">{stateText(each)}</View>
        </Press>
      </View>
    ))}
  </View>
);
