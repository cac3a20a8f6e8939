import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Me } from '../../../../types/people';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { ChipPicker } from '../../../components/ChipPicker';
import { Confirm } from '../../../components/Confirm';
import { EmergencyCalls } from '../../../components/EmergencyCalls';
import { FailureNote } from '../../../components/FailureNote';
import { HoldToSOS } from '../../../components/HoldToSOS';
import { go } from '../../../services/go';
import type { Sos } from './useSos';

const SELF = 'self';

/** Whom one may call help for: oneself, and the elders one looks after. */
export const subjectsOf = (me: Pick<Me, 'resident' | 'elders'>): { value: string; text: string }[] => [
  ...(me.resident ? [{ value: SELF, text: '给自己' }] : []),
  ...me.elders.map(({ id, name }) => ({ value: id, text: `给${name}` })),
];

const Nobody = () => (
  <Card tone="warning">
    <View className="col">
      <View className="t-body">您还没有关联家里老人，这里暂时不能发出求助。着急请打电话。</View>
      <BigButton kind="secondary" text="关联家人" onPress={() => go('pages/people/family/index')} />
    </View>
  </Card>
);

/** For hands that cannot hold, and for a screen reader: two taps instead. */
function Sure({ open, onYes, onClose }: { open: boolean; onYes: () => void; onClose: () => void }) {
  const yes = () => {
    onClose();
    onYes();
  };
  return (
    <Confirm
      open={open}
      title="现在求助吗？"
      text="点“马上求助”，就会通知家人和社区。"
      yes="马上求助"
      no="不用"
      kind="danger"
      onYes={yes}
      onNo={onClose}
    />
  );
}

/** Nothing was sent yet: hold, or for hands that cannot hold, tap and say yes. */
export function Ready({ me, elderId, sos }: { me: Me; elderId: string | undefined; sos: Sos }) {
  const subjects = subjectsOf(me);
  const [chosen, setChosen] = useState(elderId ?? subjects[0]?.value ?? '');
  const [asking, setAsking] = useState(false);
  const raise = () => sos.raise(chosen === SELF ? undefined : chosen);
  if (subjects.length === 0 && !elderId) {
    return (
      <>
        <Nobody />
        <EmergencyCalls community={me.community?.phone} />
      </>
    );
  }
  return (
    <>
      {subjects.length > 1 ? (
        <ChipPicker label="给谁求助" options={subjects} value={[chosen]} onChange={([one]) => one && setChosen(one)} />
      ) : null}
      <View className="t-body">求助会马上通知家人、包保人和网格人员，让能来的人来。</View>
      <FailureNote failure={sos.failure} />
      <HoldToSOS onHeld={raise} onTap={() => setAsking(true)} />
      <BigButton kind="plain" text="按不住？点这里求助" onPress={() => setAsking(true)} />
      <Card tone="danger">
        <View className="t-body">这里不能代替急救、报警和火警。有生命危险、着火、漏气，先打电话：</View>
      </Card>
      <EmergencyCalls community={me.community?.phone} />
      <Sure open={asking} onYes={raise} onClose={() => setAsking(false)} />
    </>
  );
}
