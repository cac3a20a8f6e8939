import { View } from '@tarojs/components';
import { useState } from 'react';
import type { KeptElder, VisitView } from '../../../../types/safety';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { ChipPicker } from '../../../components/ChipPicker';
import { FailureNote } from '../../../components/FailureNote';
import { Field } from '../../../components/Field';
import { Segmented } from '../../../components/Segmented';
import { useCommand } from '../../../services/useDoor';
import { DoorCode } from '../parts/DoorCode';
import { Labelled } from '../parts/Labelled';
import { safety } from '../queries';
import { toDesk } from '../way';
import { optionsOf } from '../words';
import { OUTCOME_TEXT, outcomeText, WAY_TEXT } from './words';

const OUTCOMES = Object.keys(OUTCOME_TEXT) as VisitView['outcome'][];

/** 探访登记. Who was seen or spoken to has given a sign of life. */
export function Log({ elder, onDone }: { elder: Pick<KeptElder, 'elderId' | 'name'>; onDone: () => void }) {
  const [way, setWay] = useState<VisitView['way']>('door');
  const [outcome, setOutcome] = useState<VisitView['outcome']>();
  const [code, setCode] = useState('');
  const [note, setNote] = useState('');
  const log = useCommand(safety, 'logVisit', { onDone });
  const submit = () => {
    if (!outcome) return;
    log.run({
      elderId: elder.elderId,
      way,
      outcome,
      ...(way === 'door' && code ? { doorCode: code } : {}),
      ...(note.trim() ? { note: note.trim() } : {}),
    });
  };
  return (
    <Card title={`探访${elder.name}`}>
      <View className="col">
        <Segmented label="怎么探访的" options={optionsOf(WAY_TEXT)} value={way} onChange={setWay} />
        {way === 'door' ? <DoorCode value={code} onChange={setCode} /> : null}
        <Labelled label="结果">
          <ChipPicker
            label="结果"
            options={OUTCOMES.map(value => ({ value, text: outcomeText(value, way) }))}
            value={outcome ? [outcome] : []}
            onChange={([first]) => setOutcome(first)}
          />
        </Labelled>
        {outcome === 'notHome' ? (
          <View className="problem">
            <View className="grow">没见到人，请再打电话、问邻居。还是联系不上，马上代报预警。</View>
            <BigButton small kind="danger" text="代报预警" onPress={() => toDesk('alerts')} />
          </View>
        ) : null}
        <Field
          optional
          label="记一笔"
          kind="long"
          max={200}
          value={note}
          onChange={setNote}
          placeholder="比如：腿疼，想去看医生"
        />
        <FailureNote failure={log.failure} onRetry={log.retry} />
        <View className="pair">
          <BigButton kind="plain" text="先不登记" onPress={onDone} />
          <BigButton text="登记" busy={log.busy} disabled={!outcome} onPress={submit} />
        </View>
      </View>
    </Card>
  );
}
