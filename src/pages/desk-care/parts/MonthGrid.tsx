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

const stateText = ({ open, name }: CalendarDay): string => name ?? (open ? '' : '休');

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
          label={`${dateText(each.day)}，${weekdayText(each.day)}，${each.open ? '有托管' : '没有托管'}${each.name ? `，${each.name}` : ''}`}
          className={`care-day ${each.open ? '' : 'care-day-off'} ${each.day === openDay ? 'care-day-on' : ''}`}
          onPress={() => onOpen(each.day)}
        >
          <View className="care-day-number">{each.day === today ? '今天' : Number(each.day.slice(8))}</View>
          <View className="care-day-word">{stateText(each)}</View>
        </Press>
      </View>
    ))}
  </View>
);
