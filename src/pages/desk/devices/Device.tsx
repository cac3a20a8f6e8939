import { View } from '@tarojs/components';
import { useState } from 'react';
import type { DeviceRow } from '../../../../types/safety';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { Confirm } from '../../../components/Confirm';
import { Tag } from '../../../components/Tag';
import { useCommand } from '../../../services/useDoor';
import { Fact } from '../parts/Fact';
import { dayHere, safety } from '../queries';
import { momentText } from '../words';
import { Secret, type SecretData } from './Secret';
import { batteryText, contactText, DEVICE_TEXT, stateOf, whereText } from './words';

/** One device: where it is, whether it lives, a new secret, the end of it. */
export function Device({ device, mayWrite }: { device: DeviceRow; mayWrite: boolean }) {
  const [asking, setAsking] = useState<'secret' | 'retire'>();
  const [secret, setSecret] = useState<SecretData>();
  const close = () => setAsking(undefined);
  const renew = useCommand(safety, 'renewSecret', {
    onDone: renewed => {
      close();
      setSecret(renewed);
    },
  });
  const retire = useCommand(safety, 'retireDevice', { onDone: close });
  const today = dayHere();
  return (
    <View className="col">
      <Card title={DEVICE_TEXT[device.kind]} aside={<Tag {...stateOf(device)} />}>
        <Fact name="编号">{device.label}</Fact>
        <Fact name="在哪里">{whereText(device)}</Fact>
        <Fact name="电量">{batteryText(device)}</Fact>
        <Fact name="最近联系">{contactText(device, today)}</Fact>
        <Fact name="多久算失联">{device.silentAfter} 小时</Fact>
        <Fact name="报过警">{device.alarms} 次</Fact>
        <Fact name="登记">{momentText(device.registeredAt, today)}</Fact>
      </Card>
      {secret ? <Secret data={secret} /> : null}
      {mayWrite && device.active ? (
        <View className="pair">
          <BigButton kind="secondary" icon="lock" text="换密钥" onPress={() => setAsking('secret')} />
          <BigButton kind="plain" text="停用设备" onPress={() => setAsking('retire')} />
        </View>
      ) : null}
      <Confirm
        open={asking === 'secret'}
        title="给这台设备换密钥？"
        text="旧密钥马上失效。请把新密钥交给设备厂家，在他们换好之前，这台设备报不了警。"
        yes="换密钥"
        kind="danger"
        doing={renew}
        onYes={() => renew.run({ id: device.id })}
        onNo={close}
      />
      <Confirm
        open={asking === 'retire'}
        title="停用这台设备？"
        text="以后它报警，社区收不到。报过的警都有记录。"
        yes="停用"
        kind="danger"
        doing={retire}
        onYes={() => retire.run({ id: device.id })}
        onNo={close}
      />
    </View>
  );
}
