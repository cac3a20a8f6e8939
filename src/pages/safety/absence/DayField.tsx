import { Picker, View } from '@tarojs/components';
import { type CivilDate, civilDate, dateText, dayText, weekdayText } from '../../../../types/time';
import { aria } from '../../../components/aria';
import './index.css';

interface Props {
  label: string;
  value: CivilDate;
  first: CivilDate;
  today: CivilDate;
  onChange: (day: CivilDate) => void;
}

const said = (day: CivilDate, today: CivilDate): string => {
  const near = dayText(day, today);
  return `${dateText(day)} ${near === dateText(day) || near.startsWith('周') ? weekdayText(day) : near}`;
};

/** A day, chosen with the phone's own wheel. */
export const DayField = ({ label, value, first, today, onChange }: Props) => (
  <View className="field">
    <View className="field-label">{label}</View>
    <Picker mode="date" value={value} start={first} onChange={event => onChange(civilDate(event.detail.value))}>
      <View className="absence-day" {...aria({ role: 'button', label: `${label}，${said(value, today)}` })}>
        {said(value, today)}
      </View>
    </Picker>
  </View>
);
