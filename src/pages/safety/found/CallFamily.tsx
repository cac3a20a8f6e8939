import { View } from '@tarojs/components';
import { useState } from 'react';
import { BigButton } from '../../../components/BigButton';
import { FailureNote } from '../../../components/FailureNote';
import { Field } from '../../../components/Field';
import { Sheet } from '../../../components/Sheet';
import type { Doing } from '../../../services/useDoor';

interface Props {
  open: boolean;
  doing: Pick<Doing<never>, 'busy' | 'failure' | 'retry'>;
  /** With the finder's number the relay rings both and joins them; without, the finder calls the community. */
  onCall: (phone: string) => void;
  onClose: () => void;
}

const MOBILE = /^1\d{10}$/;

/** The two are joined without either seeing the other's number; who would rather not say theirs calls the community. */
export function CallFamily({ open, doing, onCall, onClose }: Props) {
  const [phone, setPhone] = useState('');
  const number = phone.replace(/\s/g, '');
  return (
    <Sheet title="和家人通话" open={open} onClose={onClose}>
      <View className="col">
        <View className="t-body">写下您的手机号，系统会打给您和家人，接起来就能说话。双方都看不到对方的号码。</View>
        <Field label="您的手机号" kind="phone" max={11} value={phone} onChange={setPhone} />
        <FailureNote failure={doing.failure} onRetry={doing.retry} />
        <BigButton
          icon="phone"
          text="接通家人"
          busy={doing.busy}
          busyText="正在接通…"
          disabled={!MOBILE.test(number)}
          onPress={() => onCall(number)}
        />
        <BigButton kind="secondary" text="不留号码，请社区联系家人" busy={doing.busy} onPress={() => onCall('')} />
      </View>
    </Sheet>
  );
}
