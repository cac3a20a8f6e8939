import { View } from '@tarojs/components';
import { useState } from 'react';
import { dateText } from '../../../../types/time';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { Confirm } from '../../../components/Confirm';
import { FailureNote } from '../../../components/FailureNote';
import { Field } from '../../../components/Field';
import { List, Row } from '../../../components/List';
import { Failed } from '../../../components/Screen';
import { Skeleton } from '../../../components/Skeleton';
import { useCommand, useQueryOf } from '../../../services/useDoor';
import { dayHere, safety } from '../queries';
import { type AbsenceDraft, readAbsence } from './draft';

/** 外出报备: while it runs nobody waits for a sign of life. */
export function Absences({ elderId, name }: { elderId: string; name: string }) {
  const [recording, setRecording] = useState(false);
  const absences = useQueryOf(safety, 'absences', { elderId });
  const end = useCommand(safety, 'endAbsence', { touches: ['canteen'] });
  if (absences.failure) return <Failed failure={absences.failure} onRetry={absences.reload} />;
  if (!absences.data) return <Skeleton cards={1} />;
  const rows = absences.data.absences;
  return (
    <Card
      title="外出报备"
      aside={
        <BigButton small kind="secondary" icon="plus" text="登记" label={`登记${name}外出`} onPress={() => setRecording(true)} />
      }
    >
      {rows.length === 0 ? <View className="desk-note">没有登记外出。外出期间暂停等平安信号，也不安排探访。</View> : null}
      <List label="外出">
        {rows.map(({ id, from, to, where, recordedByName, running, may }) => (
          <Row
            key={id}
            title={`${dateText(from)} – ${dateText(to)} ${where}`}
            text={`${running ? '正在外出 · ' : ''}${recordedByName}登记`}
            aside={
              running && may.change.ok ? (
                <BigButton small kind="plain" text="已回来" busy={end.busy} onPress={() => end.run({ id })} />
              ) : undefined
            }
          />
        ))}
      </List>
      <FailureNote failure={end.failure} onRetry={end.retry} />
      {recording ? <Record elderId={elderId} name={name} onClose={() => setRecording(false)} /> : null}
    </Card>
  );
}

function Record({ elderId, name, onClose }: { elderId: string; name: string; onClose: () => void }) {
  const [draft, setDraft] = useState<AbsenceDraft>({ from: dayHere(), to: '', where: '' });
  const [wrong, setWrong] = useState<ReturnType<typeof readAbsence>['wrong']>({});
  const record = useCommand(safety, 'recordAbsence', { onDone: onClose, touches: ['canteen'] });
  const submit = () => {
    const read = readAbsence(draft);
    setWrong(read.wrong);
    if (read.input) record.run({ elderId, ...read.input });
  };
  const line = (key: keyof AbsenceDraft) => ({
    value: draft[key],
    onChange: (value: string) => setDraft({ ...draft, [key]: value }),
    error: wrong[key],
  });
  return (
    <Confirm
      open
      title={`${name}要外出`}
      text="这几天不等平安信号。要是报了警，会先请网格人员核实。"
      yes="登记"
      doing={record}
      onYes={submit}
      onNo={onClose}
    >
      <Field label="哪天出门" max={10} {...line('from')} />
      <Field label="哪天回来" max={10} {...line('to')} placeholder="2026-12-05" />
      <Field label="去哪里" max={30} {...line('where')} placeholder="女儿家" />
    </Confirm>
  );
}
