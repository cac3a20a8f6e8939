import { View } from '@tarojs/components';
import { useState } from 'react';
import type { AlertKind } from '../../../../types/safety';
import { BigButton } from '../../../components/BigButton';
import { CallButton } from '../../../components/CallButton';
import { Card } from '../../../components/Card';
import { ChipPicker } from '../../../components/ChipPicker';
import { FailureNote } from '../../../components/FailureNote';
import { Field } from '../../../components/Field';
import { useCommand } from '../../../services/useDoor';
import { PhotoButton } from '../../safety/parts/PhotoButton';
import { usePhoto } from '../../safety/parts/usePhoto';
import { KIND_TEXT } from '../../safety/words';
import { type Chosen, FindResident } from '../parts/FindResident';
import { Labelled } from '../parts/Labelled';
import { safety } from '../queries';
import { REPORTED } from './words';

const KINDS = REPORTED.map(value => ({ value, text: value === 'sos' ? '紧急求助' : KIND_TEXT[value] }));

/** 代报: somebody telephoned, or stands at the desk. An SOS of staff calls people at once; it is never held back. */
export function Raise({ onDone, onCancel }: { onDone: (id: string) => void; onCancel: () => void }) {
  const [elder, setElder] = useState<Chosen>();
  const [kind, setKind] = useState<AlertKind>('sos');
  const [words, setWords] = useState('');
  const sos = useCommand(safety, 'sos', { onDone: alert => onDone(alert.id) });
  const other = useCommand(safety, 'raiseAlert', { onDone: alert => onDone(alert.id) });
  const photo = usePhoto();
  const said = words.trim();
  const send = () => {
    if (!elder) return;
    if (kind === 'sos') sos.run({ elderId: elder.id, ...(said ? { words: said } : {}) });
    else other.run({ kind, elderId: elder.id, ...(said ? { facts: [said] } : {}), ...(photo.id ? { photo: photo.id } : {}) });
  };
  return (
    <Card title="代居民报警" tone="danger">
      <View className="col">
        <View className="pair">
          <CallButton phone="120" text="打 120" />
          <CallButton phone="119" text="打 119" />
          <CallButton phone="110" text="打 110" />
        </View>
        <FindResident label="谁需要帮助" value={elder} onChange={setElder} />
        <Labelled label="什么情况">
          <ChipPicker label="什么情况" options={KINDS} value={[kind]} onChange={([first]) => first && setKind(first)} />
        </Labelled>
        <Field optional label="说清楚一点" max={80} value={words} onChange={setWords} placeholder="比如：邻居听见摔倒的声音" />
        {kind === 'sos' ? null : <PhotoButton photo={photo} />}
        <FailureNote failure={sos.failure ?? other.failure} onRetry={sos.retry ?? other.retry} />
        <View className="pair">
          <BigButton kind="plain" text="不报了" onPress={onCancel} />
          <BigButton kind="danger" text="报警，马上通知大家" busy={sos.busy || other.busy} disabled={!elder} onPress={send} />
        </View>
      </View>
    </Card>
  );
}
