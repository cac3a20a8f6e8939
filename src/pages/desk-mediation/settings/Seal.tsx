import { View } from '@tarojs/components';
import { useState } from 'react';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { FailureNote } from '../../../components/FailureNote';
import { Tag } from '../../../components/Tag';
import { asFailure, type Failure } from '../../../services/door';
import { useCommand } from '../../../services/useDoor';
import { mediation } from '../queries';
import { takeSeal } from './seal';

/** The committee's seal: a picture with a clear ground, kept sealed and shown to nobody; it appears on papers alone. */
export function Seal({ has }: { has: boolean }) {
  const [failure, setFailure] = useState<Failure>();
  const save = useCommand(mediation, 'saveSeal');
  const choose = async () => {
    setFailure(undefined);
    try {
      const image = await takeSeal();
      if (image) save.run({ image });
    } catch (error) {
      setFailure(asFailure(error));
    }
  };
  return (
    <Card title="调委会印章" aside={<Tag word={has ? '已上传' : '还没有'} tone={has ? 'success' : 'warning'} />}>
      <View className="col">
        <View className="t-secondary">透明底的 PNG，边长 300 像素左右，不超过 60 KB。只印在协议书和卷宗上，不在屏幕上显示。</View>
        <FailureNote failure={failure ?? save.failure} onRetry={save.retry} />
        <BigButton
          kind="secondary"
          icon="upload"
          text={has ? '换一个印章' : '上传印章'}
          busy={save.busy}
          busyText="正在上传…"
          onPress={choose}
        />
      </View>
    </Card>
  );
}
