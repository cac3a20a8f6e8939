import { View } from '@tarojs/components';
import type { CivilDate } from '../../../../types/time';
import { List, Row } from '../../../components/List';
import { Press } from '../../../components/Press';
import { Tag } from '../../../components/Tag';
import { dayLabel } from '../words';
import { type CalendarDay, markOf, toCome, weeksOf } from './month';
import './calendar.css';

interface Props {
  days: readonly CalendarDay[];
  today: CivilDate;
  onOpen: (day: CalendarDay) => void;
}

const WEEK = ['一', '二', '三', '四', '五', '六', '日'];

/** A month in seven columns. A letter stands in the cell, so that colour is not the only sign. */
export const Grid = ({ days, today, onOpen }: Props) => (
  <View className="month">
    <View className="month-week" aria-hidden="true">
      {WEEK.map(word => (
        <View key={word} className="month-cell month-head">
          {word}
        </View>
      ))}
    </View>
    {weeksOf(days).map(week => (
      <View key={week.find(Boolean)?.day} className="month-week">
        {week.map((day, at) => {
          // biome-ignore lint/suspicious/noArrayIndexKey: an empty cell is nothing but its place
          if (!day) return <View key={at} className="month-cell" />;
          const { letter, word, open } = markOf(day);
          return (
            <Press
              key={day.day}
              className={`month-cell ${open ? 'month-open' : 'month-shut'} ${day.day === today ? 'month-today' : ''}`}
              label={`${Number(day.day.slice(8))}${letter}，${dayLabel(day.day)}，${word}`}
              onPress={() => onOpen(day)}
            >
              <View>{Number(day.day.slice(8))}</View>
              <View className="month-letter">{letter}</View>
            </Press>
          );
        })}
      </View>
    ))}
    <View className="t-secondary">绿底有托管 · 到：来过 · 假：请假 · 缺：没来 · 休：放假 · 补：补班</View>
  </View>
);

/** For tired eyes: the days with something to say, one under the other; of this month those that are still to come. */
export const Days = ({ days, today, onOpen }: Props) => (
  <List label="日子">
    {toCome(days, today)
      .filter(day => day.open || day.name)
      .map(day => (
        <Row
          key={day.day}
          title={day.day === today ? `${dayLabel(day.day)}，今天` : dayLabel(day.day)}
          aside={<Tag word={markOf(day).word} tone={markOf(day).open ? 'success' : 'neutral'} />}
          onPress={() => onOpen(day)}
        />
      ))}
  </List>
);
