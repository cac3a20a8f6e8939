import { Picker, View } from '@tarojs/components';
import {
  type CivilDate,
  civilDate,
  clockText,
  dayOf,
  dayText,
  type Instant,
  instantAt,
  minuteOf,
  readClock,
} from '../../../../types/time';
import { aria } from '../../../components/aria';
import { BigButton } from '../../../components/BigButton';
import { Labelled } from './Labelled';
import './when.css';

interface Props {
  label: string;
  value: Instant | undefined;
  onChange: (value: Instant | undefined) => void;
  today: CivilDate;
  help?: string;
  /** What is wrong and how to put it right. */
  error?: string;
  /** It has to be given: without 选填 and 不填. */
  needed?: boolean;
  /** Minute of the day that a newly chosen date begins with. */
  usual?: number;
}

const NINE = 9 * 60;

/** A day and a time of day in Shanghai, chosen with the phone's own wheels; may stay empty. */
export function When({ label, value, onChange, today, help, error, needed = false, usual = NINE }: Props) {
  const day = value === undefined ? undefined : dayOf(value);
  const minute = value === undefined ? usual : minuteOf(value);
  return (
    <Labelled label={needed ? label : `${label}（选填）`} help={error ? undefined : help}>
      <View className="when">
        <Picker
          mode="date"
          start={today}
          value={day ?? today}
          onChange={event => onChange(instantAt(civilDate(event.detail.value), minute))}
        >
          <View className="when-part" {...aria({ role: 'button', label: `${label}，${day ? dayText(day, today) : '选日期'}` })}>
            {day ? dayText(day, today) : '选日期'}
          </View>
        </Picker>
        {day ? (
          <Picker
            mode="time"
            value={clockText(minute)}
            onChange={event => onChange(instantAt(day, readClock(event.detail.value) ?? minute))}
          >
            <View className="when-part" {...aria({ role: 'button', label: `${label}，${clockText(minute)}` })}>
              {clockText(minute)}
            </View>
          </Picker>
        ) : null}
        {day && !needed ? (
          <BigButton small kind="plain" text="不填" label={`不填${label}`} onPress={() => onChange(undefined)} />
        ) : null}
      </View>
      {error ? (
        <View className="field-error" {...aria({ role: 'alert' })}>
          {error}
        </View>
      ) : null}
    </Labelled>
  );
}
