import { View } from '@tarojs/components';
import { useState } from 'react';
import type { DeviceRow } from '../../../../types/safety';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { ChipPicker } from '../../../components/ChipPicker';
import { FailureNote } from '../../../components/FailureNote';
import { Field } from '../../../components/Field';
import { useCommand } from '../../../services/useDoor';
import { type Chosen, FindResident } from '../parts/FindResident';
import { Labelled } from '../parts/Labelled';
import { safety } from '../queries';
import { optionsOf } from '../words';
import { Secret, type SecretData } from './Secret';
import { DEVICE_TEXT } from './words';

/** Writes a device down; what comes back holds its secret. */
export function Register({ onClose }: { onClose: () => void }) {
  const [kind, setKind] = useState<DeviceRow['kind']>('sosPhone');
  const [label, setLabel] = useState('');
  const [spot, setSpot] = useState('');
  const [elder, setElder] = useState<Chosen>();
  const [secret, setSecret] = useState<SecretData>();
  const register = useCommand(safety, 'registerDevice', { onDone: setSecret });
  if (secret)
    return (
      <View className="col">
        <Secret data={secret} />
        <BigButton text="复制好了" onPress={onClose} />
      </View>
    );
  const submit = () =>
    register.run({
      kind,
      label: label.trim(),
      ...(elder ? { elderId: elder.id } : {}),
      ...(spot.trim() ? { spot: spot.trim() } : {}),
    });
  return (
    <Card title="登记设备">
      <View className="col">
        <Labelled label="是什么">
          <ChipPicker
            label="设备种类"
            options={optionsOf(DEVICE_TEXT)}
            value={[kind]}
            onChange={([first]) => first && setKind(first)}
          />
        </Labelled>
        <Field label="型号和编号" max={40} value={label} onChange={setLabel} placeholder="照标签上写" />
        <FindResident label="装在谁家（公共设备不选）" value={elder} onChange={setElder} />
        <Field optional label="装在哪里" max={20} value={spot} onChange={setSpot} placeholder="厨房" />
        <FailureNote failure={register.failure} onRetry={register.retry} />
        <View className="pair">
          <BigButton kind="plain" text="先不登记" onPress={onClose} />
          <BigButton text="登记，领密钥" busy={register.busy} disabled={label.trim() === ''} onPress={submit} />
        </View>
      </View>
    </Card>
  );
}
