import { View } from '@tarojs/components';
import { useState } from 'react';
import type { CivilDate } from '../../../../types/time';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { FailureNote } from '../../../components/FailureNote';
import { Field } from '../../../components/Field';
import { Segmented } from '../../../components/Segmented';
import { useCommand } from '../../../services/useDoor';
import { GRADE_TEXT, type Grade } from '../../safety/words';
import { Labelled } from '../parts/Labelled';
import { dayHere, safety } from '../queries';
import { optionsOf } from '../words';
import type { DueRow } from './Due';
import { type Wrong, wrongInResult } from './draft';

/** The result of the year; health data, so it is not shown again here. */
export function Result({ elder, year, onDone }: { elder: DueRow; year: number; onDone: () => void }) {
  const [day, setDay] = useState<string>(dayHere());
  const [grade, setGrade] = useState<Grade>('normal');
  const [summary, setSummary] = useState('');
  const [wrong, setWrong] = useState<Wrong>({});
  const record = useCommand(safety, 'recordResult', { onDone });
  const submit = () => {
    const found = wrongInResult({ day, summary });
    setWrong(found);
    if (Object.keys(found).length === 0)
      record.run({ elderId: elder.elderId, year, day: day.trim() as CivilDate, grade, summary: summary.trim() });
  };
  return (
    <Card title={`登记${elder.name} ${year} 年的结果`}>
      <View className="col">
        <Field label="哪天体检的" max={10} value={day} onChange={setDay} error={wrong.day} />
        <Labelled label="总的来说">
          <Segmented label="总的来说" options={optionsOf(GRADE_TEXT)} value={grade} onChange={setGrade} />
        </Labelled>
        <Field
          label="结果"
          kind="long"
          max={500}
          value={summary}
          onChange={setSummary}
          error={wrong.summary}
          help="只有本人、他同意的家人和负责的工作人员能看，每次查看都有记录。"
        />
        <FailureNote failure={record.failure} onRetry={record.retry} />
        <BigButton text="登记结果" busy={record.busy} onPress={submit} />
      </View>
    </Card>
  );
}
