import { View } from '@tarojs/components';
import { useState } from 'react';
import { addDays, type CivilDate } from '../../../../types/time';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { ChipPicker } from '../../../components/ChipPicker';
import { FailureNote } from '../../../components/FailureNote';
import { Field } from '../../../components/Field';
import { useCommand } from '../../../services/useDoor';
import { safety, whose } from '../queries';
import { DayField } from './DayField';

const PLACES = ['女儿家', '儿子家', '亲戚家', '医院', '旅游', '老家'].map(value => ({ value, text: value }));

/** From when to when, and where; both days count as away. */
export function Form({ elderId, today }: { elderId: string | undefined; today: CivilDate }) {
  const [from, setFrom] = useState(today);
  const [to, setTo] = useState(addDays(today, 1));
  const [where, setWhere] = useState('');
  const recording = useCommand(safety, 'recordAbsence', { touches: ['canteen'], onDone: () => setWhere('') });
  const leave = (day: CivilDate) => {
    setFrom(day);
    if (to < day) setTo(day);
  };
  return (
    <Card title="报备一次外出">
      <DayField label="哪天出门" value={from} first={today} today={today} onChange={leave} />
      <DayField label="哪天回来" value={to} first={from} today={today} onChange={setTo} />
      <View className="field-label">去哪里</View>
      <View className="absence-places">
        <ChipPicker label="去哪里" options={PLACES} value={where ? [where] : []} onChange={([one]) => setWhere(one ?? '')} />
      </View>
      <Field label="别的地方" placeholder="上面没有的，写在这里" max={30} value={where} onChange={setWhere} />
      <View className="col">
        <FailureNote failure={recording.failure} onRetry={recording.retry} />
        <BigButton
          text={where.trim() ? '报备' : '先选去哪里'}
          disabled={where.trim() === ''}
          busy={recording.busy}
          onPress={() => recording.run({ ...whose(elderId), from, to, where: where.trim() })}
        />
      </View>
    </Card>
  );
}
